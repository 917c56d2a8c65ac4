// SPDX-License-Identifier: Apache-2.0
#include "analysis/convergence.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace coopsim {

std::vector<ConvergenceStep> convergence(std::size_t units, const IndicesOfFirst& indices,
                                         std::size_t least) {
  std::vector<ConvergenceStep> steps;
  for (const std::size_t parts : {8, 4, 2, 1})
    if (parts == 1 || units / parts >= least)
      steps.push_back({units / parts, indices(units / parts)});
  return steps;
}

double last_change(const std::vector<ConvergenceStep>& steps) {
  if (steps.size() < 2) return std::numeric_limits<double>::quiet_NaN();
  const auto &before = steps[steps.size() - 2].values, &after = steps.back().values;
  double largest = 0;
  for (std::size_t i = 0; i < std::min(before.size(), after.size()); ++i)
    if (const double change = std::abs(after[i] - before[i]); change > largest) largest = change;
  return largest;
}

bool same_order(const std::vector<ConvergenceStep>& steps, double tie) {
  if (steps.size() < 2) return true;
  const auto &before = steps[steps.size() - 2].values, &after = steps.back().values;
  for (std::size_t i = 0; i < after.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) {
      const double then = before[i] - before[j], now = after[i] - after[j];
      if (std::abs(then) > tie && std::abs(now) > tie && (then > 0) != (now > 0)) return false;
    }
  return true;
}

}  // namespace coopsim
