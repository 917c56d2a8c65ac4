// SPDX-License-Identifier: Apache-2.0
// How yearly values make the value of a period.
#pragma once
#include <cstddef>
#include <span>

#include "sim/metrics/metric.hpp"
#include "sim/outcome.hpp"
#include "sim/scenario.hpp"

namespace coopsim {

// Number of the first year of the period: that of `policies_start`; 0 where the policies start
// before every year of the layout, or after.
std::size_t first_of_period(const RunParameters& run, const ResponseLayout& layout);

// Of the years from number `first` on. Missing years are left out of sums and means; missing if no
// year has a value, and for `last` if the last year has none. REQUIRES: first < years.size().
double total_over(std::span<const double> years, std::size_t first, PeriodTotal form);

// One response of a world over the period of `run`; missing where the world failed.
double period_value(const Outcome& outcome, const Metric& metric, const ResponseLayout& layout,
                    const RunParameters& run);

}  // namespace coopsim
