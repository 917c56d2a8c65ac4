// SPDX-License-Identifier: Apache-2.0
// Who gains and who loses against the baseline, and how effects are spread: by hand in a world of
// given gains, and the sums that must agree in whole studies.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <cstring>

#include "sim/context.hpp"
#include "sim/programmes/firm_count.hpp"
#include "tests/sim/study_results.hpp"

using namespace coopsim;
using namespace coopsim::testing;

namespace {

constexpr int year = 1993;
constexpr Time new_years_eve = date(year, 12, 31);
constexpr double beta = .45;  // of practice, in ln LP

// Three firms without any programme or exit; gains are given by hand.
Scenario three_firms() {
  Scenario scenario = small_scenario();
  Parameters& p = scenario.parameters;
  p.firms.count = 3;
  p.firms.exit_rate = 0;
  p.firms.practice_sd = 0;  // the ceiling does not bind: a gain is what is given, less its room
  p.learning.practice_decay = 0;
  p.learning.productivity_of_practice = beta;
  for (AccountPlan& account : scenario.accounts) account.amount = Money{0};
  scenario.policies[0].money = Appropriations(scenario.accounts, 1.0, 1992, 2000);
  return scenario;
}

// A world of three firms up to the count of 1993, in which they gained `practice`.
struct HandMade {
  HandMade(const Study& study, const Reference& without) : world(study, 0, &without) {}
  // The counts of the year; `of`: the baseline to compare with, or null.
  void live(const std::vector<double>& practice, const std::vector<bool>& served,
            BaselineFirms* keep, const BaselineFirms* of) {
    if (keep) world.keep_baseline(*keep);
    if (of) world.compare_with(*of);
    world.run_until(new_years_eve);
    world.intervene([&](Context& now) {
      for (std::uint32_t slot = 0; slot < 3; ++slot) {
        if (practice[slot] != 0) now.world.firms.gain_practice(slot, practice[slot], new_years_eve);
        if (served[slot]) now.world.firms.mark_served(slot);
      }
    });
    world.run_until(date(year + 1, 1, 1));
  }
  double operator()(std::string_view id, Split split = Split::whole, std::size_t cell = 0) const {
    const ResponseLayout layout = Study(scenario()).recording->layout();
    return world.responses()[layout.offset(id, split, cell)];
  }
  static Scenario scenario() { return three_firms(); }
  Replication world;
};

bool same_bits(double a, double b) { return std::memcmp(&a, &b, sizeof a) == 0; }

}  // namespace

TEST_CASE("classes of effect hold their upper bound, and 0 only what is exactly 0") {
  CHECK(effect_class_of(-1e-9) == 0);
  CHECK(effect_class_of(0.0) == 1);
  CHECK(effect_class_of(-0.0) == 1);
  CHECK(effect_class_of(1e-9) == 2);
  CHECK(effect_class_of(1.0) == 2);
  CHECK(effect_class_of(1.0001) == 3);
  CHECK(effect_class_of(3.0) == 3);
  CHECK(effect_class_of(6.0) == 4);
  CHECK(effect_class_of(10.0) == 5);
  CHECK(effect_class_of(10.1) == 6);
}

TEST_CASE("of three firms one gains, one loses and one stays, by what was given to them") {
  const Scenario scenario = three_firms();
  const Study study(scenario);
  Reference without;
  Replication(study, 0, nullptr).run_without_programme(without);
  BaselineFirms kept;
  HandMade base(study, without), other(study, without);
  base.live({.10, 0, 0}, {true, false, false}, &kept, nullptr);
  other.live({.04, .02, 0}, {true, true, false}, nullptr, &kept);

  // Against the world without programme: the first three responses in percent of ln LP.
  CHECK(base("productivity_effect_served_q50") == Approx(100 * beta * .10));
  CHECK(other("productivity_effect_served_q10") == Approx(100 * beta * .022));
  CHECK(other("productivity_effect_served_q50") == Approx(100 * beta * .03));
  CHECK(other("productivity_effect_served_q90") == Approx(100 * beta * .038));
  CHECK(other("firms_compared") == 3);
  CHECK(other("firms_compared", Split::effect_class, 1) == 1);  // exactly 0
  CHECK(other("firms_compared", Split::effect_class, 2) == 1);  // .9 %
  CHECK(other("firms_compared", Split::effect_class, 3) == 1);  // 1.8 %
  CHECK(base("firms_compared", Split::effect_class, 4) == 1);   // 4.5 %
  CHECK(base("firms_compared", Split::effect_class, 1) == 2);

  // Against the baseline.
  CHECK(other("firms_gaining") == Approx(1 / 3.0));
  CHECK(other("firms_losing") == Approx(1 / 3.0));
  CHECK(other("mean_gain") == Approx(100 * beta * .02));
  CHECK(other("mean_loss") == Approx(100 * beta * .06));
  CHECK(other("firms_gaining", Split::service, 0) == .5);
  CHECK(other("firms_losing", Split::service, 0) == .5);
  CHECK(other("firms_gaining", Split::service, 1) == 0);
  CHECK(std::isnan(other("mean_gain", Split::service, 1)));
  CHECK(base("firms_gaining") == 0);
  CHECK(base("firms_losing") == 0);
  CHECK(std::isnan(base("mean_gain")));

  // Only the first firm was served by the baseline, and only it differs from none: one entry.
  REQUIRE(kept.of(year).size() == 1);
  CHECK(kept.of(year)[0].slot == 0);
  CHECK(kept.of(year)[0].served);
  CHECK(kept.of(year + 1).empty());
}

