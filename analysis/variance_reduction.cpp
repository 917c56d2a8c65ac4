// SPDX-License-Identifier: Apache-2.0
#include "analysis/variance_reduction.hpp"

#include <cassert>
#include <cmath>
#include <limits>

namespace coopsim {
namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

// NaN where both are zero: nothing varies, so nothing was saved.
double ratio_of(double before, double after) { return before > 0 ? before / after : missing; }

// Moments of pairs that have both values.
struct Joint {
  Moments y, x;
  double product = 0;  // sum of products of deviations

  void add(double one, double other) {
    const double off = other - (x.count() == 0 ? 0 : x.mean());
    y.add(one);
    x.add(other);
    product += off * (one - y.mean());
  }
};

}  // namespace

AntitheticMean antithetic_mean(std::span<const double> run, std::span<const double> mirrored,
                               double confidence) {
  assert(run.size() == mirrored.size());
  Moments pairs, first, second;
  for (std::size_t i = 0; i < run.size(); ++i) {
    if (std::isnan(run[i]) || std::isnan(mirrored[i])) continue;
    pairs.add((run[i] + mirrored[i]) / 2);
    first.add(run[i]);
    second.add(mirrored[i]);
  }
  // Both runs have one distribution: the mean of their variances is the better estimate.
  const double independent = (first.variance() + second.variance()) / 4;
  return {estimate(pairs, confidence), ratio_of(independent, pairs.variance())};
}

ControlledMean controlled_mean(std::span<const double> y, std::span<const double> x,
                               double companion_mean, double confidence) {
  assert(y.size() == x.size());
  Joint joint;
  for (std::size_t i = 0; i < y.size(); ++i)
    if (!std::isnan(y[i]) && !std::isnan(x[i])) joint.add(y[i], x[i]);
  ControlledMean found{{joint.y.count(), missing, missing, missing}, 0, missing};
  const auto n = double(joint.y.count());
  if (n == 0) return found;
  const double squares = n < 2 ? 0 : joint.x.variance() * (n - 1);
  if (squares > 0) found.coefficient = joint.product / squares;
  const double off = joint.x.mean() - companion_mean;
  found.mean.mean = joint.y.mean() - found.coefficient * off;
  if (n < 3) return found;
  const double total = joint.y.variance() * (n - 1);
  // Rounding may leave a little below zero where the companion tells all.
  const double left = std::max(0.0, total - found.coefficient * joint.product);
  found.variance_reduction = ratio_of(total, left);
  const double away = squares > 0 ? off * off / squares : 0;
  found.mean.standard_error = std::sqrt(left / (n - 2) * (1 / n + away));
  found.mean.half_width = t_multiplier(n - 2, confidence) * found.mean.standard_error;
  return found;
}

}  // namespace coopsim
