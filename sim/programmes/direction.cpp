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

}  // namespace coopsim
