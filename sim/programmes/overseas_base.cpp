// SPDX-License-Identifier: Apache-2.0
#include "sim/programmes/overseas_base.hpp"

#include <algorithm>

#include "sim/context.hpp"

namespace coopsim {

OverseasBase::OverseasBase(const Parameters& all) : parameters_(all.overseas_base) {}

void OverseasBase::on(const YearPlanned& plan, Time, Context& context) {
  if (context.plan->of(Account::C8, plan.year).thousand == 0 && context.world.base_level == 0)
    return;
  for (const unsigned month : {1u, 4u, 7u, 10u})
    context.calendar.schedule(date(plan.year, month, 1) + days(4), Phase::money,
                              entity_of(Kind::period, std::uint32_t(plan.year)),
                              BasePaid{plan.year});
}

// A quarter of the year's money, or what a cut has left of it.
void OverseasBase::on(const BasePaid& event, Time, Context& context) {
  Budget& budget = context.world.budget;
  const Money quarter{context.plan->of(Account::C8, event.year).thousand / 4};
  const Money amount = std::min(quarter, budget.available(Account::C8));
  const double full =
      double(parameters_.base_year.thousand) * context.parameters.budget.scale / 4.0;
  context.world.base_level = full > 0 ? std::clamp(double(amount.thousand) / full, 0.0, 1.0) : 0.0;
  if (amount.thousand > 0) budget.pay(budget.commit(Account::C8, amount), amount);
}

}  // namespace coopsim
