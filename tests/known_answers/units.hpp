// SPDX-License-Identifier: Apache-2.0
// What the queues of the known answers share. Time is in whole seconds; the unit of the textbooks,
// one mean service, is a day of 86,400 s, so that rounding stays below 1e-5 of it.
#pragma once
#include <algorithm>

#include "sim/kernel/entity.hpp"
#include "sim/kernel/random.hpp"
#include "sim/kernel/time.hpp"

namespace coopsim::queueing {

inline constexpr Time opening = date(2000, 1, 1);
inline constexpr Time never = opening + days(100'000'000);

inline constexpr Purpose gap_draw{1}, service_draw{2}, start_draw{3}, route_draw{4}, lot_draw{5};

// Classes of entities: who came in the run, who was there when it began, and where they come from.
enum Kind : unsigned { arriving = 1, present = 2, source = 3 };
constexpr EntityId customer(Kind kind, std::uint32_t number) {
  return entity(kind, number & 0xFF'FFFF, number >> 24);
}
constexpr bool came_in_the_run(EntityId who) { return who.bits >> 58 == arriving; }

constexpr Duration seconds(double in_days) {
  return Duration(static_cast<std::int64_t>(in_days * 86'400.0 + 0.5));
}
// A service lasts a second at least: on one second, completions come before arrivals.
constexpr Duration service_seconds(double in_days) {
  return std::max(seconds(in_days), Duration(1));
}
constexpr double in_days(Duration span) { return static_cast<double>(span.count()) / 86'400.0; }

// Faults that a known answer must find: the sabotage twins. Without a value: no fault.
struct Fault {
  std::uint32_t lose_every = 0;  // each so-manieth arrival vanishes
  double service_factor = 1;     // services take longer by this
  bool lottery = false;          // random order instead of first come
  bool one_address = false;      // a service draws the numbers of the gap before it
  double route_factor = 1;       // the first routing chance of a network is larger by this
};

}  // namespace coopsim::queueing
