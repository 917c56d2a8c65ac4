// SPDX-License-Identifier: Apache-2.0
// exp(-rate * years), looked up for whole days up to a year and a month: most gains are brought
// forward once a year. Bit for bit what is computed for other times.
#pragma once
#include <memory>
#include <vector>

#include "sim/kernel/math.hpp"
#include "sim/kernel/time.hpp"

namespace coopsim {

class Fading {
 public:
  // `rate` a year.
  explicit Fading(double rate) : rate_(rate) {
    auto shares = std::make_shared<std::vector<double>>();
    shares->reserve(most_days);
    for (int day = 0; day < most_days; ++day) shares->push_back(computed(days(day)));
    by_day_ = std::move(shares);
  }

  // The share that is left after `span`.
  double operator()(Duration span) const {
    constexpr std::int64_t day = days(1).count();
    const std::int64_t seconds = span.count();
    if (seconds >= 0 && seconds < most_days * day && seconds % day == 0)
      return (*by_day_)[std::size_t(seconds / day)];
    return computed(span);
  }

 private:
  static constexpr int most_days = 396;
  double computed(Duration span) const { return math::exp(-rate_ * in_years(span)); }

  double rate_;
  std::shared_ptr<const std::vector<double>> by_day_;  // copies of a world share it
};

}  // namespace coopsim
