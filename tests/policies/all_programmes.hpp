// SPDX-License-Identifier: Apache-2.0
// A small study in which every programme has money, and beside its status quo a policy whose levers
// are planned and announced as those of a scenario file are.
#pragma once
#include <vector>

#include "policies/catalogue.hpp"
#include "tests/sim/study_results.hpp"

namespace coopsim::testing {

// KRW million a year of every account but C8, near those of 2006; no random cuts. Policies start
// in 1996.
inline Scenario all_programmes() {
  Scenario scenario = small_scenario();
  Parameters& p = scenario.parameters;
  p.budget.cut_chance = 0.0;
  p.outsourcing.opens = p.scouting.opens = p.information.opens = date(1993, 1, 1);
  constexpr std::array<std::int64_t, account_count> million = {
      90,  500, 60,  50,  78,  107,                           // A
      135, 135, 135, 135, 135, 135, 400, 120, 135, 135, 160,  // B
      300, 150, 150, 270, 500, 200, 200, 0,   101};           // C, head office
  for (std::size_t i = 0; i < account_count; ++i)
    scenario.accounts[i] = {krw_million(million[i]), .5};
  scenario.policies[0].money = Appropriations(scenario.accounts, 1.0, 1992, 2000);
  return scenario;
}

// Adds a policy of these levers, which must be fundable and free of conflicts.
inline void add_policy(Scenario& scenario, std::vector<PolicyLeverPtr> levers) {
  std::vector<LeverProblem> problems = conflicts(levers, scenario.parameters);
  Policy policy;
  policy.name = "policy_" + std::to_string(scenario.policies.size());
  policy.money = plan_money(scenario.policies[0].money, scenario.parameters, levers, problems);
  policy.levers.assign(levers.begin(), levers.end());
  for (const LeverProblem& problem : problems) FAIL(problem.what);
  scenario.policies.push_back(policy);
}

template <class... L>
Scenario with_levers(Scenario scenario, L... levers) {
  add_policy(scenario, {make_lever(std::move(levers))...});
  return scenario;
}

// The cell of a split by sector, region or size class, as Results asks for it.
constexpr Account cell_of(std::size_t number) { return static_cast<Account>(number); }

}  // namespace coopsim::testing
