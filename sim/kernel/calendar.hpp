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

#include "sim/kernel/entity.hpp"
#include "sim/kernel/event_list.hpp"
#include "sim/kernel/time.hpp"

namespace coopsim {

// What goes first on the same second: rules, then money, then places freed, then those who come
// for them, then dispatch, then the review of it all.
enum class Phase : std::uint8_t { policy, money, completion, arrival, dispatch, review };

// Names one scheduled event so that it can be cancelled. A ticket outlives its event harmlessly.
struct Ticket {
  EventPlace place = 0;
  std::uint64_t stamp = 0;  // 0: of no event
};

template <class Event>
struct Entry {
  std::int64_t when = 0;  // seconds * 8 + phase
  EntityId who;
  std::uint64_t order = 0;  // scheduled sequence * 2, + 1 if cancelled
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
  // Times within 10^10 years of 1970; a later horizon is brought there.
  Calendar(Time start, Time horizon)
      : now_(key(start, Phase::policy)), horizon_(std::min(horizon, Time(Duration(1LL << 58)))) {}

  // REQUIRES: not before the event now running (throws std::logic_error: an error of the model).
  void schedule(Time at, Phase phase, EntityId who, const Event& event) {
    schedule_cancellable(at, phase, who, event);
  }

  // As schedule; the ticket cancels it later.
  Ticket schedule_cancellable(Time at, Phase phase, EntityId who, const Event& event) {
    if (at >= horizon_) return {};
    if (at < now() || key(at, phase) < now_)
      throw std::logic_error("an event was scheduled before the present");
    const std::uint64_t stamp = 2 * ++scheduled_;
    return {list_.push({key(at, phase), who, stamp, event}), stamp};
  }

  // True if the event was still to come. Stale and empty tickets are ignored.
  // REQUIRES: a ticket of this calendar, or of the one it was copied from.
  bool cancel(Ticket ticket) {
    if (ticket.stamp == 0 || list_[ticket.place].order != ticket.stamp) return false;
    list_[ticket.place].order |= cancelled_bit;
    if (++cancelled_ > most_cancelled + pending()) {
      list_.remove_if([](const Entry<Event>& entry) { return (entry.order & cancelled_bit) != 0; });
      cancelled_ = 0;
    }
    return true;
  }

  // The earliest event before `until`, removed; null when there is none. Valid until the next call.
  const Entry<Event>* next(Time until) {
    const std::int64_t limit = key(std::min(until, horizon_), Phase::policy);
    for (;;) {
      const EventPlace place = list_.take_before(limit);
      if (place == no_event) return nullptr;
      current_ = list_[place];
      list_[place].order = 0;  // its ticket is stale
      if ((current_.order & cancelled_bit) != 0) {
        --cancelled_;
        continue;
      }
      now_ = current_.when;
      return &current_;
    }
  }
  const Entry<Event>* next() { return next(horizon_); }

  Time now() const { return Time(Duration(now_ >> 3)); }
  Time horizon() const { return horizon_; }
  std::size_t pending() const { return list_.size() - cancelled_; }

 private:
  static constexpr std::uint64_t cancelled_bit = 1;
  static constexpr std::size_t most_cancelled = 1024;  // beyond as many as are pending

  static std::int64_t key(Time at, Phase phase) {
    return at.time_since_epoch().count() * 8 + static_cast<std::int64_t>(phase);
  }

  EventList<Entry<Event>> list_;
  Entry<Event> current_{};
  std::int64_t now_;
  Time horizon_;
  std::uint64_t scheduled_ = 0;
  std::size_t cancelled_ = 0;  // but still in the list
};

}  // namespace coopsim
