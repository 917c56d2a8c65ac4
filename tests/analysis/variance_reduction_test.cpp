// SPDX-License-Identifier: Apache-2.0
// Narrower intervals from as many runs, on the textbook's example: the mean of e^U, U uniform.
#include "analysis/variance_reduction.hpp"

#include <array>
#include <cmath>
#include <limits>
#include <vector>

#include "sim/kernel/random.hpp"
#include "tests/kernel/property.hpp"

using namespace coopsim;

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

// e^U and e^(1-U) at the midpoints of so many equal steps: sums over them are integrals.
struct ExponentialOfUniform {
  std::vector<double> u, value, mirrored;

  explicit ExponentialOfUniform(int steps) {
    for (int i = 0; i < steps; ++i) {
      u.push_back((i + .5) / steps);
      value.push_back(std::exp(u.back()));
      mirrored.push_back(std::exp(1 - u.back()));
    }
  }
};

const ExponentialOfUniform& fine() {
  static const ExponentialOfUniform all(200'000);
  return all;
}

// Of all values, not of a sample.
double variance_of(const std::vector<double>& values) {
  Moments moments;
  for (const double value : values) moments.add(value);
  return moments.variance() * (1 - 1 / double(values.size()));
}

struct Coverage {
  double controlled = 0, plain = 0;
};

// 10 runs each, 4,000 times: y = x + noise, both nearly normal.
Coverage coverage() {
  constexpr int samples = 4000;
  const Random random(20070412, 0);
  const auto normal = [&](std::uint32_t sample, std::uint32_t member) {
    double sum = -6;
    for (std::uint32_t i = 0; i < 12; ++i)
      sum += random.uniform(EntityId{sample}, Purpose{0}, 12 * member + i);
    return sum;
  };
  Coverage found;
  for (std::uint32_t s = 0; s < samples; ++s) {
    std::vector<double> x, y;
    for (std::uint32_t i = 0; i < 10; ++i) {
      x.push_back(normal(s, 2 * i));
      y.push_back(x.back() + .5 * normal(s, 2 * i + 1));
    }
    const Estimate mean = controlled_mean(y, x, 0).mean, plain = estimate(y);
    found.controlled += (mean.low() <= 0 && mean.high() >= 0) / double(samples);
    found.plain += (plain.low() <= 0 && plain.high() >= 0) / double(samples);
  }
  return found;
}

}  // namespace

TEST_CASE("KA-43: the variance of e^U, and its covariance with the mirrored value") {
  CHECK(variance_of(fine().value) == Approx(.242035607).epsilon(0).margin(5e-10));
  Moments sums;
  for (std::size_t i = 0; i < fine().value.size(); ++i)
    sums.add(fine().value[i] + fine().mirrored[i]);
  const double of_sums = sums.variance() * (1 - 1 / double(fine().value.size()));
  const double covariance = of_sums / 2 - variance_of(fine().value);
  CHECK(covariance == Approx(-.234210614).epsilon(0).margin(5e-10));
}

TEST_CASE("KA-43: a mirrored pair is worth 30.931 pairs of independent runs") {
  const AntitheticMean found = antithetic_mean(fine().value, fine().mirrored);
  CHECK(found.variance_reduction == Approx(30.931).epsilon(0).margin(5e-4));
  CHECK(found.mean.mean == Approx(std::exp(1) - 1).epsilon(1e-9));
  CHECK(found.mean.count == 200'000);
}

TEST_CASE("KA-43: with U as companion beta is 1.690309029 and the variance 61.427 times smaller") {
  const ControlledMean found = controlled_mean(fine().value, fine().u, .5);
  CHECK(found.coefficient == Approx(1.690309029).epsilon(0).margin(5e-9));
  CHECK(found.variance_reduction == Approx(61.427).epsilon(0).margin(5e-4));
  CHECK(found.mean.mean == Approx(std::exp(1) - 1).epsilon(1e-9));
}

TEST_CASE("a companion with a known slope, by hand") {
  // Slope 2, residuals 1, -2, 1; the mean of x is 2 where 3 is true, so 2 is added.
  const ControlledMean found =
      controlled_mean(std::array{3.0, 2.0, 7.0}, std::array{1.0, 2.0, 3.0}, 3);
  CHECK(found.coefficient == Approx(2));
  CHECK(found.mean.mean == Approx(6));
  CHECK(found.mean.standard_error == Approx(std::sqrt(6 * (1. / 3 + 1. / 2))));
  CHECK(found.variance_reduction == Approx(14. / 6));
  CHECK(found.mean.half_width == Approx(12.7062047362 * found.mean.standard_error));
}

TEST_CASE("mirrored runs that rise together are said to harm") {
  const std::vector<double> run = {1, 2, 3, 4};
  CHECK(antithetic_mean(run, run).variance_reduction == Approx(.5));
}

TEST_CASE("what does not vary or is missing is told, never made up") {
  const std::array constant = {2.0, 2.0, 2.0}, rising = {1.0, 2.0, 3.0};
  CHECK(std::isnan(antithetic_mean(constant, constant).variance_reduction));
  CHECK(antithetic_mean(rising, std::array{3.0, 2.0, 1.0}).mean.half_width == 0);
  CHECK(std::isinf(antithetic_mean(rising, std::array{3.0, 2.0, 1.0}).variance_reduction));
  const ControlledMean useless = controlled_mean(rising, constant, 5);
  CHECK(useless.coefficient == 0);
  CHECK(useless.mean.mean == 2);
  CHECK(useless.variance_reduction == 1);
  CHECK(std::isinf(controlled_mean(rising, rising, 2).variance_reduction));
  const ControlledMean two = controlled_mean(std::array{1.0, missing, 3.0}, rising, 2);
  CHECK(two.mean.count == 2);
  CHECK(std::isnan(two.mean.half_width));
  CHECK(std::isnan(controlled_mean(std::vector<double>{}, std::vector<double>{}, 2).mean.mean));
}

TEST_CASE("the interval with a companion covers what it says, and is narrower") {
  const Coverage found = coverage();  // three standard errors of 4,000 shares of .95: .0103
  CHECK(found.controlled == Approx(.95).margin(.0104));
  CHECK(found.plain == Approx(.95).margin(.0104));
}
