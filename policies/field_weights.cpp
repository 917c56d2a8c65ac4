// SPDX-License-Identifier: Apache-2.0
#include "policies/field_weights.hpp"

#include <algorithm>
#include <array>

#include "policies/funding.hpp"
#include "policies/words.hpp"

namespace coopsim {
namespace {

constexpr std::array six_fields = {Account::B1, Account::B2, Account::B3,
                                   Account::B4, Account::B5, Account::B6};

std::string problem_of(const Weights& weights) {
  for (const auto& [account, weight] : weights.parts)
    if (std::find(six_fields.begin(), six_fields.end(), account) == six_fields.end())
      return std::string(id_of(account)) + " is not one of the six fields";
  return weights.problem();
}

}  // namespace

void FieldWeights::edits(Edits& edits) const {
  if (!weights.steps.empty())
    edits.push_back({"the division of money between the six fields", weights.steps[0].from});
}

void FieldWeights::fund(Funding& funding) const {
  bool sound = true;
  for (const auto& step : weights.steps) {
    const std::string wrong = problem_of(step.value);
    if (wrong.empty()) continue;
    funding.problem("weights from " + in_words(step.from) + ": " + wrong,
                    "allowed: B1 to B6, each 0 to 1000000, one at least positive");
    sound = false;
  }
  for (int year = funding.first_year(); sound && year <= funding.last_year(); ++year)
    if (const Weights* parts = in_force(weights, year)) funding.divide(year, six_fields, *parts);
}

}  // namespace coopsim
