// SPDX-License-Identifier: Apache-2.0
#include "sim/kernel/distribution.hpp"

#include <cmath>
#include <numbers>
#include <set>
#include <stdexcept>
#include <string>

#include "tests/kernel/property.hpp"

using namespace coopsim;
using Law = Distribution::Law;

namespace {

Approx nearly(double value) { return Approx(value).epsilon(1e-14).margin(1e-300); }

// Distribution function of the standard normal, by libm: an oracle of its own.
double normal_probability(double x) { return 0.5 * std::erfc(-x / std::numbers::sqrt2); }

// Distribution function of a Poisson or binomial count in extended precision.
template <class LogProbability>
long double up_to(int count, const LogProbability& log_probability) {
  long double sum = 0;
  for (int k = 0; k <= count; ++k) sum += std::exp(log_probability(k));
  return sum;
}

// That `found` is the least count whose distribution function reaches u.
template <class LogProbability>
void check_inverse(double u, int found, const LogProbability& log_probability) {
  CAPTURE(u, found);
  CHECK(up_to(found, log_probability) > u - 1e-12L);
  CHECK(up_to(found - 1, log_probability) < u + 1e-12L);
}

}  // namespace

TEST_CASE("the normal quantile has its tabled values") {
  CHECK(normal_quantile(0.5) == 0.0);
  CHECK(normal_quantile(0.75) == nearly(0.67448975019608174));
  CHECK(normal_quantile(0.9) == nearly(1.2815515655446004));
  CHECK(normal_quantile(0.975) == nearly(1.9599639845400545));
  CHECK(normal_quantile(0.999) == nearly(3.0902323061678132));
  CHECK(normal_quantile(1e-10) == nearly(-6.3613409024040562));
  CHECK(normal_quantile(0.975, 10, 2) == nearly(10 + 2 * 1.9599639845400545));
}

TEST_CASE("the normal quantile inverts the distribution function in all three of its ranges") {
  for (double u = 1e-300; u < 0.5; u = u < 1e-3 ? u * 7.3 : u + 0.0007) {
    CAPTURE(u);
    // A relative error e of the quantile x moves the probability by about x^2 e where u is small.
    const double x = normal_quantile(u);
    CHECK(std::abs(normal_probability(x) / u - 1) < 1e-15 * (4 + 2 * x * x));
  }
}

TEST_CASE("the normal quantile is antisymmetric on the grid of uniforms") {
  for (int k = 1; k < 4096; ++k)
    CHECK(normal_quantile(k / 4096.0) == -normal_quantile(1 - k / 4096.0));
}

TEST_CASE("closed quantiles have the values worked out by hand") {
  CHECK(uniform_quantile(0.25, 2, 6) == 3);
  CHECK(exponential_quantile(1 - std::exp(-1.0), 3) == nearly(3));
  CHECK(exponential_quantile(0x1p-53, 1) == nearly(0x1p-53));  // no cancellation near zero
  CHECK(log_normal_quantile(0.5, 7, 2) == 7);
  CHECK(log_normal_quantile(0.975, 1, 1) == nearly(std::exp(1.9599639845400545)));
  CHECK(triangular_quantile(0.4, 2, 6, 12) == nearly(6));   // P(below the mode) = 4/10
  CHECK(triangular_quantile(0.1, 2, 6, 12) == nearly(4));   // (4 - 2)^2 / (10 * 4)
  CHECK(triangular_quantile(0.85, 2, 6, 12) == nearly(9));  // 1 - (12 - 9)^2 / (10 * 6)
  CHECK(triangular_quantile(0.3, 5, 5, 5) == 5);
  CHECK(triangular_quantile(0.75, 0, 0, 1) == nearly(0.5));
  CHECK(triangular_quantile(0.25, 0, 1, 1) == nearly(0.5));
  CHECK(laplace_quantile(0.5, 4, 2) == 4);
  CHECK(laplace_quantile(std::exp(-1.0) / 2, 4, 2) == nearly(2));
  CHECK(laplace_quantile(1 - std::exp(-1.0) / 2, 4, 2) == nearly(6));
  CHECK(bernoulli(0.2999, 0.3));
  CHECK_FALSE(bernoulli(0.3, 0.3));
}

