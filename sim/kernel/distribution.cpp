// SPDX-License-Identifier: Apache-2.0
// Quantile functions in closed form, and the laws that a scenario names. Binomial and Poisson are
// in distribution_counts.cpp.
#include "sim/kernel/distribution.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "sim/kernel/math.hpp"

namespace coopsim {
namespace {

// The polynomial with these coefficients, highest power first, by Horner's rule.
template <std::size_t N>
double polynomial(const double (&coefficients)[N], double x) {
  double value = coefficients[0];
  for (std::size_t i = 1; i < N; ++i) value = value * x + coefficients[i];
  return value;
}

// M. J. Wichura, Algorithm AS 241: The percentage points of the normal distribution, Applied
// Statistics 37 (1988) 477-484, routine PPND16: relative error about 1e-16.
double normal_centre(double q) {  // |q| <= .425, q = u - 1/2
  constexpr double above[] = {2.5090809287301226727e3, 3.3430575583588128105e4,
                              6.7265770927008700853e4, 4.5921953931549871457e4,
                              1.3731693765509461125e4, 1.9715909503065514427e3,
                              1.3314166789178437745e2, 3.3871328727963666080e0};
  constexpr double below[] = {5.2264952788528545610e3, 2.8729085735721942674e4,
                              3.9307895800092710610e4, 2.1213794301586595867e4,
                              5.3941960214247511077e3, 6.8718700749205790830e2,
                              4.2313330701600911252e1, 1.0};
  const double r = .180625 - q * q;
  return q * polynomial(above, r) / polynomial(below, r);
}

double normal_tail(double r) {  // 1.6 < r <= 5, r = sqrt(-ln min(u, 1 - u))
  constexpr double above[] = {7.74545014278341407640e-4, 2.27238449892691845833e-2,
                              2.41780725177450611770e-1, 1.27045825245236838258e0,
                              3.64784832476320460504e0,  5.76949722146069140550e0,
                              4.63033784615654529590e0,  1.42343711074968357734e0};
  constexpr double below[] = {1.05075007164441684324e-9, 5.47593808499534494600e-4,
                              1.51986665636164571966e-2, 1.48103976427480074590e-1,
                              6.89767334985100004550e-1, 1.67638483018380384940e0,
                              2.05319162663775882187e0,  1.0};
  return polynomial(above, r - 1.6) / polynomial(below, r - 1.6);
}

double normal_far_tail(double r) {  // r > 5: u below 1.4e-11
  constexpr double above[] = {2.01033439929228813265e-7, 2.71155556874348757815e-5,
                              1.24266094738807843860e-3, 2.65321895265761230930e-2,
                              2.96560571828504891230e-1, 1.78482653991729133580e0,
                              5.46378491116411436990e0,  6.65790464350110377720e0};
  constexpr double below[] = {2.04426310338993978564e-15, 1.42151175831644588870e-7,
                              1.84631831751005468180e-5,  7.86869131145613259100e-4,
                              1.48753612908506148525e-2,  1.36929880922735805310e-1,
                              5.99832206555887937690e-1,  1.0};
  return polynomial(above, r - 5.0) / polynomial(below, r - 5.0);
}

double standard_normal_quantile(double u) {
  const double q = u - 0.5;
  if (std::abs(q) <= 0.425) return normal_centre(q);
  const double r = std::sqrt(-math::log(q < 0.0 ? u : 1.0 - u));
  const double size = r <= 5.0 ? normal_tail(r) : normal_far_tail(r);
  return q < 0.0 ? -size : size;
}

double discrete_uniform_quantile(double u, double least, double most) {
  return std::min(most, least + std::floor(u * (most - least + 1.0)));
}

}  // namespace

double uniform_quantile(double u, double least, double most) { return least + u * (most - least); }

double exponential_quantile(double u, double mean) { return -mean * math::log_fast(1.0 - u); }

double normal_quantile(double u, double mean, double sd) {
  return mean + sd * standard_normal_quantile(u);
}

double log_normal_quantile(double u, double median, double log_sd) {
  return median * math::exp(log_sd * standard_normal_quantile(u));
}

double triangular_quantile(double u, double least, double mode, double most) {
  const double width = most - least;
  if (u * width < mode - least) return least + std::sqrt(u * width * (mode - least));
  return most - std::sqrt((1.0 - u) * width * (most - mode));
}

double laplace_quantile(double u, double centre, double scale) {
  return u < 0.5 ? centre + scale * math::log_fast(2.0 * u)
                 : centre - scale * math::log_fast(2.0 * (1.0 - u));
}

std::size_t discrete_quantile(double u, std::span<const double> weights) {
  double total = 0.0;
  for (const double weight : weights) total += weight;
  const double sought = u * total;
  double reached = 0.0;
  std::size_t last = 0;  // rounding may leave `sought` above the last sum
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (weights[i] == 0.0) continue;
    last = i;
    reached += weights[i];
    if (sought < reached) break;
  }
  return last;
}