TEST_CASE("a firm that the baseline served and this policy did not is a served firm that loses") {
  const Scenario scenario = three_firms();
  const Study study(scenario);
  Reference without;
  Replication(study, 0, nullptr).run_without_programme(without);
  BaselineFirms kept;
  HandMade base(study, without), other(study, without);
  base.live({.10, 0, 0}, {true, false, false}, &kept, nullptr);
  other.live({0, 0, .03}, {false, false, false}, nullptr, &kept);
  CHECK(other("firms_losing", Split::service, 0) == 1);
  CHECK(other("firms_gaining", Split::service, 1) == .5);  // by a quitter, say
  CHECK(other("mean_gain", Split::service, 1) == Approx(100 * beta * .03));
}

TEST_CASE("a difference below the threshold moves nobody, a threshold of 0 finds any") {
  for (const double threshold : {.001, 0.0}) {
    Scenario scenario = three_firms();
    scenario.parameters.effects.moved_from = threshold;
    const Study study(scenario);
    Reference without;
    Replication(study, 0, nullptr).run_without_programme(without);
    BaselineFirms kept;
    HandMade base(study, without), other(study, without);
    base.live({.10, .1, 0}, {true, true, false}, &kept, nullptr);
    other.live({.101, .099, 0}, {true, true, false}, nullptr, &kept);  // .00045 of ln LP
    CHECK(other("firms_gaining") == Approx(threshold > 0 ? 0 : 1 / 3.0));
    CHECK(other("firms_losing") == Approx(threshold > 0 ? 0 : 1 / 3.0));
  }
}

namespace {

// The baseline, one with half and one with twice the money, over all programmes of the small study.
Scenario three_policies() {
  Scenario scenario = small_scenario();
  scenario.policies.push_back(scaled_policy(scenario, "half", .5));
  scenario.policies.push_back(scaled_policy(scenario, "twice", 2));
  return scenario;
}

double at(const ResponseLayout& layout, const Outcome& outcome, std::string_view id, int when,
          Split split = Split::whole, std::size_t cell = 0) {
  return outcome.responses[layout.offset(id, split, cell) + std::size_t(when - 1993)];
}

}  // namespace

TEST_CASE("nobody moves in the baseline, in NONE and in the shared history") {
  const Scenario scenario = three_policies();
  const ResponseLayout layout = Study(scenario).recording->layout();
  for (const Outcome& each : outcomes_of(scenario, {.replications = 3}))
    for (int when = 1993; when < 1999; ++when)
      for (const char* id : {"firms_gaining", "firms_losing"})
        if (each.policy == 0 || each.world == Outcome::World::none || when < 1996)
          CHECK(same_bits(at(layout, each, id, when), 0.0));
}

TEST_CASE("more money makes winners, less money and none make losers") {
  const Scenario scenario = three_policies();
  const ResponseLayout layout = Study(scenario).recording->layout();
  for (const Outcome& each : outcomes_of(scenario, {.replications = 3})) {
    if (each.policy == 0 || each.world == Outcome::World::none) continue;
    const double gaining = at(layout, each, "firms_gaining", 1998);
    const double losing = at(layout, each, "firms_losing", 1998);
    CHECK((each.policy == 2 ? gaining > losing : losing > gaining));
    // Whom neither policy served moves only by another firm's quitter or its own luck with them.
    CHECK(at(layout, each, "firms_gaining", 1998, Split::service, 1) < .05);
    CHECK(at(layout, each, "firms_losing", 1998, Split::service, 1) < .05);
  }
}

TEST_CASE("a policy that is the baseline again moves nobody, bit by bit") {
  Scenario scenario = small_scenario();
  scenario.parameters.effects.moved_from = 0;
  scenario.policies.push_back(scaled_policy(scenario, "the_same", 1));
  const ResponseLayout layout = Study(scenario).recording->layout();
  for (const Outcome& each : outcomes_of(scenario, {.replications = 2}))
    if (each.policy == 1)
      for (int when = 1996; when < 1999; ++when) {
        CHECK(same_bits(at(layout, each, "firms_gaining", when), 0.0));
        CHECK(same_bits(at(layout, each, "firms_losing", when), 0.0));
        CHECK(std::isnan(at(layout, each, "mean_loss", when)));
      }
}

