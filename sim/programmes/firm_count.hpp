// SPDX-License-Identifier: Apache-2.0
// The yearly count of all firms, cell by cell: as they stand, against the world without programme,
// and against the baseline.
#pragma once
#include "sim/kernel/time.hpp"

namespace coopsim {

struct Context;

struct FirmTotals {
  double technology;    // mean level over all firms
  double substitution;  // thousand USD a year
};
// On 31 December: emits the count, and keeps what other worlds are compared with.
FirmTotals count_firms(int year, Time, Context&);

}  // namespace coopsim
