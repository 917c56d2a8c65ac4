// SPDX-License-Identifier: Apache-2.0
// What an event handler may use.
#pragma once
#include "sim/kernel/calendar.hpp"
#include "sim/kernel/fingerprint.hpp"
#include "sim/kernel/random.hpp"
#include "sim/metrics/recorder.hpp"
#include "sim/programmes/programmes.hpp"
#include "sim/scenario.hpp"
#include "sim/steering.hpp"
#include "sim/world/fact_listener.hpp"
#include "sim/world/records.hpp"
#include "sim/world/world.hpp"

namespace coopsim {

struct Context {
  const Parameters& parameters;
  const Appropriations* plan;  // planned money from now on, after performance reviews
  const Random& random;
  Calendar<Event>& calendar;
  World& world;
  Recorder& recorder;
  Fingerprint& fingerprint;
  Reference* keep;                // the world without programme keeps itself here, else null
  const Reference* without;       // and the others are compared with it, else null
  BaselineFirms* keep_baseline;   // the baseline keeps its firms here, else null
  const BaselineFirms* baseline;  // and the other policies are compared with them, else null
  Steering* steering;             // of a conditional policy, else null
  RecordKeeper& records;
  FactListener* listener;  // of an observed run, else null

  template <class F>
  void emit(const F& fact) {
    recorder.add(fact, fingerprint);
    note(world.indicators, fact);
    if (listener) listener->heard(fact);
  }
  // A row of the event table; next to nothing where nobody asked for one of its kind.
  void tell(const EventRow& row) {
    if (records.hears(row.kind)) records.add(row, world.firms);
  }
};

}  // namespace coopsim
