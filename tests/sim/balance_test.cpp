// SPDX-License-Identifier: Apache-2.0
// The trade balance in parts and materials: what the economy makes of it, what the programme adds.
#include <catch2/catch.hpp>

#include <cmath>

#include "sim/context.hpp"
#include "tests/sim/study_results.hpp"

using namespace coopsim;
using namespace coopsim::testing;

namespace {

// Equation 12 without programme terms, in plain arithmetic.
double deficit(double exports, double exchange_rate, int years_after_2006) {
  return 28.0 * std::pow(exports / 325.5, .7) * std::pow(exchange_rate / 821.5, .2) *
             std::exp(-.04 * years_after_2006) -
         12.4 * std::pow(1.01, years_after_2006);
}

Macro known_economy(int year) {
  MacroParameters parameters;
  parameters.known_to = 2016;
  Macro macro(parameters);
  macro.start_year(year, Random(1, 0));
  return macro;
}

// Fairs and cooperation: deals that export, projects that teach technology.
Scenario trading(double substitution) {
  Scenario scenario = small_scenario();
  const auto give = [&](Account account, std::int64_t million) {
    scenario.accounts[index(account)] = {krw_million(million), .5};
  };
  give(Account::C2, 300);
  give(Account::B1, 450);
  Parameters& p = scenario.parameters;
  p.budget.cut_chance = 0.0;
  p.trade.contract_chance = .5;
  p.trade.substitution = substitution;
  p.macro.balance_year = 1997;
  p.macro.balance_economy_exports = 100;
  p.macro.balance_economy_exchange = 900;
  scenario.policies[0].money = Appropriations(scenario.accounts, 1.0, 1992, 2000);
  scenario.policies.push_back(scaled_policy(scenario, "none_from_1996", 0));
  return scenario;
}

}  // namespace

TEST_CASE("the deficit without programme is that of equation 12") {
  CHECK(known_economy(2006).deficit(2006) == Approx(15.6));
  CHECK(known_economy(2005).deficit(2005) == Approx(deficit(284.4, 930.6, -1)));
  CHECK(known_economy(2010).deficit(2010) == Approx(deficit(466.4, 1320.2, 4)));
  CHECK(known_economy(2016).deficit(2016) == Approx(deficit(495.4, 1067, 10)));
}

TEST_CASE("another economy moves the deficit by its elasticities, a dearer yen adds to it") {
  MacroParameters parameters;
  parameters.known_to = 2016;
  const auto in_2006 = [&] {
    Macro macro(parameters);
    macro.start_year(2006, Random(1, 0));
    return macro.deficit(2006);
  };
  parameters.imports_of_exports = parameters.imports_of_exchange = 0;
  CHECK(in_2006() == Approx(15.6));
  parameters.balance_year = 2005;
  CHECK(in_2006() == Approx(28 * std::exp(-.04) - 12.4 * 1.01));
  parameters.imports_of_exchange = 1;
  parameters.balance_economy_exchange = 930.6;
  CHECK(in_2006() == Approx(28 * std::exp(-.04) * 821.5 / 930.6 - 12.4 * 1.01));
}

TEST_CASE("no policy moves the deficit without programme, and none claims it") {
  const Scenario scenario = trading(.05);
  const Results results(scenario, 3);
  for (int year = 1993; year <= 1998; ++year) {
    CAPTURE(year);
    CHECK(results("deficit_without_programme", year, 0) ==
          results("deficit_without_programme", year, 1));
    for (const int policy : {0, 1})
      CHECK(results("deficit", year, policy) ==
            Approx(results("deficit_without_programme", year, policy) -
                   results("programme_trade_effect", year, policy) / 1e6)
                .epsilon(1e-12));
  }
  CHECK(results("programme_trade_effect", 1998, 0) > results("programme_trade_effect", 1998, 1));
}

TEST_CASE("the programme's terms are its exports and its import substitution, nothing else") {
  const Results results(trading(.05), 3);
  for (const int year : {1995, 1998}) {
    const double terms = results("programme_exports", year) + results("import_substitution", year);
    CHECK(results("import_substitution", year) > 0);
    CHECK(results("programme_exports", year) > 0);
    CHECK(results("programme_trade_effect", year) ==
          Approx(terms).epsilon(1e-4));  // deliveries of 31 December
    CHECK(results("programme_share_of_deficit", year) ==
          Approx(100 * terms / (results("deficit_without_programme", year) * 1e6)).epsilon(1e-4));
  }
}

TEST_CASE("the claim about a change is published for the base year only") {
  const Results results(trading(.05), 3);
  const double change = std::abs(results("deficit", 1997) - results("deficit", 1996)) * 1e6;
  CHECK(change > 0);
  // A ratio of each replication: the mean of ratios is near the ratio of means.
  CHECK(results("programme_share_of_change", 1997) ==
        Approx(100 * results("programme_trade_effect", 1997) / change).epsilon(.05));
  for (const int year : {1993, 1996, 1998})
    CHECK(std::isnan(results("programme_share_of_change", year)));
}

TEST_CASE("import substitution is in proportion to chi, and at zero only exports count") {
  const Results none(trading(0), 2), some(trading(.05), 2), twice(trading(.1), 2);
  for (const int year : {1995, 1998}) {
    CHECK(none("import_substitution", year) == 0);
    CHECK(none("programme_trade_effect", year) ==
          Approx(none("programme_exports", year)).epsilon(1e-4));
    CHECK(twice("import_substitution", year) == Approx(2 * some("import_substitution", year)));
    CHECK(twice("productivity_effect", year) == some("productivity_effect", year));
  }
}

TEST_CASE("equation 13 for one firm, by hand") {
  Scenario scenario = small_scenario();
  for (AccountPlan& account : scenario.accounts) account.amount = Money{0};
  scenario.policies[0].money = Appropriations(scenario.accounts, 1.0, 1992, 2000);
  const Study study(scenario);
  Replication replication(study, 0, nullptr);
  const Time eve = date(1993, 12, 31);
  replication.run_until(eve);
  double expected = 0;
  replication.intervene([&](Context& context) {
    Firms& firms = context.world.firms;
    firms.gain_skill(5, 2, .4, eve);
    const TechnologyClock clock = firms.technology_clock(eve);
    const double sales =  // KRW million
        std::exp(firms.log_productivity(5, eve, 0.0)) * firms.staff(5) / .35;
    expected = .05 * .6 * sales * 1000 / 955 *
               (firms.technology(5, eve, clock) / clock.technology(firms[5].technology_2005) - 1);
  });
  replication.finish();
  const auto place = study.recording->layout().offset("import_substitution");
  CHECK(expected > 0);
  CHECK(replication.responses()[place] == Approx(expected));
}

TEST_CASE("without any effect of the programme the balance is the economy's, bit by bit") {
  Scenario scenario = small_scenario();
  for (AccountPlan& account : scenario.accounts) account.amount = Money{0};
  scenario.policies[0].money = Appropriations(scenario.accounts, 1.0, 1992, 2000);
  const Results results(scenario, 1);
  for (int year = 1993; year <= 1998; ++year) {
    CHECK(results("programme_trade_effect", year) == 0);
    CHECK(results("deficit", year) == results("deficit_without_programme", year));
  }
}
