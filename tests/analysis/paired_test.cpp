// SPDX-License-Identifier: Apache-2.0
// What may be said of two policies that share their random numbers.
#include "analysis/paired.hpp"

#include <array>
#include <cmath>
#include <limits>

#include "sim/kernel/random.hpp"
#include "tests/kernel/property.hpp"

using namespace coopsim;

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();
Approx exactly(double value) { return Approx(value).epsilon(1e-12).margin(0); }

// A sum of twelve uniforms, less 6: close to normal, without a tail.
double nearly_normal(const Random& random, std::uint32_t sample, std::uint32_t member) {
  double sum = -6;
  for (std::uint32_t i = 0; i < 12; ++i)
    sum += random.uniform(EntityId{sample}, Purpose{0}, 12 * member + i);
  return sum;
}

// How often the paired interval of 8 pairs with that correlation holds the true difference, zero,
// in 4,000 samples; and how often Welch's does.
std::array<double, 2> coverage(double correlation) {
  constexpr int samples = 4000, pairs = 8;
  const Random random(20070412, 0);
  int paired = 0, welch = 0;
  for (std::uint32_t s = 0; s < samples; ++s) {
    std::vector<double> a, b;
    for (std::uint32_t i = 0; i < pairs; ++i) {
      a.push_back(nearly_normal(random, s, 2 * i));
      b.push_back(correlation * a.back() +
                  std::sqrt(1 - correlation * correlation) * nearly_normal(random, s, 2 * i + 1));
    }
    const PairedComparison found = compare_pairs(a, b);
    paired += found.difference.low() <= 0 && found.difference.high() >= 0;
    welch += found.welch.low() <= 0 && found.welch.high() >= 0;
  }
  return {double(paired) / samples, double(welch) / samples};
}

}  // namespace

TEST_CASE("KA-31: the paired comparison of five replications") {
  const std::vector<double> a = {10.5, 21.1, 29.8, 40.9, 50.7}, b = {10, 20, 30, 40, 50};
  const PairedComparison found = compare_pairs(a, b);
  CHECK(found.difference.mean == exactly(.6));
  CHECK(found.difference.half_width == exactly(.620831999102));
  CHECK(found.share_above == exactly(.8));
  CHECK(found.sign() == 1);
  CHECK(found.has(Caution::few_replications));
  CHECK_FALSE(found.has(Caution::pairing_did_not_help));
}

TEST_CASE("correlation and variance reduction are those of the definition") {
  // var a = 5/3, var b = 5/3; differences 0, -1, 1, 0 have variance 2/3; correlation .8.
  const PairedComparison found =
      compare_pairs(std::array{1.0, 2.0, 3.0, 4.0}, std::array{1.0, 3.0, 2.0, 4.0});
  CHECK(found.correlation == exactly(.8));
  CHECK(found.variance_reduction == exactly(5));
  CHECK(found.skewness == Approx(0).margin(1e-12));
  CHECK(found.share_above == exactly(.5));  // ties count half
  CHECK(found.sign() == 0);
}

TEST_CASE("Welch's interval of two samples, held against its formula") {
  const PairedComparison found =
      compare_pairs(std::array{1.0, 2.0, 3.0, 4.0}, std::array{4.0, 3.0, 2.0, 1.0});
  CHECK(found.correlation == exactly(-1));
  CHECK(found.has(Caution::pairing_did_not_help));
  // Standard error sqrt(2 (5/3) / 4), six degrees of freedom: t = 2.44691185114.
  CHECK(found.welch.half_width == Approx(2.44691185114 * std::sqrt(5.0 / 6)).epsilon(1e-11));
  CHECK(found.welch.half_width < found.difference.half_width);
}

TEST_CASE("the paired interval keeps its level for correlations of either sign, Welch's does not") {
  // 4,000 samples: three standard errors are .0103.
  for (const double correlation : {.8, 0.0, -.6})
    CHECK(std::abs(coverage(correlation)[0] - .95) < .0103);
  CHECK(std::abs(coverage(0)[1] - .95) < .0103);
  CHECK(coverage(-.6)[1] < .92);
  CHECK(coverage(.8)[1] > .98);
}

TEST_CASE("differences that never vary have an interval of no width, and say so") {
  const PairedComparison found =
      compare_pairs(std::array{3.0, 5.0, 9.0}, std::array{1.0, 3.0, 7.0});
  CHECK(found.difference.half_width == 0);
  CHECK(std::isinf(found.variance_reduction));
  CHECK(std::isnan(found.skewness));
  CHECK(found.has(Caution::no_variation));
  const PairedComparison constant = compare_pairs(std::array{1.0, 1.0}, std::array{1.0, 1.0});
  CHECK(constant.difference.mean == 0);
  CHECK(std::isnan(constant.correlation));
  CHECK(std::isnan(constant.variance_reduction));
  CHECK_FALSE(constant.has(Caution::pairing_did_not_help));
}

TEST_CASE("one replication has a mean and no interval; none has nothing") {
  const PairedComparison one = compare_pairs(std::array{3.0, missing}, std::array{1.0, 2.0});
  CHECK(one.difference.mean == 2);
  CHECK(one.left_out == 1);
  CHECK(std::isnan(one.difference.half_width));
  CHECK(std::isnan(one.welch.half_width));
  CHECK(one.has(Caution::one_replication));
  CHECK(one.has(Caution::missing_values));
  CHECK_FALSE(one.has(Caution::no_variation));
  const PairedComparison none = compare_pairs(std::array{3.0, missing}, std::array{missing, 2.0});
  CHECK(none.cautions == std::vector<Caution>{Caution::no_values});
  CHECK(std::isnan(none.share_above));
}

TEST_CASE("skewed differences ask for 25 times the squared skewness in replications") {
  std::vector<double> few, enough, zero;
  for (int i = 0; i < 40; ++i) few.push_back(i == 0 ? 100 : i % 2);  // skewness about 6
  for (int i = 0; i < 40; ++i) enough.push_back(i % 4);              // none
  zero.resize(40);
  CHECK(compare_pairs(few, zero).has(Caution::skewed));
  CHECK_FALSE(compare_pairs(enough, zero).has(Caution::skewed));
}
