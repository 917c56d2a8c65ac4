// SPDX-License-Identifier: Apache-2.0
// What single firms gained, event by event: by which programme, when and how much. Nobody else
// keeps that: a firm remembers only what it has, not where it is from.
#pragma once
#include <cstddef>
#include <vector>

#include "sim/run_observer.hpp"

namespace coopsim {

struct GainEntry {
  std::size_t firm;  // place in the list of firms
  Time at;
  std::size_t programme, event;  // programme_name, event_name
  double practice, technology;   // before any of it fades
};

class GainLedger : public RunObserver {
 public:
  // Books until this instant: what a run gives afterwards is not in any count.
  GainLedger(std::vector<FirmId> firms, Time until);

  void begins(const Entry<Event>&, const World&) override;
  void enters(std::size_t programme) override;
  void heard(const Fact&) override {}
  void ends(const Entry<Event>&, const World&) override;

  const std::vector<GainEntry>& entries() const { return entries_; }

 private:
  void book();

  std::vector<FirmId> firms_;
  Time until_;
  std::vector<Gains> before_;
  const World* world_ = nullptr;  // while an event is handled
  Time now_{};
  std::size_t event_ = 0, programme_ = 0;
  bool entered_ = false;
  std::vector<GainEntry> entries_;
};

}  // namespace coopsim
