// SPDX-License-Identifier: Apache-2.0
#include "analysis/best.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

#include "analysis/estimates.hpp"
#include "analysis/simultaneous.hpp"

namespace coopsim {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

// Replications in which every policy has a value.
std::vector<std::size_t> complete_rows(const std::vector<std::span<const double>>& policies) {
  std::vector<std::size_t> rows;
  for (std::size_t r = 0; r < policies.front().size(); ++r)
    if (std::ranges::none_of(policies, [r](auto values) { return std::isnan(values[r]); }))
      rows.push_back(r);
  return rows;
}

Moments difference_of(std::span<const double> a, std::span<const double> b,
                      const std::vector<std::size_t>& rows) {
  Moments moments;
  for (const std::size_t r : rows) moments.add(a[r] - b[r]);
  return moments;
}

}  // namespace

std::vector<BestInterval> compare_with_best(const std::vector<std::span<const double>>& policies,
                                            double confidence) {
  if (policies.size() < 2) return {};
  const auto rows = complete_rows(policies);
  if (rows.size() < 2) return {};
  const double multiplier =
      bonferroni_one_sided(double(rows.size() - 1), int(policies.size()) - 1, confidence);
  std::vector<BestInterval> found;
  for (std::size_t i = 0; i < policies.size(); ++i) {
    assert(policies[i].size() == policies.front().size());
    double low = infinite, high = infinite;
    for (std::size_t j = 0; j < policies.size(); ++j) {
      if (i == j) continue;
      const Moments difference = difference_of(policies[i], policies[j], rows);
      const double width = multiplier * difference.standard_error();
      low = std::min(low, difference.mean() - width);
      high = std::min(high, difference.mean() + width);
    }
    found.push_back({std::min(0.0, low), std::max(0.0, high), high >= 0});
  }
  return found;
}

}  // namespace coopsim
