// SPDX-License-Identifier: Apache-2.0
#include "analysis/screening.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <numeric>
#include <stdexcept>

#include "analysis/design_draws.hpp"
#include "analysis/space_filling.hpp"

namespace coopsim {
namespace {

constexpr std::size_t most_morris_levels = 1000;

// `count` times `each`, or more than any design may have.
std::size_t points_of(std::size_t count, std::size_t each) {
  std::size_t points = 0;
  if (__builtin_mul_overflow(count, each, &points)) return std::numeric_limits<std::size_t>::max();
  return points;
}

// One trajectory: where each factor starts, which way it goes and when.
struct Trajectory {
  std::vector<std::size_t> start;
  std::vector<MorrisChange> changes;
};

Trajectory drawn(std::size_t number, std::size_t factors, std::size_t levels,
                 const Random& random) {
  const EntityId who{number};
  std::vector<std::size_t> order(factors);
  std::iota(order.begin(), order.end(), std::size_t{0});
  shuffle(order, random, who, design_draw::morris_order);
  Trajectory made{std::vector<std::size_t>(factors), {}};
  for (const std::size_t factor : order) {
    const auto occasion = std::uint32_t(factor);
    const std::size_t lower = below(levels / 2, random, who, design_draw::morris_level, occasion);
    const bool up = below(2, random, who, design_draw::morris_direction, occasion) == 1;
    made.start[factor] = up ? lower : lower + levels / 2;
    made.changes.push_back({factor, up ? 1 : -1});
  }
  return made;
}

}  // namespace

MorrisDesign morris_trajectories(std::size_t factors, std::size_t trajectories, std::size_t levels,
                                 std::uint64_t seed) {
  if (levels < 2 || levels > most_morris_levels || levels % 2 != 0)
    throw std::invalid_argument(
        fmt::format("Morris trajectories over {} levels; allowed: an even number from 2 to {}",
                    levels, most_morris_levels));
  const std::size_t each = factors + 1;
  MorrisDesign design{zero_design("a Morris design", factors, points_of(trajectories, each)),
                      trajectories,
                      levels,
                      double(levels) / double(2 * (levels - 1)),
                      {}};
  const Random random(seed, 0);
  auto next = design.points.values.begin();
  for (std::size_t number = 0; number < trajectories; ++number) {
    Trajectory path = drawn(number, factors, levels, random);
    for (std::size_t step = 0; step < each; ++step) {
      for (const std::size_t level : path.start) *next++ = (double(level) + .5) / double(levels);
      if (step == factors) break;
      const MorrisChange change = path.changes[step];
      std::size_t& level = path.start[change.factor];
      level = change.sign > 0 ? level + levels / 2 : level - levels / 2;
    }
    design.changes.insert(design.changes.end(), path.changes.begin(), path.changes.end());
  }
  return design;
}

UnitDesign saltelli_rows(std::size_t factors, std::size_t rows, std::uint64_t seed) {
  if (factors > most_sobol_factors / 2)
    throw std::invalid_argument(fmt::format("a Saltelli design of {} factors; allowed: at most {}",
                                            factors, most_sobol_factors / 2));
  UnitDesign design =
      zero_design("a Saltelli design", factors, points_of(rows, saltelli_row_points(factors)));
  const UnitDesign both = sobol_points(2 * factors, rows, seed, true);
  auto next = design.values.begin();
  for (std::size_t row = 0; row < rows; ++row) {
    const auto a = both.point(row).first(factors), b = both.point(row).last(factors);
    next = std::ranges::copy(a, next).out;
    next = std::ranges::copy(b, next).out;
    for (std::size_t factor = 0; factor < factors; ++factor) {
      std::ranges::copy(a, next);
      next[std::ptrdiff_t(factor)] = b[factor];
      next += std::ptrdiff_t(factors);
    }
  }
  return design;
}

}  // namespace coopsim
