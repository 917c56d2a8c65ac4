// SPDX-License-Identifier: Apache-2.0
// Regression coefficients, rank correlations, main effects and interactions.
#include "analysis/regression_effects.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "sim/kernel/random.hpp"
#include "tests/analysis/uniform_points.hpp"

using namespace coopsim;
using coopsim::testing::uniform_points;

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

FactorTable full_factorial(std::size_t factors) {
  FactorTable table{factors, {}};
  for (std::size_t run = 0; run < std::size_t{1} << factors; ++run)
    for (std::size_t j = 0; j < factors; ++j) table.values.push_back(run >> j & 1 ? 1.0 : -1.0);
  return table;
}

template <class Function>
std::vector<double> responses(const FactorTable& table, Function&& f) {
  std::vector<double> values;
  for (std::size_t i = 0; i < table.points(); ++i) values.push_back(f(table.point(i)));
  return values;
}

double deviation(const FactorTable& table, std::size_t factor) {
  Moments moments;
  for (std::size_t i = 0; i < table.points(); ++i) moments.add(table.point(i)[factor]);
  return std::sqrt(moments.variance());
}

double deviation(const std::vector<double>& values) {
  Moments moments;
  for (const double value : values) moments.add(value);
  return std::sqrt(moments.variance());
}

}  // namespace

TEST_CASE("of a linear model the standardised coefficients are exact, also of correlated factors") {
  auto table = uniform_points(50, 3);
  for (std::size_t i = 0; i < 50; ++i) {
    table.values[3 * i] = 2000 + 10 * table.values[3 * i];
    table.values[3 * i + 2] += .08 * table.values[3 * i];
  }
  const auto y = responses(
      table, [](std::span<const double> x) { return 1 + .2 * x[0] - 3 * x[1] + 2 * x[2]; });
  const auto found = regression_effects(table, y);
  const double slopes[] = {.2, -3, 2};
  for (std::size_t j = 0; j < 3; ++j) {
    CHECK(found.factors[j].separable);
    CHECK(found.factors[j].src ==
          Approx(slopes[j] * deviation(table, j) / deviation(y)).epsilon(1e-9));
  }
  CHECK(found.r_squared == Approx(1).epsilon(1e-12));
  CHECK(found.points == 50);
}

// 12 points with ties. Expected: minus the ratio of elements of the inverse matrix of covariances
// of the ranks, in exact fractions; the p-value by the finite sum for t with 8 degrees of freedom.
TEST_CASE("partial rank correlations of a monotone function are those of the inverse matrix") {
  FactorTable table{3, {}};
  for (int i = 0; i < 12; ++i)
    for (const double x :
         {(5 * i + 3) % 13 / 13., (7 * i * i + i + 2) % 29 / 29., double((11 * i + 5) % 12 / 2)})
      table.values.push_back(x);
  const auto y = responses(table, [](std::span<const double> x) {
    return std::exp(3 * x[0]) - 5 * x[1] * x[1] * x[1] + x[2] / 4;
  });
  const auto found = regression_effects(table, y);
  CHECK(found.factors[0].prcc == Approx(.9285807150255221).epsilon(1e-12));
  CHECK(found.factors[1].prcc == Approx(-.5022263235768228).epsilon(1e-12));
  CHECK(found.factors[2].prcc == Approx(-.25932330613216253).epsilon(1e-12));
  CHECK(found.factors[0].t == Approx(7.076817477773972).epsilon(1e-11));
  CHECK(found.factors[0].p_value == Approx(.00010435774672712395).epsilon(1e-9));
  CHECK(found.factors[1].p_value == Approx(.139067858743802).epsilon(1e-9));
  CHECK(found.factors[2].p_value == Approx(.46936375328818725).epsilon(1e-9));
  CHECK(found.rank_r_squared == Approx(.8806034196436279).epsilon(1e-12));
}

TEST_CASE("a curve that only rises is a straight line to ranks, not to values") {
  const auto table = uniform_points(200, 2);
  const auto found = regression_effects(
      table, responses(table, [](std::span<const double> x) { return std::exp(20 * x[0]); }));
  CHECK(found.factors[0].prcc == Approx(1).epsilon(1e-9));
  CHECK(found.factors[0].p_value == 0);
  CHECK(std::abs(found.factors[1].prcc) <= 1);
  CHECK(found.r_squared < .6);
  CHECK(found.rank_r_squared == Approx(1));
}

