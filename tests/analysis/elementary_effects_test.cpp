// SPDX-License-Identifier: Apache-2.0
// Screening by elementary effects.
#include "analysis/elementary_effects.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "sim/kernel/random.hpp"

using namespace coopsim;

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

// Four levels, steps of 2/3 up or down, factors in an order that turns from one to the next.
FactorTable trajectories(std::uint32_t count, std::size_t factors) {
  const Random random(20070412, 0);
  FactorTable table{factors, {}};
  for (std::uint32_t t = 0; t < count; ++t) {
    std::vector<double> point;
    for (std::uint32_t i = 0; i < factors; ++i)
      point.push_back(std::floor(4 * random.uniform(EntityId{t}, Purpose{0}, i)) / 3);
    table.values.insert(table.values.end(), point.begin(), point.end());
    for (std::size_t step = 0; step < factors; ++step) {
      double& moved = point[(step + t) % factors];
      moved += moved < .5 ? 2. / 3 : -2. / 3;
      table.values.insert(table.values.end(), point.begin(), point.end());
    }
  }
  return table;
}

template <class Function>
std::vector<double> responses(const FactorTable& table, Function&& f) {
  std::vector<double> values;
  for (std::size_t i = 0; i < table.points(); ++i) values.push_back(f(table.point(i)));
  return values;
}

double linear(std::span<const double> x) { return 5 + 3 * x[0] - 7 * x[1]; }

}  // namespace

TEST_CASE("of a straight line mu* is the size of each coefficient, and sigma is 0") {
  const auto table = trajectories(10, 3);
  const auto found = elementary_effects(table, responses(table, linear));
  CHECK(found.trajectories == 10);
  const double slopes[] = {3, -7, 0};
  for (std::size_t i = 0; i < 3; ++i) {
    const auto& factor = found.factors[i];
    CHECK(factor.effects == 10);
    CHECK(factor.mu == Approx(slopes[i]).margin(1e-12));
    CHECK(factor.mu_star == Approx(std::abs(slopes[i])).margin(1e-12));
    CHECK(factor.mu_star_low == Approx(factor.mu_star).margin(1e-12));
    CHECK(factor.mu_star_high == Approx(factor.mu_star).margin(1e-12));
    CHECK(factor.sigma == Approx(0).margin(1e-12));
  }
}

TEST_CASE("factors that act together have a sigma, also where their effects cancel") {
  const auto table = trajectories(40, 3);
  const auto found = elementary_effects(table, responses(table, [](std::span<const double> x) {
                                          return 4 * (x[0] - .5) * (x[1] - .5) + x[2];
                                        }));
  for (std::size_t i = 0; i < 2; ++i) {
    // The other is at one of four levels: the effect is +-2 or +-2/3.
    CHECK(found.factors[i].sigma > 1);
    CHECK(found.factors[i].mu_star == Approx(4. / 3).epsilon(.2));
    CHECK(std::abs(found.factors[i].mu) < .5);
    CHECK(found.factors[i].mu_star_low < 4. / 3);
    CHECK(found.factors[i].mu_star_high > 4. / 3);
    CHECK(found.factors[i].mu_star_low < found.factors[i].mu_star_high);
  }
  CHECK(found.factors[2].sigma == Approx(0).margin(1e-12));
}

TEST_CASE("a missing point costs the effects on either side of it and no others") {
  const auto table = trajectories(6, 3);
  auto y = responses(table, linear);
  y[4 + 1] = missing;  // second trajectory, second row; it moves factor 1 first, then 2
  const auto found = elementary_effects(table, y);
  CHECK(found.missing_points == 1);
  CHECK(found.missing_effects == 2);
  CHECK(found.factors[0].effects == 6);
  CHECK(found.factors[1].effects == 5);
  CHECK(found.factors[2].effects == 5);
  CHECK(found.factors[1].mu_star == Approx(7));
}

TEST_CASE("without an effect nothing is claimed, with one no spread") {
  const auto table = trajectories(1, 2);
  const auto one = elementary_effects(table, std::vector{1.0, 2.0, 3.0});
  CHECK(one.factors[0].mu_star == Approx(1.5));
  CHECK(std::isnan(one.factors[0].sigma));
  CHECK(std::isnan(one.factors[0].mu_star_high));
  const auto none = elementary_effects(table, std::vector{missing, missing, missing});
  CHECK(none.factors[0].effects == 0);
  CHECK(std::isnan(none.factors[0].mu_star));
}

TEST_CASE("points that are no trajectories are refused, and the row is named") {
  const std::vector<double> three(3), four(4);
  CHECK_THROWS_WITH(elementary_effects({2, {0, 0, 1, 1, 1, 0}}, three),
                    Catch::Contains("row 2 moves 2 factors"));
  CHECK_THROWS_WITH(elementary_effects({2, {0, 0, 1, 0, 0, 0}}, three), Catch::Contains("row 3"));
  CHECK_THROWS_AS(elementary_effects({2, {0, 0, 1, 0, 1, 1, 0, 0}}, four), std::invalid_argument);
}
