// SPDX-License-Identifier: Apache-2.0
// Known answers of shares, quantiles and the mean of the worst.
#include "analysis/risk.hpp"

#include <array>
#include <cmath>
#include <limits>
#include <numeric>

#include "tests/kernel/property.hpp"

using namespace coopsim;

namespace {

Approx exactly(double value) { return Approx(value).epsilon(1e-11).margin(5e-13); }

// The quantiles of Exp(1) at the middles of `count` equal parts.
std::vector<double> exponential_grid(int count) {
  std::vector<double> values;
  for (int i = 0; i < count; ++i) values.push_back(-std::log1p(-(i + .5) / count));
  return values;
}

}  // namespace

TEST_CASE("KA-38: intervals of a share") {
  const Interval exact = clopper_pearson(3, 100), approximate = wilson(3, 100);
  CHECK(exact.low == Approx(.006229971538).margin(5e-13));
  CHECK(exact.high == Approx(.085176052974).margin(5e-13));
  CHECK(approximate.low == Approx(.010254524024).margin(5e-13));
  CHECK(approximate.high == Approx(.084519364291).margin(5e-13));
  CHECK(clopper_pearson(0, 100).low == 0);
  CHECK(clopper_pearson(0, 100).high == Approx(.036216692645).margin(5e-13));
  CHECK(clopper_pearson(100, 100).high == 1);
  CHECK(wilson(0, 100).low == 0);
  CHECK(wilson(100, 100).high == 1);
}

TEST_CASE("no miss in n still leaves a chance of one: the rule of three") {
  CHECK(clopper_pearson(0, 300, .9).high == Approx(.00994).margin(5e-6));
  CHECK(clopper_pearson(0, 3000, .9).high == Approx(.000998).margin(5e-7));
}

TEST_CASE("a target is missed by the values below it, missing ones left out") {
  const double missing = std::numeric_limits<double>::quiet_NaN();
  const MissedTarget found = below_target(std::array{1.0, 5.0, missing, 3.0, 2.0}, 3);
  CHECK(found.missed == 2);
  CHECK(found.count == 4);
  CHECK(found.share == .5);
  CHECK((found.exact.low < .5 && found.exact.high > .5));
  CHECK(std::isnan(below_target(std::array{missing}, 3).share));
}

TEST_CASE("KA-39: the ranks between which a quantile lies") {
  const auto found = quantile_ranks(200, .95);
  REQUIRE(found);
  CHECK(found->low == 184);
  CHECK(found->high == 197);
  CHECK(found->coverage == exactly(.967152163858));
  CHECK(least_count_for_quantile(.99) == 299);
  CHECK_FALSE(quantile_ranks(20, .95));
}

TEST_CASE("ranks cover at least what was asked, whatever size and quantile") {
  for (const std::size_t count : {6, 30, 64, 500})
    for (const double p : {.05, .25, .5, .9})
      if (const auto found = quantile_ranks(count, p)) CHECK(found->coverage >= .95);
  std::vector<double> values(64);
  std::iota(values.begin(), values.end(), 1.0);
  const QuantileEstimate median = quantile_with_interval(values, .5);
  CHECK(median.value == 32.5);
  REQUIRE(median.between);
  CHECK((median.between->low == 24 && median.between->high == 41));
}

TEST_CASE("KA-40: the mean beyond a quantile") {
  // Normal: E[(Z - q)+] = density(q) - q (1 - a).
  const double q = 1.644853626951, density = std::exp(-q * q / 2) / std::sqrt(2 * M_PI);
  CHECK(mean_beyond(q, density - q * .05, .95) == Approx(2.062712807507).epsilon(1e-11));
  // Exponential: E[(X - q)+] = 1 - a.
  CHECK(mean_beyond(4.605170185988, .01, .99) == exactly(5.605170185988));
  // From a sample of the same law; the middles of equal parts miss the end of the tail.
  CHECK(conditional_value_at_risk(exponential_grid(1'000'000), .99) ==
        Approx(5.605170185988).epsilon(1e-4));
}

TEST_CASE("the mean of the worst tenth is that of its values") {
  std::vector<double> values(20);
  std::iota(values.begin(), values.end(), 1.0);
  CHECK(conditional_value_at_risk(values, .9) == exactly(19.5));
  CHECK(conditional_value_at_risk(values, 0) == exactly(10.5));
  CHECK(conditional_value_at_risk(values, .925) == exactly((20 + .5 * 19) / 1.5));
  CHECK(conditional_value_at_risk(std::array{7.0}, .5) == 7);
}
