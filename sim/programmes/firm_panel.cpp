// SPDX-License-Identifier: Apache-2.0
#include "sim/programmes/firm_panel.hpp"

#include <limits>

#include "sim/context.hpp"

namespace coopsim {
namespace {

// NaN for a firm that the programme saved or lost: the world without it has another one there.
double effect_of(const Firms& firms, std::uint32_t slot, Time now, const TechnologyClock& clock,
                 const Reference::Year* without) {
  const Firm& firm = firms[slot];
  if (!without || without->generation[slot] != firm.generation)
    return std::numeric_limits<double>::quiet_NaN();
  const double effect = firm.gained ? firms.effect(slot, firms.gains(slot, now), clock) : 0.0;
  return firms.log_productivity(slot, now, effect) - without->log_productivity[slot];
}

}  // namespace

void log_firms(int year, Time now, Context& context) {
  const Firms& firms = context.world.firms;
  const TechnologyClock clock = firms.technology_clock(now);
  const Reference::Year* without = context.without ? &context.without->of(year) : nullptr;
  for (const std::uint32_t slot : firms.slots()) {
    const Firm& firm = firms[slot];
    const FirmId id = firms.id(slot);
    context.records.add({.year = year,
                         .firm = id,
                         .sector = firm.sector,
                         .region = firm.region,
                         .ties = firm.ties,
                         .served = firm.served,
                         .services = context.records.take_services(id),
                         .staff = firms.staff(slot),
                         .technology = firms.technology(slot, now, clock),
                         .practice = firms.practice(slot, now),
                         .effect = effect_of(firms, slot, now, clock, without)});
  }
}

}  // namespace coopsim
