// SPDX-License-Identifier: Apache-2.0
// Who watches a run event by event (Replication::run_observed): to explain it, never to change it.
#pragma once
#include <cstddef>

#include "sim/kernel/calendar.hpp"
#include "sim/programmes/programmes.hpp"
#include "sim/world/fact_listener.hpp"
#include "sim/world/world.hpp"

namespace coopsim {

class RunObserver : public FactListener {
 public:
  // An event comes up; the world is as it was before it.
  virtual void begins(const Entry<Event>&, const World&) = 0;
  // The programme of this number (programme_name) is given the event: facts heard from now on are
  // its own. An event may go to several, one after the other.
  virtual void enters(std::size_t programme) = 0;
  virtual void ends(const Entry<Event>&, const World&) = 0;
};

}  // namespace coopsim