TEST_CASE("classes of effect sum to the firms compared, and quantiles are in order") {
  const Scenario scenario = three_policies();
  const ResponseLayout layout = Study(scenario).recording->layout();
  for (const Outcome& each : outcomes_of(scenario, {.replications = 2}))
    for (int when = 1993; when < 1999; ++when) {
      double sum = 0;
      for (std::size_t i = 0; i < effect_class_count; ++i)
        sum += at(layout, each, "firms_compared", when, Split::effect_class, i);
      CHECK(sum == at(layout, each, "firms_compared", when));
      CHECK(sum <= at(layout, each, "firms", when));
      if (each.world == Outcome::World::none)
        CHECK(sum == at(layout, each, "firms_compared", when, Split::effect_class, 1));
      const double low = at(layout, each, "productivity_effect_served_q10", when),
                   middle = at(layout, each, "productivity_effect_served_q50", when),
                   high = at(layout, each, "productivity_effect_served_q90", when);
      if (std::isnan(middle)) continue;
      CHECK(low <= middle);
      CHECK(middle <= high);
    }
}

TEST_CASE("gains less losses are the difference of the headline where all firms live") {
  Scenario scenario = three_policies();
  scenario.parameters.firms.exit_rate = 0;
  scenario.parameters.effects.moved_from = 0;
  const ResponseLayout layout = Study(scenario).recording->layout();
  const auto all = outcomes_of(scenario, {.replications = 1});
  const auto of = [&](int policy) -> const Outcome& {
    return *std::ranges::find_if(all, [&](const Outcome& each) {
      return each.policy == policy && each.world == Outcome::World::policy;
    });
  };
  const auto part = [&](const Outcome& each, const char* share, const char* mean, Split split,
                        std::size_t cell) {
    const double firms = at(layout, each, share, 1998, split, cell);
    return firms > 0 ? firms * at(layout, each, mean, 1998, split, cell) : 0.0;
  };
  for (const int policy : {1, 2}) {
    const auto net = [&](Split split, std::size_t cell) {
      return part(of(policy), "firms_gaining", "mean_gain", split, cell) -
             part(of(policy), "firms_losing", "mean_loss", split, cell);
    };
    const auto headline = [&](int which, Split split, std::size_t cell) {
      return at(layout, of(which), "productivity_effect", 1998, split, cell) / 100;
    };
    CHECK(net(Split::whole, 0) ==
          Approx(headline(policy, Split::whole, 0) - headline(0, Split::whole, 0)).epsilon(1e-6));
    // Sectors, weighted by their firms, make the whole again.
    double sum = 0, firms = 0;
    for (std::size_t sector = 0; sector < sector_count; ++sector) {
      const double here = at(layout, of(policy), "firms", 1998, Split::sector, sector);
      sum += here * net(Split::sector, sector);
      firms += here;
      CHECK(net(Split::sector, sector) ==
            Approx(headline(policy, Split::sector, sector) - headline(0, Split::sector, sector))
                .epsilon(1e-6)
                .margin(1e-9));
    }
    CHECK(sum / firms == Approx(net(Split::whole, 0)).epsilon(1e-9));
  }
}

TEST_CASE("winners, losers and unmoved are all firms that live in both worlds") {
  const Scenario scenario = three_policies();
  const Study study(scenario);
  Reference without;
  Replication(study, 0, nullptr).run_without_programme(without);
  Replication history(study, 0, &without);
  history.run_until(scenario.parameters.run.policies_start);
  BaselineFirms kept;
  std::vector<Replication> worlds(2, history);
  worlds[0].keep_baseline(kept);
  for (std::size_t i = 0; i < 2; ++i) {
    if (i == 1) worlds[i].compare_with(kept);
    worlds[i].announce(scenario.policies[i == 0 ? 0 : 2]);
    worlds[i].run_until(date(1998, 12, 31) + Duration(1));
  }
  // By hand, from the firms of both worlds.
  const Firms &base = worlds[0].world().firms, &other = worlds[1].world().firms;
  const Time then = date(1998, 12, 31);
  const auto productivity = [&](const Firms& firms, std::uint32_t slot) {
    const double effect = firms.effect(slot, firms.gains(slot, then), firms.technology_clock(then));
    return firms.log_productivity(slot, then, effect);
  };
  int gaining = 0, losing = 0, unmoved = 0, differ_in_generation = 0;
  for (const std::uint32_t slot : base.slots()) {
    if (base[slot].generation != other[slot].generation) {
      ++differ_in_generation;
      continue;
    }
    const double difference = productivity(other, slot) - productivity(base, slot);
    if (difference > .001)
      ++gaining;
    else if (difference < -.001)
      ++losing;
    else
      ++unmoved;
  }
  REQUIRE(gaining > 10);
  CHECK(gaining + losing + unmoved + differ_in_generation == 600);
  const double firms = gaining + losing + unmoved;
  const auto responses = worlds[1].responses();
  const auto value = [&](std::string_view id) {
    return responses[study.recording->layout().offset(id) + 5];
  };
  CHECK(value("firms_gaining") == Approx(gaining / firms));
  CHECK(value("firms_losing") == Approx(losing / firms));
}
