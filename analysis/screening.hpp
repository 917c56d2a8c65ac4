// SPDX-License-Identifier: Apache-2.0
// Designs that ask which of many factors matter: Morris's trajectories for a first look, Saltelli's
// rows for shares of the variance; with those over levels from analysis/factorial.hpp.
//
// Functions of their arguments, the same to the bit on every machine; more trajectories or rows
// only append. All throw std::invalid_argument, with the value and what is allowed.
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "analysis/factorial.hpp"
#include "analysis/unit_design.hpp"

namespace coopsim {

struct MorrisChange {
  std::size_t factor = 0;
  int sign = 0;  // +1: up by delta, -1: down
};

struct MorrisDesign {
  // Trajectory by trajectory, factors + 1 points each. Level l of p is the centre (l + .5) / p of
  // its stratum, so that coordinates stay within (0, 1); every change moves one by 1/2.
  UnitDesign points;
  std::size_t trajectories = 0, levels = 0;
  // Morris's step, in units of his grid of levels l / (p - 1): p / (2 (p - 1)), or p / 2 levels.
  double delta = 0;
  std::vector<MorrisChange> changes;  // [trajectory * factors + step]

  // Which factor moved between points `step` and `step` + 1 of that trajectory.
  const MorrisChange& change(std::size_t trajectory, std::size_t step) const {
    return changes[trajectory * points.factors + step];
  }
  std::size_t first_point(std::size_t trajectory) const {
    return trajectory * (points.factors + 1);
  }
};

// Random trajectories (Morris 1991): every factor changes once, in random order; start and
// direction are such that every level is alike likely. `levels`: even, 2 to 1000.
MorrisDesign morris_trajectories(std::size_t factors, std::size_t trajectories, std::size_t levels,
                                 std::uint64_t seed);

// Points of a row of Saltelli's: A, B and AB_1 .. AB_k.
constexpr std::size_t saltelli_row_points(std::size_t factors) { return factors + 2; }

// Row r: the point A_r, the point B_r, then A_r with its coordinate i taken from B_r, for i = 1 ..
// k (Saltelli and others 2010). A and B are the halves of a scrambled Sobol point in 2k factors.
// At most half of `most_sobol_factors`.
UnitDesign saltelli_rows(std::size_t factors, std::size_t rows, std::uint64_t seed);

}  // namespace coopsim
