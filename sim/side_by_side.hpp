// SPDX-License-Identifier: Apache-2.0
// Two worlds of one replication, observed side by side, day by day: what tells them apart is what
// their policies do. They are the worlds of run_experiment to the last bit, with all their events
// recorded.
#pragma once
#include <functional>
#include <optional>

#include "sim/outcome.hpp"
#include "sim/replication.hpp"
#include "sim/run_observer.hpp"
#include "sim/scenario.hpp"

namespace coopsim {

// Which world: a policy of the scenario, by number, or a reference world.
struct Side {
  Outcome::World world = Outcome::World::policy;
  int policy = -1;
  friend bool operator==(const Side&, const Side&) = default;
};

class SideBySide {
 public:
  // Runs what both rest on: the world without programme, the history, the baseline. Throws what a
  // world throws that fails.
  SideBySide(Scenario scenario, int replication, Side a, Side b);
  SideBySide(const SideBySide&) = delete;
  SideBySide& operator=(const SideBySide&) = delete;

  const Scenario& scenario() const { return scenario_; }
  // Until this instant the two are one: the start of the policies; with NONE, that of the run.
  Time starts() const { return starts_; }

  struct Ended {
    Fingerprint::Value fingerprint;
    Records records;
  };
  struct Both {
    Ended a, b;
  };
  // Runs both to their ends, each told to its observer; `day_over` is called whenever both have
  // finished a day. May be called again: every run goes alike.
  Both run(RunObserver& a, RunObserver& b, const std::function<void()>& day_over) const;

 private:
  Replication begun(const Side&) const;
  void enter_policy(const Side&, Replication&) const;
  const Policy& policy_of(const Side&) const;

  Scenario scenario_;
  Study study_;
  int replication_;
  Side a_, b_;
  Time starts_;
  Policy none_, stop_;  // the reference worlds as policies that plan no money
  Reference without_;
  BaselineFirms baseline_;
  std::optional<Replication> history_;
};

}  // namespace coopsim
