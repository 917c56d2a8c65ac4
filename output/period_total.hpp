// SPDX-License-Identifier: Apache-2.0
// How yearly values make the value of a period.
#pragma once
#include <cstddef>
#include <span>

#include "sim/metrics/metric.hpp"

namespace coopsim {

// Of the years from number `first` on. Missing years are left out of sums and means; missing if no
// year has a value, and for `last` if the last year has none. REQUIRES: first < years.size().
double total_over(std::span<const double> years, std::size_t first, PeriodTotal form);

}  // namespace coopsim
