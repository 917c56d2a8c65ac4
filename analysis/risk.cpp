// SPDX-License-Identifier: Apache-2.0
#include "analysis/risk.hpp"

#include <algorithm>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/normal.hpp>
#include <cassert>
#include <cmath>
#include <limits>

#include "analysis/estimates.hpp"

namespace coopsim {
namespace {

using Binomial = boost::math::binomial_distribution<>;

// P(B <= k), also for k = -1.
double at_most(std::int64_t k, std::size_t trials, double p) {
  if (k < 0) return 0;
  return boost::math::cdf(Binomial(double(trials), p), double(k));
}

}  // namespace

Interval clopper_pearson(std::size_t hits, std::size_t trials, double confidence) {
  assert(hits <= trials && trials > 0);
  const double tail = (1 - confidence) / 2;
  const auto n = double(trials), k = double(hits);
  return {rounded_to_digits(Binomial::find_lower_bound_on_p(n, k, tail)),
          rounded_to_digits(Binomial::find_upper_bound_on_p(n, k, tail))};
}

Interval wilson(std::size_t hits, std::size_t trials, double confidence) {
  assert(hits <= trials && trials > 0);
  const double z = rounded_to_digits(boost::math::quantile(
      boost::math::complement(boost::math::normal_distribution<>(), (1 - confidence) / 2)));
  const double n = double(trials), share = double(hits) / n, weight = z * z / n;
  const double middle = (share + weight / 2) / (1 + weight);
  const double reach = z / (1 + weight) * std::sqrt(share * (1 - share) / n + weight / (4 * n));
  return {hits == 0 ? 0 : middle - reach, hits == trials ? 1 : middle + reach};
}

MissedTarget below_target(std::span<const double> values, double target, double confidence) {
  MissedTarget found;
  for (const double value : values) {
    if (std::isnan(value)) continue;
    ++found.count;
    found.missed += value < target;
  }
  if (found.count == 0) {
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    return {0, 0, none, {none, none}, {none, none}};
  }
  found.share = double(found.missed) / double(found.count);
  found.exact = clopper_pearson(found.missed, found.count, confidence);
  found.approximate = wilson(found.missed, found.count, confidence);
  return found;
}

// X(low) <= quantile < X(high) holds where at least `low` and fewer than `high` values lie at or
// below it, and their number is binomial.
std::optional<RankInterval> quantile_ranks(std::size_t count, double p, double confidence) {
  assert(p > 0 && p < 1);
  const double tail = (1 - confidence) / 2;
  std::size_t low = 0, high = 1;
  while (low < count && at_most(std::int64_t(low), count, p) <= tail) ++low;
  while (high <= count && at_most(std::int64_t(high) - 1, count, p) < 1 - tail) ++high;
  if (low == 0 || high > count) return std::nullopt;
  return RankInterval{
      low, high,
      at_most(std::int64_t(high) - 1, count, p) - at_most(std::int64_t(low) - 1, count, p)};
}

std::size_t least_count_for_quantile(double p, double confidence) {
  assert(p > 0 && p < 1 && confidence > 0 && confidence < 1);
  return std::size_t(std::ceil(std::log(1 - confidence) / std::log(p)));
}

QuantileEstimate quantile_with_interval(std::span<const double> sorted, double p,
                                        double confidence) {
  QuantileEstimate found{quantile(sorted, p), std::nullopt};
  if (const auto ranks = quantile_ranks(sorted.size(), p, confidence))
    found.between = Interval{sorted[ranks->low - 1], sorted[ranks->high - 1]};
  return found;
}

double conditional_value_at_risk(std::span<const double> sorted, double level) {
  assert(!sorted.empty() && level >= 0 && level < 1);
  const auto count = double(sorted.size());
  const auto at = std::min(sorted.size() - 1, std::size_t(count * level));
  double excess = 0;
  for (const double value : sorted.subspan(at)) excess += value - sorted[at];
  return mean_beyond(sorted[at], excess / count, level);
}

}  // namespace coopsim