TEST_CASE("a discrete draw follows its weights and never takes a weight of zero") {
  const std::vector<double> weights = {0, 1, 0, 2, 1, 0};
  CHECK(discrete_quantile(0x1p-53, weights) == 1);
  CHECK(discrete_quantile(0.2499, weights) == 1);
  CHECK(discrete_quantile(0.25, weights) == 3);
  CHECK(discrete_quantile(0.7499, weights) == 3);
  CHECK(discrete_quantile(0.75, weights) == 4);
  CHECK(discrete_quantile(1 - 0x1p-53, weights) == 4);
  const std::vector<double> thirds = {0.1, 0.2, 0.3, 0.4, 0};  // their sum rounds
  CHECK(discrete_quantile(1 - 0x1p-53, thirds) == 3);
}

TEST_CASE("an empirical draw is linear between its points") {
  const std::vector<double> points = {1, 2, 2, 10};
  CHECK(empirical_quantile(1.0 / 6, points) == nearly(1.5));
  CHECK(empirical_quantile(0.5, points) == 2);
  CHECK(empirical_quantile(5.0 / 6, points) == nearly(6));
  CHECK(empirical_quantile(1 - 0x1p-53, points) == nearly(10));
}

TEST_CASE("a Poisson draw inverts its distribution function, small means and large") {
  for (const double mean : {0.001, 0.7, 5.0, 29.9, 30.0, 30.5, 101.3, 2500.0, 40'000.0}) {
    const auto log_probability = [=](int k) {
      return k * std::log((long double)mean) - mean - std::lgamma((long double)k + 1);
    };
    for (const double u : {1e-9, 0.02, 0.3, 0.5, 0.63, 0.98, 1 - 1e-9}) {
      CAPTURE(mean);
      check_inverse(u, poisson_quantile(u, mean), log_probability);
    }
  }
}

TEST_CASE("a Poisson draw holds to a mean of a million and more, and refuses what is beyond") {
  // Cornish-Fisher: quantile = m + z sqrt(m) + (z^2 - 1) / 6, within a count or two.
  for (const double u : {0.001, 0.5, 0.975}) {
    const double z = normal_quantile(u);
    CHECK(std::abs(poisson_quantile(u, 1e6) - (1e6 + 1000 * z + (z * z - 1) / 6)) < 1);
  }
  CHECK(poisson_quantile(0.5, 0) == 0);
  CHECK(poisson_quantile(1 - 0x1p-53, 1e6) < 1'009'000);
  CHECK(poisson_quantile(0x1p-53, 1e6) > 991'000);
  CHECK_THROWS_AS(poisson_quantile(0.5, 1.01e9), std::invalid_argument);
  CHECK_THROWS_AS(poisson_quantile(0.5, -1), std::invalid_argument);
  CHECK_THROWS_AS(poisson_quantile(0.5, std::nan("")), std::invalid_argument);
}

TEST_CASE("a binomial draw inverts its distribution function at every kind of probability") {
  for (const int n : {1, 4, 20, 300, 5000}) {
    for (const double p : {1e-6, 0.03, 0.19, 0.5, 0.9, 0.999, 1 - 1e-12}) {
      const auto log_probability = [=](int k) {
        const long double q = p;
        return std::lgamma(n + 1.0L) - std::lgamma(k + 1.0L) - std::lgamma(n - k + 1.0L) +
               k * std::log(q) + (n - k) * std::log1p(-q);
      };
      for (const double u : {1e-9, 0.02, 0.5, 0.63, 0.98, 1 - 1e-9}) {
        CAPTURE(n, p);
        check_inverse(u, binomial_quantile(u, n, p), log_probability);
      }
    }
  }
}

TEST_CASE("a binomial draw holds at its edges") {
  CHECK(binomial_quantile(0.999, 0, 0.5) == 0);
  CHECK(binomial_quantile(0.999, 9, 0) == 0);
  CHECK(binomial_quantile(0.001, 9, 1) == 9);
  CHECK(binomial_quantile(1 - 0x1p-53, 3, 0.5) == 3);
  CHECK(std::abs(binomial_quantile(0.5, 1'000'000, 0.3) - 300'000) <= 1);
  CHECK_THROWS_AS(binomial_quantile(0.5, -1, 0.5), std::invalid_argument);
  CHECK_THROWS_AS(binomial_quantile(0.5, 5, 1.5), std::invalid_argument);
  CHECK_THROWS_AS(binomial_quantile(0.5, 5, std::nan("")), std::invalid_argument);
}

TEST_CASE("all quantiles rise with u and keep within their bounds") {
  CHECK(holds("pairs of uniforms and parameters", [] {
    const auto unit = [] {
      return (double(*rc::gen::inRange<std::int64_t>(0, std::int64_t(1) << 40)) + 0.5) * 0x1p-40;
    };
    double u = unit(), v = unit();
    if (u > v) std::swap(u, v);
    const double a = *rc::gen::inRange(-1000, 1000) / 8.0;
    const double b = a + *rc::gen::inRange(0, 1000) / 8.0;
    const double c = b + *rc::gen::inRange(0, 1000) / 8.0;
    const std::vector<Distribution> laws = {{Law::uniform, {a, b}},
                                            {Law::exponential, {std::abs(a)}},
                                            {Law::normal, {a, b - a}},
                                            {Law::log_normal, {1 + std::abs(a), (b - a) / 1000}},
                                            {Law::triangular, {a, b, c}},
                                            {Law::laplace, {a, b - a}},
                                            {Law::discrete_uniform, {std::floor(a), std::ceil(b)}},
                                            {Law::empirical, {a, b, c}}};
    for (const Distribution& law : laws) {
      RC_ASSERT(Distribution::problem_with(law.law(), law.numbers()).empty());
      const double low = law.quantile(u), high = law.quantile(v);
      RC_ASSERT(low <= high);
      RC_ASSERT(std::isfinite(low) && std::isfinite(high));
    }
    for (const double x : {laws[4].quantile(u), laws[7].quantile(v)}) RC_ASSERT(a <= x && x <= c);
    const int n = *rc::gen::inRange(0, 2000);
    const double p = unit();
    RC_ASSERT(binomial_quantile(u, n, p) <= binomial_quantile(v, n, p));
    RC_ASSERT(poisson_quantile(u, n * p) <= poisson_quantile(v, n * p));
  }));
}

TEST_CASE("a discrete uniform gives each whole number of its range the same share") {
  const Distribution die(Law::discrete_uniform, {1, 6});
  std::vector<int> seen(7, 0);
  for (int k = 0; k < 6000; ++k) ++seen[std::size_t(die.quantile((k + 0.5) / 6000))];
  CHECK(seen == std::vector<int>{0, 1000, 1000, 1000, 1000, 1000, 1000});
  CHECK(die.quantile(1 - 0x1p-53) == 6);
}

TEST_CASE("every law has a name of its own and says what its numbers mean") {
  std::set<std::string_view> names;
  for (const Law law : Distribution::laws) {
    names.insert(Distribution::name_of(law));
    CHECK_FALSE(Distribution::numbers_of(law).empty());
    CHECK_FALSE(Distribution::problem_with(law, {}).empty());
  }
  CHECK(names.size() == Distribution::laws.size());
  CHECK(Distribution::name_of(Law::discrete_uniform) == "discrete_uniform");
}

TEST_CASE("numbers that do not make a law are named") {
  struct Case {
    Law law;
    std::vector<double> numbers;
    std::string_view problem;
  };
  const double inf = HUGE_VAL;
  const std::vector<Case> cases = {
      {Law::constant, {1, 2}, "needs one number"},
      {Law::uniform, {1}, "needs two numbers"},
      {Law::triangular, {1, 2}, "needs three numbers"},
      {Law::empirical, {1}, "needs at least two points"},
      {Law::constant, {std::nan("")}, "needs finite numbers"},
      {Law::normal, {0, inf}, "needs finite numbers"},
      {Law::uniform, {2, 1}, "least is above most"},
      {Law::exponential, {-1}, "the mean is negative"},
      {Law::normal, {0, -1}, "the standard deviation is negative"},
      {Law::log_normal, {0, 1}, "the median is not positive"},
      {Law::log_normal, {1, -1}, "the standard deviation is negative"},
      {Law::triangular, {2, 1, 6}, "the mode is not between least and most"},
      {Law::triangular, {7, 6, 5}, "least is above most"},
      {Law::laplace, {0, -1}, "the scale is negative"},
      {Law::discrete_uniform, {1, 2.5}, "needs whole numbers"},
      {Law::discrete_uniform, {3, 2}, "least is above most"},
      {Law::empirical, {1, 3, 2}, "the points do not ascend"},
  };
  for (const Case& each : cases) {
    CAPTURE(Distribution::name_of(each.law), each.numbers);
    CHECK(Distribution::problem_with(each.law, each.numbers) == each.problem);
  }
  CHECK(Distribution::problem_with(Law::discrete_uniform, std::vector<double>{-2, 4}).empty());
}

TEST_CASE("a distribution compares by law and numbers, and a number is a constant") {
  CHECK(Distribution(3.0) == Distribution(Law::constant, {3}));
  CHECK_FALSE(Distribution(Law::uniform, {1, 2}) == Distribution(Law::normal, {1, 2}));
  CHECK(Distribution(3.0).quantile(0.9) == 3);
}
