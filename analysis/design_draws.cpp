// SPDX-License-Identifier: Apache-2.0
#include "analysis/design_draws.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace coopsim {

UnitDesign zero_design(std::string_view design, std::size_t factors, std::size_t points) {
  if (factors == 0)
    throw std::invalid_argument(fmt::format("{} of 0 factors; allowed: 1 or more", design));
  const std::size_t most =
      std::min(std::size_t(most_design_points), std::vector<double>().max_size() / factors);
  if (points > most)
    throw std::invalid_argument(
        fmt::format("{} of {} points in {} factors; allowed: at most {} points", design, points,
                    factors, most));
  return {factors, std::vector<double>(factors * points)};
}

std::size_t below(std::size_t count, const Random& random, EntityId who, Purpose why,
                  std::uint32_t occasion) {
  const double u = random.uniform(who, why, occasion);
  return std::min(count - 1, std::size_t(u * double(count)));  // the product may round to `count`
}

}  // namespace coopsim
