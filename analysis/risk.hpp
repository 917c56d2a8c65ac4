// SPDX-License-Identifier: Apache-2.0
// What may go wrong, over replications: shares with intervals, quantiles with intervals from order
// statistics, and the mean of the worst outcomes.
#pragma once
#include <cstddef>
#include <optional>
#include <span>

namespace coopsim {

struct Interval {
  double low = 0, high = 0;
};

// Of a share, from `hits` in `trials`, two-sided. Clopper-Pearson's is exact and never covers less
// than it says; Wilson's is narrower and covers it on the mean. REQUIRES: hits <= trials, trials >
// 0.
Interval clopper_pearson(std::size_t hits, std::size_t trials, double confidence = .95);
Interval wilson(std::size_t hits, std::size_t trials, double confidence = .95);

// How often a target was missed: values below it, and the chance of that in a new replication.
struct MissedTarget {
  std::size_t missed = 0, count = 0;
  double share = 0;  // NaN where count is 0
  Interval exact, approximate;
};
// Missing values (NaN) are left out.
MissedTarget below_target(std::span<const double> values, double target, double confidence = .95);

// Ranks (from 1) of the order statistics between which a quantile lies, whatever the distribution,
// and the probability that it does: at least the confidence. Empty where so few values cannot say.
struct RankInterval {
  std::size_t low = 0, high = 0;
  double coverage = 0;
};
std::optional<RankInterval> quantile_ranks(std::size_t count, double p, double confidence = .95);
// The least number of values whose largest lies above the quantile p with that confidence.
std::size_t least_count_for_quantile(double p, double confidence = .95);

struct QuantileEstimate {
  double value = 0;                 // type 7
  std::optional<Interval> between;  // empty as above
};
// REQUIRES: sorted, not empty, 0 < p < 1.
QuantileEstimate quantile_with_interval(std::span<const double> sorted, double p,
                                        double confidence = .95);

// Mean beyond a quantile, from what lies above it on the mean: q + E[(X - q)+] / (1 - level)
// (Rockafellar and Uryasev 2000).
constexpr double mean_beyond(double quantile, double mean_excess, double level) {
  return quantile + mean_excess / (1 - level);
}
// The mean of the largest 1 - level of the values (CVaR, expected shortfall), the last of them in
// part. REQUIRES: sorted, not empty, 0 <= level < 1.
double conditional_value_at_risk(std::span<const double> sorted, double level);

}  // namespace coopsim
