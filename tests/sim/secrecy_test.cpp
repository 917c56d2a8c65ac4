// SPDX-License-Identifier: Apache-2.0
// Japan's side: leaks and safeguards, what partners gain, shocks of reluctance and of the economy.
#include <catch2/catch.hpp>

#include <cmath>
#include <cstring>

#include "sim/context.hpp"
#include "tests/sim/study_results.hpp"

using namespace coopsim;
using namespace coopsim::testing;

namespace {

// Many advisers at work, and leaks often enough to be counted; nothing else moves reluctance.
Scenario leaky() {
  Scenario scenario = small_scenario();
  JapanParameters& p = scenario.parameters.japan;
  p.leak_rate = 100;
  p.reluctance_1993 = .1;
  p.reluctance_of_gap = p.reluctance_of_benefit = p.reluctance_noise = 0;
  p.leak_jump = .01;
  return scenario;
}

Scenario with_lever(Scenario scenario, Time when, Change change) {
  Policy policy = scenario.policies[0];
  policy.name = "changed";
  policy.baseline = false;
  policy.levers.push_back(std::make_shared<Once>(when, change));
  scenario.policies.push_back(policy);
  return scenario;
}

bool same_bits_in_both_policies(const Scenario& scenario) {
  std::vector<double> first, second;
  for (const Outcome& each : outcomes_of(scenario, {.replications = 1})) {
    REQUIRE(each.error == "");
    if (each.world == Outcome::World::policy) (each.policy == 0 ? first : second) = each.responses;
  }
  return first.size() == second.size() &&
         std::memcmp(first.data(), second.data(), first.size() * sizeof(double)) == 0;
}

double leaks(const Results& results, int policy = 0) {
  double sum = 0;
  for (int year = 1996; year <= 1998; ++year) sum += results("technology_leaks", year, policy);
  return sum;
}

}  // namespace

TEST_CASE("the benefit of partners is 1 - 1/e at 600 deals, 80 alliances or 200 advisers") {
  const Japan japan{JapanParameters{}};
  const double bound = 1 - std::exp(-1);
  CHECK(japan.partner_benefit({}) == 0);
  CHECK(japan.partner_benefit({.deals = 600}) == Approx(bound));
  CHECK(japan.partner_benefit({.alliances = 80}) == Approx(bound));
  CHECK(japan.partner_benefit({.advisers = 200}) == Approx(bound));
  CHECK(japan.partner_benefit({.deals = 300, .alliances = 20, .advisers = 50}) ==
        Approx(1 - std::exp(-1.)));
}

TEST_CASE("equation 14: benefit times win-win share lowers reluctance, a closing gap raises it") {
  JapanParameters p;
  p.reluctance_noise = 0;
  p.win_win = .5;
  Japan japan(p);
  japan.end_year(2010, 2.0, {.deals = 600}, date(2010, 12, 31), Random(1, 0));
  CHECK(japan.reluctance() == Approx(.48 + .10 * 2 / 10 - .06 * (1 - std::exp(-1)) * .5));
}

TEST_CASE("the chance of a leak follows engagements, safeguards and scale") {
  const Japan japan{JapanParameters{}};
  CHECK(japan.leak_chance(300, 0, 1, 1) == Approx(1 - std::exp(-.1)));
  CHECK(japan.leak_chance(150, 0, 1, 1) == Approx(1 - std::exp(-.05)));
  CHECK(japan.leak_chance(300, 1, 1, 1) == Approx(1 - std::exp(-.05)));
  CHECK(japan.leak_chance(15, 0, .05, 1) == Approx(1 - std::exp(-.1)));
  CHECK(japan.leak_chance(300, 0, 1, 1 / 12.) == Approx(1 - std::exp(-.1 / 12)));
  CHECK(japan.leak_chance(300, 0, 0, 1) == 0);
}

TEST_CASE("every leak raises reluctance by its jump, at once") {
  const Results results(leaky(), 4);
  double so_far = 0;
  for (int year = 1993; year <= 1998; ++year) {
    so_far += results("technology_leaks", year);
    CHECK(results("reluctance", year) == Approx(.1 + .01 * so_far));
  }
  CHECK(so_far > 2);
}

TEST_CASE("without advisers at work nothing leaks, nor at a rate of zero") {
  Scenario scenario = leaky();
  scenario.parameters.japan.leak_rate = 0;
  CHECK(leaks(Results(scenario, 2)) == 0);
  scenario = leaky();
  scenario.accounts[index(Account::B7)].amount = Money{0};
  scenario.policies[0].money = Appropriations(scenario.accounts, 1.0, 1992, 2000);
  CHECK(leaks(Results(scenario, 2)) == 0);
}

