// SPDX-License-Identifier: Apache-2.0
// Distributions by inversion: one uniform number in (0, 1) gives one variate, so that a draw keeps
// its address and common random numbers stay common. All rise with `u`; the last bit may not where
// a logarithm is in play. REQUIRES throughout: 0 < u < 1, as Random gives it, finite parameters,
// and scales, deviations and means of durations not negative.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace coopsim {

double uniform_quantile(double u, double least, double most);
double exponential_quantile(double u, double mean);
double normal_quantile(double u, double mean = 0.0, double sd = 1.0);
double log_normal_quantile(double u, double median, double log_sd);
double triangular_quantile(double u, double least, double mode, double most);
double laplace_quantile(double u, double centre, double scale);
inline bool bernoulli(double u, double probability) { return u < probability; }
// By search from where the probability begins to count: time grows with the standard deviation.
// Both throw std::invalid_argument outside 0 <= trials, 0 <= probability <= 1, 0 <= mean <= 1e9.
constexpr double poisson_mean_most = 1e9;
int binomial_quantile(double u, int trials, double probability);
int poisson_quantile(double u, double mean);
// Index of a weight; weights need not sum to one. REQUIRES: none negative, sum positive.
std::size_t discrete_quantile(double u, std::span<const double> weights);
// Piecewise linear through sorted points. REQUIRES: at least two points, ascending.
double empirical_quantile(double u, std::span<const double> points);

// A law as a scenario writes it: { triangular = [2, 6, 12] }.
class Distribution {
 public:
  enum class Law {
    constant,
    uniform,
    exponential,
    normal,
    log_normal,
    triangular,
    laplace,
    discrete_uniform,
    empirical
  };

  Distribution(double constant) : law_(Law::constant), numbers_{constant} {}
  // REQUIRES: problem_with(law, numbers) is empty.
  Distribution(Law law, std::vector<double> numbers) : law_(law), numbers_(std::move(numbers)) {}

  double quantile(double u) const;
  Law law() const { return law_; }
  std::span<const double> numbers() const { return numbers_; }
  friend bool operator==(const Distribution&, const Distribution&) = default;

  // What is wrong with the numbers of a law, in words; empty if nothing is.
  static std::string_view problem_with(Law law, std::span<const double> numbers);
  // The name a scenario uses, e.g. "triangular", and the meaning of its numbers, e.g.
  // "least, mode, most".
  static std::string_view name_of(Law law);
  static std::string_view numbers_of(Law law);
  static constexpr std::array laws = {Law::constant, Law::uniform,          Law::exponential,
                                      Law::normal,   Law::log_normal,       Law::triangular,
                                      Law::laplace,  Law::discrete_uniform, Law::empirical};

 private:
  Law law_;
  std::vector<double> numbers_;
};

}  // namespace coopsim
