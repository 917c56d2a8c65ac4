// SPDX-License-Identifier: Apache-2.0
// The state of one replication that programmes share. A value: copied at the fork.
#pragma once
#include <array>
#include <cstdint>
#include <limits>
#include <vector>

#include "sim/world/alliances.hpp"
#include "sim/world/baseline_firms.hpp"
#include "sim/world/budget.hpp"
#include "sim/world/deals.hpp"
#include "sim/world/firms.hpp"
#include "sim/world/guidelines.hpp"
#include "sim/world/indicators.hpp"
#include "sim/world/japan.hpp"
#include "sim/world/macro.hpp"
#include "sim/world/practice_ledger.hpp"

namespace coopsim {

// What the world without programme looked like at each year's end, firm by firm: the
// counterfactual of every effect.
struct Reference {
  struct Year {
    std::vector<std::uint16_t> generation;
    std::vector<double> log_productivity;
    std::vector<float> log_staff;
    double delivered = 0;  // exports under programme deals, thousand USD
  };
  int first_year = 0;
  std::vector<Year> years;
  const Year& of(int year) const { return years[std::size_t(year - first_year)]; }
};

// Which associations hold courses: the first `kept` of this order, no more than have an agreement.
struct FieldsKept {
  std::array<std::uint8_t, association_count> order = [] {
    std::array<std::uint8_t, association_count> all{};
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = std::uint8_t(i);
    return all;
  }();
  int kept = std::numeric_limits<int>::max();
  // The nth association; those beyond the eighteenth repeat the order.
  int association(int nth) const {
    const auto count = int(association_count);
    return order[std::size_t(nth % count)] + nth / count * count;
  }
};

struct World {
  Firms firms;
  Budget budget;
  Japan japan;
  Macro macro;
  Deals deals{};
  AllianceLedger alliances{};
  Guidelines guidelines{};
  double engaged_advisers = 0;   // now; Japanese partners' benefit
  int live_engagements = 0;      // now; where technology may leak
  double information_level = 0;  // service of the research centre and site, 0 to 1
  double base_level = 0;         // service of the overseas base, 0 to 1
  Indicators indicators{};       // what performance reviews go by
  Appropriations reviewed{};     // planned money after them; none before the first
  FieldsKept fields{};
  PracticeLedger practice{};  // what firms gained, year by year
};

}  // namespace coopsim
