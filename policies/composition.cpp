// SPDX-License-Identifier: Apache-2.0
#include "policies/composition.hpp"

#include "policies/funding.hpp"
#include "policies/words.hpp"

namespace coopsim {
namespace {

std::string problem_of(const Weights& weights) {
  for (const auto& [account, weight] : weights.parts)
    if (!is_training(account)) return std::string(id_of(account)) + " is not a training account";
  return weights.problem();
}

}  // namespace

void Composition::edits(Edits& edits) const {
  if (!weights.steps.empty())
    edits.push_back({"the division of training money", weights.steps[0].from});
}

void Composition::fund(Funding& funding) const {
  bool sound = true;
  for (const auto& step : weights.steps) {
    const std::string wrong = problem_of(step.value);
    if (wrong.empty()) continue;
    funding.problem("weights from " + in_words(step.from) + ": " + wrong,
                    "allowed: A1 to A6, each 0 to 1000000, one at least positive");
    sound = false;
  }
  const auto training = accounts_named("training");
  for (int year = funding.first_year(); sound && year <= funding.last_year(); ++year)
    if (const Weights* parts = in_force(weights, year)) funding.divide(year, training, *parts);
}

}  // namespace coopsim