TEST_CASE("p-values of a factor that does nothing are below .05 in one sample of twenty") {
  int below = 0;
  for (std::uint32_t seed = 0; seed < 400; ++seed) {
    const Random random(seed, 0);
    FactorTable table{2, {}};
    std::vector<double> y;
    for (std::uint32_t i = 0; i < 30; ++i) {
      const auto u = [&](std::uint32_t j) { return random.uniform(EntityId{i}, Purpose{0}, j); };
      table.values.insert(table.values.end(), {u(0), u(1)});
      y.push_back(u(0) + u(2));
    }
    below += regression_effects(table, y).factors[1].p_value < .05;
  }
  CHECK(std::abs(below - 20) <= 13);  // three standard errors
}

TEST_CASE("a factor that does not vary or repeats another is told, and the rest stands") {
  auto table = uniform_points(40, 4);
  for (std::size_t i = 0; i < 40; ++i) {
    table.values[4 * i + 2] = 7;
    table.values[4 * i + 3] = 1 - 2 * table.values[4 * i];
  }
  const auto found = regression_effects(
      table, responses(table, [](std::span<const double> x) { return x[0] + x[1]; }));
  CHECK(found.factors[1].separable);
  for (const std::size_t j : {0, 2, 3}) {
    CHECK_FALSE(found.factors[j].separable);
    CHECK(found.factors[j].src == 0);
    CHECK(found.factors[j].p_value == 1);
  }
  CHECK(found.r_squared == Approx(1));
}

TEST_CASE("missing responses are left out and counted; equal ones and too few are told") {
  const auto table = uniform_points(20, 2);
  auto y = responses(table, [](std::span<const double> x) { return x[0] - x[1]; });
  y[3] = y[9] = missing;
  const auto found = regression_effects(table, y);
  CHECK(found.left_out == 2);
  CHECK(found.points == 18);
  CHECK(found.r_squared == Approx(1));
  CHECK(regression_effects(table, std::vector(20, .1)).no_variance);
  CHECK(regression_effects(table, std::vector(20, .1)).factors[0].src == 0);
  CHECK(regression_effects(uniform_points(3, 2), std::vector{1., 2., 3.}).too_few_points);
}

TEST_CASE("main effects and interactions of a full two-level design are the textbook's") {
  const auto table = full_factorial(3);
  const auto y = responses(
      table, [](std::span<const double> x) { return 9 + 2 * x[0] + 3 * x[1] + 5 * x[0] * x[1]; });
  const auto mains = main_effects(table, y);
  CHECK(mains[0].mean == Approx(4));
  CHECK(mains[1].mean == Approx(6));
  CHECK(mains[2].mean == Approx(0).margin(1e-12));
  CHECK(mains[0].count == 4);
  CHECK(mains[0].half_width > 0);
  const auto pairs = interactions(table, y);
  REQUIRE(pairs.size() == 3);
  CHECK(pairs[0].first == 0);
  CHECK(pairs[0].second == 1);
  CHECK(pairs[0].effect == Approx(10));
  CHECK(pairs[1].effect == Approx(0).margin(1e-12));
  for (const auto& pair : pairs) CHECK_FALSE(pair.aliased);
}

TEST_CASE("a half fraction names the interactions that it cannot tell from a factor") {
  FactorTable table{3, {}};
  for (const double a : {-1., 1.})
    for (const double b : {-1., 1.}) table.values.insert(table.values.end(), {a, b, a * b});
  const auto y = responses(table, [](std::span<const double> x) { return x[0]; });
  const auto pairs = interactions(table, y);
  REQUIRE(pairs.size() == 3);
  for (const auto& pair : pairs) CHECK(pair.aliased);
  table = full_factorial(4);
  for (std::size_t i = 0; i < 16; ++i)  // 2^(4-1): no main effect is aliased, pairs are
    table.values[4 * i + 3] =
        table.values[4 * i] * table.values[4 * i + 1] * table.values[4 * i + 2];
  for (const auto& pair : interactions(table, std::vector(16, 1.0))) CHECK(pair.aliased);
}

TEST_CASE("factors of more than two levels take halves of their range and no interactions") {
  const FactorTable table{1, {0, 1, 2, 3, 4}};
  const auto mains = main_effects(table, std::vector{1., 2., 100., 5., 6.});
  CHECK(mains[0].mean == Approx(4));  // the middle belongs to neither
  CHECK(interactions(uniform_points(8, 2), std::vector(8, 1.0)).empty());
  CHECK(std::isnan(main_effects({1, {5, 5}}, std::vector{1., 2.})[0].mean));
}
