// SPDX-License-Identifier: Apache-2.0
// A population as CSV text: read with all its problems at once, and written so that it reads back
// as the same population.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/problems.hpp"
#include "sim/world/population.hpp"

namespace coopsim {

// What the scenario says that bounds a firm.
struct PopulationLimits {
  double staff_least, staff_most;  // persons
  double value_added_share;        // of sales
};
// Value added a person outside these, in million KRW a year, means sales in another unit.
inline constexpr double least_value_added = 1, most_value_added = 10'000;

// Notes: what was accepted though it is odd.
std::vector<GivenFirm> read_population(std::string_view bytes,
                                       const std::shared_ptr<const SourceFile>& file,
                                       const PopulationLimits& limits, Problems& problems,
                                       std::vector<Problem>& notes);

// Columns that no firm has are left out. REQUIRES: firms are given.
std::string population_csv(const Population& population);

}  // namespace coopsim
