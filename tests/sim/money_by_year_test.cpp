// SPDX-License-Identifier: Apache-2.0
// Public money year by year: what was carried in and appropriated is what was paid, lapsed, taken
// back and carried on, account by account.
#include <catch2/catch.hpp>

#include "tests/sim/study_results.hpp"

using namespace coopsim;
using namespace coopsim::testing;

namespace {

Scenario with_cuts() {
  Scenario scenario = small_scenario();
  Policy cut = scaled_policy(scenario, "cut", 1);
  cut.levers.push_back(
      std::make_shared<Once>(date(1996, 4, 1), Rescinded{Authority::japan, 300'000}));
  cut.levers.push_back(
      std::make_shared<Once>(date(1997, 7, 1), Rescinded{Authority::korea, 500'000}));
  scenario.policies.push_back(cut);
  return scenario;
}

}  // namespace

TEST_CASE("every year's money is paid, lapsed, taken back or carried on, in every account") {
  const Results results(with_cuts(), 2);
  bool carried_something = false, cut_something = false;
  for (int policy = 0; policy < 2; ++policy)
    for (const Account account : {Account::A1, Account::A2, Account::A5, Account::B7})
      for (int year = 1993; year < 1999; ++year) {
        INFO(policy << ' ' << accounts[index(account)].id << ' ' << year);
        const auto of = [&](const char* metric, int when) {
          return results(metric, when, policy, account, Split::account);
        };
        const double before = year == 1993 ? 0 : of("budget_carried_over", year - 1);
        const double after = of("budget_carried_over", year);
        CHECK(before + of("budget_appropriated", year) ==
              Approx(of("budget_spent", year) + of("budget_lapsed", year) +
                     of("budget_not_modelled", year) + of("budget_cut", year) + after));
        carried_something = carried_something || after != 0;
        cut_something = cut_something || of("budget_cut", year) != 0;
      }
  CHECK(carried_something);
  CHECK(cut_something);
}

TEST_CASE("no more is paid to the end of a year than was committed by then") {
  const Results results(with_cuts(), 2);
  for (int policy = 0; policy < 2; ++policy)
    for (const Account account : {Account::A1, Account::A2, Account::A5, Account::B7}) {
      double committed = 0, paid = 0;
      for (int year = 1993; year < 1999; ++year) {
        committed += results("budget_committed", year, policy, account, Split::account);
        paid += results("budget_spent", year, policy, account, Split::account);
        CHECK(paid <= committed);
      }
      CHECK(paid > 0);
    }
}
