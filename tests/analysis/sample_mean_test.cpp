// SPDX-License-Identifier: Apache-2.0
// The mean over a random sample of the factors' space: held to a factor's known mean, or by pairs.
#include "analysis/sample_mean.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "analysis/regression_effects.hpp"
#include "analysis/space_filling.hpp"

using namespace coopsim;

namespace {

FactorTable table_of(const UnitDesign& design) { return {design.factors, design.values}; }

template <class Function>
std::vector<double> at_each(const FactorTable& table, const Function& function) {
  std::vector<double> all;
  for (std::size_t i = 0; i < table.points(); ++i) all.push_back(function(table.point(i)));
  return all;
}

const auto slope = [](auto u) { return 3 * u[0] - u[1] + .1 * u[2] * u[2]; };

}  // namespace

TEST_CASE("the factor that goes along the most is the companion, and narrows the interval") {
  const FactorTable table = table_of(monte_carlo(3, 200, 1));
  const auto y = at_each(table, slope);
  const SampleMean found = independent_mean(table, y);
  REQUIRE(found.companion == std::size_t{0});
  CHECK(found.worth > 5);  // 9/12 of 10/12 of the variance gone
  CHECK(found.mean.half_width < estimate(y).half_width / 2);
  const double truth = 1.5 - .5 + .1 / 3;
  CHECK(found.mean.low() < truth);
  CHECK(found.mean.high() > truth);
}

TEST_CASE("chance alone makes no companion, nor does a response that does not vary") {
  const FactorTable table = table_of(monte_carlo(26, 40, 7));
  int picked = 0;
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    const UnitDesign noise = monte_carlo(1, 40, 1000 + seed);
    picked += independent_mean(table, noise.values).companion.has_value();
  }
  CHECK(picked <= 8);  // 1 % of 200 is 2; more than 8 has a chance below 1e-3
  const SampleMean flat = independent_mean(table, std::vector<double>(40, 2.0));
  CHECK_FALSE(flat.companion);
  CHECK(flat.mean.mean == 2);
  CHECK(flat.worth == 1);
}

TEST_CASE("the interval with a companion covers the true mean as often as it says") {
  constexpr int studies = 2000;
  int covered = 0;
  for (std::uint64_t seed = 0; seed < studies; ++seed) {
    const FactorTable table = table_of(monte_carlo(3, 30, seed));
    const auto found = independent_mean(table, at_each(table, slope));
    covered += found.mean.low() <= 1 + .1 / 3 && found.mean.high() >= 1 + .1 / 3;
  }
  CHECK(covered / double(studies) == Approx(.95).margin(.0147));  // three standard errors
}

TEST_CASE("mirrored pairs cancel what is straight, and leave the bend") {
  const UnitDesign design = mirrored_monte_carlo(3, 200, 1);
  REQUIRE(design.points() == 200);
  const UnitDesign half = monte_carlo(3, 100, 1);
  for (std::size_t i = 0; i < 100; ++i)
    for (std::size_t f = 0; f < 3; ++f) {
      CHECK(design.point(2 * i)[f] == half.point(i)[f]);
      CHECK(design.point(2 * i + 1)[f] == 1 - half.point(i)[f]);
    }
  const FactorTable table = table_of(design);
  const SampleMean found = mirrored_mean(at_each(table, slope));
  CHECK(found.of_pairs);
  CHECK(found.mean.count == 100);
  CHECK(found.worth > 500);
  CHECK(found.mean.mean == Approx(1 + .1 / 3).margin(3 * found.mean.standard_error));
  const auto bend = at_each(table, [](auto u) { return (u[0] - .5) * (u[0] - .5); });
  CHECK(mirrored_mean(bend).worth == Approx(.5));
}

TEST_CASE("a mirrored main effect has the same mean, and an interval of its pairs") {
  const FactorTable table = table_of(mirrored_monte_carlo(2, 100, 3));
  const auto y = at_each(table, [](auto u) { return u[0] > .5 ? 4.0 : 1.0; });
  const Estimate own = mirrored_main_effect(table, y, 0), none = mirrored_main_effect(table, y, 1);
  CHECK(own.mean == Approx(3));
  CHECK(own.half_width == Approx(0).margin(1e-12));
  CHECK(std::abs(none.mean) < 3 * none.standard_error);
  CHECK(none.mean == Approx(main_effects(table, y)[1].mean));
  CHECK(none.standard_error > 1.3 * main_effects(table, y)[1].standard_error);
}

TEST_CASE("a mirrored pair with a missing half is left out") {
  const FactorTable table = table_of(mirrored_monte_carlo(1, 8, 3));
  auto y = at_each(table, [](auto u) { return u[0]; });
  y[3] = std::numeric_limits<double>::quiet_NaN();
  const SampleMean found = mirrored_mean(y);
  CHECK(found.mean.count == 3);
  CHECK(found.mean.mean == Approx(.5));
}