double empirical_quantile(double u, std::span<const double> points) {
  const double place = u * static_cast<double>(points.size() - 1);
  const std::size_t below = std::min(static_cast<std::size_t>(place), points.size() - 2);
  const double share = place - static_cast<double>(below);
  return points[below] + share * (points[below + 1] - points[below]);
}

double Distribution::quantile(double u) const {
  const std::vector<double>& n = numbers_;
  switch (law_) {
    case Law::constant:
      return n[0];
    case Law::uniform:
      return uniform_quantile(u, n[0], n[1]);
    case Law::exponential:
      return exponential_quantile(u, n[0]);
    case Law::normal:
      return normal_quantile(u, n[0], n[1]);
    case Law::log_normal:
      return log_normal_quantile(u, n[0], n[1]);
    case Law::triangular:
      return triangular_quantile(u, n[0], n[1], n[2]);
    case Law::laplace:
      return laplace_quantile(u, n[0], n[1]);
    case Law::discrete_uniform:
      return discrete_uniform_quantile(u, n[0], n[1]);
    case Law::empirical:
      return empirical_quantile(u, n);
  }
  std::abort();  // not a law
}

std::string_view Distribution::name_of(Law law) {
  switch (law) {
    case Law::constant:
      return "constant";
    case Law::uniform:
      return "uniform";
    case Law::exponential:
      return "exponential";
    case Law::normal:
      return "normal";
    case Law::log_normal:
      return "log_normal";
    case Law::triangular:
      return "triangular";
    case Law::laplace:
      return "laplace";
    case Law::discrete_uniform:
      return "discrete_uniform";
    case Law::empirical:
      return "empirical";
  }
  std::abort();  // not a law
}

std::string_view Distribution::numbers_of(Law law) {
  switch (law) {
    case Law::constant:
      return "value";
    case Law::uniform:
      return "least, most";
    case Law::exponential:
      return "mean";
    case Law::normal:
      return "mean, standard deviation";
    case Law::log_normal:
      return "median, standard deviation of the logarithm";
    case Law::triangular:
      return "least, mode, most";
    case Law::laplace:
      return "centre, scale";
    case Law::discrete_uniform:
      return "least, most (whole numbers, both possible)";
    case Law::empirical:
      return "two or more points in ascending order";
  }
  std::abort();  // not a law
}

namespace {

// What the count of the numbers should be, in words; empty if it is right.
std::string_view wrong_count(Distribution::Law law, std::size_t count) {
  using Law = Distribution::Law;
  switch (law) {
    case Law::constant:
    case Law::exponential:
      return count == 1 ? "" : "needs one number";
    case Law::uniform:
    case Law::normal:
    case Law::log_normal:
    case Law::laplace:
    case Law::discrete_uniform:
      return count == 2 ? "" : "needs two numbers";
    case Law::triangular:
      return count == 3 ? "" : "needs three numbers";
    case Law::empirical:
      return count >= 2 ? "" : "needs at least two points";
  }
  std::abort();  // not a law
}

bool whole(double number) { return std::floor(number) == number && std::abs(number) < 0x1p53; }

}  // namespace

std::string_view Distribution::problem_with(Law law, std::span<const double> n) {
  if (const auto problem = wrong_count(law, n.size()); !problem.empty()) return problem;
  if (!std::ranges::all_of(n, [](double number) { return std::abs(number) < HUGE_VAL; }))
    return "needs finite numbers";
  switch (law) {
    case Law::constant:
      return "";
    case Law::uniform:
      return n[0] <= n[1] ? "" : "least is above most";
    case Law::exponential:
      return n[0] >= 0.0 ? "" : "the mean is negative";
    case Law::normal:
      return n[1] >= 0.0 ? "" : "the standard deviation is negative";
    case Law::log_normal:
      if (n[0] <= 0.0) return "the median is not positive";
      return n[1] >= 0.0 ? "" : "the standard deviation is negative";
    case Law::triangular:
      if (n[0] > n[2]) return "least is above most";
      return n[0] <= n[1] && n[1] <= n[2] ? "" : "the mode is not between least and most";
    case Law::laplace:
      return n[1] >= 0.0 ? "" : "the scale is negative";
    case Law::discrete_uniform:
      if (!whole(n[0]) || !whole(n[1])) return "needs whole numbers";
      return n[0] <= n[1] ? "" : "least is above most";
    case Law::empirical:
      return std::ranges::is_sorted(n) ? "" : "the points do not ascend";
  }
  std::abort();  // not a law
}

}  // namespace coopsim
