// SPDX-License-Identifier: Apache-2.0
// Reference worlds, the fork, and common random numbers.
#include <catch2/catch.hpp>

#include <cstring>

#include "tests/sim/small_scenario.hpp"

using namespace coopsim;
using namespace coopsim::testing;

namespace {

bool same_bits(const std::vector<double>& a, const std::vector<double>& b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(double)) == 0;
}

const Outcome& outcome(const std::vector<Outcome>& all, int replication, int policy) {
  for (const Outcome& each : all)
    if (each.replication == replication && each.policy == policy &&
        each.world == Outcome::World::policy)
      return each;
  throw std::logic_error("no such outcome");
}

// Every firm of one replication at one moment: what a zero effect must leave alone.
void check_same_firms(const Firms& a, const Firms& b, Time at) {
  REQUIRE(a.count() == b.count());
  for (std::uint32_t slot = 0; slot < a.count(); ++slot) {
    REQUIRE(a[slot].generation == b[slot].generation);
    REQUIRE(std::memcmp(&a[slot].log_staff, &b[slot].log_staff, sizeof(double)) == 0);
    REQUIRE(std::memcmp(&a[slot].shock, &b[slot].shock, sizeof(double)) == 0);
    const auto clock = a.technology_clock(at);
    const double x = a.log_productivity(slot, at, a.effect(slot, a.gains(slot, at), clock));
    const double y = b.log_productivity(slot, at, b.effect(slot, b.gains(slot, at), clock));
    REQUIRE(std::memcmp(&x, &y, sizeof(double)) == 0);
    REQUIRE(a.practice(slot, at) == b.practice(slot, at));
  }
}

}  // namespace

TEST_CASE("with effect sizes zero every firm is as without programme, year by year, bit by bit") {
  Scenario scenario = small_scenario();
  LearningParameters& p = scenario.parameters.learning;
  p.practice_training = p.practice_advice = p.eta_training = p.eta_advice = 0;
  const Study study(scenario);
  for (int number = 0; number < 3; ++number) {
    Replication with(study, number, nullptr);
    Replication without(study, number, nullptr);
    without.stop();  // no money from the first day
    for (int year = 1993; year < 1999; ++year) {
      const Time at = date(year, 12, 31);
      with.run_until(at);
      without.run_until(at);
      check_same_firms(with.world().firms, without.world().firms, at);
    }
    // The programme was there all the same: money was spent, people came back.
    const ResponseLayout& layout = study.recording->layout();
    const auto responses = with.responses();
    REQUIRE(responses[layout.offset("trainees_returned") + 2] > 10);
    REQUIRE(responses[layout.offset("budget_spent") + 2] > 0);
    REQUIRE(responses[layout.offset("engagements_started") + 4] > 0);
  }
}

TEST_CASE("all appropriations zero is the world without programme") {
  Scenario scenario = small_scenario();
  for (AccountPlan& account : scenario.accounts) account.amount = Money{0};
  scenario.policies[0].money = Appropriations(scenario.accounts, 1.0, 1992, 2000);
  const auto all = outcomes_of(scenario, {.replications = 2});
  for (int number = 0; number < 2; ++number) {
    const Outcome& none = all[std::size_t(number) * 3];
    REQUIRE(none.world == Outcome::World::none);
    const Outcome& policy = outcome(all, number, 0);
    CHECK(none.error.empty());
    CHECK(same_bits(none.responses, policy.responses));
    CHECK(none.fingerprint == policy.fingerprint);
  }
}

TEST_CASE("a programme with money moves productivity against the world without it") {
  const Scenario scenario = small_scenario();
  const auto all = outcomes_of(scenario, {.replications = 2});
  const ResponseLayout layout = Study(scenario).recording->layout();
  const std::size_t last = layout.offset("productivity_effect") + layout.years() - 1;
  CHECK(outcome(all, 0, 0).responses[last] > 1.0);  // basis points
  CHECK(all[0].responses[last] == 0.0);             // NONE
  CHECK(all[1].world == Outcome::World::stop);
  CHECK(all[1].responses[last] < outcome(all, 0, 0).responses[last]);  // what STOP loses
}

TEST_CASE("a forked run equals a straight run bit for bit") {
  const Scenario scenario = small_scenario();
  const Study study(scenario);
  for (int number = 0; number < 3; ++number) {
    Reference reference;
    Replication(study, number, nullptr).run_without_programme(reference);
    Replication history(study, number, &reference);
    history.run_until(scenario.parameters.run.policies_start);
    Replication forked = history;
    Replication straight(study, number, &reference);
    straight.run_until(scenario.parameters.run.policies_start);
    for (Replication* each : {&forked, &straight}) {
      each->announce(scenario.policies[0]);
      each->finish();
    }
    CHECK(forked.fingerprint() == straight.fingerprint());
    CHECK(same_bits(forked.responses(), straight.responses()));
    // The history that was copied goes on alike: the copy shares nothing with it.
    history.announce(scenario.policies[0]);
    history.finish();
    CHECK(history.fingerprint() == straight.fingerprint());
  }
}

TEST_CASE("a policy alone is as it is among others") {
  Scenario scenario = small_scenario();
  scenario.policies.push_back(scaled_policy(scenario, "half", .5));
  scenario.policies.push_back(scaled_policy(scenario, "twice", 2));
  const auto all = outcomes_of(scenario, {.replications = 3});
  const auto alone = outcomes_of(scenario, {.replications = 3, .policies = {1}});
  for (int number = 0; number < 3; ++number) {
    CHECK(outcome(all, number, 1).fingerprint == outcome(alone, number, 1).fingerprint);
    CHECK(same_bits(outcome(all, number, 1).responses, outcome(alone, number, 1).responses));
    CHECK(outcome(all, number, 0).fingerprint != outcome(all, number, 1).fingerprint);
  }
}

TEST_CASE("history is the same in the responses of every policy") {
  Scenario scenario = small_scenario();
  scenario.policies.push_back(scaled_policy(scenario, "none_left", 0));
  const auto all = outcomes_of(scenario, {.replications = 2});
  const ResponseLayout layout = Study(scenario).recording->layout();
  // Persons count for the year of their seat, so late returns of 1995 belong to history too.
  for (const char* id : {"applications", "technology_level", "budget_spent", "productivity_effect"})
    for (int year = 1993; year < 1996; ++year) {
      const std::size_t place = layout.offset(id) + std::size_t(year - 1993);
      CHECK(outcome(all, 0, 0).responses[place] == outcome(all, 0, 1).responses[place]);
    }
  const std::size_t later = layout.offset("budget_spent") + 4;
  CHECK(outcome(all, 0, 0).responses[later] > outcome(all, 0, 1).responses[later]);
}