TEST_CASE("safeguards make leaks rarer in proportion, and cost their price an engagement") {
  const Scenario scenario = with_lever(leaky(), date(1996, 1, 1), SafeguardsChanged{3, 0});
  const Results free(scenario, 8);
  CHECK(leaks(free, 1) < .5 * leaks(free, 0));
  CHECK(leaks(free, 1) > 0);
  const Results dear(with_lever(leaky(), date(1996, 1, 1), SafeguardsChanged{3, 5'000}), 8);
  const auto begun = [&](const Results& results, int policy) {
    return results("engagements_started", 1997, policy) +
           results("engagements_started", 1998, policy);
  };
  CHECK(begun(dear, 1) < begun(dear, 0));
}

TEST_CASE("more leaks only add to the leaks there are") {
  const Scenario scenario = with_lever(leaky(), date(1996, 1, 1), SafeguardsChanged{1, 0});
  const Study study(scenario);
  const std::size_t place = study.recording->layout().offset("technology_leaks");
  for (const Outcome& each : outcomes_of(scenario, {.replications = 4})) {
    if (each.world != Outcome::World::policy || each.policy != 1) continue;
    for (const Outcome& other : outcomes_of(scenario, {.replications = 4}))
      if (other.world == Outcome::World::policy && other.policy == 0 &&
          other.replication == each.replication)
        for (std::size_t year = 0; year < study.recording->layout().years(); ++year)
          CHECK(each.responses[place + year] <= other.responses[place + year]);
  }
}

TEST_CASE("safeguards of level zero and an economy without shock change no bit") {
  const Time day = date(1996, 1, 1);
  CHECK(same_bits_in_both_policies(with_lever(leaky(), day, SafeguardsChanged{0, 0})));
  CHECK(same_bits_in_both_policies(with_lever(leaky(), day, EconomyShocked{1'000'000, 1'000'000})));
  CHECK(same_bits_in_both_policies(with_lever(leaky(), day, ReluctanceShocked{0})));
}

TEST_CASE("a shock of reluctance moves it by so much, and hosts with it") {
  Scenario scenario = leaky();
  scenario.parameters.japan.leak_rate = 0;
  scenario.parameters.japan.host_places = 30;
  scenario = with_lever(scenario, date(1996, 4, 1), ReluctanceShocked{.6});
  const Results results(scenario, 4);
  CHECK(results("reluctance", 1995, 1) == Approx(.1));
  for (const int year : {1996, 1997, 1998}) {
    CHECK(results("reluctance", year, 0) == Approx(.1));
    CHECK(results("reluctance", year, 1) == Approx(.7));
  }
  CHECK(results("trainees_returned", 1997, 1) < results("trainees_returned", 1997, 0));
}

TEST_CASE("a shock of the economy multiplies exchange rate and exports, until it ends") {
  Scenario scenario = leaky();
  scenario.parameters.macro.known_to = 2016;
  scenario = with_lever(scenario, date(1996, 1, 1), EconomyShocked{700'000, 850'000});
  scenario.policies[1].levers.push_back(
      std::make_shared<Once>(date(1998, 1, 1), EconomyShocked{1'000'000, 1'000'000}));
  MacroParameters& macro = scenario.parameters.macro;
  macro.balance_economy_exports = 100, macro.balance_economy_exchange = 900;
  macro.balance_year = 1996, macro.imports_trend = 0, macro.balance_growth = 0;
  const Results results(scenario, 2);
  for (const int year : {1996, 1997}) {
    CHECK(results("exchange_rate", year, 1) == Approx(630));
    CHECK(results("korean_exports", year, 1) == Approx(85));
    CHECK(results("deficit_without_programme", year, 0) == Approx(15.6));
    CHECK(results("deficit_without_programme", year, 1) ==
          Approx(28 * std::pow(.85, .7) * std::pow(.7, .2) - 12.4));
  }
  CHECK(results("exchange_rate", 1998, 1) == results("exchange_rate", 1998, 0));
  CHECK(results("deficit_without_programme", 1998, 1) ==
        results("deficit_without_programme", 1998, 0));
}

TEST_CASE("a weaker yen makes fewer contracts") {
  Scenario scenario = leaky();
  scenario.accounts[index(Account::C2)] = {krw_million(900), .5};
  scenario.policies[0].money = Appropriations(scenario.accounts, 1.0, 1992, 2000);
  scenario.parameters.trade.contract_exchange = 3;  // ten times the default, to be seen
  const Results results(with_lever(scenario, date(1996, 1, 1), EconomyShocked{700'000, 1'000'000}),
                        4);
  CHECK(results("consultations", 1997, 1) > 100);
  CHECK(results("contracts_per_consultation", 1997, 1) <
        .6 * results("contracts_per_consultation", 1997, 0));
}

TEST_CASE("the win-win share is that of what lives") {
  Scenario scenario = leaky();
  scenario.accounts[index(Account::C2)] = {krw_million(900), .5};
  scenario.policies[0].money = Appropriations(scenario.accounts, 1.0, 1992, 2000);
  scenario.parameters.trade.contract_chance = .5;
  for (const double share : {0.0, .5, 1.0}) {
    scenario.parameters.japan.win_win = share;
    const Results results(scenario, 2);
    CHECK(results("live_deals", 1998) > 50);
    CHECK(results("win_win_share", 1998) == Approx(share).margin(share == .5 ? .1 : 0));
  }
}
