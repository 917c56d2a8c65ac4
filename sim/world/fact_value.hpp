// SPDX-License-Identifier: Apache-2.0
// Facts of money beside the budget: what services cost the firms, and what gains are worth.
#pragma once
#include "sim/values.hpp"
#include "sim/world/identity.hpp"

namespace coopsim {

// What a firm bears of a service, in the year in which public money is paid for it.
struct FirmPaid {
  int year;
  Account account;
  Money amount;
};
// Sums over the firms of one cell that live in the world without programme, too, on 31 December.
struct GainsValued {
  int year;
  Where where;
  double value_added = 0;  // KRW thousand a year, at the staff they have without programme
  double jobs = 0;         // persons more than without programme
};
// What exporting under a deal taught a firm.
struct ExportsTaught {
  int year;
  Account account;
  double value_added;  // KRW thousand a year, before it fades
};

}  // namespace coopsim
