// SPDX-License-Identifier: Apache-2.0
// Designs over factors with few levels each: one at a time, all combinations, and regular fractions
// of those of two levels (Box and Hunter 1961; Box, Hunter and Hunter 2005).
//
// All throw std::invalid_argument, with the value and what is allowed.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace coopsim {

struct LevelDesign {
  std::size_t factors = 0;
  std::vector<int> levels;  // row by row, counted from 0 within each factor

  std::size_t points() const { return factors == 0 ? 0 : levels.size() / factors; }
  // REQUIRES: i < points().
  std::span<const int> point(std::size_t i) const {
    return std::span(levels).subspan(i * factors, factors);
  }
};

inline constexpr std::size_t most_factorial_points = std::size_t{1} << 24;

// The base first (none given: every factor at level 0); then, factor by factor, each of its other
// levels, ascending, with all other factors at the base. 1 + the sum of (levels - 1) points.
// `levels`: how many each factor has.
LevelDesign one_at_a_time(std::span<const int> levels, std::span<const int> base = {});

// All combinations, the last factor's level changing fastest. At most `most_factorial_points`.
LevelDesign full_factorial(std::span<const int> levels);

// What a fraction of 2^basic points estimates. Factor j's level in run i is the parity of
// i & columns[j]: run 0 has all factors low, and the first `basic` factors form a full factorial.
struct TwoLevelColumns {
  int basic = 0;
  std::vector<std::uint32_t> columns;
  // The fewest factors whose effects multiply to a constant. III: no main effect is confused with
  // another; IV: nor with an interaction of two; V: nor are two of those. 0: nothing is confused.
  int resolution = 0;
};

// The smallest regular fraction of at least that resolution (3, 4 or 5), with the highest that is
// found at this size. At most 1024 points: 1023 factors for III, 512 for IV, 33 for V.
TwoLevelColumns two_level_columns(std::size_t factors, int resolution);
// The same as levels 0 and 1.
LevelDesign two_level_fraction(std::size_t factors, int resolution);

}  // namespace coopsim
