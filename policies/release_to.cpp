// SPDX-License-Identifier: Apache-2.0
#include "policies/release_to.hpp"

#include "policies/funding.hpp"
#include "policies/words.hpp"
#include "sim/world/apportion.hpp"

namespace coopsim {
namespace {

// The gifts by weights; REQUIRES: sound weights.
std::vector<Funding::Gift> gifts_by(const Weights& weights, Money amount) {
  std::vector<Funding::Gift> gifts;
  std::vector<std::int64_t> parts_wanted;
  for (const Account account : accounts_named("all")) {
    if (weights.of(account) == 0) continue;
    gifts.push_back({account, {}});
    parts_wanted.push_back(weights.of(account));
  }
  const auto parts = apportion(amount, parts_wanted);
  for (std::size_t i = 0; i < gifts.size(); ++i) gifts[i].amount = parts[i];
  return gifts;
}

}  // namespace

void ReleaseTo::edits(Edits& edits) const {
  edits.push_back({"the use of released money"});
  for (const Account member : account.accounts)
    edits.push_back({"the money of " + std::string(id_of(member))});
  for (std::size_t i = 0; i < weights.steps.size(); ++i)
    for (const auto& [member, weight] : weights.steps[i].value.parts)
      edits.push_back({"the money of " + std::string(id_of(member)), weights.steps[i].from,
                       i + 1 < weights.steps.size() ? weights.steps[i + 1].from : Time::max()});
}

void ReleaseTo::fund(Funding& funding) const {
  if (!is_sound(funding)) return;
  std::vector<int> unplaced;
  for (int year = funding.first_year(); year <= funding.last_year(); ++year) {
    const Money freed = funding.released(year);
    if (freed == Money{}) continue;
    const Money returned = portion(freed, treasury);
    Money rest = freed - returned;
    std::vector<Funding::Gift> gifts;
    if (!account.accounts.empty()) {
      gifts = funding.gifts_to(year, account.accounts, std::min(rest, portion(freed, share)));
      for (const auto& gift : gifts) rest -= gift.amount;
    }
    if (const Weights* parts = in_force(weights, year)) {
      const auto more = gifts_by(*parts, rest);
      gifts.insert(gifts.end(), more.begin(), more.end());
    }
    if (funding.redirect(year, gifts, returned) != Money{}) unplaced.push_back(year);
  }
  if (!unplaced.empty())
    funding.problem(
        "no B or C account is left for the rest of the money freed in " + years_in_words(unplaced),
        "give weights or a share of 1");
}

bool ReleaseTo::is_sound(Funding& funding) const {
  const std::size_t before = funding.problem_count();
  if (!funding.ever_resized())
    funding.problem("no money is released: the policy has no share_path in force",
                    "add share_path or remove release_to");
  if (portion(krw_million(1), treasury) + portion(krw_million(1), named_share()) > krw_million(1))
    funding.problem("share and treasury are together more than 1", "lower one of them");
  for (const auto& step : weights.steps) {
    const std::string wrong = step.value.problem();
    if (!wrong.empty())
      funding.problem("weights from " + in_words(step.from) + ": " + wrong,
                      "allowed: A1 to C8, each 0 to 1000000, one at least positive");
  }
  return funding.problem_count() == before;
}

}  // namespace coopsim
