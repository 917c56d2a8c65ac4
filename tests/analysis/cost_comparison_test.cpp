// SPDX-License-Identifier: Apache-2.0
// Policies of a study by cost and effect, and regret over its worlds.
#include "analysis/cost_comparison.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "analysis/world_regret.hpp"

using namespace coopsim;

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t worlds = 40;

// A value that differs from world to world, the same for all policies.
double world(std::size_t r) { return double(r % 7) - 3; }

struct Study {
  StudyTotals totals;
  std::vector<double> cost;

  Study& add(const std::string& name, double own_cost, double own_effect, bool stress = false) {
    totals.policies.push_back({name, stress});
    for (std::size_t r = 0; r < worlds; ++r) {
      cost.push_back(own_cost + world(r));
      totals.responses.front().values.push_back(own_effect + world(r) +
                                                .01 * double(r % 3) * own_effect);
    }
    return *this;
  }
  double& effect(std::size_t policy, std::size_t r) {
    return totals.responses.front().values[policy * worlds + r];
  }
};

// today (100, 10), better (160, 20), dear (170, 15), middling (150, 12), and a stress case that
// would beat them all.
Study study(const std::string& response = "productivity_effect") {
  Study made;
  made.totals.replications = worlds;
  made.totals.baseline = 0;
  made.totals.responses.push_back({response, "bp", response, response, {}});
  made.add("today", 100, 10).add("better", 160, 20).add("dear", 170, 15);
  return made.add("middling", 150, 12).add("shock", 1, 90, true);
}

}  // namespace

TEST_CASE("costs: who is on the frontier, and at what ratio") {
  const Study made = study();
  const CostComparison found = compare_costs(made.totals, made.cost, 0);
  CHECK(found.unranked == Unranked::no);
  CHECK(found.replications == worlds);
  REQUIRE(found.standings.size() == 4);
  CHECK(found.standings[0].row.policy == 0);
  CHECK(found.standings[0].row.standing == Standing::cheapest);
  CHECK(found.standings[1].row.policy == 3);
  CHECK(found.standings[1].row.standing == Standing::extendedly_dominated);
  const StandingOf& better = found.standings[2];
  CHECK(better.row.policy == 1);
  CHECK(*better.row.ratio == Approx(60 / found.policies[1].more_effect.mean));
  CHECK(better.interval.form == RatioInterval::Form::bounded);
  CHECK(better.interval.low < *better.row.ratio);
  CHECK(found.standings[3].row.standing == Standing::dominated);
  CHECK(found.standings[3].row.by == 1);
}

TEST_CASE("costs: a stress case has its figures and takes no part in the choice") {
  const Study made = study();
  const CostComparison found = compare_costs(made.totals, made.cost, 0);
  CHECK(found.choices == std::vector<std::size_t>{0, 1, 2, 3});
  CHECK(found.policies[4].stress);
  CHECK(found.policies[4].more_cost.mean == Approx(-99));
  for (const Acceptability& point : found.curve) CHECK(point.share.size() == 4);
}

TEST_CASE("costs: values reach from nothing to well beyond the dearest ratio, in round numbers") {
  const Study made = study();
  const CostComparison found = compare_costs(made.totals, made.cost, 0);
  CHECK(found.values == std::vector<double>{0, 1, 4, 10, 20});  // the ratio is 5.9
  CHECK(found.curve.size() == 51);
  CHECK(found.curve.back().value == 20);
  CHECK(found.chosen.front().share == std::vector<double>{1, 0, 0, 0});
  CHECK(found.chosen.back().share == std::vector<double>{0, 1, 0, 0});
  CHECK(found.chosen.back().best == 1);
  CostOptions options;
  options.values = {3, 7};
  CHECK(compare_costs(made.totals, made.cost, 0, options).chosen.size() == 2);
}

