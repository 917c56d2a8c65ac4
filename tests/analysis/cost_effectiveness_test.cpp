// SPDX-License-Identifier: Apache-2.0
// Cost against effect: the frontier, net benefit, acceptability, and Fieller's interval.
#include "analysis/cost_effectiveness.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "sim/kernel/random.hpp"
#include "tests/kernel/property.hpp"

using namespace coopsim;

namespace {

using Form = RatioInterval::Form;
constexpr double missing = std::numeric_limits<double>::quiet_NaN();

struct Points {
  std::vector<double> cost, effect;
};

Points points_of(const std::vector<std::pair<int, int>>& numbers) {
  Points points;
  for (const auto& [cost, effect] : numbers) {
    points.cost.push_back(cost % 50);
    points.effect.push_back(effect % 50);
  }
  return points;
}

bool on_frontier(const FrontierRow& row) {
  return row.standing == Standing::cheapest || row.standing == Standing::on_frontier;
}

double highest_net(const Points& points, double value) {
  double highest = -1e300;
  for (std::size_t i = 0; i < points.cost.size(); ++i)
    highest = std::max(highest, value * points.effect[i] - points.cost[i]);
  return highest;
}

double nearly_normal(const Random& random, std::uint32_t sample, std::uint32_t member) {
  double sum = -6;
  for (std::uint32_t i = 0; i < 12; ++i)
    sum += random.uniform(EntityId{sample}, Purpose{0}, 12 * member + i);
  return sum;
}

// Increments of `count` worlds: cost about 4, effect about `effect`, correlated.
CostEffect worlds(std::uint32_t sample, std::uint32_t count, double effect) {
  const Random random(20070412, 0);
  CostEffect made;
  for (std::uint32_t i = 0; i < count; ++i) {
    const double first = nearly_normal(random, sample, 2 * i);
    made.effect.push_back(effect + first);
    made.cost.push_back(4 + .6 * first + .8 * nearly_normal(random, sample, 2 * i + 1));
  }
  return made;
}

bool contains(const RatioInterval& interval, double ratio) {
  switch (interval.form) {
    case Form::bounded:
      return interval.low <= ratio && ratio <= interval.high;
    case Form::outside:
      return ratio <= interval.low || ratio >= interval.high;
    case Form::all:
      return true;
    case Form::undefined:
      break;
  }
  return false;
}

// Whether the t interval of value x effect - cost holds zero.
bool net_benefit_may_be_zero(const CostEffect& points, double value) {
  const Estimate net = net_benefit(points, value);
  return net.low() <= 0 && net.high() >= 0;
}

}  // namespace

TEST_CASE("a frontier by hand: cheapest, dominated, extendedly dominated, and ratios that rise") {
  // 0: (10, 1)  1: (20, 3)  2: (25, 2.9)  3: (40, 4)  4: (50, 6)  5: (12, 1)
  const std::vector<double> cost = {10, 20, 25, 40, 50, 12}, effect = {1, 3, 2.9, 4, 6, 1};
  const auto rows = cost_frontier(cost, effect);
  REQUIRE(rows.size() == 6);
  const std::vector<std::size_t> order = {0, 5, 1, 2, 3, 4};
  for (std::size_t i = 0; i < 6; ++i) CHECK(rows[i].policy == order[i]);
  CHECK(rows[0].standing == Standing::cheapest);
  CHECK_FALSE(rows[0].ratio);
  CHECK(rows[1].standing == Standing::dominated);  // no more effect, at a higher cost
  CHECK(rows[1].by == 0);
  CHECK(rows[2].standing == Standing::on_frontier);
  CHECK(*rows[2].ratio == 5);
  CHECK(rows[2].against == 0);
  CHECK(rows[3].standing == Standing::dominated);
  CHECK(rows[3].by == 1);
  CHECK(rows[4].standing == Standing::extendedly_dominated);  // 20 a unit, and then 5
  CHECK(rows[4].by == 1);
  CHECK(rows[4].by_also == 4);
  CHECK(*rows[5].ratio == 10);
  CHECK(rows[5].against == 1);
}

