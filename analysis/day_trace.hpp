// SPDX-License-Identifier: Apache-2.0
// What happened in one world on one day, programme by programme, so that two worlds can be held
// against each other while they run. Whoever keeps it clears it day by day: memory does not grow.
#pragma once
#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "sim/run_observer.hpp"

namespace coopsim {

// One event as one programme handled it.
struct Happening {
  Time at{};
  Phase phase{};
  EntityId who;
  std::size_t event = 0;    // number of the kind: event_name
  std::vector<Fact> facts;  // in order; without comparisons with the baseline, which has none
  // The open fiscal years' money by account, less what was cut: before and after an event of the
  // office.
  std::vector<Money> money_before{}, money{};
};

class DayTrace {
 public:
  void begins(const Entry<Event>&, const World&);
  void enters(std::size_t programme);
  void heard(const Fact&);
  void ends();

  std::span<const Happening> of(std::size_t programme) const { return days_[programme]; }
  void clear();

 private:
  std::array<std::vector<Happening>, programme_count> days_;
  const World* world_ = nullptr;  // while an event is handled
  Happening now_;
  std::vector<std::size_t> entered_;  // programmes that got the event
  bool for_all_ = false;  // it goes to all, and is one of those only that have something to tell
};

}  // namespace coopsim
