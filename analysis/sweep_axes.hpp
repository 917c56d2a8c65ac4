// SPDX-License-Identifier: Apache-2.0
// The axes of a sweep's design: factors that move together are one.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "analysis/factor_table.hpp"
#include "output/sweep_result.hpp"

namespace coopsim {

struct SweepAxes {
  std::vector<std::string> names;   // "a + b" of factors that move together
  std::vector<std::size_t> column;  // the first factor of each, as the file has them
};

SweepAxes sweep_axes(const SweepPoints& points);

// One column an axis, the reference left out. `of` is points.values or points.coordinates.
FactorTable axis_table(const SweepPoints& points, const SweepAxes& axes,
                       const std::vector<double>& of);

}  // namespace coopsim