TEST_CASE("costs: of a response of which less is better, less is the effect") {
  Study made = study("training_wait");
  const CostComparison found = compare_costs(made.totals, made.cost, 0, {"training_wait", {}, .95});
  CHECK(found.turned);
  CHECK(found.standings.front().row.policy == 0);  // the cheapest wait is the shortest
  for (std::size_t i = 1; i < 4; ++i) CHECK(found.standings[i].row.standing == Standing::dominated);
  CHECK(found.policies[1].more_effect.mean < 0);
}

TEST_CASE("costs: few replications, missing values or money without programme: nobody is ranked") {
  Study few = study();
  for (std::size_t i = 0; i < 5; ++i)
    for (std::size_t r = 29; r < worlds; ++r) few.effect(i, r) = missing;
  const CostComparison found = compare_costs(few.totals, few.cost, 0);
  CHECK(found.unranked == Unranked::missing_values);
  CHECK(found.replications == 29);
  CHECK(found.left_out == worlds - 29);
  CHECK((found.standings.empty() && found.curve.empty()));
  CHECK_FALSE(found.values.empty());
  for (const CostedPolicy& one : found.policies) CHECK(std::isfinite(one.cost.mean));

  Study lapsing = study();
  for (const auto& [id, each] :
       {std::pair("budget_appropriated", 10.0), {"budget_not_modelled", 1.0}})
    lapsing.totals.responses.push_back({id, "", "", "", std::vector<double>(5 * worlds, each)});
  CHECK(compare_costs(lapsing.totals, lapsing.cost, 0).unranked == Unranked::not_modelled);

  Study alone;
  alone.totals.replications = worlds;
  alone.totals.responses.push_back({"productivity_effect", "bp", "", "", {}});
  alone.add("today", 1, 1);
  CHECK(compare_costs(alone.totals, alone.cost, 0).unranked == Unranked::one_policy);
}

TEST_CASE("costs: a stress case that failed takes no world from the others") {
  Study made = study();
  for (std::size_t r = 0; r < 10; ++r) made.effect(4, r) = missing;
  const CostComparison found = compare_costs(made.totals, made.cost, 0);
  CHECK(found.left_out == 0);
  CHECK(found.policies[4].more_cost.count == worlds - 10);
}

TEST_CASE("costs: equal policies have no ratio and share the worlds") {
  Study made;
  made.totals.replications = worlds;
  made.totals.responses.push_back({"productivity_effect", "bp", "", "", {}});
  made.add("today", 5, 2).add("same", 5, 2);
  const CostComparison found = compare_costs(made.totals, made.cost, 0);
  CHECK(found.standings[1].row.standing == Standing::equal);
  CHECK_FALSE(found.policies[1].ratio.ratio);
  for (const Acceptability& point : found.curve) CHECK(point.share == std::vector<double>{.5, .5});
  CHECK(found.policies[1].net_benefit.front().mean == 0);
}

TEST_CASE("regret over worlds: who is never far behind") {
  Study made = study();
  for (std::size_t r = 0; r < worlds; ++r) made.effect(1, r) -= r % 2 == 0 ? 12 : 0;
  const MetricComparison comparison = compare_policies(made.totals, "productivity_effect", 0);
  REQUIRE(comparison.ranked);
  const WorldRegret found = regret_over_worlds(made.totals, comparison);
  CHECK(found.worlds == worlds);
  CHECK(found.policies == std::vector<std::size_t>{0, 1, 2, 3});
  CHECK(found.regret[1].share_best == .5);
  CHECK(found.regret[2].share_best == .5);
  CHECK(found.within.size() == 4);
  CHECK(found.choice.size() == 1);
  // 12 below in every other world, less its own growth: dear is at most 5.1 behind, better 7.
  CHECK(found.choice.front() == 2);
}

TEST_CASE("regret over worlds: nothing where nothing is ranked") {
  const Study made = study("trainees_returned");
  const MetricComparison comparison = compare_policies(made.totals, "trainees_returned", 0);
  CHECK(regret_over_worlds(made.totals, comparison).worlds == 0);
}
