// SPDX-License-Identifier: Apache-2.0
#include "sim/side_by_side.hpp"

#include <utility>

#include "sim/experiment.hpp"

namespace coopsim {
namespace {

std::string name_of(const Side& side, const Scenario& scenario) {
  if (side.world == Outcome::World::none) return "NONE";
  if (side.world == Outcome::World::stop) return "STOP";
  return scenario.policies.at(std::size_t(side.policy)).name;
}

// Records of both sides, of all programmes, in this replication only. Records move no number.
Scenario recording(Scenario scenario, int replication, const Side& a, const Side& b) {
  EventsParameters& events = scenario.parameters.events;
  events = {};
  events.policies.names = {name_of(a, scenario), name_of(b, scenario)};
  events.first_replication = replication;
  scenario.parameters.panel = {};
  return scenario;
}

bool is_none(const Side& side) { return side.world == Outcome::World::none; }

}  // namespace

SideBySide::SideBySide(Scenario scenario, int replication, Side a, Side b)
    : scenario_(recording(std::move(scenario), replication, a, b)),
      study_(scenario_),
      replication_(replication),
      a_(a),
      b_(b),
      starts_(is_none(a) || is_none(b) ? scenario_.parameters.run.start
                                       : scenario_.parameters.run.policies_start) {
  none_.name = "NONE";
  stop_.name = "STOP";
  none_.money = stop_.money = study_.nothing;
  Replication none(study_, replication_, nullptr);
  none.run_without_programme(without_);
  history_.emplace(study_, replication_, &without_);
  Replication base = *history_;
  history_->run_until(starts_);
  base.run_until(scenario_.parameters.run.policies_start);
  base.keep_baseline(baseline_);
  base.announce(scenario_.policies.at(std::size_t(baseline_number(scenario_))));
  base.finish();
}

const Policy& SideBySide::policy_of(const Side& side) const {
  if (side.world == Outcome::World::none) return none_;
  if (side.world == Outcome::World::stop) return stop_;
  return scenario_.policies.at(std::size_t(side.policy));
}

// As it stands when the two part; NONE has had no money from the first day.
Replication SideBySide::begun(const Side& side) const {
  if (!is_none(side)) return *history_;
  Replication none(study_, replication_, nullptr);
  none.announce(none_);
  return none;
}

void SideBySide::enter_policy(const Side& side, Replication& world) const {
  if (is_none(side)) return;
  const bool base = side.policy == baseline_number(scenario_);
  if (!base) world.compare_with(baseline_);
  world.announce(policy_of(side));
}

SideBySide::Both SideBySide::run(RunObserver& a, RunObserver& b,
                                 const std::function<void()>& day_over) const {
  Replication first = begun(a_), second = begun(b_);
  const Time fork = scenario_.parameters.run.policies_start;
  for (Time day = starts_; day < first.horizon(); day += days(1)) {
    if (day == fork) {
      enter_policy(a_, first);
      enter_policy(b_, second);
    }
    first.run_observed(day + days(1), a);
    second.run_observed(day + days(1), b);
    day_over();
  }
  first.finish();
  second.finish();
  return {{first.fingerprint(), first.take_records()},
          {second.fingerprint(), second.take_records()}};
}

}  // namespace coopsim
