// SPDX-License-Identifier: Apache-2.0
#include "policies/assignment.hpp"

namespace coopsim {

Time fiscal_day(Time from) {
  const int year = year_of(from);
  return date(year, 1, 1) == from ? from : date(year + 1, 1, 1);
}

}  // namespace coopsim
