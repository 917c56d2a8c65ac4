// SPDX-License-Identifier: Apache-2.0
#include "analysis/sweep_axes.hpp"

#include <algorithm>

namespace coopsim {

SweepAxes sweep_axes(const SweepPoints& points) {
  const std::size_t factors = points.factors.size();
  const auto same = [&](std::size_t a, std::size_t b) {
    for (std::size_t p = 1; p < points.ids.size(); ++p)
      if (points.coordinates[p * factors + a] != points.coordinates[p * factors + b]) return false;
    return true;
  };
  SweepAxes axes;
  for (std::size_t f = 0; f < factors; ++f) {
    const auto known = std::ranges::find_if(axes.column, [&](std::size_t c) { return same(c, f); });
    if (known == axes.column.end()) {
      axes.column.push_back(f);
      axes.names.push_back(points.factors[f].path);
    } else {
      axes.names[std::size_t(known - axes.column.begin())] += " + " + points.factors[f].path;
    }
  }
  return axes;
}

FactorTable axis_table(const SweepPoints& points, const SweepAxes& axes,
                       const std::vector<double>& of) {
  FactorTable table{axes.column.size(), {}};
  for (std::size_t p = 1; p < points.ids.size(); ++p)
    for (const std::size_t column : axes.column)
      table.values.push_back(of[p * points.factors.size() + column]);
  return table;
}

}  // namespace coopsim
