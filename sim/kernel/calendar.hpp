// SPDX-License-Identifier: Apache-2.0
// The future event list of one replication.
//
// Order, in full: by time (whole seconds), then phase, then entity, then first scheduled, first
// run. Nothing else decides: no address, hash, floating-point clock or thread, so equal inputs
// give equal runs and unrelated events never decide a tie.
//
// A calendar is a value: copy it and both copies go on alike. Events after the horizon are not
// kept.
#pragma once
#include <algorithm>
#include <cassert>
#include <cstdint>
#include <stdexcept>
#include <vector>

#include "sim/kernel/entity.hpp"
#include "sim/kernel/time.hpp"

namespace coopsim {

// What goes first on the same second: rules, then money, then places freed, then those who come
// for them, then dispatch, then the review of it all.
enum class Phase : std::uint8_t { policy, money, completion, arrival, dispatch, review };

// Names one scheduled event so that it can be cancelled. A ticket outlives its event harmlessly.
struct Ticket {
  std::uint32_t slot = 0;  // 0: not cancellable
  std::uint64_t stamp = 0;
};

template <class Event>
struct Entry {
  std::int64_t when = 0;  // seconds * 8 + phase
  EntityId who;
  std::uint64_t order = 0;  // scheduled sequence << 24 | cancel slot
  Event event;

  Time at() const { return Time(Duration(when >> 3)); }
  Phase phase() const { return static_cast<Phase>(when & 7); }
  friend bool earlier(const Entry& a, const Entry& b) {
    if (a.when != b.when) return a.when < b.when;
    if (a.who != b.who) return a.who < b.who;
    return a.order < b.order;
  }
};

template <class Event>
class Calendar {
 public:
  Calendar(Time start, Time horizon) : now_(key(start, Phase::policy)), horizon_(horizon) {}

  // REQUIRES: not before the event now running (throws std::logic_error: an error of the model).
  void schedule(Time at, Phase phase, EntityId who, const Event& event) {
    insert(at, phase, who, event, 0);
  }

  // As schedule; the ticket cancels it later. At most 2^24 - 1 such events wait at one time.
  Ticket schedule_cancellable(Time at, Phase phase, EntityId who, const Event& event) {
    if (at >= horizon_) return {};
    const std::uint32_t slot = free_slot();
    live_[slot] = insert(at, phase, who, event, slot);
    return {slot, live_[slot]};
  }

  // True if the event was still to come. Stale and empty tickets are ignored.
  bool cancel(Ticket ticket) {
    if (ticket.slot == 0 || live_[ticket.slot] != ticket.stamp) return false;
    live_[ticket.slot] = 0;
    --pending_;
    return true;
  }

  // The earliest event before `until`, removed; null when there is none. Valid until the next call.
  const Entry<Event>* next(Time until) {
    while (!heap_.empty() && heap_.front().when < key(until, Phase::policy)) {
      std::pop_heap(heap_.begin(), heap_.end(), later);
      current_ = heap_.back();
      heap_.pop_back();
      if (!retire(current_)) continue;
      now_ = current_.when;
      --pending_;
      return &current_;
    }
    return nullptr;
  }
  const Entry<Event>* next() { return next(horizon_); }

  Time now() const { return Time(Duration(now_ >> 3)); }
  Time horizon() const { return horizon_; }
  std::size_t pending() const { return pending_; }

 private:
  static std::int64_t key(Time at, Phase phase) {
    return at.time_since_epoch().count() * 8 + static_cast<std::int64_t>(phase);
  }
  static bool later(const Entry<Event>& a, const Entry<Event>& b) { return earlier(b, a); }

  std::uint64_t insert(Time at, Phase phase, EntityId who, const Event& event, std::uint32_t slot) {
    const std::int64_t when = key(at, phase);
    if (when < now_) throw std::logic_error("an event was scheduled before the present");
    if (at >= horizon_) return 0;
    const std::uint64_t order = ++scheduled_ << 24 | slot;
    heap_.push_back({when, who, order, event});
    std::push_heap(heap_.begin(), heap_.end(), later);
    ++pending_;
    return order;
  }

  std::uint32_t free_slot() {
    if (free_.empty()) {
      live_.push_back(0);
      return std::uint32_t(live_.size() - 1);
    }
    const std::uint32_t slot = free_.back();
    free_.pop_back();
    return slot;
  }

  // Gives the cancel slot back; false if the event was cancelled.
  bool retire(const Entry<Event>& entry) {
    const auto slot = std::uint32_t(entry.order & 0xFF'FFFF);
    if (slot == 0) return true;
    const bool live = live_[slot] == entry.order;
    live_[slot] = 0;
    free_.push_back(slot);
    return live;
  }

  std::vector<Entry<Event>> heap_;
  std::vector<std::uint64_t> live_ = {0};  // by cancel slot: the order of the event it guards
  std::vector<std::uint32_t> free_;
  Entry<Event> current_{};
  std::int64_t now_;
  Time horizon_;
  std::uint64_t scheduled_ = 0;
  std::size_t pending_ = 0;
};

}  // namespace coopsim
