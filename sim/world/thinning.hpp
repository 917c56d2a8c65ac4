// SPDX-License-Identifier: Apache-2.0
// What happens to a few of many firms, found without looking at each: thinning (P. A. W. Lewis and
// G. S. Shedler, Naval Research Logistics Quarterly 26 (1979) 403-413). Points fall on all firms
// alike; a point counts with the chance rate / greatest rate of its firm. In law it is as if every
// firm had been asked. The nth point of an address falls on the same firm in every world, and
// whether others count is nothing to it.
#pragma once
#include <algorithm>
#include <cstdint>
#include <vector>

#include "sim/kernel/distribution.hpp"
#include "sim/kernel/random.hpp"

namespace coopsim {

// Where points come from: one address for each call, fair or year, never that of a firm.
struct PointSource {
  const Random& random;
  EntityId who;
  Purpose why;
};

struct Point {
  std::uint32_t slot;  // of the firm
  double chance;       // in (0, 1): it counts if this is below rate / greatest rate
  double spare;        // in (0, 1): for the caller
};

// `nth` from 1. REQUIRES: slots has elements, and fewer than 2^24.
template <class Slots>
Point point_of(const PointSource& source, const Slots& slots, std::uint32_t nth) {
  const Random::Block bits = source.random.block(source.who, source.why, nth);
  const std::uint64_t place = std::uint64_t(bits[0]) * std::uint64_t(slots.size()) >> 32;
  const std::uint64_t rest = std::uint64_t(bits[3]) << 32 | bits[2];
  return {slots[place], (double(bits[1]) + .5) * 0x1p-32, (double(rest >> 12) + .5) * 0x1p-52};
}

// The firms of `slots` that act, each with chance 1 - exp(-base * factor(slot)), by slot; `spare`
// of the first point that counted. `most`: no factor exceeds it, in any world.
template <class Slots, class Factor>
std::vector<Point> firms_that_act(const PointSource& source, const Slots& slots, double base,
                                  double most, Factor factor) {
  std::vector<Point> acting;
  if (slots.size() == 0 || base <= 0 || most <= 0) return acting;
  const double mean = double(slots.size()) * base * most;
  const int points = poisson_quantile(source.random.uniform(source.who, source.why), mean);
  for (int nth = 1; nth <= points; ++nth) {
    const Point point = point_of(source, slots, std::uint32_t(nth));
    if (point.chance * most < factor(point.slot)) acting.push_back(point);
  }
  std::stable_sort(acting.begin(), acting.end(),
                   [](const Point& a, const Point& b) { return a.slot < b.slot; });
  const auto same = [](const Point& a, const Point& b) { return a.slot == b.slot; };
  acting.erase(std::unique(acting.begin(), acting.end(), same), acting.end());
  return acting;
}

}  // namespace coopsim