TEST_CASE("equal costs, equal effects, equal policies and one policy") {
  const auto rows = cost_frontier(std::vector<double>{5, 5, 7, 5}, std::vector<double>{1, 2, 2, 2});
  CHECK(rows[0].policy == 1);
  CHECK(rows[0].standing == Standing::cheapest);
  CHECK(rows[1].policy == 3);
  CHECK(rows[1].standing == Standing::equal);
  CHECK(rows[1].by == 1);
  CHECK(rows[2].policy == 0);
  CHECK(rows[2].standing == Standing::dominated);
  CHECK(rows[3].policy == 2);
  CHECK(rows[3].standing == Standing::dominated);
  const auto alone = cost_frontier(std::vector<double>{3}, std::vector<double>{-1});
  CHECK(alone.front().standing == Standing::cheapest);
  CHECK(cost_frontier({}, {}).empty());
}

TEST_CASE("policies on one line are all on the frontier") {
  for (const auto& row :
       cost_frontier(std::vector<double>{1, 2, 3}, std::vector<double>{10, 20, 30}))
    CHECK(on_frontier(row));
}

TEST_CASE("the frontier is who has the highest net benefit at some value of effect") {
  CHECK(holds("frontier", [](const std::vector<std::pair<int, int>>& numbers) {
    const Points points = points_of(numbers);
    double last = 0;
    for (const FrontierRow& row : cost_frontier(points.cost, points.effect)) {
      const auto net = [&](double value) {
        return value * points.effect[row.policy] - points.cost[row.policy];
      };
      if (row.standing == Standing::on_frontier) {
        RC_ASSERT(*row.ratio >= last);
        last = *row.ratio;
        RC_ASSERT(net(*row.ratio) == Approx(highest_net(points, *row.ratio)).margin(1e-9));
      } else if (row.standing == Standing::cheapest) {
        RC_ASSERT(net(0) == highest_net(points, 0));
      } else if (row.standing != Standing::equal) {
        for (double value = 0; value <= 60; value += .5)
          RC_ASSERT(net(value) <= highest_net(points, value));
        // Worse than one policy, or than the line between two, by more than rounding.
        const double cost = points.cost[row.policy], effect = points.effect[row.policy];
        const double c = points.cost[row.by], e = points.effect[row.by];
        if (row.standing == Standing::dominated)
          RC_ASSERT(c <= cost && e >= effect && (c < cost || e > effect));
        else
          RC_ASSERT(c + (points.cost[row.by_also] - c) * (effect - e) /
                            (points.effect[row.by_also] - e) <
                    cost);
      }
    }
  }));
}

TEST_CASE("net benefit is value x effect - cost, with the paired interval") {
  const CostEffect more = increments({{10, 12, 17}, {3, 4, 5}}, {{9, 9, 9}, {1, 1, 1}});
  CHECK(more.cost == std::vector<double>{1, 3, 8});
  CHECK(more.effect == std::vector<double>{2, 3, 4});
  const Estimate net = net_benefit(more, 2);  // 3, 3, 0
  CHECK(net.mean == 2);
  CHECK(net.half_width == Approx(4.30265272991).epsilon(1e-9));  // t of 2 degrees; error 1
  CHECK(net_benefit(more, 0).mean == -4);
}

TEST_CASE("points count by their quarter of the plane, those on an axis half to either side") {
  const PlaneShares shares =
      plane_shares({{1, -1, -1, 1, 0, 0, 1, -2}, {1, 1, -1, -1, 1, 0, 0, 3}});
  CHECK(shares.dearer_better == Approx((1 + .5 + .25 + .5) / 8));
  CHECK(shares.cheaper_better == Approx((1 + .5 + .25 + 1) / 8));
  CHECK(shares.cheaper_worse == Approx((1 + .25) / 8));
  CHECK(shares.dearer_worse == Approx((1 + .25 + .5) / 8));
  CHECK(plane_shares({}).dearer_better == 0);
}

