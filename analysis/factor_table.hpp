// SPDX-License-Identifier: Apache-2.0
// The points of a parameter sweep: what each factor was set to. Responses go beside it, one a
// point; NaN is missing, as where a point failed.
#pragma once
#include <cassert>
#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

namespace coopsim {

struct FactorTable {
  std::size_t factors = 0;
  std::vector<double> values;  // [point][factor]; no NaN

  std::size_t points() const { return factors == 0 ? 0 : values.size() / factors; }
  // REQUIRES: i < points().
  std::span<const double> point(std::size_t i) const {
    assert(i < points());
    return std::span(values).subspan(i * factors, factors);
  }
};

// Which points have a response, in order. REQUIRES: one response a point.
inline std::vector<std::size_t> answered([[maybe_unused]] const FactorTable& table,
                                         std::span<const double> responses) {
  assert(responses.size() == table.points());
  std::vector<std::size_t> points;
  for (std::size_t i = 0; i < responses.size(); ++i)
    if (!std::isnan(responses[i])) points.push_back(i);
  return points;
}

}  // namespace coopsim
