// SPDX-License-Identifier: Apache-2.0
#include "sim/programmes/information.hpp"

#include <algorithm>

#include "sim/context.hpp"
#include "sim/kernel/distribution.hpp"
#include "sim/world/draws.hpp"

namespace coopsim {

Information::Information(const Parameters& all) : parameters_(all.information) {}

// The level of a year follows from its money; questions are spread over its days.
void Information::on(const YearPlanned& plan, Time now, Context& context) {
  World& world = context.world;
  const EntityId who = entity_of(Kind::period, std::uint32_t(plan.year));
  const Money money = context.plan->of(Account::C5, plan.year);
  const double full = double(parameters_.full_service.thousand) * context.parameters.budget.scale;
  const bool is_open = date(plan.year, 12, 31) >= parameters_.opens;
  world.information_level =
      is_open && full > 0 ? std::min(1.0, double(money.thousand) / full) : 0.0;
  context.calendar.schedule(date(plan.year, 12, 31), Phase::review, who,
                            InformationYearEnded{plan.year});
  if (money.thousand > 0)
    for (unsigned month = 1; month <= 12; ++month)
      context.calendar.schedule(date(plan.year, month, 1) + days(3), Phase::money, who,
                                InformationPaid{plan.year});
  if (world.information_level == 0) return;
  const double rate = parameters_.question_rate * world.information_level;
  for (const std::uint32_t slot : world.firms.slots()) {
    const EntityId firm = world.firms.id(slot).entity();
    const auto u = context.random.uniforms(firm, draw::question, std::uint32_t(plan.year));
    if (!bernoulli(u[0], rate)) continue;
    context.calendar.schedule(now + days(1 + std::int64_t(u[1] * 363)), Phase::arrival, firm,
                              QuestionPosted{slot, plan.year});
  }
}

// A twelfth of the year's money, or what a cut has left of it.
void Information::on(const InformationPaid& event, Time, Context& context) {
  Budget& budget = context.world.budget;
  const Money month{context.plan->of(Account::C5, event.year).thousand / 12};
  const Money amount = std::min(month, budget.available(Account::C5));
  if (amount.thousand > 0) budget.pay(budget.commit(Account::C5, amount), amount);
}

void Information::on(const QuestionPosted& event, Time now, Context& context) {
  context.emit(QuestionAsked{event.year, context.world.firms.where(event.slot)});
  context.tell({.kind = EventKind::question,
                .account = Account::C5,
                .firm = context.world.firms.id(event.slot),
                .asked = now,
                .started = now,
                .ended = now,
                .result = EventResult::served});
}

void Information::on(const InformationYearEnded& event, Time, Context& context) {
  const double level = context.world.information_level;
  context.emit(InformationService{event.year, level, level * parameters_.analyses,
                                  level * parameters_.new_fields});
}

}  // namespace coopsim
