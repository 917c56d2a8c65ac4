// SPDX-License-Identifier: Apache-2.0
// The two authorities' money for 25 unit programmes and the head office.
#pragma once
#include <array>

#include "sim/kernel/distribution.hpp"
#include "sim/kernel/field.hpp"
#include "sim/values.hpp"
#include "sim/world/places.hpp"

namespace coopsim {

// One account, `[budget.account.A2]`: amount a year by fiscal year, and Korea's part of it.
struct AccountPlan {
  Path<Money> amount;
  double korea = .5;
};

struct BudgetParameters {
  double scale = 1;                 // multiplies money, places, registrations
  double carry_over = .05;          // share of an appropriation that may be carried over
  double advance = .5;              // share of last year's amount committed before Japan's year opens
  Path<double> cut_chance = {{date(1993, 1, 1), 0}, {date(2007, 1, 1), .2}};  // mid-year, a year
  Distribution cut_size = Distribution(Distribution::Law::triangular, {.05, .10, .30});
};

}  // namespace coopsim
