// SPDX-License-Identifier: Apache-2.0
// Watches the events of one run for two faults of a model: a loop of events without time going on,
// and more events than anyone meant. Both end the run with the names of what keeps it busy.
#pragma once
#include <algorithm>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "sim/kernel/time.hpp"

namespace coopsim {

struct EventFault : std::runtime_error {
  using std::runtime_error::runtime_error;
};

class EventWatch {
 public:
  using Name = std::string_view (*)(std::size_t kind);
  static constexpr std::uint64_t usual_burst = 1'000'000;  // events of one second

  // Kinds are numbered below `kinds`. At most `most_events` in all, `burst` without time going on.
  EventWatch(std::size_t kinds, Name name, std::uint64_t most_events,
             std::uint64_t burst = usual_burst)
      : counts_(kinds), name_(name), most_events_(most_events), burst_(burst) {}

  // Once for each event. Throws EventFault.
  void saw(std::size_t kind, Time at) {
    ++counts_[kind];
    if (at != now_) {
      now_ = at;
      started_ = events_;
    }
    ++events_;
    if (events_ - started_ > burst_) fail("time does not go on");
    if (events_ > most_events_) fail("more events than max_events allows");
  }

 private:
  [[noreturn]] void fail(std::string_view what) const {
    std::vector<std::size_t> order;
    for (std::size_t kind = 0; kind < counts_.size(); ++kind)
      if (counts_[kind] > 0) order.push_back(kind);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return counts_[a] > counts_[b]; });
    order.resize(std::min<std::size_t>(order.size(), 5));
    std::string text = std::string(what) + " at second " +
                       std::to_string(now_.time_since_epoch().count()) + " after " +
                       std::to_string(events_) + " events; most frequent:";
    for (const std::size_t kind : order)
      text.append(" ").append(name_(kind)).append(" (" + std::to_string(counts_[kind]) + ")");
    throw EventFault(text);
  }

  std::vector<std::uint64_t> counts_;
  Name name_;
  std::uint64_t most_events_, burst_, events_ = 0, started_ = 0;
  Time now_{};
};

}  // namespace coopsim
