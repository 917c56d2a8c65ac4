// SPDX-License-Identifier: Apache-2.0
// What the designs share: how their draws are addressed, and how large they may be.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/unit_design.hpp"
#include "sim/kernel/random.hpp"

namespace coopsim {

// Just below the bootstrap's, the last: the model's, counted from the first, are far from them.
namespace design_draw {
constexpr Purpose owen_scramble{254}, halton_digits{253}, latin_strata{252}, latin_place{251},
    monte_carlo{250}, morris_level{249}, morris_direction{248}, morris_order{247};
}  // namespace design_draw

// Points are counted by 32 bits in the addresses of draws.
inline constexpr std::uint64_t most_design_points = std::uint64_t{1} << 32;

// All zeros. Throws std::invalid_argument without a factor, or where there are too many points.
// `design` is its name in the message.
UnitDesign zero_design(std::string_view design, std::size_t factors, std::size_t points);

// One of 0 .. count - 1, all alike likely. REQUIRES: 0 < count <= 2^32.
std::size_t below(std::size_t count, const Random& random, EntityId who, Purpose why,
                  std::uint32_t occasion);

// All orders alike likely (Durstenfeld 1964): the occasion is the place that is filled.
template <class Value>
void shuffle(std::vector<Value>& values, const Random& random, EntityId who, Purpose why) {
  for (std::size_t last = values.size(); last-- > 1;)
    std::swap(values[last], values[below(last + 1, random, who, why, std::uint32_t(last))]);
}

}  // namespace coopsim
