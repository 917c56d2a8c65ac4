// SPDX-License-Identifier: Apache-2.0
#include "sim/programmes/office.hpp"

#include <algorithm>
#include <cmath>

#include "sim/context.hpp"
#include "sim/kernel/distribution.hpp"
#include "sim/world/draws.hpp"

namespace coopsim {

void Office::start(Context& context) {
  const RunParameters& run = context.parameters.run;
  for (const Authority who : authorities) {
    int year = year_of(run.start);
    if (fiscal_year(who).start(year) < run.start) ++year;
    context.calendar.schedule(fiscal_year(who).start(year), Phase::money, entity_of(who),
                              FiscalYearOpened{who, year});
  }
}

void Office::on(const FiscalYearOpened& event, Time now, Context& context) {
  const Time next = fiscal_year(event.authority).start(event.year + 1);
  const EntityId who = entity_of(event.authority);
  tell_cancelled(context.world.budget.open(event.authority, event.year, *context.plan), now,
                 context);
  context.calendar.schedule(next - days(1), Phase::review, who, FiscalYearClosed{event.authority});
  if (next < context.parameters.run.end)
    context.calendar.schedule(next, Phase::money, who,
                              FiscalYearOpened{event.authority, event.year + 1});
  context.calendar.schedule(date(event.year, 7, 1), Phase::money, who,
                            MidyearReviewed{event.authority, event.year});
  if (event.authority != Authority::korea) return;
  for (const unsigned month : {1u, 4u, 7u, 10u})
    context.calendar.schedule(date(event.year, month, 1) + days(1), Phase::money, who,
                              QuarterPaid{event.year});
  context.calendar.schedule(now, Phase::arrival, entity_of(Kind::period, std::uint32_t(event.year)),
                            YearPlanned{event.year});
}

void Office::on(const FiscalYearClosed& event, Time, Context& context) {
  context.world.budget.close(event.authority);
}

void Office::on(const MidyearReviewed& event, Time now, Context& context) {
  const EntityId who = entity_of(event.authority);
  const auto year = std::uint32_t(event.year);
  const BudgetParameters& p = context.parameters.budget;
  if (!bernoulli(context.random.uniform(who, draw::cut_happens, year), p.cut_chance.at(now)))
    return;
  const double size = p.cut_size.quantile(context.random.uniform(who, draw::cut_size, year));
  take_back(event.authority, std::int64_t(std::round(size * 1e6)), now, context);
}

void Office::on(const Rescinded& event, Time now, Context& context) {
  take_back(event.authority, event.parts_per_million, now, context);
}

void Office::take_back(Authority who, std::int64_t ppm, Time now, Context& context) {
  tell_cancelled(context.world.budget.cut(who, ppm), now, context);
}

void Office::tell_cancelled(const std::vector<Budget::Cancelled>& cancelled, Time now,
                            Context& context) {
  for (const Budget::Cancelled& each : cancelled)
    context.calendar.schedule(now, Phase::completion,
                              entity_of(Kind::authority, 2, 0, each.commitment & 0xFF'FFFF),
                              CommitmentCancelled{each.account, each.commitment});
}

void Office::on(const QuarterPaid& event, Time, Context& context) {
  Budget& budget = context.world.budget;
  const Money quarter{context.plan->of(Account::head_office, event.year).thousand / 4};
  const Money amount = std::min(quarter, budget.available(Account::head_office));
  if (amount.thousand <= 0) return;
  budget.pay(budget.commit(Account::head_office, amount), amount);
}

}  // namespace coopsim
