// SPDX-License-Identifier: Apache-2.0
// A polynomial in place of the simulation.
#include "analysis/surrogate.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "sim/kernel/random.hpp"
#include "tests/analysis/uniform_points.hpp"

using namespace coopsim;
using coopsim::testing::uniform_points;

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

template <class Function>
std::vector<double> responses(const FactorTable& table, Function&& f) {
  std::vector<double> values;
  for (std::size_t i = 0; i < table.points(); ++i) values.push_back(f(table.point(i)));
  return values;
}

double quadratic(std::span<const double> x) {
  return 3 - x[0] + .5 * x[0] * x[1] + .7 * x[1] * x[1];
}
double wavy(std::span<const double> x) { return std::sin(3 * x[0]) + x[0] * x[1]; }

}  // namespace

TEST_CASE("a quadratic is met everywhere, also where no point was run") {
  const auto table = uniform_points(30, 2, 10, 3);
  const Surrogate made(table, responses(table, quadratic));
  CHECK(made.degree() == 2);
  CHECK(made.terms() == 6);
  CHECK(made.r_squared() == Approx(1).epsilon(1e-12));
  CHECK(made.predictive_r_squared() == Approx(1).epsilon(1e-12));
  for (const std::array<double, 2> x : {std::array{11., 12.}, std::array{10.5, 12.5}}) {
    CHECK(made.at(x) == Approx(quadratic(x)).epsilon(1e-10));
    CHECK(made.within(x));
  }
  CHECK_FALSE(made.within(std::array{11., 14.}));
}

// Each point is left out by making its response missing. Its factors' range must stay the same, or
// the scaling moves; that alone changes no prediction, only rounding.
TEST_CASE("left-out predictions equal those of refits without the point") {
  const auto table = uniform_points(25, 2, 10, 3);
  const auto y = responses(table, wavy);
  const Surrogate made(table, y);
  REQUIRE(made.degree() == 2);
  double squares = 0;
  for (std::size_t i = 0; i < y.size(); ++i) {
    auto others = y;
    others[i] = missing;
    const Surrogate refit(table, others);
    REQUIRE(refit.degree() == 2);
    CHECK(made.left_out_predictions()[i] == Approx(refit.at(table.point(i))).epsilon(1e-9));
    squares += std::pow(y[i] - refit.at(table.point(i)), 2);
  }
  CHECK(made.left_out_error() == Approx(std::sqrt(squares / 25)).epsilon(1e-9));
  CHECK(made.predictive_r_squared() < made.r_squared());
}

TEST_CASE("squares are not fitted where lines predict better or points are few") {
  const auto table = uniform_points(40, 2, 10, 3);
  const Surrogate line(table, responses(table, [](std::span<const double> x) { return x[0]; }));
  CHECK(line.degree() == 1);
  const auto few = uniform_points(8, 2, 10, 3);
  CHECK(Surrogate(few, responses(few, quadratic)).degree() <= 1);
}

TEST_CASE("of pure noise the surrogate promises nothing") {
  const Random random(5, 0);
  const auto table = uniform_points(60, 3, 10, 3);
  std::vector<double> y;
  for (std::uint32_t i = 0; i < 60; ++i) y.push_back(random.uniform(EntityId{i}, Purpose{1}));
  CHECK(Surrogate(table, y).predictive_r_squared() < .1);
}

TEST_CASE("factors that do not vary or have two levels add no terms of their own") {
  FactorTable table{2, {}};
  for (int i = 0; i < 20; ++i) table.values.insert(table.values.end(), {double(i % 2), 7});
  const Surrogate made(table, responses(table, [](std::span<const double> x) { return 4 * x[0]; }));
  CHECK(made.terms() == 2);
  CHECK(made.at(std::array{.25, 7.}) == Approx(1));
}

TEST_CASE("missing responses are left out; equal ones and none at all are no trouble") {
  const auto table = uniform_points(20, 2, 10, 3);
  auto y = responses(table, quadratic);
  y[4] = missing;
  const Surrogate made(table, y);
  CHECK(made.left_out() == 1);
  CHECK(made.points() == 19);
  CHECK(std::isnan(made.left_out_predictions()[4]));
  CHECK(made.at(table.point(4)) == Approx(quadratic(table.point(4))).epsilon(1e-9));

  const Surrogate constant(table, std::vector(20, .1));
  CHECK(constant.degree() == 0);
  CHECK(constant.r_squared() == 0);
  CHECK(constant.at(table.point(0)) == Approx(.1));
  const Surrogate nothing(table, std::vector(20, missing));
  CHECK(std::isnan(nothing.at(table.point(0))));
  CHECK(std::isnan(nothing.left_out_error()));
}
