// SPDX-License-Identifier: Apache-2.0
#include "sim/programmes/secrecy.hpp"

#include "sim/context.hpp"
#include "sim/kernel/distribution.hpp"
#include "sim/world/draws.hpp"

namespace coopsim {
namespace {

constexpr int months_a_year = 12;
constexpr unsigned month_end = 28;

}  // namespace

void Secrecy::on(const YearPlanned& plan, Time now, Context& context) {
  for (int month = 1; month <= months_a_year; ++month)
    context.calendar.schedule(std::max(now, date(plan.year, unsigned(month), month_end)),
                              Phase::review, entity_of(Kind::world),
                              LeaksWatched{plan.year, month});
}

// One number a month, whatever the policy: more engagements or fewer safeguards only add leaks.
void Secrecy::on(const LeaksWatched& event, Time now, Context& context) {
  World& world = context.world;
  if (world.live_engagements == 0) return;
  const double chance = world.japan.leak_chance(
      world.live_engagements, safeguards_, context.parameters.budget.scale, 1.0 / months_a_year);
  const auto nth = std::uint32_t(event.year * months_a_year + event.month - 1);
  if (!bernoulli(context.random.uniform(entity_of(Kind::world), draw::leak, nth), chance)) return;
  world.japan.leak();
  context.emit(TechnologyLeaked{year_of(now)});
}

void Secrecy::on(const ReluctanceShocked& shock, Time, Context& context) {
  context.world.japan.raise_reluctance(shock.rise);
}

}  // namespace coopsim
