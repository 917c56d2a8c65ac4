// SPDX-License-Identifier: Apache-2.0
// Simulated time: whole seconds of Korean civil time, with real calendar dates. Korea keeps no
// daylight saving time in the span of the model, so no conversion happens anywhere.
#pragma once
#include <chrono>
#include <cstdint>

namespace coopsim {

using Time = std::chrono::sys_seconds;
using Duration = std::chrono::seconds;

constexpr Duration days(std::int64_t n) { return std::chrono::seconds(n * 86'400); }

// REQUIRES: a date that exists.
constexpr Time date(int year, unsigned month, unsigned day) {
  using namespace std::chrono;
  return sys_days(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day));
}

constexpr int year_of(Time at) {
  using namespace std::chrono;
  return int(year_month_day(floor<std::chrono::days>(at)).year());
}

// In Julian years of 365.25 days: the argument of every rate "per year".
constexpr double in_years(Duration span) {
  return static_cast<double>(span.count()) / (365.25 * 86'400.0);
}
constexpr double years_between(Time origin, Time at) { return in_years(at - origin); }

constexpr Duration years(double n) {
  return Duration(static_cast<std::int64_t>(n * 365.25 * 86'400.0));
}

// A fiscal year is named after the calendar year in which it opens.
struct FiscalYear {
  unsigned opening_month = 1;

  constexpr Time start(int year) const { return date(year, opening_month, 1); }
  constexpr Time end(int year) const { return start(year + 1); }
  constexpr int of(Time at) const {
    return at < start(year_of(at)) ? year_of(at) - 1 : year_of(at);
  }
};

}  // namespace coopsim
