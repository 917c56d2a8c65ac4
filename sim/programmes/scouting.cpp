// SPDX-License-Identifier: Apache-2.0
#include "sim/programmes/scouting.hpp"

#include <algorithm>

#include "sim/context.hpp"
#include "sim/kernel/distribution.hpp"
#include "sim/kernel/math.hpp"
#include "sim/programmes/alliances.hpp"
#include "sim/programmes/trade.hpp"
#include "sim/world/draws.hpp"
#include "sim/world/lot.hpp"

namespace coopsim {
namespace {

// Every unit of effort on Japan's side is one more try to find a partner.
double partner_chance(double chance, double effort) {
  if (effort == 1.0 || chance <= 0 || chance >= 1) return chance;
  return 1.0 - math::pow(1.0 - chance, effort);
}

}  // namespace

Scouting::Scouting(const Parameters& all) : parameters_(all.scouting) {}

void Scouting::on(const YearPlanned& plan, Time now, Context& context) {
  if (date(plan.year, 12, 31) < parameters_.opens) return;
  if (context.plan->of(Account::C7, plan.year).thousand <= 0) return;
  const Time day = std::max({now, parameters_.opens, date(plan.year, 4, 1)});
  context.calendar.schedule(day + days(4), Phase::dispatch,
                            entity_of(Kind::period, std::uint32_t(plan.year)),
                            ScoutsSent{plan.year});
}

// The year's money is spent on looking, whether or not somebody is found: on the mean one firm
// for each unit cost.
void Scouting::on(const ScoutsSent& event, Time now, Context& context) {
  World& world = context.world;
  const ScoutingParameters& p = parameters_;
  const auto year = std::uint32_t(event.year);
  const Money money = world.budget.available(Account::C7);
  if (money.thousand <= 0) return;
  world.budget.pay(world.budget.commit(Account::C7, money), money);
  const Guidelines& guidelines = world.guidelines;
  const double korea = guidelines.scouting_korea;
  const double usual = (korea + guidelines.scouting_japan) / 2.0;  // money of a year, usual is 1
  const double mean =
      usual > 0 ? double(money.thousand) / double(p.hit.thousand) * (korea / usual) : 0.0;
  context.emit(ScoutsPaid{event.year, mean});
  const int hits =
      poisson_quantile(context.random.uniform(entity_of(Kind::world), draw::scout, year), mean);
  const TechnologyClock clock = world.firms.technology_clock(now);
  const TargetFirms& target = guidelines.target(Account::C7);
  const auto weight = [&](std::uint32_t slot) {
    return math::exp(p.technology_weight * (world.firms.technology(slot, now, clock) - 100.0)) *
           target.weight(world.firms, slot);
  };
  std::vector<std::uint32_t> found;
  choose_by_keys({context.random, entity_of(Kind::period, year), draw::only_one},
                 world.firms.slots(), std::size_t(hits), weight, {}, found);
  for (const std::uint32_t slot : found) {
    const FirmId firm = world.firms.id(slot);
    const double u = context.random.uniform(firm.entity(), draw::only_one_day, year);
    context.calendar.schedule(
        now + days(1 + std::int64_t(u * 260)), Phase::arrival, firm.entity(),
        OnlyOneFound{slot, std::uint16_t(firm.generation), std::uint16_t(event.year)});
  }
}

void Scouting::on(const OnlyOneFound& event, Time now, Context& context) {
  const FirmId firm{event.slot, event.generation};
  if (!context.world.firms.lives(firm)) return;
  const ScoutingParameters& p = parameters_;
  const std::uint32_t occasion = deal_occasion(event.year, Account::C7, 0);
  const auto u = context.random.uniforms(firm.entity(), draw::only_one_result, event.year);
  context.emit(OnlyOneDiscovered{event.year, context.world.firms.where(firm.slot)});
  const bool deal = bernoulli(u[0], p.deal_chance);
  if (deal)
    sign_deal({firm, occasion, Account::C7}, p.deal_value, years(p.deal_months / 12.0), now,
              context);
  const double willing = math::exp(-(context.world.japan.reluctance() - .5));
  const bool alliance = bernoulli(
      u[1], partner_chance(p.alliance_chance * willing, context.world.guidelines.scouting_japan));
  if (alliance) begin_alliance(firm, Account::C7, occasion, now, context);
  context.tell({.kind = EventKind::only_one_firm,
                .account = Account::C7,
                .firm = firm,
                .asked = now,
                .started = now,
                .ended = now,
                .result = deal && alliance ? EventResult::deal_and_alliance
                          : deal           ? EventResult::deal
                          : alliance       ? EventResult::alliance
                                           : EventResult::no_result});
}

}  // namespace coopsim
