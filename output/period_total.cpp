// SPDX-License-Identifier: Apache-2.0
#include "output/period_total.hpp"

#include <cmath>
#include <limits>

namespace coopsim {

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

}  // namespace coopsim
