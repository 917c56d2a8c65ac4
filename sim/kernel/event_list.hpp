// SPDX-License-Identifier: Apache-2.0
// Pending entries in their order: put in anywhere, taken out from the front.
//
// An entry rests at its place until it is taken; only the 4-byte number of the place moves. Order
// is kept among the *near* ones alone, which come next: a sorted run, and a heap for those that
// arrive late and belong far behind its front. All others wait unsorted in the buckets of the
// rungs:
//
//     near          |  innermost rung     |  the one before  |  root: the far ones
//     . .. . . .    | .. | . |   | . | .. |  ...  |   . . .  |   .  . .    .      .      .
//                near_end_
//
// When the near ones are used up, the next bucket is sorted and becomes near. One that is too full
// is dealt out over a new innermost rung instead, about a bucket an entry; so widths follow the
// density and nothing is to be tuned. Entries of one second and phase, which no bucket can part,
// cost a sort and a heap. A rung spans an aligned power of two: the highest bit in which a time
// differs from base_ names its rung.
//
// Of the ladder queue (Tang, Goh and Thng 2005) and the radix heap (Ahuja, Mehlhorn, Orlin and
// Tarjan 1990). An event list is a value; it allocates only while it grows.
#pragma once
#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>
#include <vector>

#include "sim/kernel/event_places.hpp"

namespace coopsim {

// Entry: plain data with `std::int64_t when`, within +-2^62, and earlier(a, b), a strict total
// order that compares `when` first. As the order is total, nothing here can change it.
template <class Entry>
class EventList {
  static_assert(std::is_trivially_copyable_v<Entry>, "an event holds ids and numbers only");

 public:
  std::size_t size() const { return size_; }

  // Where the entry rests until it is taken; the place is then given to another.
  EventPlace push(const Entry& entry) {
    const EventPlace place = places_.put(entry);
    ++size_;
    const Key key = key_of(entry.when);
    if (key < near_end_)
      insert_near({key, place});
    else
      places_.link(home_of(key), place);
    return place;
  }

  // Takes the earliest entry if its `when` is before `limit`, else says no_event. It can be read
  // until
  // the next push.
  EventPlace take_before(std::int64_t limit) {
    const Key end = key_of(limit);
    if (run_.empty() && late_.empty() && !refill(end)) return no_event;
    const bool late = !late_.empty() && (run_.empty() || Later{this}(run_.back(), late_.front()));
    const auto [key, place] = late ? late_.front() : run_.back();
    if (key >= end) return no_event;
    if (late) {
      std::pop_heap(late_.begin(), late_.end(), Later{this});
      late_.pop_back();
    } else {
      run_.pop_back();
    }
    places_.give_back(place);
    --size_;
    return place;
  }

  Entry& operator[](EventPlace place) { return places_[place]; }

  // Takes all entries for which `is_dead(entry)`. Looks at each once.
  template <class Predicate>
  void remove_if(Predicate is_dead) {
    const auto removed = [&](EventPlace place) {
      if (!is_dead(places_[place])) return false;
      places_.give_back(place);
      --size_;
      return true;
    };
    const auto near_removed = [&](const Near& near) { return removed(near.place); };
    std::erase_if(run_, near_removed);
    std::erase_if(late_, near_removed);
    std::make_heap(late_.begin(), late_.end(), Later{this});
    for (std::size_t depth = 0; depth <= depth_; ++depth)
      for (EventBucket& bucket : rungs_[depth].buckets)
        places_.take_out(bucket, [&](EventPlace place) {
          if (!removed(place)) places_.link(bucket, place);
        });
  }

 private:
  using Key = std::uint64_t;  // `when`, counted from -2^62
  struct Near {
    Key key = 0;
    EventPlace place = 0;
  };
  struct Later {
    const EventList* list;
    bool operator()(const Near& a, const Near& b) const {
      if (a.key != b.key) return a.key > b.key;
      return earlier(list->places_[b.place], list->places_[a.place]);
    }
  };
  struct Rung {
    int shift = root_bits;  // buckets are 2^shift wide
    Key end = Key(1) << root_bits;
    std::size_t next = 0;                  // the bucket that is near or comes next
    std::vector<EventBucket> buckets{{}};  // a power of two
  };

  static constexpr int root_bits = 63;
  static constexpr int most_bits = 12;      // a rung has at most 2^12 buckets
  static constexpr std::size_t few = 24;    // so many are sorted as they are
  static constexpr std::size_t crowd = 64;  // more near ones had better be dealt out

  static Key key_of(std::int64_t when) { return Key(when) + (Key(1) << 62); }
  Key key_at(EventPlace place) const { return key_of(places_[place].when); }

  // --- near: the run has the earliest last
  void insert_near(const Near& near) {
    const Later later{this};
    if (run_.size() >= crowd && later(near, run_[run_.size() - crowd])) {
      late_.push_back(near);
      std::push_heap(late_.begin(), late_.end(), later);
    } else {
      run_.push_back(near);
      settle(near, run_.data(), &run_.back());
    }
    if (can_part_ && run_.size() + late_.size() > crowd) part_near();
  }

