// SPDX-License-Identifier: Apache-2.0
// The future event list of one replication.
//
// Order, in full: by time (whole seconds), then phase, then entity, then first scheduled, first
// run. Nothing else decides: no address, hash, floating-point clock or thread, so equal inputs
// give equal runs and unrelated events never decide a tie.
//
// A calendar is a value: copy it and both copies go on alike. Events at the horizon or after it are
// not kept. How the order is kept fast: event_list.hpp.
#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <vector>

#include "sim/kernel/entity.hpp"
#include "sim/kernel/event_list.hpp"
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

// Event: plain data, of ids and numbers only.
template <class Event>
class Calendar {
 public:
  // Times within a billion years of 1970; a later horizon is brought there.
  Calendar(Time start, Time horizon)
      : now_(key(start, Phase::policy)), horizon_(std::min(horizon, Time(Duration(1LL << 54)))) {}

  // REQUIRES: not before the event now running (throws std::logic_error: an error of the model).
  void schedule(Time at, Phase phase, EntityId who, const Event& event) {
    if (is_to_come(at, phase)) insert(at, phase, who, event, 0);
  }

  // As schedule; the ticket cancels it later. At most 2^24 - 1 such events wait at one time
  // (throws std::length_error).
  Ticket schedule_cancellable(Time at, Phase phase, EntityId who, const Event& event) {
    if (!is_to_come(at, phase)) return {};
    const std::uint32_t slot = free_slot();
    live_[slot] = insert(at, phase, who, event, slot);
    return {slot, live_[slot]};
  }

  // True if the event was still to come. Stale and empty tickets are ignored.
  bool cancel(Ticket ticket) {
    if (ticket.slot == 0 || live_[ticket.slot] != ticket.stamp) return false;
    live_[ticket.slot] = 0;
    ++cancelled_;
    if (cancelled_ > most_cancelled + pending()) sweep();
    return true;
  }

  // The earliest event before `until`, removed; null when there is none. Valid until the next call.
  // The calendar is as before when it is null: what comes at `until` or later can follow.
  const Entry<Event>* next(Time until) {
    const std::int64_t limit = key(std::min(until, horizon_), Phase::policy);
    while (list_.take_before(limit, current_)) {
      if (!retire(current_)) continue;
      now_ = current_.when;
      return &current_;
    }
    return nullptr;
  }
  const Entry<Event>* next() { return next(horizon_); }

  Time now() const { return Time(Duration(now_ >> 3)); }
  Time horizon() const { return horizon_; }
  std::size_t pending() const { return list_.size() - cancelled_; }

 private:
  static constexpr std::uint32_t slot_mask = 0xFF'FFFF;
  static constexpr std::size_t most_cancelled = 1024;  // beyond as many as are pending

  static std::int64_t key(Time at, Phase phase) {
    return at.time_since_epoch().count() * 8 + static_cast<std::int64_t>(phase);
  }

  bool is_to_come(Time at, Phase phase) const {
    if (at >= horizon_) return false;
    if (at < now() || key(at, phase) < now_)
      throw std::logic_error("an event was scheduled before the present");
    return true;
  }

  std::uint64_t insert(Time at, Phase phase, EntityId who, const Event& event, std::uint32_t slot) {
    const std::uint64_t order = ++scheduled_ << 24 | slot;
    list_.push({key(at, phase), who, order, event});
    return order;
  }

  std::uint32_t free_slot() {
    if (free_.empty()) {
      if (live_.size() > slot_mask)
        throw std::length_error("too many cancellable events wait at one time");
      live_.push_back(0);
      return std::uint32_t(live_.size() - 1);
    }
    const std::uint32_t slot = free_.back();
    free_.pop_back();
    return slot;
  }

  // Gives the cancel slot back; false if the event was cancelled.
  bool retire(const Entry<Event>& entry) {
    const auto slot = std::uint32_t(entry.order) & slot_mask;
    if (slot == 0) return true;
    free_.push_back(slot);
    if (live_[slot] != entry.order) {
      --cancelled_;
      return false;
    }
    live_[slot] = 0;
    return true;
  }

  // Cancelled events otherwise stay until their time comes.
  void sweep() {
    list_.remove_if([&](const Entry<Event>& entry) {
      const auto slot = std::uint32_t(entry.order) & slot_mask;
      return slot != 0 && live_[slot] != entry.order && !retire(entry);
    });
  }

  EventList<Entry<Event>> list_;
  std::vector<std::uint64_t> live_ = {0};  // by cancel slot: the order of the event it guards
  std::vector<std::uint32_t> free_;
  Entry<Event> current_{};
  std::int64_t now_;
  Time horizon_;
  std::uint64_t scheduled_ = 0;
  std::size_t cancelled_ = 0;  // but still in the list
};

}  // namespace coopsim
