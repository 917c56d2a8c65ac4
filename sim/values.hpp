// SPDX-License-Identifier: Apache-2.0
// The kinds of value that a scenario gives its parameters, beside plain numbers.
#pragma once
#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "sim/kernel/time.hpp"

namespace coopsim {

// Money in KRW thousand of 2006. Exact: never a floating-point number.
struct Money {
  std::int64_t thousand = 0;
  friend constexpr auto operator<=>(Money, Money) = default;
  constexpr Money& operator+=(Money other) { return thousand += other.thousand, *this; }
  constexpr Money& operator-=(Money other) { return thousand -= other.thousand, *this; }
  friend constexpr Money operator+(Money a, Money b) { return {a.thousand + b.thousand}; }
  friend constexpr Money operator-(Money a, Money b) { return {a.thousand - b.thousand}; }
  friend constexpr Money operator-(Money a) { return {-a.thousand}; }
};
constexpr Money krw_million(std::int64_t million) { return {million * 1000}; }

// `amount` times `share`, rounded half to even to KRW thousand, in integer arithmetic. The share is
// the decimal number of twelve places nearest to it, so that .45 of 10 is a tie (4) although the
// binary number nearest to .45 lies above it. REQUIRES: share within -1e6 to 1e6.
Money portion(Money amount, double share);

// A value that changes at dates and holds in between: the value of the last step not after `at`,
// of the first step before that. REQUIRES where read: at least one step, dates ascending.
template <class T>
struct Path {
  struct Step {
    Time from;
    T value;
    friend bool operator==(const Step&, const Step&) = default;
  };
  std::vector<Step> steps;

  Path() = default;
  Path(T constant) : steps{{Time{}, constant}} {}
  Path(std::initializer_list<Step> list) : steps(list) {}
  friend bool operator==(const Path&, const Path&) = default;

  const T& at(Time when) const {
    auto after = std::upper_bound(steps.begin(), steps.end(), when,
                                  [](Time t, const Step& step) { return t < step.from; });
    return after == steps.begin() ? after->value : std::prev(after)->value;
  }
};

// Months of the year, January first, as bits.
struct MonthSet {
  std::uint16_t bits = 0;
  friend bool operator==(MonthSet, MonthSet) = default;
  static constexpr MonthSet of(std::initializer_list<unsigned> months) {
    MonthSet set;
    for (const unsigned month : months) set.bits = std::uint16_t(set.bits | 1u << (month - 1));
    return set;
  }
  constexpr bool has(unsigned month) const { return bits >> (month - 1) & 1u; }
};

// Working days as time: 250 of them to the year of 365 days.
constexpr Duration working_days(double n) {
  return Duration(static_cast<std::int64_t>(n * 86'400.0 * 365.0 / 250.0));
}

// A value between two dates is interpolated linearly (used where the model says so); before the
// first and after the last step their values hold. REQUIRES: at least one step, dates ascending.
double interpolate(const Path<double>& path, Time at);

}  // namespace coopsim
