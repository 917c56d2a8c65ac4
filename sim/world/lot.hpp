// SPDX-License-Identifier: Apache-2.0
// Places go to firms by lot and weight, one after the other, without replacement: a race in which
// each firm runs at the rate of its weight. Firms are tried in an order that is the same in every
// world, so a firm that may not take part moves nobody else; "the next firm" of a common stream
// would move every later draw.
#pragma once
#include <algorithm>
#include <cstdint>
#include <vector>

#include "sim/kernel/math.hpp"
#include "sim/world/thinning.hpp"

namespace coopsim {

// Adds to `chosen` the winners of `places` among the firms of `slots` that are not in `taken`
// (ascending), best first; all if they are fewer. Looks at every firm: the lowest keys
// -ln(u) / weight win. `weight(slot)` is not negative, zero for who may not take part.
template <class Slots, class Weight>
void choose_by_keys(const PointSource& source, const Slots& slots, std::size_t places,
                    Weight weight, const std::vector<std::uint32_t>& taken,
                    std::vector<std::uint32_t>& chosen) {
  constexpr std::uint32_t keys_of_firms = 0x8000'0000;  // occasions beyond those of points
  struct Key {
    double value;
    std::uint32_t slot;
    auto operator<=>(const Key&) const = default;
  };
  std::vector<Key> keys;
  for (const std::uint32_t slot : slots) {
    const double each = weight(slot);
    if (each <= 0 || std::binary_search(taken.begin(), taken.end(), slot)) continue;
    const double u = source.random.uniform(source.who, source.why, keys_of_firms | slot);
    keys.push_back({-math::log_fast(u) / each, slot});
  }
  places = std::min(places, keys.size());
  std::partial_sort(keys.begin(), keys.begin() + std::ptrdiff_t(places), keys.end());
  for (std::size_t i = 0; i < places; ++i) chosen.push_back(keys[i].slot);
}

// The winners of `places`, best first; all who may take part if they are fewer. `most`: no weight
// exceeds it, in any world. The race is run by thinning, which costs in proportion to the places;
// where it takes as many tries as there are firms, the rest of the race is run by keys (what has
// not won yet starts anew, as exponential times have no memory).
template <class Slots, class Weight>
std::vector<std::uint32_t> chosen_by_lot(const PointSource& source, const Slots& slots,
                                         std::size_t places, double most, Weight weight) {
  std::vector<std::uint32_t> chosen, taken;
  const std::size_t tries = std::size_t(slots.size());
  for (std::uint32_t nth = 1; nth <= tries && chosen.size() < places; ++nth) {
    const Point point = point_of(source, slots, nth);
    if (!(point.chance * most < weight(point.slot))) continue;
    const auto place = std::lower_bound(taken.begin(), taken.end(), point.slot);
    if (place != taken.end() && *place == point.slot) continue;
    taken.insert(place, point.slot);
    chosen.push_back(point.slot);
  }
  if (chosen.size() < places)
    choose_by_keys(source, slots, places - chosen.size(), weight, taken, chosen);
  return chosen;
}

}  // namespace coopsim
