// SPDX-License-Identifier: Apache-2.0
// Runs a small study and asks for its yearly responses; a policy that makes one change.
#pragma once
#include <catch2/catch.hpp>
#include <memory>
#include <string_view>
#include <vector>

#include "tests/sim/small_scenario.hpp"

namespace coopsim::testing {

// Yearly values of one response, mean over replications, for each policy of the scenario.
class Results {
 public:
  explicit Results(const Scenario& scenario, int replications = 6)
      : layout_(Study(scenario).recording->layout()), sums_(scenario.policies.size()) {
    for (const Outcome& each : outcomes_of(scenario, {.replications = replications})) {
      REQUIRE(each.error == "");
      if (each.world != Outcome::World::policy) continue;
      auto& sum = sums_[std::size_t(each.policy)];
      sum.resize(layout_.size());
      for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += each.responses[i] / replications;
    }
  }
  double operator()(std::string_view id, int year, int policy = 0, Account account = {},
                    Split split = Split::whole) const {
    return sums_[std::size_t(policy)][layout_.offset(id, split, cell(account, split)) +
                                      std::size_t(year - layout_.first_year())];
  }

 private:
  static std::size_t cell(Account account, Split split) {
    if (split == Split::field) return coopsim::detail::place_in(cooperation_accounts, account);
    if (split == Split::channel) return coopsim::detail::place_in(trade_accounts, account);
    return split == Split::whole ? 0 : index(account);
  }

  ResponseLayout layout_;
  std::vector<std::vector<double>> sums_;
};

inline Scenario with_change(Time when, Change change) {
  Scenario scenario = small_scenario();
  Policy policy = scenario.policies[0];
  policy.name = "changed";
  policy.baseline = false;
  policy.levers.push_back(std::make_shared<Once>(when, change));
  scenario.policies.push_back(policy);
  return scenario;
}

}  // namespace coopsim::testing
