// SPDX-License-Identifier: Apache-2.0
// ns-3's schedulers in the same hold model. Not an equal workload: ns-3 keeps 24 bytes an event,
// orders by time and number only, and its events can be removed one by one.
#include <ns3/calendar-scheduler.h>
#include <ns3/heap-scheduler.h>
#include <ns3/map-scheduler.h>
#include <ns3/object.h>
#include <ns3/priority-queue-scheduler.h>

#include "bench/hold_benchmark.hpp"

namespace coopsim::bench {
namespace {

template <class Scheduler>
struct Ns3 {
  ns3::Ptr<Scheduler> scheduler = ns3::CreateObject<Scheduler>();
  std::uint32_t number = 0;

  void push(const Held& entry) {
    scheduler->Insert({nullptr, {std::uint64_t(entry.when), ++number, entry.who.slot()}});
  }
  Held pop() {
    const ns3::Scheduler::Event event = scheduler->RemoveNext();
    return {std::int64_t(event.key.m_ts), entity(1, event.key.m_context), event.key.m_uid, {}};
  }
};

const bool registered = [] {
  register_every_size<Ns3<ns3::PriorityQueueScheduler>>("ns-3 priority queue");
  register_every_size<Ns3<ns3::HeapScheduler>>("ns-3 heap");
  register_every_size<Ns3<ns3::MapScheduler>>("ns-3 map");
  // At a million an event takes it tens of microseconds, and filling it half a minute.
  register_hold<Ns3<ns3::CalendarScheduler>>("ns-3 calendar", Pattern::exponential,
                                             {100, 1'000, 10'000, 100'000});
  return true;
}();

}  // namespace
}  // namespace coopsim::bench
