// SPDX-License-Identifier: Apache-2.0
// Training and advice in whole replications: seats, waiting, money, levers.
#include <catch2/catch.hpp>

#include <cmath>

#include "tests/sim/study_results.hpp"

using namespace coopsim;
using namespace coopsim::testing;

TEST_CASE("seats are what the account pays for, spread over the year's cohorts") {
  const Results results(small_scenario(), 2);
  for (int year = 1993; year < 1999; ++year) {
    CHECK(results("seats_offered", year, 0, Account::A1, Split::course) == 5);   // 90 / 18
    CHECK(results("seats_offered", year, 0, Account::A2, Split::course) == 20);  // 500 / 25
    CHECK(results("seats_offered", year, 0, Account::A5, Split::course) == 6);   // 78 / 13
    CHECK(results("seats_offered", year, 0, Account::A6, Split::course) == 2);   // 107 / 53.5
  }
}

TEST_CASE("without drop-outs and with many applicants every funded seat returns a trainee") {
  Scenario scenario = small_scenario();
  scenario.parameters.training.dropout = 0;
  scenario.parameters.training.a2.application_rate = 1;
  scenario.parameters.japan.withdrawal_rate = 0;
  scenario.parameters.firms.exit_rate = 0;
  scenario.parameters.budget.cut_chance = 0.0;
  const Results results(scenario, 2);
  for (int year = 1994; year < 1999; ++year)
    CHECK(results("trainees_returned", year, 0, Account::A2, Split::course) == 20);
}

TEST_CASE("training is paid at its unit cost, when the trainees are back") {
  Scenario scenario = small_scenario();
  const Results results(scenario, 3);
  for (int year = 1993; year < 1999; ++year)
    CHECK(results("budget_spent", year, 0, Account::A1, Split::account) ==
          Approx(18'000 * results("trainees_returned", year, 0, Account::A1, Split::course)));
}

TEST_CASE("trainees wait between the selection lead and the length of the call") {
  const Results results(small_scenario(), 2);
  for (int year = 1993; year < 1999; ++year) {
    CHECK(results("training_wait", year) >= 30);
    CHECK(results("training_wait", year) <= 90);
  }
}

TEST_CASE("no more engagements start than the account pays for, and needs wait for them") {
  const Results results(small_scenario());
  for (int year = 1995; year < 1999; ++year) {
    const double limit = (400 - 100) / (4.5 * 20.0 / 3.0 * .35);
    CHECK(results("engagements_started", year) <= limit);
    CHECK(results("needs_served", year) > 0);
    CHECK(results("needs_served", year) < 1);
  }
  CHECK(results("engagements_started", 1994) == 0);
  CHECK(results("engagements_started", 1996) > 3);
  CHECK(results("advisers_available", 1998) > results("advisers_available", 1995));
}

TEST_CASE("rescissions by both sides cancel seats that are selected, not yet abroad") {
  Scenario scenario = with_change(date(1996, 9, 1), Rescinded{Authority::korea, 1'000'000});
  scenario.policies[1].levers.push_back(
      std::make_shared<Once>(date(1996, 9, 1), Rescinded{Authority::japan, 1'000'000}));
  const Results results(scenario);
  CHECK(results("budget_cut", 1996, 1) > results("budget_cut", 1996, 0));
  CHECK(results("seats_cancelled", 1996, 1) > results("seats_cancelled", 1996, 0));
  CHECK(results("trainees_returned", 1996, 1) < results("trainees_returned", 1996, 0));
  CHECK(results("trainees_returned", 1998, 1) ==
        Approx(results("trainees_returned", 1998, 0)).margin(3));
}

TEST_CASE("recruitment effort moves the database, and half the effort keeps half the arrivals") {
  const Results more(with_change(date(1996, 1, 1), RecruitmentChanged{2.0}));
  CHECK(more("advisers_registered", 1997, 1) ==
        Approx(2 * more("advisers_registered", 1997, 0)).epsilon(.2));
  const Results fewer(with_change(date(1996, 1, 1), RecruitmentChanged{0.5}));
  CHECK(fewer("advisers_registered", 1997, 1) ==
        Approx(.5 * fewer("advisers_registered", 1997, 0)).epsilon(.2));
}

TEST_CASE("the mix of long and short engagements follows its lever") {
  const Results longer(with_change(date(1996, 1, 1), LongShareChanged{1.0}));
  CHECK(longer("engagements_long", 1997, 1) == Approx(1.0));
  CHECK(longer("engagements_long", 1997, 0) < .95);
  const Results shorter(with_change(date(1996, 1, 1), LongShareChanged{0.0}));
  CHECK(shorter("engagements_long", 1997, 1) == 0.0);
}

TEST_CASE("a higher public share leaves money for fewer engagements") {
  const Results results(with_change(date(1996, 1, 1), SubsidyChanged{.9}));
  CHECK(results("engagements_started", 1998, 1) < results("engagements_started", 1998, 0));
  CHECK(results("needs_posted", 1998, 1) > results("needs_posted", 1998, 0));
}

TEST_CASE("more matching days shorten the wait for an adviser") {
  const Results results(with_change(date(1996, 1, 1), MatchingDaysChanged{12}));
  CHECK(results("advice_wait", 1997, 1) < results("advice_wait", 1997, 0));
}

TEST_CASE("a bond keeps trained workers, follow-up costs seats") {
  const Results bond(with_change(date(1996, 1, 1), RetentionChanged{.9f, 0.f}));
  CHECK(bond("trained_workers_lost", 1998, 1) < bond("trained_workers_lost", 1998, 0));
  const Results cost(with_change(date(1996, 1, 1), SeatCostChanged{7'000}));
  // 500 m pays for 20 seats at 25 m and for 15 at 32 m.
  CHECK(cost("seats_offered", 1997, 1, Account::A2, Split::course) == 15);
}

TEST_CASE("fewer associations hold fewer courses") {
  // Of 18 associations every third holds its course in a year; of two, every second.
  const Results results(with_change(date(1996, 1, 1), AssociationsChanged{2, 2}));
  CHECK(results("seats_offered", 1997, 1, Account::A5, Split::course) == 6);
  CHECK(results("applications", 1997, 1) > 0);
}

TEST_CASE("a neutral change moves no response") {
  const Results results(with_change(date(1996, 1, 1), LongShareChanged{.6}), 2);
  for (const char* id : {"engagements_started", "productivity_effect", "budget_spent", "staff"})
    for (int year = 1993; year < 1999; ++year) CHECK(results(id, year, 0) == results(id, year, 1));
}