TEST_CASE("acceptability: shares of worlds, ties split, and the best on average") {
  const std::vector<CostEffect> policies = {{{1, 1, 1, 1}, {0, 0, 0, 0}},
                                            {{3, 3, 3, 3}, {1, 1, 1, 5}}};
  const auto curve = acceptability_curves(policies, std::vector<double>{0, 1, 2, 3});
  REQUIRE(curve.size() == 4);
  CHECK(curve[0].share == std::vector<double>{1, 0});
  CHECK(curve[0].best == 0);
  CHECK(curve[1].share == std::vector<double>{.75, .25});
  // Likelier the first, on average neither: -1 against 1 x 2 - 3.
  CHECK(curve[1].net_benefit == std::vector<double>{-1, -1});
  CHECK(curve[2].share == std::vector<double>{.375, .625});
  CHECK(curve[3].share == std::vector<double>{0, 1});
  const auto skewed = acceptability_curves(policies, std::vector<double>{1.5});
  CHECK(skewed[0].share[0] == .75);
  CHECK(skewed[0].best == 1);  // rarely the best, but then by far
  CHECK(acceptability_curves({{}, {}}, std::vector<double>{1}).empty());
}

TEST_CASE("equal policies share every world") {
  const CostEffect one = worlds(1, 7, 3);
  for (const auto& point : acceptability_curves({one, one, one}, std::vector<double>{0, 2, 9}))
    for (const double share : point.share) CHECK(share == Approx(1. / 3));
}

TEST_CASE("replications in which any policy lacks a figure are left out") {
  const auto kept = complete_replications(
      {{{1, 2, 3, 4}, {1, 2, 3, missing}}, {{missing, 6, 7, 8}, {5, 6, 7, 8}}});
  CHECK(kept[0].cost == std::vector<double>{2, 3});
  CHECK(kept[1].effect == std::vector<double>{6, 7});
  CHECK(complete_replications({}).empty());
}

TEST_CASE("Fieller's interval is every ratio at which net benefit may be zero") {
  for (const double effect : {5.0, 1.0, .3, 0.0})
    for (std::uint32_t sample = 0; sample < 20; ++sample) {
      const CostEffect points = worlds(sample, 12, effect);
      const RatioInterval found = fieller(points);
      for (double ratio = -60; ratio <= 60; ratio += .37)
        CHECK(contains(found, ratio) == net_benefit_may_be_zero(points, ratio));
      if (found.form == Form::bounded) {
        CHECK(*found.ratio >= found.low);
        CHECK(*found.ratio <= found.high);
      }
    }
}

TEST_CASE("Fieller's interval is bounded exactly where the effect is not zero") {
  int bounded = 0, open = 0;
  for (std::uint32_t sample = 0; sample < 200; ++sample) {
    const CostEffect points = worlds(sample, 12, .6);
    const Estimate effect = estimate(points.effect);
    const bool clear = effect.low() > 0 || effect.high() < 0;
    CHECK((fieller(points).form == Form::bounded) == clear);
    ++(clear ? bounded : open);
  }
  CHECK(bounded > 20);
  CHECK(open > 20);
}

TEST_CASE("Fieller's interval holds the true ratio as often as it says") {
  int held = 0;
  constexpr int samples = 4000;
  for (std::uint32_t sample = 0; sample < samples; ++sample)
    held += contains(fieller(worlds(1000 + sample, 10, 1.2)), 4 / 1.2);
  CHECK(double(held) / samples == Approx(.95).margin(.0104));  // three standard errors
}

TEST_CASE("ratios without variation are points; without an effect there is none") {
  const RatioInterval point = fieller({{6, 6, 6}, {2, 2, 2}});
  CHECK(point.form == Form::bounded);
  CHECK(point.low == Approx(3));
  CHECK(point.high == Approx(3));
  const RatioInterval free = fieller({{0, 0, 0}, {2, 3, 4}});  // the same cost in every world
  CHECK(free.form == Form::bounded);
  CHECK(*free.ratio == 0);
  CHECK((free.low == 0 && free.high == 0));
  CHECK(fieller({{6, 6}, {0, 0}}).form == Form::undefined);
  CHECK_FALSE(fieller({{6, 6}, {0, 0}}).ratio);
  CHECK(fieller({{0, 0}, {0, 0}}).form == Form::all);
  CHECK(fieller({{6}, {2}}).form == Form::undefined);
  CHECK(*fieller({{6}, {2}}).ratio == 3);
  CHECK_FALSE(fieller({}).ratio);
}
