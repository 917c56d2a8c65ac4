// SPDX-License-Identifier: Apache-2.0
// The state of one replication that programmes share. A value: copied at the fork.
#pragma once
#include <cstdint>
#include <vector>

#include "sim/world/budget.hpp"
#include "sim/world/firms.hpp"
#include "sim/world/japan.hpp"
#include "sim/world/macro.hpp"

namespace coopsim {

// What the world without programme looked like at each year's end, firm by firm: the
// counterfactual of every effect.
struct Reference {
  struct Year {
    std::vector<std::uint16_t> generation;
    std::vector<double> log_productivity;
  };
  int first_year = 0;
  std::vector<Year> years;
  const Year& of(int year) const { return years[std::size_t(year - first_year)]; }
};

struct World {
  Firms firms;
  Budget budget;
  Japan japan;
  Macro macro;
  double engaged_advisers = 0;  // now; Japanese partners' benefit
};

}  // namespace coopsim
