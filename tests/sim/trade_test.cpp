// SPDX-License-Identifier: Apache-2.0
// Fairs, consultations, contracts, deals and what exporting teaches, in whole replications.
#include <catch2/catch.hpp>

#include <cmath>

#include "sim/context.hpp"
#include "tests/sim/study_results.hpp"

using namespace coopsim;
using namespace coopsim::testing;

namespace {

// Money for fairs only: 40 places a year of each kind, four missions of 15 firms.
Scenario fairs_only() {
  Scenario scenario = small_scenario();
  for (AccountPlan& account : scenario.accounts) account.amount = Money{0};
  scenario.accounts[index(Account::C2)] = {krw_million(60), .5};
  scenario.accounts[index(Account::C3)] = {krw_million(120), .5};
  scenario.accounts[index(Account::C4)] = {krw_million(360), .5};
  scenario.parameters.budget.cut_chance = 0.0;
  scenario.policies[0].money = Appropriations(scenario.accounts, 1.0, 1992, 2000);
  return scenario;
}

double logistic(double x) { return 1.0 / (1.0 + std::exp(-x)); }

}  // namespace

TEST_CASE("money buys places, places bring consultations, some end in a contract") {
  const Results results(fairs_only(), 64);
  for (const int year : {1993, 1996, 1998}) {
    CAPTURE(year);
    CHECK(results("fair_places", year, 0, Account::C2, Split::channel) == 40);
    CHECK(results("fair_places", year, 0, Account::C3, Split::channel) == 40);
    CHECK(results("fair_places", year, 0, Account::C4, Split::channel) == 60);
    const double met = results("consultations", year);
    CHECK(met > 140 * 3.2);  // first meetings and follow-ups
    CHECK(met < 140 * 3.2 * 1.3);
    CHECK(results("contracts", year) < met * .1);
    CHECK(results("contracts", year) > met * .01);
    CHECK(results("firms_with_contract", year) > 3 * results("contracts_per_consultation", year));
  }
  // But for places of firms that left in the month before the fair.
  CHECK(results("budget_spent", 1996) <= 540'000);
  CHECK(results("budget_spent", 1996) > 540'000 * .98);
}

TEST_CASE("without money for fairs nobody meets, and nothing is exported") {
  const Results results(small_scenario(), 2);
  for (const char* id : {"fair_places", "consultations", "contracts", "deals_started",
                         "programme_exports", "live_deals"})
    for (int year = 1993; year <= 1998; ++year) CHECK(results(id, year) == 0);
}

TEST_CASE("exports of the years are what the deals deliver") {
  Scenario scenario = fairs_only();
  TradeParameters& p = scenario.parameters.trade;
  p.contract_chance = .999, p.contract_centring = -20;  // every consultation
  p.value_log_sd = 0, p.lag_log_sd = 0, p.growth_log_sd = 0, p.growth = 0;
  p.lag_median_months = 12;
  p.end_hazard = 0;
  scenario.parameters.meetings.meetings_a_place = 1;
  const Results results(scenario, 4);
  CHECK(results("contracts_per_consultation", 1993) > .999);
  CHECK(results("consultations", 1993) == Approx(results("contracts", 1993)));
  // Each deal delivers 150 thousand USD a year from the day it begins.
  const double before = results("live_deals", 1995), after = results("live_deals", 1996);
  CHECK(results("programme_exports", 1996) > 150 * before * .9);  // some firms leave
  CHECK(results("programme_exports", 1996) < 150 * (after + results("deals_ended", 1996)));
}

TEST_CASE("the chance of a contract is that of equation 9") {
  const Scenario scenario = fairs_only();
  const Study study(scenario);
  Replication replication(study, 0, nullptr);
  replication.run_until(date(1993, 6, 1));
  replication.intervene([&](Context& context) {
    const Time now = date(1993, 6, 1);
    const TradeParameters& p = scenario.parameters.trade;
    const TechnologyClock clock = context.world.firms.technology_clock(now);
    double mean = 0, weight = 0;
    for (std::size_t s = 0; s < sector_count; ++s) {
      mean += scenario.parameters.firms.sector_share.values()[s] *
              scenario.parameters.firms.technology_2005.values()[s];
      weight += scenario.parameters.firms.sector_share.values()[s];
    }
    for (const std::uint32_t slot : {0u, 17u, 599u}) {
      const Firm& firm = context.world.firms[slot];
      const double logit =
          std::log(p.contract_chance / (1 - p.contract_chance)) - p.contract_centring +
          .8 * (clock.technology(firm.technology_2005) - clock.technology(mean / weight)) / 10 +
          .5 * std::min<int>(firm.ties, 2) - .5 * (context.world.japan.reluctance() - .5) +
          .3 * std::log(900.0 / 821.5);
      CHECK(contract_chance(slot, false, now, context) == Approx(logistic(logit)).epsilon(1e-9));
      CHECK(contract_chance(slot, true, now, context) ==
            Approx(logistic(logit + .4)).epsilon(1e-9));
      context.world.information_level = 1;
      CHECK(contract_chance(slot, false, now, context) ==
            Approx(logistic(logit + .3)).epsilon(1e-9));
      context.world.information_level = 0;
    }
  });
}

TEST_CASE("a deal is the same under every policy that holds its consultation") {
  Scenario scenario = fairs_only();
  scenario.policies.push_back(scaled_policy(scenario, "same", 1.0));
  Policy fewer = scaled_policy(scenario, "fewer", 1.0);
  scenario.accounts[index(Account::C4)].amount = Money{0};
  fewer.money = Appropriations(scenario.accounts, 1.0, 1992, 2000);
  scenario.accounts[index(Account::C4)] = {krw_million(360), .5};
  scenario.policies.push_back(fewer);
  const Results results(scenario, 4);
  CHECK(results("programme_exports", 1998, 0) == results("programme_exports", 1998, 1));
  // Without missions the other fairs go on; only ties that missions made are missing.
  CHECK(results("fair_places", 1998, 2, Account::C2, Split::channel) == 40);
  CHECK(results("programme_exports", 1998, 2) < results("programme_exports", 1998, 0));
}

TEST_CASE("exporting teaches, and only while it does is there an effect") {
  Scenario scenario = fairs_only();
  scenario.parameters.trade.contract_chance = .5;
  const Results with(scenario, 4);
  CHECK(with("productivity_effect", 1998) > 0);
  scenario.parameters.trade.learning_practice = 0;
  const Results without(scenario, 4);
  CHECK(without("productivity_effect", 1998) == 0.0);
  CHECK(without("programme_exports", 1998) > 0);
}

TEST_CASE("a cut takes places back before the fair, and their money") {
  Scenario scenario = fairs_only();
  scenario.parameters.meetings.consultation_months = MonthSet::of({7});
  const Rescinded half{Authority::korea, 900'000};
  Policy policy = scenario.policies[0];
  policy.name = "cut", policy.baseline = false;
  policy.levers.push_back(std::make_shared<Once>(date(1996, 7, 1), half));
  scenario.policies.push_back(policy);
  const Results results(scenario, 2);
  CHECK(results("fair_places_lost", 1996, 0) == 0);
  CHECK(results("fair_places_lost", 1996, 1) > 0);
  CHECK(results("consultations", 1996, 1) < results("consultations", 1996, 0));
  CHECK(results("consultations", 1997, 1) > results("consultations", 1997, 0) * .9);
}
