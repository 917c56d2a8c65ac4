// SPDX-License-Identifier: Apache-2.0
#include "sim/programmes/firm_count.hpp"

#include <vector>

#include "sim/context.hpp"
#include "sim/kernel/math.hpp"

namespace coopsim {
namespace {

constexpr std::size_t cells = sector_count * region_count * size_class_count;
std::size_t cell_of(const Where& where) {
  return (index(where.sector) * region_count + index(where.region)) * size_class_count +
         where.size_class;
}

// Equation 13, thousand USD a year: imports that sales of a firm replace because its technology is
// better than it would be without programme. Sales as they would be at that productivity.
double import_substitution(const Firms& firms, std::uint32_t slot, Time now, double skills,
                           double technology_without, double staff, const TradeParameters& p) {
  if (skills == 0.0) return 0.0;
  const double productivity = math::exp(firms.log_productivity(slot, now, 0.0));
  const double sales = productivity * staff / p.value_added_share;  // KRW million
  return p.substitution * p.domestic_share * sales * (1000.0 / p.exchange_dollar) * skills /
         technology_without;
}

// One firm's part of the count of its cell. `without`: the same year without programme; `same`:
// whether the firm is one of those that the baseline served.
void count_firm(FirmsCounted& cell, const Firms& firms, std::uint32_t slot, Time now,
                const TechnologyClock& clock, const Reference::Year* without, bool same,
                double staff, const TradeParameters& trade) {
  const Firm& firm = firms[slot];
  const Gains gains = firms.gains(slot, now);
  const double effect = firm.gained ? firms.effect(slot, gains, clock) : 0.0;
  const double technology_without = clock.technology(firm.technology_2005);
  const double technology = technology_without + gains.skills;
  cell.firms += 1;
  cell.staff += staff;
  cell.technology += technology;
  cell.practice += firm.practice_start + gains.practice;
  if (firm.served) {
    cell.served += 1;
    cell.technology_served += technology;
  }
  if (without && without->generation[slot] != firm.generation) return;  // saved or lost by it
  const double difference =
      without ? firms.log_productivity(slot, now, effect) - without->log_productivity[slot] : 0.0;
  const double defects =
      gains.practice == 0.0
          ? 0.0
          : math::exp(-firms.learning().defects_of_practice * gains.practice) - 1.0;
  cell.pairs += 1;
  cell.effect += difference;
  cell.import_substitution +=
      import_substitution(firms, slot, now, gains.skills, technology_without, staff, trade);
  cell.defects += defects;
  if (same) {
    cell.pairs_same += 1;
    cell.effect_same += difference;
  }
  if (!firm.served) return;
  cell.pairs_served += 1;
  cell.effect_served += difference;
  cell.defects_served += defects;
}

void keep_year(Time now, const Firms& firms, Reference& reference) {
  Reference::Year& year = reference.years.emplace_back();
  year.generation.reserve(firms.count());
  year.log_productivity.reserve(firms.count());
  for (std::uint32_t slot = 0; slot < firms.count(); ++slot) {
    year.generation.push_back(firms[slot].generation);
    year.log_productivity.push_back(firms.log_productivity(slot, now, 0.0));
  }
}

void keep_served(int year, const Firms& firms, ServedFirms& served) {
  if (served.years.empty()) served.first_year = year;
  std::vector<std::uint16_t>& kept = served.years.emplace_back(firms.count());
  for (std::uint32_t slot = 0; slot < firms.count(); ++slot)
    if (firms[slot].served) kept[slot] = std::uint16_t(firms[slot].generation + 1);
}

}  // namespace

FirmTotals count_firms(int year, Time now, Context& context) {
  const Firms& firms = context.world.firms;
  const TechnologyClock clock = firms.technology_clock(now);
  const Reference::Year* without = context.without ? &context.without->of(year) : nullptr;
  std::vector<FirmsCounted> counts(cells);
  double technology = 0, substitution = 0;
  for (std::uint32_t slot = 0; slot < firms.count(); ++slot) {
    const double staff = firms.staff(slot);
    const Where where{firms[slot].sector, firms[slot].region, std::uint8_t(size_class_of(staff))};
    FirmsCounted& cell = counts[cell_of(where)];
    cell.where = where;
    const bool same = context.same ? context.same->has(year, firms.id(slot)) : firms[slot].served;
    count_firm(cell, firms, slot, now, clock, without, same, staff, context.parameters.trade);
  }
  for (FirmsCounted& cell : counts) {
    cell.year = year;
    technology += cell.technology;
    substitution += cell.import_substitution;
    if (cell.firms > 0) context.emit(cell);
  }
  if (context.keep) keep_year(now, firms, *context.keep);
  if (context.keep_served) keep_served(year, firms, *context.keep_served);
  const double mean =
      firms.count() > 0 ? technology / double(firms.count()) : 100.0 * clock.frontier;
  return {mean, substitution};
}

}  // namespace coopsim
