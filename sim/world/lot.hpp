// SPDX-License-Identifier: Apache-2.0
// Places go to firms by lot and weight: the lowest keys -ln(u) / weight win. A firm's number has an
// address of its own, so it stays the same whatever the others do; drawing "the next firm" would
// move every later draw.
#pragma once
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>
#include <vector>

#include "sim/kernel/math.hpp"
#include "sim/world/firms.hpp"

namespace coopsim {

// The winners of `places` among the firms of `slots`, best key first; all of them if they are
// fewer. `weight(slot)` is not negative, zero for who may not take part; `number(slot)` lies in
// (0, 1). Keys that cannot win are not computed.
template <class Slots, class Weight, class Number>
std::vector<std::uint32_t> chosen_by_lot(const Slots& slots, std::size_t places, Weight weight,
                                         Number number) {
  struct Key {
    double value;
    std::uint32_t slot;
    auto operator<=>(const Key&) const = default;
  };
  double weights = 0;
  std::size_t candidates = 0;
  for (const std::uint32_t slot : slots) {
    const double each = weight(slot);
    weights += each;
    candidates += each > 0;
  }
  places = std::min(places, candidates);
  if (places == 0) return {};
  std::vector<Key> keys;
  const double expected = double(places) + 10.0 * std::sqrt(double(places)) + 20.0;
  for (double bound = expected / weights; keys.size() < places; bound *= 4.0) {
    keys.clear();
    for (const std::uint32_t slot : slots) {
      const double each = weight(slot);
      if (each <= 0) continue;
      const double u = number(slot);
      if (u < 1.0 - bound * each) continue;  // then -ln u > bound * weight
      const double key = -math::log(u) / each;
      if (key <= bound) keys.push_back({key, slot});
    }
  }
  std::sort(keys.begin(), keys.end());
  std::vector<std::uint32_t> chosen;
  chosen.reserve(places);
  for (std::size_t i = 0; i < places; ++i) chosen.push_back(keys[i].slot);
  return chosen;
}

}  // namespace coopsim