  // Puts `near` where it belongs among the entries [first, last), which are in order.
  void settle(const Near near, Near* first, Near* last) {
    for (; last > first && Later{this}(near, last[-1]); --last) *last = last[-1];
    *last = near;
  }

  // Into narrower buckets. What is before base_ stays: it lies before them all.
  void part_near() {
    EventBucket all;
    const auto moved = [&](const Near& near) {
      if (near.key >= base_) places_.link(all, near.place);
      return near.key >= base_;
    };
    std::erase_if(run_, moved);
    std::erase_if(late_, moved);
    std::make_heap(late_.begin(), late_.end(), Later{this});
    can_part_ = false;
    if (all.count > 0) deal_out(all);
  }

  // Makes the next bucket near; false if nothing is pending before `limit`.
  // REQUIRES: nothing is near.
  bool refill(Key limit) {
    if (size_ <= few) return take_all();
    for (;;) {
      Rung& rung = rungs_[depth_];
      std::size_t next = rung.next;
      while (next < rung.buckets.size() && rung.buckets[next].count == 0) ++next;
      if (next == rung.buckets.size()) {
        leave(rung);
        continue;
      }
      const Key above = base_ >> rung.shift & ~Key(rung.buckets.size() - 1);
      const Key start = (above | next) << rung.shift;
      if (start >= limit) return false;
      rung.next = next;
      base_ = start;
      if (rung.shift > 0 && rung.buckets[next].count > few) {
        deal_out(std::exchange(rung.buckets[next], {}));
        continue;
      }
      near_end_ = start + (Key(1) << rung.shift);
      can_part_ = rung.shift > 0;
      sort_into_run(rung.buckets[next]);
      return true;
    }
  }

  // Few are near from now on, however far they are; false if there are none.
  bool take_all() {
    EventBucket all;
    for (std::size_t depth = 0; depth <= depth_; ++depth) {
      for (EventBucket& bucket : rungs_[depth].buckets)
        places_.take_out(bucket, [&](EventPlace place) { places_.link(all, place); });
      rungs_[depth].next = 0;
    }
    depth_ = 0;
    base_ = 0;
    near_end_ = rungs_[0].end;
    can_part_ = true;
    sort_into_run(all);
    return !run_.empty();
  }

  void sort_into_run(EventBucket& bucket) {
    places_.take_out(bucket, [&](EventPlace place) { run_.push_back({key_at(place), place}); });
    if (run_.size() <= crowd)
      for (std::size_t i = 1; i < run_.size(); ++i) settle(run_[i], run_.data(), &run_[i]);
    else if (!std::is_sorted(run_.begin(), run_.end(), Later{this}))
      std::sort(run_.begin(), run_.end(), Later{this});
  }

  // --- rungs: each lies within one bucket of the one before, the innermost is rungs_[depth_]
  EventBucket& home_of(Key key) {
    const int highest = int(std::bit_width((key ^ base_) | 1)) - 1;
    Rung& rung = rungs_[rung_of_bit_[std::size_t(highest)]];
    return rung.buckets[std::size_t(key >> rung.shift) & (rung.buckets.size() - 1)];
  }

  // Over a new innermost rung. REQUIRES: `all` is the near or next bucket, taken out of its rung.
  void deal_out(EventBucket all) {
    const int room = rungs_[depth_].shift;
    const Key first = key_at(all.first);
    Key differing = 0;
    places_.look_through(all, [&](EventPlace place) {
      differing |= key_at(place) ^ first;
      return differing >> (room - 1) == 0;
    });
    const int width = int(std::bit_width(differing | 1));
    const int bits = std::min({int(std::bit_width(all.count)), most_bits, width});
    std::fill_n(rung_of_bit_.begin(), room, std::uint8_t(depth_));
    if (++depth_ == rungs_.size()) rungs_.emplace_back();
    std::fill_n(rung_of_bit_.begin(), width, std::uint8_t(depth_));
    Rung& rung = rungs_[depth_];
    const Key start = first >> width << width;
    base_ = near_end_ = start;
    rung.shift = width - bits;
    rung.end = start + (Key(1) << width);
    rung.buckets.resize(std::size_t(1) << bits);
    if (differing == 0)  // all on one second and phase
      home_of(first) = all;
    else
      places_.take_out(all, [&](EventPlace place) { places_.link(home_of(key_at(place)), place); });
  }

  // The innermost rung is used up; its span counts as near until the next bucket is taken.
  void leave(Rung& rung) {
    rung.next = 0;
    near_end_ = rung.end;
    can_part_ = false;
    --depth_;
  }

  std::size_t size_ = 0;
  Key base_ = 0;           // no bucket holds an earlier key than this
  Key near_end_ = 0;       // keys before are near
  bool can_part_ = false;  // the near ones, over buckets from base_ on
  std::size_t depth_ = 0;
  std::array<std::uint8_t, root_bits> rung_of_bit_{};  // by highest bit that differs from base_
  std::vector<Rung> rungs_ = std::vector<Rung>(1);
  std::vector<Near> run_;
  std::vector<Near> late_;
  EventPlaces<Entry> places_;
};

}  // namespace coopsim
