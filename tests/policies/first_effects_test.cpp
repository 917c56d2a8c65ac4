// SPDX-License-Identifier: Apache-2.0
// What levers do first, direction and size, in whole replications, with the arithmetic beside each
// expectation. Policy 0 is the status quo, policy 1 has the lever; policies start in 1996.
// every_lever_test.cpp says which test belongs to which lever.
#include <catch2/catch.hpp>

#include <cmath>

#include "tests/policies/all_programmes.hpp"

using namespace coopsim;
using namespace coopsim::testing;
using enum coopsim::Account;

namespace {

double over(const Results& results, const char* id, int policy) {
  double sum = 0;
  for (const int year : {1996, 1997, 1998}) sum += results(id, year, policy);
  return sum;
}

double appropriated(const Results& results, int policy, Account account, int year = 1997) {
  return results("budget_appropriated", year, policy, account, Split::account);
}

constexpr double whole_year = 4'516'000;  // KRW thousand: the sum of all_programmes()

}  // namespace

TEST_CASE("levers of money change seats and amounts by their arithmetic") {
  Total half;
  half.factor = .5;
  AnnouncedCut no_technicians;
  no_technicians.account = AccountChoice::named("A2");
  no_technicians.factor = .3;
  Composition engineers;
  engineers.weights = Path<Weights>(Weights{{{A1, 1}, {A2, 1}}});
  SharePath less;
  less.path = 442.5 / 4'516;  // half of the 885 that training has
  ReleaseTo advice;
  advice.account = AccountChoice::named("advice");
  JapanFundingEnd end;
  end.share = 1;
  Scenario scenario = with_levers(all_programmes(), half);
  add_policy(scenario, {make_lever(no_technicians)});
  add_policy(scenario, {make_lever(engineers)});
  add_policy(scenario, {make_lever(less)});
  add_policy(scenario, {make_lever(less), make_lever(advice)});
  add_policy(scenario, {make_lever(end)});
  const Results results(scenario, 1);
  const auto seats = [&](int policy, Account course) {
    return results("seats_offered", 1997, policy, course, Split::course);
  };
  CHECK(results("budget_appropriated", 1997, 0) == whole_year);
  CHECK(seats(0, A2) == 20);  // 500 / 25
  CHECK(results("budget_appropriated", 1997, 1) == whole_year / 2);
  CHECK(seats(1, A2) == 10);  // 250 / 25
  CHECK(seats(2, A2) == 6);   // 150 / 25
  CHECK(results("budget_appropriated", 1997, 2) == whole_year - 350'000);
  CHECK(seats(3, A1) == 24);  // 442.5 / 18
  CHECK(seats(3, A2) == 17);  // 442.5 / 25
  CHECK(seats(3, A6) == 0);
  CHECK(seats(4, A2) == 10);  // 250 / 25
  CHECK(results("training_share", 1997, 4) == Approx(442.5 / 4'516));
  CHECK(appropriated(results, 5, B7) == 400'000 + 442'500);
  CHECK(appropriated(results, 5, C1) == 300'000);
  CHECK(appropriated(results, 6, A2) == 250'000);  // Korea's half
  CHECK(appropriated(results, 6, A2, 1995) == 500'000);
}

TEST_CASE("a cut within the year takes its share of each account on its day") {
  AbruptCut abrupt;
  abrupt.on = date(1997, 7, 1);
  abrupt.share = .2;
  abrupt.later = .5;
  MidyearCut midyear;
  midyear.year = 1997;
  midyear.share = .2;
  Scenario scenario = with_levers(all_programmes(), abrupt);
  add_policy(scenario, {make_lever(midyear)});
  const Results results(scenario, 2);
  const auto cut = [&](int policy, Account account) {
    return results("budget_cut", 1997, policy, account, Split::account);
  };
  CHECK(results("budget_cut", 1997, 0) == 0);
  CHECK(cut(1, A4) == 10'000);  // .2 x 50, of both authorities: the course is called in July
  CHECK(cut(2, A4) == 5'000);   // .2 x 25: Korea's half alone
  CHECK(cut(1, C7) == 0);       // the scouts were paid in January
  CHECK(cut(2, A2) < 50'000);   // Korea's half of A2 is spent by July, the first half of its seats
  CHECK(results("budget_cut", 1997, 1) < .2 * whole_year);
  CHECK(appropriated(results, 1, A2) == 500'000);
  CHECK(appropriated(results, 1, A2, 1998) == 250'000);
  CHECK(appropriated(results, 2, A2, 1998) == 500'000);
  CHECK(results("budget_cut", 1998, 1) == 0);
}

TEST_CASE("one association whose turn comes every fourth year holds one course, for its sector") {
  AssociationCourses one;
  one.associations = 1;
  one.interval = 4;
  Scenario scenario = all_programmes();
  for (std::size_t i = 0; i < account_count; ++i)
    if (Account(i) != A5) scenario.accounts[i].amount = Money{};
  scenario.policies[0].money = Appropriations(scenario.accounts, 1.0, 1992, 2000);
  scenario.parameters.training.a5.application_rate = .2;
  const Results results(with_levers(scenario, one), 4);
  for (const int year : {1996, 1997, 1998})
    CHECK(results("seats_offered", year, 0, A5, Split::course) == 6);  // 78 / 13, six associations
  CHECK(results("seats_offered", 1996, 1, A5, Split::course) == 6);    // 1996 = 4 x 499
  CHECK(results("seats_offered", 1997, 1, A5, Split::course) == 0);
  CHECK(results("seats_offered", 1998, 1, A5, Split::course) == 0);
  const auto machinery = [&](int policy) {  // the first association's sector
    return results("applications", 1996, policy, cell_of(index(Sector::machinery)), Split::sector) /
           results("applications", 1996, policy);
  };
  CHECK(machinery(1) == 1);
  CHECK(machinery(0) < .5);
}

TEST_CASE("first come, first served selects early files; a lottery ignores what firms can absorb") {
  Selection early, lottery;
  early.rule = SelectionRule::first_come;
  lottery.rule = SelectionRule::lottery;
  Scenario scenario = all_programmes();
  for (std::size_t i = 0; i < account_count; ++i)
    if (Account(i) != A1) scenario.accounts[i].amount = Money{};
  scenario.accounts[index(A1)].amount = krw_million(900);  // 25 seats in each of two calls
  scenario.policies[0].money = Appropriations(scenario.accounts, 1.0, 1992, 2000);
  scenario.parameters.training.a1.application_rate = .3;
  scenario.parameters.training.dropout = 0;
  scenario = with_levers(scenario, early);
  add_policy(scenario, {make_lever(lottery)});
  const Results results(scenario, 8);
  // Files come evenly over the 30 days from 90 days before departure. Any rule that looks at other
  // things waits 90 - 14.5 days; the first 1 / r of the persons came in the first 30 / r days.
  for (const int year : {1997, 1998}) {
    const double r = results("applications_per_seat", year, 1);
    CHECK(r > 3);
    CHECK(results("training_wait", year, 1) == Approx(90 - 15 / r + .5).margin(1));
    CHECK(results("training_wait", year, 2) == Approx(75.5).margin(1));
    CHECK(results("training_wait", year, 0) == Approx(75.5).margin(1));
  }
  // The score is absorptive capacity times gap, which is what a lesson in technology gives.
  CHECK(results("technology_level", 1998, 2) < results("technology_level", 1998, 0));
}

TEST_CASE("recruitment brings advisers in proportion, and its upkeep leaves less for engagements") {
  Recruitment twice;
  twice.effort = 2;
  const Results results(with_levers(all_programmes(), twice), 6);
  CHECK(over(results, "advisers_registered", 1) / over(results, "advisers_registered", 0) ==
        Approx(2).margin(.15));
  // B7 holds 400; 100 of upkeep leave 300, twice the upkeep leaves 200.
  CHECK(results("engagements_planned", 1997, 1) ==
        Approx(results("engagements_planned", 1997, 0) * 200 / 300).margin(1));
}

TEST_CASE("the mix decides which engagements are long") {
  LongShortMix all_long, all_short;
  all_long.long_share = 1;
  all_short.long_share = 0;
  Scenario scenario = with_levers(all_programmes(), all_long);
  add_policy(scenario, {make_lever(all_short)});
  const Results results(scenario, 6);
  CHECK(results("engagements_long", 1995, 1) == results("engagements_long", 1995, 0));
  CHECK(results("engagements_long", 1997, 0) == Approx(.6).margin(.15));
  CHECK(results("engagements_long", 1997, 1) == Approx(1));
  CHECK(results("engagements_long", 1997, 2) == 0);
}

TEST_CASE("twice the public share: half the engagements for the money, more firms that ask") {
  Subsidy twice;
  twice.share = .7;
  const Results results(with_levers(all_programmes(), twice), 8);
  CHECK(results("engagements_planned", 1997, 1) ==
        Approx(results("engagements_planned", 1997, 0) / 2).margin(1));
  // Needs answer to the firm's own part by the power -.5: from .65 to .30.
  CHECK(over(results, "needs_posted", 1) / over(results, "needs_posted", 0) ==
        Approx(std::sqrt(.65 / .30)).margin(.08));
}

TEST_CASE("the wait for an adviser is half of the time between two matching days") {
  MatchingDays monthly;
  monthly.days_a_year = 12;
  Scenario scenario = all_programmes();
  scenario.parameters.advice.registrations = 900.0;  // advisers for everyone
  scenario.parameters.advice.match_half = 1;         // and each try succeeds
  scenario.parameters.advice.availability = 1;
  scenario.accounts[index(B7)].amount = krw_million(9'000);
  scenario.policies[0].money = Appropriations(scenario.accounts, 1.0, 1992, 2000);
  const Results results(with_levers(scenario, monthly), 4);
  CHECK(results("advice_wait", 1997, 0) == Approx(365. / 2 / 2).margin(8));
  CHECK(results("advice_wait", 1997, 1) == Approx(365. / 12 / 2).margin(5));
}

TEST_CASE("a bond keeps trained workers, follow-up visits pass on sooner and cost seats") {
  Retention bond, follow_up, visits;
  bond.bond = .9;
  follow_up.follow_up = 1;
  follow_up.cost = Money{};
  visits.follow_up = 1;
  Scenario scenario = all_programmes();
  scenario.accounts[index(A2)].amount = krw_million(1'500);
  scenario.policies[0].money = Appropriations(scenario.accounts, 1.0, 1992, 2000);
  scenario.parameters.training.a2.application_rate = .2;
  scenario = with_levers(scenario, bond);
  add_policy(scenario, {make_lever(follow_up)});
  add_policy(scenario, {make_lever(visits)});
  const Results results(scenario, 10);
  // Within two years 1 - exp(-2 x .117) = .209 quit, under the bond 1 - exp(-.1 x 2 x .117) = .023.
  CHECK(results("trained_workers_lost", 1998, 1) / results("trained_workers_lost", 1998, 0) ==
        Approx(.023 / .209).margin(.08));
  CHECK(results("trained_workers_lost", 1998, 2) ==
        Approx(results("trained_workers_lost", 1998, 0)).margin(1));
  // Of what the trainees of 1996 can pass on, 1 - exp(-.7 t) has arrived after t, and
  // 1 - exp(-1.4 t) with the visits: more, but less than twice as much.
  const auto in_1996 = [&](int policy) {
    return results("practice_index", 1996, policy) - results("practice_index", 1995, 0);
  };
  CHECK(in_1996(2) > in_1996(0));
  CHECK(results("productivity_effect", 1997, 2) > results("productivity_effect", 1997, 0));
  CHECK(results("productivity_effect", 1997, 2) < 2 * results("productivity_effect", 1997, 0));
  const auto seats = [&](int policy) {
    return results("seats_offered", 1997, policy, A2, Split::course);
  };
  CHECK(seats(0) == 60);  // 1,500 / 25
  CHECK(seats(2) == 60);
  CHECK(seats(3) == 55);  // 1,500 / 27
}

TEST_CASE("safeguards make leaks rarer by 1 + level, and engagements dearer by their cost") {
  Safeguards free, dear;
  free.level = dear.level = 3;
  free.cost = Money{};
  dear.cost = krw_million(5);
  Scenario scenario = all_programmes();
  scenario.parameters.japan.leak_rate = 60;  // often enough to be counted
  scenario.parameters.japan.leak_jump = 0;
  scenario = with_levers(scenario, free);
  add_policy(scenario, {make_lever(dear)});
  const Results results(scenario, 24);
  CHECK(over(results, "technology_leaks", 0) > 2);
  CHECK(over(results, "technology_leaks", 1) / over(results, "technology_leaks", 0) ==
        Approx(.25).margin(.1));
  // An engagement of 20/3 months at 4.5 million, of which .35 is public: 10.5; then 15.5.
  CHECK(results("engagements_planned", 1997, 2) ==
        Approx(results("engagements_planned", 1997, 0) * 10.5 / 15.5).margin(1));
  CHECK(results("engagements_planned", 1997, 1) == results("engagements_planned", 1997, 0));
}

TEST_CASE("a shock of the economy multiplies what it names from a day until another") {
  EconomyShock weak;
  weak.exchange = .7;
  weak.exports = .85;
  weak.until = date(1998, 1, 1);
  Scenario scenario = all_programmes();
  scenario.parameters.macro.known_to = 2016;
  const Results results(with_levers(scenario, weak), 1);
  CHECK(results("exchange_rate", 1997, 1) == Approx(.7 * results("exchange_rate", 1997, 0)));
  CHECK(results("korean_exports", 1997, 1) == Approx(.85 * results("korean_exports", 1997, 0)));
  CHECK(results("exchange_rate", 1998, 1) == results("exchange_rate", 1998, 0));
  CHECK(results("korean_exports", 1998, 1) == results("korean_exports", 1998, 0));
}

TEST_CASE("concentration moves shares by exp(strength x score), and weights say what scores") {
  // Small steps: twice the strength moves twice the money. Only delivery counts, without noise.
  Concentration weak, twice;
  weak.strength = .02;
  twice.strength = .04;
  IndicatorWeights delivery, execution;
  delivery = {1, 0, 0, 0, 0, {}};
  execution = {0, 0, 0, 1, 0, {}};
  Scenario scenario = with_levers(all_programmes(), weak, delivery);
  add_policy(scenario, {make_lever(twice), make_lever(delivery)});
  add_policy(scenario, {make_lever(weak), make_lever(execution)});
  const Results results(scenario, 2);
  const auto moved = [&](int policy) { return results("money_reallocated", 1997, policy); };
  CHECK(results("money_reallocated", 1996, 1) == 0);  // watched in 1996, moved from 1997 on
  CHECK(moved(1) > 0);
  CHECK(moved(2) == Approx(2 * moved(1)).epsilon(.05));
  CHECK(moved(1) < .02 * 2 * whole_year);  // a score is at most 2
  CHECK(results("budget_appropriated", 1997, 1) == whole_year);
  // B7 starts what it plans, more than others do; but its visits are paid into the next year, so it
  // pays less of its money than others do.
  const auto growth_of_b7 = [&](int policy) {
    return std::log(appropriated(results, policy, B7) / 400'000);
  };
  CHECK(growth_of_b7(1) > 0);
  CHECK(growth_of_b7(3) < 0);
}
