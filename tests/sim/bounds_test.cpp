// SPDX-License-Identifier: Apache-2.0
// Values at the ends of their allowed ranges: the world stays sound, nothing is lost or made up.
#include <catch2/catch.hpp>

#include <cmath>

#include "tests/sim/small_scenario.hpp"

using namespace coopsim;
using namespace coopsim::testing;

namespace {

Replication finished(const Study& study, int number) {
  Replication world(study, number, nullptr);
  world.finish();
  return world;
}

double response(const Study& study, const Replication& world, std::string_view id, int year) {
  const ResponseLayout& layout = study.recording->layout();
  return world.responses()[layout.offset(id) + std::size_t(year - layout.first_year())];
}

}  // namespace

TEST_CASE("either authority may cut in mid-year, each by its own chance") {
  Scenario scenario = small_scenario();
  scenario.parameters.budget.cut_chance = .5;
  const Study study(scenario);
  int korea = 0, japan = 0, one_of_them = 0;
  for (int number = 0; number < 20; ++number) {
    Replication world(study, number, nullptr);
    world.run_until(date(1993, 7, 2));
    const Budget& budget = world.world().budget;
    const auto cut_by = [&](Authority who) {
      Money sum;
      for (std::size_t i = 0; i < account_count; ++i)
        sum += budget.fund(static_cast<Account>(i), who).cut;
      return sum.thousand > 0;
    };
    const bool by_korea = cut_by(Authority::korea), by_japan = cut_by(Authority::japan);
    korea += by_korea;
    japan += by_japan;
    one_of_them += by_korea != by_japan;
  }
  CHECK(korea > 4);
  CHECK(japan > 4);
  CHECK(one_of_them > 4);
  scenario.parameters.budget.cut_chance = 0.0;
  const Study uncut(scenario);
  const Replication world = finished(uncut, 0);
  for (const Authority who : authorities)
    CHECK(world.world().budget.fund(Account::A2, who).cut == Money{});
}

TEST_CASE("a hundred associations may each hold a course every year") {
  Scenario scenario = small_scenario();
  scenario.parameters.training.association_interval = 1;
  scenario.parameters.training.a5.application_rate = 2;
  scenario.accounts[index(Account::A5)] = {krw_million(13 * 200), .5};
  scenario.policies[0].levers.push_back(
      std::make_shared<Once>(date(1996, 1, 1), AssociationsChanged{100, 1}));
  scenario.policies[0].money = Appropriations(scenario.accounts, 1.0, 1992, 2000);
  for (const Outcome& each : outcomes_of(scenario, {.replications = 2})) {
    REQUIRE(each.error == "");
    if (each.world != Outcome::World::policy) continue;
    const ResponseLayout layout = Study(scenario).recording->layout();
    const std::size_t a5 = layout.offset("seats_offered", Split::course, index(Account::A5));
    for (const int year : {1994, 1997}) CHECK(each.responses[a5 + std::size_t(year - 1993)] == 200);
  }
}

TEST_CASE("weights of sectors need not sum to one") {
  const auto fingerprint = [](double factor) {
    Scenario scenario = small_scenario();
    SectorWeights& weights = scenario.parameters.firms.sector_share;
    for (double SectorWeights::*weight :
         {&SectorWeights::machinery, &SectorWeights::electronics, &SectorWeights::metals,
          &SectorWeights::automobile, &SectorWeights::chemicals, &SectorWeights::moulds,
          &SectorWeights::dyeing, &SectorWeights::optics, &SectorWeights::metrology})
      weights.*weight *= factor;
    const Study study(scenario);
    return finished(study, 0).fingerprint();
  };
  CHECK(fingerprint(2.0) == fingerprint(1.0));
}

