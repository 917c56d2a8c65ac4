// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>

#include "analysis/factor_table.hpp"
#include "sim/kernel/random.hpp"

namespace coopsim::testing {

// Independent uniform points of [least, least + width), the same in every test.
inline FactorTable uniform_points(std::uint32_t count, std::uint32_t factors, double least = 0,
                                  double width = 1) {
  const Random random(20070412, 0);
  FactorTable table{factors, {}};
  for (std::uint32_t i = 0; i < count; ++i)
    for (std::uint32_t j = 0; j < factors; ++j)
      table.values.push_back(least + width * random.uniform(EntityId{i}, Purpose{0}, j));
  return table;
}

}  // namespace coopsim::testing
