// SPDX-License-Identifier: Apache-2.0
// productivity_effect_same_firms: the effect over the firms that the baseline served.
#include <catch2/catch.hpp>

#include <cmath>

#include "tests/sim/small_scenario.hpp"

using namespace coopsim;
using namespace coopsim::testing;

namespace {

constexpr int last_year = 1998;

Scenario two_policies(double factor) {
  Scenario scenario = small_scenario();
  scenario.policies.push_back(scaled_policy(scenario, "other", factor));
  return scenario;
}

double at(const Scenario& scenario, const Outcome& outcome, std::string_view id, int year) {
  const ResponseLayout layout = Study(scenario).recording->layout();
  return outcome.responses[layout.offset(id) + std::size_t(year - 1993)];
}

}  // namespace

TEST_CASE("the baseline's own served firms are the same firms") {
  const Scenario scenario = two_policies(.5);
  for (const Outcome& each : outcomes_of(scenario, {.replications = 2}))
    for (int year = 1993; year <= last_year; ++year) {
      const double same = at(scenario, each, "productivity_effect_same_firms", year);
      const double served = at(scenario, each, "productivity_effect_served", year);
      if (each.world == Outcome::World::none)
        CHECK(std::isnan(same));  // no one was served
      else if (each.policy == 0 || year < 1996)
        CHECK(((same == served) || (std::isnan(same) && std::isnan(served))));
      else
        CHECK(same != served);
    }
}

TEST_CASE("other policies are measured over the firms that the baseline served") {
  const Scenario scenario = two_policies(2);
  const Study study(scenario);
  const Time count = date(last_year, 12, 31) + Duration(1);
  Reference without;
  Replication(study, 0, nullptr).run_without_programme(without);
  std::vector<Replication> worlds(2, Replication(study, 0, &without));
  for (std::size_t i = 0; i < 2; ++i) {
    worlds[i].run_until(scenario.parameters.run.policies_start);
    worlds[i].announce(scenario.policies[i]);
    worlds[i].run_until(count);
  }
  // By hand: firms that live in both worlds and without programme, and were served in the first.
  const Firms &base = worlds[0].world().firms, &other = worlds[1].world().firms;
  const Time then = date(last_year, 12, 31);
  double sum = 0, firms = 0;
  for (std::uint32_t slot = 0; slot < base.count(); ++slot) {
    const bool same = base[slot].served && base[slot].generation == other[slot].generation;
    if (!same || without.of(last_year).generation[slot] != other[slot].generation) continue;
    const double effect = other.effect(slot, other.gains(slot, then), other.technology_clock(then));
    sum +=
        other.log_productivity(slot, then, effect) - without.of(last_year).log_productivity[slot];
    firms += 1;
  }
  REQUIRE(firms > 20);
  for (const Outcome& each : outcomes_of(scenario, {.replications = 1, .policies = {1}}))
    if (each.world == Outcome::World::policy)
      CHECK(at(scenario, each, "productivity_effect_same_firms", last_year) ==
            Approx(100 * sum / firms).epsilon(1e-9));
}

TEST_CASE("more money for the same firms raises their effect, none lowers it") {
  const auto effect = [](double factor) {
    const Scenario scenario = two_policies(factor);
    double sum = 0;
    for (const Outcome& each : outcomes_of(scenario, {.replications = 4}))
      if (each.policy == 1)
        sum += at(scenario, each, "productivity_effect_same_firms", last_year) / 4;
    return sum;
  };
  const double none = effect(0), usual = effect(1);
  CHECK(none > 0);  // what history left
  CHECK(none < usual);
}

TEST_CASE("where the baseline serves nobody, the effect over the same firms is missing") {
  Scenario scenario = small_scenario();
  for (AccountPlan& account : scenario.accounts) account.amount = Money{0};
  const Policy with_money = scenario.policies[0];
  scenario.policies[0].money = Appropriations(scenario.accounts, 1.0, 1992, 2000);
  scenario.policies.push_back(with_money);
  scenario.policies[1].name = "late_start";
  scenario.policies[1].baseline = false;
  for (const Outcome& each : outcomes_of(scenario, {.replications = 1})) {
    CHECK(std::isnan(at(scenario, each, "productivity_effect_same_firms", last_year)));
    if (each.policy == 1) CHECK(at(scenario, each, "productivity_effect_served", last_year) > 0);
  }
}
