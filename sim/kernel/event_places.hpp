// SPDX-License-Identifier: Apache-2.0
// Where the entries of an event list rest until they are taken, and chains of such places.
#pragma once
#include <cstdint>
#include <vector>

namespace coopsim {

using EventPlace = std::uint32_t;
inline constexpr EventPlace no_event = ~EventPlace(0);

// Entries in no order. EventPlaces links and unlinks them.
struct EventBucket {
  EventPlace first = no_event;
  std::uint32_t count = 0;
};

// At most 2^32 - 1 entries at one time. A place that was given back is the next to be used: it is
// still in the cache, and nothing is allocated while the number of entries does not grow.
template <class Entry>
class EventPlaces {
 public:
  Entry& operator[](EventPlace place) { return entries_[place]; }
  const Entry& operator[](EventPlace place) const { return entries_[place]; }

  EventPlace put(const Entry& entry) {
    if (free_ == no_event) {
      entries_.push_back(entry);
      next_.push_back(no_event);
      return EventPlace(entries_.size() - 1);
    }
    const EventPlace place = free_;
    free_ = next_[place];
    entries_[place] = entry;
    return place;
  }

  // The entry can be read until the next put. REQUIRES: in no bucket.
  void give_back(EventPlace place) {
    next_[place] = free_;
    free_ = place;
  }

  void link(EventBucket& bucket, EventPlace place) {
    next_[place] = bucket.first;
    bucket.first = place;
    ++bucket.count;
  }

  // Visits the places of `bucket`, the latest linked first, until `visit` says false.
  template <class Visit>
  void look_through(const EventBucket& bucket, Visit visit) const {
    for (EventPlace place = bucket.first; place != no_event; place = next_[place])
      if (!visit(place)) return;
  }

  // Empties `bucket`. `visit` may link each place elsewhere, or give it back.
  template <class Visit>
  void take_out(EventBucket& bucket, Visit visit) {
    EventPlace place = bucket.first;
    bucket = {};
    while (place != no_event) {
      const EventPlace next = next_[place];
      visit(place);
      place = next;
    }
  }

 private:
  std::vector<Entry> entries_;
  std::vector<EventPlace> next_;  // in its bucket, or among the free ones
  EventPlace free_ = no_event;
};

}  // namespace coopsim