TEST_CASE(
    "technology stays between next to nothing and twice the frontier, whatever the catch-up") {
  for (const double catch_up : {0.0, .02, .1, 1.0}) {
    Scenario scenario = small_scenario();
    scenario.parameters.firms.catch_up = catch_up;
    scenario.parameters.learning.practice_training = .03;
    const Study study(scenario);
    const Replication world = finished(study, 0);
    const Firms& firms = world.world().firms;
    const TechnologyClock clock = firms.technology_clock(date(1993, 1, 1));
    double before = 0;
    for (double level = 1; level <= 150; level += 1) {
      const double now = clock.technology(level);
      CHECK(now >= before);  // never reverses the order of firms
      CHECK(now >= 1.0 * clock.frontier);
      CHECK(now <= 200 * clock.frontier);
      before = now;
    }
    if (catch_up == .02)  // as shipped nothing is held back: the gap of a firm at 80 was 20 % of it
      CHECK(clock.technology(80) ==
            Approx(100 * clock.frontier * (1 - .2 * std::exp(.02 * 12))).epsilon(1e-4));
    for (const char* id : {"technology_level", "productivity_effect", "practice_index"})
      CHECK(std::isfinite(response(study, world, id, 1998)));
  }
}

TEST_CASE("an economy known to before the run is walked on from there") {
  Scenario scenario = small_scenario();
  MacroParameters& p = scenario.parameters.macro;
  p.exchange_rate = {{date(1980, 1, 1), 300}, {date(1990, 1, 1), 500}, {date(1995, 1, 1), 900}};
  p.exports = 100.0;
  p.exports_drift = .1;
  p.exports_log_sd = 0;
  p.known_to = 1990;
  const Study study(scenario);
  const Replication first = finished(study, 0), second = finished(study, 1);
  for (int year = 1993; year < 1999; ++year) {
    CHECK(response(study, first, "korean_exports", year) ==
          Approx(100 * std::exp(.1 * (year - 1990))));
    CHECK(response(study, first, "exchange_rate", year) > 0);
    CHECK(response(study, first, "exchange_rate", year) !=
          response(study, second, "exchange_rate", year));
  }
  // What is known later moves nothing that is not used.
  scenario.parameters.macro.exchange_rate.steps.back().value = 1;
  const Study other(scenario);
  CHECK(finished(other, 0).fingerprint() == first.fingerprint());
}

TEST_CASE("without interpreters no engagement starts, needs are given up and the money lapses") {
  Scenario scenario = small_scenario();
  scenario.parameters.advice.interpreters = 0;
  scenario.parameters.budget.cut_chance = 0.0;
  const Study study(scenario);
  const Replication world = finished(study, 0);
  const std::size_t b7 =
      study.recording->layout().offset("budget_lapsed", Split::account, index(Account::B7));
  for (int year = 1995; year < 1999; ++year) {
    CHECK(response(study, world, "engagements_started", year) == 0);
    CHECK(response(study, world, "adviser_utilisation", year) == 0);
    CHECK(response(study, world, "needs_posted", year) > 0);
    CHECK(world.responses()[b7 + std::size_t(year - 1993)] > 250'000);  // 400 less 100 of upkeep
  }
  CHECK(response(study, world, "needs_given_up", 1996) > 0);
  CHECK(response(study, world, "advisers_available", 1998) > 0);
}

TEST_CASE("a cut of the year's money lowers the engagements that it may start") {
  Scenario scenario = small_scenario();
  scenario.parameters.budget.cut_chance = 0.0;
  scenario.policies.push_back(scenario.policies[0]);
  scenario.policies[1].name = "cut";
  scenario.policies[1].baseline = false;
  scenario.policies[1].levers.push_back(
      std::make_shared<Once>(date(1997, 3, 1), Rescinded{Authority::korea, 500'000}));
  const ResponseLayout layout = Study(scenario).recording->layout();
  const std::size_t started = layout.offset("engagements_started");
  // (400 - 100) / (4.5 * 20/3 * .35) * (1 - exp(-4 / 3)), with 100 less after the cut.
  const double whole = 300 / 10.5 * .7364, cut = 200 / 10.5 * .7364;
  for (const Outcome& each : outcomes_of(scenario, {.replications = 3})) {
    REQUIRE(each.error == "");
    if (each.world != Outcome::World::policy) continue;
    CHECK(each.responses[started + 4] == std::floor(each.policy == 0 ? whole : cut));
    if (each.policy == 1) CHECK(each.responses[started + 5] > cut);  // the next year is whole
  }
}
