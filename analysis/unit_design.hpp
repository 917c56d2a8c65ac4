// SPDX-License-Identifier: Apache-2.0
// Points of the unit cube at which a study runs the model. A coordinate is a probability: the
// caller maps it to a value by the factor's quantile function, or to one of its levels.
#pragma once
#include <cstddef>
#include <span>
#include <vector>

namespace coopsim {

struct UnitDesign {
  std::size_t factors = 0;
  std::vector<double> values;  // row by row, each in [0, 1)

  std::size_t points() const { return factors == 0 ? 0 : values.size() / factors; }
  // REQUIRES: i < points().
  std::span<const double> point(std::size_t i) const {
    return std::span(values).subspan(i * factors, factors);
  }
};

}  // namespace coopsim
