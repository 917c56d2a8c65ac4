// SPDX-License-Identifier: Apache-2.0
// From replications to statements: means with t intervals, paired differences, quantiles.
//
// Sums run in the order given, and the interval's multiplier, which comes from libm through
// Boost.Math, is rounded to 12 significant digits: equal samples give equal bits on any machine.
#pragma once
#include <cstddef>
#include <span>
#include <vector>

#include "output/format.hpp"

namespace coopsim {

// Mean and variance in one pass (Welford), mergeable (Chan). Sound where the mean is large beside
// the spread, unlike sums of squares.
class Moments {
 public:
  void add(double value);
  void merge(const Moments& other);
  std::size_t count() const { return count_; }
  double mean() const;            // NaN without a value
  double variance() const;        // of the sample, n - 1; NaN below two values
  double standard_error() const;  // of the mean

 private:
  std::size_t count_ = 0;
  double mean_ = 0, squares_ = 0;
};

// A mean and how sure it is. Below two values everything but the mean is NaN: never a zero width.
struct Estimate {
  std::size_t count = 0;
  double mean, standard_error, half_width;
  double low() const { return mean - half_width; }
  double high() const { return mean + half_width; }
};

// `value` to that many significant digits, so that libm's last bits reach no result.
double rounded_to_digits(double value, int digits = 12);

// Two-sided: t with P(|T| <= t) = confidence. REQUIRES: degrees > 0, 0 < confidence < 1.
double t_multiplier(double degrees, double confidence = .95);

// Of what was added, with Student's t.
Estimate estimate(const Moments& moments, double confidence = .95);
// Missing values (NaN) are left out.
Estimate estimate(std::span<const double> values, double confidence = .95);
// Of a - b, replication by replication. REQUIRES: equal sizes. Pairs with a missing value are left
// out.
Estimate paired_difference(std::span<const double> a, std::span<const double> b,
                           double confidence = .95);
// Degrees of freedom of the difference of two independent means (Welch).
double welch_degrees(const Moments& a, const Moments& b);
// Of the difference of two independent means, a - b; `count` is that of the smaller sample. For
// samples that share no random numbers.
Estimate welch_difference(const Moments& a, const Moments& b, double confidence = .95);

// Type 7 of Hyndman and Fan (1996), as R, NumPy and Excel. REQUIRES: sorted, not empty, p in [0,
// 1].
double quantile(std::span<const double> sorted, double p);

// The nine statistics of group `summary`. Keeps its scratch and the last multiplier: one a thread.
class Summariser {
 public:
  Summary operator()(std::span<const double> values);

 private:
  std::vector<double> sorted_;
  std::size_t degrees_ = 0;
  double multiplier_ = 0;
};

}  // namespace coopsim
