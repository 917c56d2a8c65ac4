// SPDX-License-Identifier: Apache-2.0
// What indicators do that miss their purpose: money that follows output, measured badly, against
// money that follows outcomes (F30; the policies concentrate and concentrate_output).
#include <catch2/catch.hpp>

#include "tests/sim/study_results.hpp"

using namespace coopsim;
using namespace coopsim::testing;

namespace {

constexpr int last_year = 2005;
constexpr IndicatorsChanged outcome_weights{10, 60, 20, 10, .5f};
constexpr IndicatorsChanged output_weights{60, 0, 20, 20, 1.5f};

enum { baseline, by_outcome, by_output };

// Ten years of 600 firms whose other accounts all have the same money: advice, study groups,
// projects, guidance, outsourcing, consultation meetings.
Scenario ten_years() {
  Scenario scenario = small_scenario();
  scenario.parameters.run.end = date(last_year + 1, 1, 1);
  scenario.parameters.outsourcing.opens = date(1995, 1, 1);
  scenario.parameters.budget.cut_chance = 0.0;
  for (const Account account :
       {Account::B1, Account::B2, Account::B3, Account::B4, Account::B5, Account::B6, Account::B7,
        Account::B8, Account::B9, Account::B10, Account::B11, Account::C1, Account::C2})
    scenario.accounts[index(account)] = {krw_million(180), .5};
  scenario.policies[0].money = Appropriations(scenario.accounts, 1.0, 1992, last_year + 1);
  const auto add = [&](std::string name, IndicatorsChanged weights) {
    Policy policy = scenario.policies[0];
    policy.name = std::move(name);
    policy.baseline = false;
    for (const Change& change : {Change(ConcentrationChanged{1, 6}), Change(weights)})
      policy.levers.push_back(std::make_shared<Once>(date(1996, 1, 1), change));
    scenario.policies.push_back(policy);
  };
  add("by_outcome", outcome_weights);
  add("by_output", output_weights);
  return scenario;
}

const Results& results() {
  static const Results results(ten_years(), 12);
  return results;
}

double effect(int policy) { return results()("productivity_effect", last_year, policy); }

// Money of the accounts that teach practice most per won: advice and study groups.
double money_of_teachers(int policy) {
  return results()("budget_appropriated", last_year, policy, Account::B7, Split::account) +
         results()("budget_appropriated", last_year, policy, Account::B8, Split::account);
}

}  // namespace

TEST_CASE(
    "money that follows outcomes brings more than money that follows output, measured badly") {
  INFO("effects " << effect(baseline) << " " << effect(by_outcome) << " " << effect(by_output));
  INFO("money " << money_of_teachers(baseline) << " " << money_of_teachers(by_outcome) << " "
                << money_of_teachers(by_output));
  CHECK(effect(by_outcome) > 1.1 * effect(by_output));
  CHECK(effect(by_outcome) > 1.1 * effect(baseline));
  CHECK(money_of_teachers(by_outcome) > 1.1 * money_of_teachers(by_output));
}

TEST_CASE("each of these reviews concentrates money") {
  const auto index_of = [](int policy) {
    return results()("budget_concentration", last_year, policy);
  };
  for (const int policy : {by_outcome, by_output}) CHECK(index_of(policy) > index_of(baseline));
}
