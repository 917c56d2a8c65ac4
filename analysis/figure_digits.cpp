// SPDX-License-Identifier: Apache-2.0
#include "analysis/figure_digits.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "analysis/policy_comparison.hpp"

namespace coopsim {
namespace {

// What sums of some thousand doubles may be off, of their size.
constexpr double rounding = 1e-12;

double half_width(const Spread& one) {
  const double width = std::abs(one.high - one.low) / 2;
  return std::isfinite(width) ? width : 0;
}

double mean_size(const Spread& one) { return std::isfinite(one.mean) ? std::abs(one.mean) : 0; }

}  // namespace

bool shows_nothing(double value, int digits) {
  return value != 0 && std::abs(value) < .5 * std::pow(10.0, -digits);
}

int digits_for(const std::vector<Spread>& spreads, double scale, double level) {
  double narrowest = std::numeric_limits<double>::infinity(), largest = 0;
  double size = std::isfinite(level) ? std::abs(level) : 0;
  for (const Spread& one : spreads) size = std::max({size, mean_size(one), half_width(one)});
  const double nothing = size * rounding;
  for (const Spread& one : spreads) {
    if (half_width(one) > nothing) narrowest = std::min(narrowest, half_width(one) * scale);
    if (mean_size(one) > nothing) largest = std::max(largest, mean_size(one) * scale);
  }
  const double shown = std::isfinite(narrowest) ? narrowest : largest / 100;
  int digits = 0;
  if (shown > 0) digits = std::clamp(-int(std::floor(std::log10(shown))), 0, most_digits);
  const auto hidden = [&](const Spread& one) {
    return mean_size(one) > nothing && shows_nothing(one.mean * scale, digits);
  };
  while (digits < most_digits && std::ranges::any_of(spreads, hidden)) ++digits;
  return digits;
}

std::vector<Spread> spreads_of(const MetricComparison& comparison) {
  std::vector<Spread> spreads;
  for (const ComparedPolicy& row : comparison.rows)
    if (!row.baseline) spreads.push_back({row.against.difference.mean, row.low, row.high});
  return spreads;
}

double largest_level(const MetricComparison& comparison) {
  double largest = 0;
  for (const ComparedPolicy& row : comparison.rows)
    if (std::isfinite(row.level.mean)) largest = std::max(largest, std::abs(row.level.mean));
  return largest;
}

}  // namespace coopsim
