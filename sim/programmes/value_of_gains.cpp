// SPDX-License-Identifier: Apache-2.0
#include "sim/programmes/value_of_gains.hpp"

#include <array>

#include "sim/context.hpp"
#include "sim/kernel/math.hpp"

namespace coopsim {

// A firm without gains is as it is without programme, staff included.
void value_gains(int year, Time now, Context& context) {
  if (!context.without) return;
  const Reference::Year& without = context.without->of(year);
  const Firms& firms = context.world.firms;
  const TechnologyClock clock = firms.technology_clock(now);
  std::array<GainsValued, where_cells> sums{};
  for (const std::uint32_t slot : firms.slots()) {
    const Firm& firm = firms[slot];
    if (!firm.gained || without.generation[slot] != firm.generation) continue;
    const double effect = firms.effect(slot, firms.gains(slot, now), clock);
    const double staff_without = math::exp(double(without.log_staff[slot]));
    const double more_staff = math::exp(double(float(firm.log_staff))) - staff_without;
    if (effect == 0.0 && more_staff == 0.0) continue;
    const Where where = firms.where(slot);
    GainsValued& sum = sums[cell_of(where)];
    sum.year = year;
    sum.where = where;
    sum.value_added += 1000.0 * staff_without * math::exp(without.log_productivity[slot]) *
                       (math::exp(effect) - 1.0);
    sum.jobs += more_staff;
  }
  for (const GainsValued& sum : sums)
    if (sum.year == year) context.emit(sum);
}

}  // namespace coopsim
