// SPDX-License-Identifier: Apache-2.0
// Results of unchanged scenarios: their fingerprints stand in golden.txt beside the engine version
// that gave them. A result may change, but never unnoticed.
//
// After a change of results: raise engine_version, then write the file anew with
//   test_sim "[write-golden]"
#include <catch2/catch.hpp>

#include <fstream>
#include <map>
#include <sstream>

#include "sim/engine_version.hpp"
#include "tests/sim/small_scenario.hpp"

using namespace coopsim;
using namespace coopsim::testing;

namespace {

constexpr const char* path = COOPSIM_SOURCE_DIR "/tests/sim/golden.txt";

// Six years of 600 firms, with every change that a policy can announce.
Scenario short_scenario() {
  Scenario scenario = small_scenario();
  scenario.policies.push_back(scaled_policy(scenario, "twice", 2));
  Policy changes = scaled_policy(scenario, "changes", 1);
  const auto announce = [&](int year, Change change) {
    changes.levers.push_back(std::make_shared<Once>(date(year, 4, 1), change));
  };
  announce(1996, Rescinded{Authority::japan, 300'000});
  announce(1996, SelectionChanged{SelectionRule::lottery});
  announce(1996, AssociationsChanged{40, 1});
  announce(1996, RetentionChanged{.5f, .25f});
  announce(1996, SeatCostChanged{2'000});
  announce(1996, RecruitmentChanged{1.5});
  announce(1997, LongShareChanged{.4});
  announce(1997, SubsidyChanged{.5});
  announce(1997, MatchingDaysChanged{5});
  announce(1997, SelectionChanged{SelectionRule::first_come});
  announce(1996, ConcentrationChanged{1, 6});
  announce(1996, IndicatorsChanged{30, 30, 20, 20, 1});
  announce(1996, SafeguardsChanged{1, 500});
  announce(1997, ReluctanceShocked{.1});
  announce(1997, EconomyShocked{800'000, 900'000});
  scenario.policies.push_back(changes);
  return scenario;
}

// The study of 2007 in little: 500 firms, all years, default parameters, .05 of the money.
Scenario long_scenario() {
  Scenario scenario;
  scenario.parameters.firms.count = 500;
  scenario.parameters.budget.scale = .05;
  for (AccountPlan& account : scenario.accounts) account.amount = Money{0};
  const auto give = [&](Account account, std::int64_t to_2005, std::int64_t from_2006) {
    scenario.accounts[index(account)].amount = {{date(1993, 1, 1), krw_million(to_2005)},
                                                {date(2006, 1, 1), krw_million(from_2006)}};
  };
  give(Account::A1, 648, 648);
  give(Account::A2, 4'500, 2'300);
  give(Account::A3, 216, 216);
  give(Account::A4, 120, 120);
  give(Account::A5, 624, 624);
  give(Account::A6, 642, 142);
  give(Account::B7, 0, 850);
  give(Account::C2, 30, 300);
  give(Account::head_office, 1'080, 1'080);
  Policy baseline;
  baseline.name = "as_in_2006";
  baseline.baseline = true;
  baseline.money = Appropriations(scenario.accounts, .05, 1992, 2017);
  scenario.policies = {baseline, scaled_policy(scenario, "half", .025)};
  scenario.policies[1].money = Appropriations(scenario.accounts, .025, 1992, 2017);
  return scenario;
}

using Golden = std::map<std::string, std::string>;  // name of a world: fingerprint

void add_worlds(Golden& golden, const std::string& study, const Scenario& scenario) {
  for (const Outcome& each : outcomes_of(scenario, {.replications = 2})) {
    REQUIRE(each.error == "");
    const std::string world = each.world == Outcome::World::none ? "NONE"
                              : each.world == Outcome::World::stop
                                  ? "STOP"
                                  : scenario.policies[std::size_t(each.policy)].name;
    golden[study + ":" + world + ":" + std::to_string(each.replication)] = each.fingerprint.hex();
  }
}

Golden golden_now() {
  Golden golden;
  add_worlds(golden, "short", short_scenario());
  add_worlds(golden, "long", long_scenario());
  return golden;
}

struct GoldenFile {
  int engine = 0;
  Golden worlds;
};

GoldenFile read_golden() {
  std::ifstream file(path);
  GoldenFile golden;
  std::string word, fingerprint;
  file >> word >> golden.engine;
  REQUIRE(word == "engine_version");
  while (file >> word >> fingerprint) golden.worlds[word] = fingerprint;
  return golden;
}

// What is wrong with the file, given what this engine does now; empty if nothing is.
std::string judged(const GoldenFile& file, const Golden& now, int engine) {
  if (file.engine != engine)
    return "golden.txt is of engine_version " + std::to_string(file.engine) + ", this is " +
           std::to_string(engine) + ": write it anew with test_sim \"[write-golden]\"";
  if (file.worlds == now) return "";
  std::string words = "results changed, but not engine_version: raise engine_version";
  for (const auto& [world, fingerprint] : now)
    if (!file.worlds.contains(world) || file.worlds.at(world) != fingerprint)
      return words + " (first in " + world + ")";
  return words + " (a world is gone)";
}

}  // namespace

TEST_CASE("golden fingerprints change only together with engine_version") {
  CHECK(judged(read_golden(), golden_now(), engine_version) == "");
}

TEST_CASE("a changed fingerprint is told, and what to do about it") {
  const Golden now = {{"short:NONE:0", "00"}, {"short:STOP:0", "01"}};
  CHECK(judged({3, now}, now, 3) == "");
  Golden moved = now;
  moved["short:STOP:0"] = "02";
  CHECK(judged({3, now}, moved, 3) ==
        "results changed, but not engine_version: raise engine_version (first in short:STOP:0)");
  CHECK(judged({3, now}, moved, 4).find("write it anew") != std::string::npos);
  moved.erase("short:STOP:0");
  CHECK(judged({3, now}, moved, 3).find("a world is gone") != std::string::npos);
}

TEST_CASE("write golden.txt anew", "[.][write-golden]") {
  const GoldenFile old = read_golden();
  const Golden now = golden_now();
  const bool free_to_write = old.engine != engine_version || old.worlds == now;
  INFO("results changed: raise engine_version first");
  REQUIRE(free_to_write);
  std::ofstream file(path);
  file << "engine_version " << engine_version << "\n";
  for (const auto& [world, fingerprint] : now) file << world << " " << fingerprint << "\n";
  REQUIRE(file.flush());
}
