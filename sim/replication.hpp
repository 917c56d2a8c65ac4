// SPDX-License-Identifier: Apache-2.0
// One run from the first day to the last. Start reading at run_until.
//
// A replication is a value: history is run once, and every policy goes on from an exact copy.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sim/context.hpp"
#include "sim/kernel/calendar.hpp"
#include "sim/kernel/event_watch.hpp"
#include "sim/kernel/fingerprint.hpp"
#include "sim/kernel/random.hpp"
#include "sim/metrics/recorder.hpp"
#include "sim/outcome.hpp"
#include "sim/programmes/programmes.hpp"
#include "sim/run_observer.hpp"
#include "sim/scenario.hpp"
#include "sim/world/records.hpp"
#include "sim/world/world.hpp"

namespace coopsim {

// What all replications of a scenario share; must outlive them.
struct Study {
  explicit Study(const Scenario&);
  const Scenario& scenario;
  Appropriations history;  // planned money before policies_start
  Appropriations nothing;  // no money in any year
  std::shared_ptr<const RecordingPlan> recording;
};

class Replication {
 public:
  // At `run.start`, with history's money. `without` is the world to compare with, may be null, and
  // must outlive the replication.
  Replication(const Study&, int number, const Reference* without);

  // As if no programme had ever been: no money; keeps what the others compare with.
  void run_without_programme(Reference& keep);
  // Everything before `when`; nothing at `when` itself.
  void run_until(Time when);
  // The same run, told event by event.
  void run_observed(Time when, RunObserver& observer);
  // From policies_start on: the policy's money and its levers. REQUIRES: run_until that date.
  void announce(const Policy&);
  // From now on this is the baseline: keeps its firms, for the other policies.
  void keep_baseline(BaselineFirms& keep) { keep_baseline_ = &keep; }
  // From now on firms are compared with these, which must outlive the replication. Without this
  // call nothing is compared, and "the same firms" are those that this world itself served.
  void compare_with(const BaselineFirms& baseline) { baseline_ = &baseline; }
  // From policies_start on: no money; what was promised runs to its end.
  void stop();
  // To the last event, then checks that every won, person, seat and adviser is accounted for.
  // Throws std::logic_error if one is not.
  void finish();

  // Lets `act` do what an event handler may do, now. For tests of what must not leak.
  template <class Act>
  void intervene(Act&& act);

  std::vector<double> responses() const { return recorder_.responses(); }
  Fingerprint::Value fingerprint() const;
  Work work() const { return {events_, random_.draws()}; }
  const World& world() const { return world_; }
  // Nothing happens at this instant or after it.
  Time horizon() const { return calendar_.horizon(); }
  const Records& records() const { return records_.records(); }
  Records take_records() { return records_.take(); }

 private:
  Context context();
  void start();
  void count(const Entry<Event>&);
  void plan_money(const Appropriations&);
  void log_what_is_open();
  void check() const;

  const Study* study_;
  const Appropriations* plan_;
  const Reference* without_;
  Reference* keep_ = nullptr;
  BaselineFirms* keep_baseline_ = nullptr;
  const BaselineFirms* baseline_ = nullptr;
  Random random_;
  Calendar<Event> calendar_;
  World world_;
  Programmes programmes_;
  Recorder recorder_;
  RecordKeeper records_;
  std::optional<Steering> steering_;  // of a conditional policy
  Fingerprint fingerprint_;
  EventWatch watch_;
  std::uint64_t events_ = 0;
};

template <class Act>
void Replication::intervene(Act&& act) {
  Context now = context();
  act(now);
}

}  // namespace coopsim
