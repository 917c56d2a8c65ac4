// SPDX-License-Identifier: Apache-2.0
// Servers that are all alike: machines, teachers, places. The pool counts; it keeps no line and
// schedules nothing, so that a model says in the open who is served next.
//
//   on arrival:     if (pool.try_seize(now)) begin(job); else line.join(job, ...);
//   on completion:  pool.release(now); if (!line.empty() && pool.try_seize(now)) begin(line.pop());
//
// Capacity may change at any time. Below the number busy nobody is thrown out: those who hold a
// server finish, and what they release is gone. Off-shift and breakdown are a capacity of 0.
//
// Invariants, checked in every build (std::logic_error): time runs forward, nothing is released
// that was not seized; free() > 0 only if busy() < capacity().
#pragma once
#include <algorithm>
#include <cstdint>
#include <stdexcept>
#include <vector>

#include "sim/kernel/time.hpp"

namespace coopsim {

class ServerPool {
 public:
  explicit ServerPool(std::uint32_t capacity = 0, Time start = Time{})
      : capacity_(capacity), last_(start) {}

  // All units or none.
  bool try_seize(Time now, std::uint32_t units = 1) {
    if (units > free()) return false;
    observe(now);
    busy_ += units;
    most_busy_ = std::max(most_busy_, busy_);
    return true;
  }

  void release(Time now, std::uint32_t units = 1) {
    if (units > busy_) throw std::logic_error("a server was released that nobody held");
    observe(now);
    busy_ -= units;
  }

  // More servers do not start by themselves: serve the line afterwards.
  void set_capacity(Time now, std::uint32_t capacity) {
    observe(now);
    capacity_ = capacity;
  }

  std::uint32_t capacity() const { return capacity_; }
  std::uint32_t busy() const { return busy_; }
  std::uint32_t free() const { return capacity_ > busy_ ? capacity_ - busy_ : 0; }
  std::uint32_t leaving() const { return busy_ > capacity_ ? busy_ - capacity_ : 0; }
  std::uint32_t most_busy() const { return most_busy_; }

  // Unit seconds since the start or the last restart. On duty is the capacity, and whoever
  // finishes beyond it, so that utilisation never exceeds 1.
  std::int64_t busy_seconds(Time until) const { return busy_area_ + elapsed(until) * busy_; }
  std::int64_t duty_seconds(Time until) const {
    return duty_area_ + elapsed(until) * std::max(busy_, capacity_);
  }
  // Busy share of the time on duty; 0 if there was none.
  double utilisation(Time until) const {
    const std::int64_t duty = duty_seconds(until);
    return duty == 0 ? 0.0 : static_cast<double>(busy_seconds(until)) / static_cast<double>(duty);
  }

  // Forget the past; who is busy stays busy. For the end of a warm-up or of a year.
  void restart(Time now) {
    observe(now);
    busy_area_ = duty_area_ = 0;
    most_busy_ = busy_;
  }

  friend bool operator==(const ServerPool&, const ServerPool&) = default;

 private:
  std::int64_t elapsed(Time until) const {
    if (until < last_) throw std::logic_error("a server pool was used before its last change");
    return (until - last_).count();
  }
  void observe(Time now) {
    const std::int64_t seconds = elapsed(now);
    busy_area_ += seconds * busy_;
    duty_area_ += seconds * std::max(busy_, capacity_);
    last_ = now;
  }

  std::uint32_t capacity_;
  std::uint32_t busy_ = 0;
  std::uint32_t most_busy_ = 0;
  Time last_;
  std::int64_t busy_area_ = 0, duty_area_ = 0;
};

// Capacities that repeat: shifts of a day, days of a week. Ask it when to call set_capacity next.
class Timetable {
 public:
  struct Step {
    Duration from;  // since the opening of the cycle
    std::uint32_t capacity;
  };

  // REQUIRES: steps ascend from 0 and end before the cycle does (std::invalid_argument if not).
  Timetable(Time opening, Duration cycle, std::vector<Step> steps)
      : opening_(opening), cycle_(cycle), steps_(std::move(steps)) {
    const auto unordered = [](const Step& a, const Step& b) { return a.from >= b.from; };
    if (steps_.empty() || steps_.front().from != Duration(0) || steps_.back().from >= cycle_ ||
        std::ranges::adjacent_find(steps_, unordered) != steps_.end())
      throw std::invalid_argument("a timetable needs ascending steps, from 0 to within its cycle");
  }

  std::uint32_t capacity(Time at) const { return step(at)->capacity; }

  // The first start of a step after `at`, whether or not its capacity differs.
  Time next_change(Time at) const {
    const auto next = step(at) + 1;
    const Time cycle_start = at - within(at);
    return next == steps_.end() ? cycle_start + cycle_ : cycle_start + next->from;
  }

 private:
  Duration within(Time at) const {
    const Duration past = (at - opening_) % cycle_;
    return past < Duration(0) ? past + cycle_ : past;
  }
  std::vector<Step>::const_iterator step(Time at) const {
    const auto later = [](Duration past, const Step& each) { return past < each.from; };
    return std::upper_bound(steps_.begin(), steps_.end(), within(at), later) - 1;
  }

  Time opening_;
  Duration cycle_;
  std::vector<Step> steps_;
};

}  // namespace coopsim
