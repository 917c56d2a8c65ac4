// SPDX-License-Identifier: Apache-2.0
// The hold model (Vaucher and Duval 1975): take the earliest entry, put it back an increment later.
// Every structure gets the same 40-byte entries, the same total order and the same draws.
#pragma once
#include <cstdint>
#include <string_view>

#include "bench/draws.hpp"
#include "sim/kernel/calendar.hpp"

namespace coopsim::bench {

struct Nothing {
  std::uint64_t first = 0, second = 0;
};
using Held = Entry<Nothing>;
static_assert(sizeof(Held) == 40);

constexpr std::int64_t day = 86'400;

// What the increments look like, in seconds.
enum class Pattern {
  exponential,  // mean 90 days
  uniform,      // 0 to 180 days
  bimodal,      // nine in ten within the hour, one in ten within years
  equal,        // always one day, from starts spread over a day
  ties,         // always one day, all started on one second
  one_day,      // all on the second of the day, or within the day: whole days apart
  bursts,       // everything on the next fiscal-year opening, spread again from there
  pareto        // heavy tail
};

constexpr std::string_view name_of(Pattern pattern) {
  constexpr std::string_view names[] = {"exponential", "uniform", "bimodal", "equal",
                                        "ties",        "one_day", "bursts",  "pareto"};
  return names[std::size_t(pattern)];
}

inline std::int64_t increment(Pattern pattern, Draws& draws, std::int64_t now) {
  constexpr std::int64_t year = 365 * day;
  switch (pattern) {
    case Pattern::exponential:
      return std::int64_t(draws.exponential() * 90.0 * double(day));
    case Pattern::uniform:
      return std::int64_t(draws.uniform() * 180.0 * double(day));
    case Pattern::bimodal:
      return draws.bits() % 10 != 0 ? std::int64_t(draws.uniform() * 3'600.0)
                                    : std::int64_t(draws.uniform() * 10.0 * double(year));
    case Pattern::equal:
    case Pattern::ties:
      return day;
    case Pattern::one_day:
      return std::int64_t(draws.bits() % 2) * (day - now % day);
    case Pattern::bursts:
      return now % year == 0 ? std::int64_t(draws.uniform() * double(year)) : year - now % year;
    case Pattern::pareto:
      return std::int64_t(3'600.0 / draws.uniform());
  }
  return 0;
}

inline std::int64_t first_time(Pattern pattern, Draws& draws) {
  switch (pattern) {
    case Pattern::ties:
      return 0;
    case Pattern::equal:
    case Pattern::one_day:
      return std::int64_t(draws.uniform() * double(day));
    default:
      return increment(pattern, draws, 0);
  }
}

// One structure and its pending entries. Structure: push(const Held&), Held pop().
template <class Structure>
class Hold {
 public:
  Hold(Pattern pattern, std::size_t pending) : pattern_(pattern) {
    for (std::size_t i = 0; i < pending; ++i) {
      push(first_time(pattern, draws_), entity(1, std::uint32_t(i * 2'654'435'761 % (1u << 24))));
    }
  }
  void step() {
    const Held entry = list_.pop();
    const std::int64_t now = entry.when >> 3;
    push(now + increment(pattern_, draws_, now), entry.who);
    sum_ = sum_ * 31 + std::uint64_t(entry.when) + entry.who.bits;
  }
  std::uint64_t sum() const { return sum_; }

 private:
  void push(std::int64_t at, EntityId who) { list_.push({at << 3, who, ++scheduled_ << 24, {}}); }

  Structure list_;
  Draws draws_;
  Pattern pattern_;
  std::uint64_t scheduled_ = 0;
  std::uint64_t sum_ = 0;
};

}  // namespace coopsim::bench
