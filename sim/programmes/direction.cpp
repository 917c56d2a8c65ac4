// SPDX-License-Identifier: Apache-2.0
#include "sim/programmes/direction.hpp"

#include "sim/context.hpp"

namespace coopsim {

void Direction::on(const CandidatesChanged& change, Time, Context& context) {
  context.world.guidelines.candidates_a_year = change.a_year;
}

void Direction::on(const CaseManagersChanged& change, Time, Context& context) {
  Guidelines& guidelines = context.world.guidelines;
  guidelines.case_managers = change.managers;
  guidelines.manager_cost = Money{change.yearly_cost_thousand};
  guidelines.prescreening = change.prescreening;
}

void Direction::on(const ScoutingChanged& change, Time, Context& context) {
  context.world.guidelines.scouting_korea = double(change.korea);
  context.world.guidelines.scouting_japan = double(change.japan);
}

void Direction::on(const GroupSizeChanged& change, Time, Context& context) {
  context.world.guidelines.group_size = change.firms;
}

void Direction::on(const HostsAssured& change, Time, Context& context) {
  context.world.guidelines.hosts_assured = double(change.part);
  context.world.guidelines.host_fee = Money{change.fee_thousand};
}

void Direction::on(const WinWinChanged& change, Time, Context& context) {
  context.world.japan.set_win_win(change.share);
}

void Direction::on(const TargetChanged& change, Time, Context& context) {
  context.world.guidelines.targets[index(change.account)] = change.target;
}

void Direction::on(const YearDecided& event, Time now, Context& context) {
  context.steering->decide(event.year, now, context.recorder);
}

void Direction::on(const YearSteered& event, Time now, Context& context) {
  const int year = event.year;
  const EntityId world = entity_of(Kind::world);
  if (context.steering->will_switch()) {  // what a review has moved was the other policy's money
    context.world.reviewed = {};
    context.plan = &context.steering->money();
  }
  for (const auto& [when, change] : context.steering->year_begins(year, now))
    std::visit(
        [&](const auto& what) { context.calendar.schedule(when, Phase::policy, world, what); },
        change);
  context.emit(PolicySteered{year, context.steering->acts()});
  const Time decision = date(year, unsigned(context.steering->month()), 1);
  const Time next = date(year + 1, 1, 1);
  if (next >= context.parameters.run.end) return;
  if (now <= decision) context.calendar.schedule(decision, Phase::review, world, YearDecided{year});
  context.calendar.schedule(next, Phase::policy, world, YearSteered{year + 1});
}

void Direction::on(const AdviserWaveChanged& change, Time, Context& context) {
  context.world.guidelines.adviser_wave = change.share;
}

}  // namespace coopsim
