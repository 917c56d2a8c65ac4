// SPDX-License-Identifier: Apache-2.0
#include "sim/programmes/alliances.hpp"

#include <algorithm>

#include "sim/context.hpp"
#include "sim/kernel/distribution.hpp"
#include "sim/kernel/math.hpp"
#include "sim/programmes/teaching.hpp"
#include "sim/world/draws.hpp"

namespace coopsim {
namespace {

EntityId entity_of_alliance(const Alliance& one) {
  return entity_of(Kind::alliance, one.firm.slot, one.firm.generation, one.occasion & 0xFF'FFFF);
}

Duration months(double n) { return years(n / 12.0); }

// As long as it is open.
EventRow row_of(const Alliance& one) {
  return {.kind = EventKind::alliance,
          .account = one.account,
          .firm = one.firm,
          .asked = one.begun,
          .started = one.begun,
          .result = EventResult::open,
          .cause = EventCause::running};
}

}  // namespace

void begin_alliance(FirmId firm, Account account, std::uint32_t occasion, Time now,
                    Context& context) {
  World& world = context.world;
  const AllianceParameters& p = context.parameters.alliances;
  const auto u = context.random.uniforms(firm.entity(), draw::alliance, occasion);
  const auto number = std::uint32_t(world.alliances.all.size());
  Alliance one{.firm = firm, .occasion = occasion, .account = account, .begun = now};
  one.win_win = bernoulli(u[0], world.japan.win_win(now));
  world.alliances.all.push_back(one);
  ++world.alliances.live;
  world.firms.add_tie(firm.slot);
  context.emit(AllianceStarted{year_of(now), account, world.firms.where(firm.slot)});
  context.calendar.schedule(now + months(p.milestone_months), Phase::completion,
                            entity_of_alliance(one), MilestoneReached{number});
  const double hazard = p.end_hazard * (1.0 - (one.win_win ? p.win_win_longer : 0.0));
  if (hazard > 0)
    context.calendar.schedule(now + years(exponential_quantile(u[1], 1.0 / hazard)),
                              Phase::completion, entity_of_alliance(one), AllianceEnded{number});
}

Alliances::Alliances(const Parameters& all) : parameters_(all.alliances) {}

void Alliances::on(const YearPlanned& plan, Time, Context& context) {
  context.calendar.schedule(date(plan.year, 12, 31), Phase::review,
                            entity_of(Kind::period, std::uint32_t(plan.year)),
                            AllianceYearEnded{plan.year});
}

// Doses add up over milestones, so each teaches the increment of the cumulated dose; practice
// rises in the same proportion.
void Alliances::on(const MilestoneReached& event, Time now, Context& context) {
  Alliance& one = context.world.alliances.all[event.alliance];
  if (!one.live) return;
  if (!context.world.firms.lives(one.firm)) return end(event.alliance, now, context);
  const AllianceParameters& p = parameters_;
  const double unit = p.milestone_months / p.dose_months;
  const double before = one.milestones * unit, after = before + unit;
  const double dose = math::log1p(after) - math::log1p(before);
  ++one.milestones;
  const Service service = {.account = one.account,
                           .eta = p.eta,
                           .dose = dose,
                           .practice = p.practice / p.result_mean * dose / math::log1p(unit),
                           .practice_uptake = false,
                           .result = draw::alliance_result,
                           .field = draw::alliance_field,
                           .core = draw::alliance_core};
  teach(service, one.firm, one.occasion, now, context);
  context.calendar.schedule(now + months(p.milestone_months), Phase::completion,
                            entity_of_alliance(one), event);
}

void Alliances::on(const AllianceEnded& event, Time now, Context& context) {
  if (context.world.alliances.all[event.alliance].live) end(event.alliance, now, context);
}

// Alliances of firms that left end with the year.
void Alliances::on(const AllianceYearEnded& event, Time now, Context& context) {
  AllianceLedger& ledger = context.world.alliances;
  for (std::size_t i = 0; i < ledger.all.size(); ++i)
    if (ledger.all[i].live && !context.world.firms.lives(ledger.all[i].firm))
      end(std::uint32_t(i), now, context);
  context.emit(AlliancesCounted{event.year, ledger.live});
}

void Alliances::end(std::uint32_t number, Time now, Context& context) {
  Alliance& one = context.world.alliances.all[number];
  one.live = false;
  --context.world.alliances.live;
  context.emit(AllianceClosed{year_of(now), one.account,
                              double((now - one.begun).count()) / (86'400.0 * 365.25 / 12.0)});
  EventRow row = row_of(one);
  row.ended = now;
  row.result = EventResult::alliance;
  row.cause = context.world.firms.lives(one.firm) ? EventCause::completed : EventCause::firm_closed;
  context.tell(row);
}

void Alliances::log_open(Context& context) const {
  for (const Alliance& one : context.world.alliances.all)
    if (one.live) context.tell(row_of(one));
}

std::string Alliances::check(const World& world) const {
  const auto live = std::count_if(world.alliances.all.begin(), world.alliances.all.end(),
                                  [](const Alliance& one) { return one.live; });
  return live == world.alliances.live ? "" : "alliances: live and counted alliances differ";
}

}  // namespace coopsim
