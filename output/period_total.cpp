// SPDX-License-Identifier: Apache-2.0
#include "output/period_total.hpp"

#include <cmath>
#include <limits>

namespace coopsim {

std::size_t first_of_period(const RunParameters& run, const ResponseLayout& layout) {
  const int begins = year_of(run.policies_start);
  const bool inside = begins > layout.first_year() && begins <= layout.last_year();
  return inside ? std::size_t(begins - layout.first_year()) : 0;
}

double total_over(std::span<const double> years, std::size_t first, PeriodTotal form) {
  if (form == PeriodTotal::last) return years.back();
  double sum = 0;
  std::size_t count = 0;
  for (const double value : years.subspan(first))
    if (!std::isnan(value)) {
      sum += value;
      ++count;
    }
  if (count == 0) return std::numeric_limits<double>::quiet_NaN();
  return form == PeriodTotal::sum ? sum : sum / double(count);
}

double period_value(const Outcome& outcome, const Metric& metric, const ResponseLayout& layout,
                    const RunParameters& run) {
  if (!outcome.error.empty()) return std::numeric_limits<double>::quiet_NaN();
  const auto years = std::span(outcome.responses).subspan(layout.offset(metric.id), layout.years());
  return total_over(years, first_of_period(run, layout), metric.total);
}

}  // namespace coopsim
