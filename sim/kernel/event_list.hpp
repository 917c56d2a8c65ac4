// SPDX-License-Identifier: Apache-2.0
// Pending entries in their order: put in anywhere, taken out from the front.
//
// Order is kept only among the entries that come next, the *near* ones: a sorted run, and a heap
// for those that arrive late and belong far behind its front. All others wait unsorted:
//
//     near         |  the rungs' buckets, of equal width on each rung  |  far
//     . .. . . .   |  ...  .  ..  ....  |  ...  |       |  ..   |  .   |  .   .  .     .
//               near_end_                                       end of the outermost rung
//
// When the near entries are used up, the next bucket is sorted and becomes near. A bucket that is
// too full is split instead: its earlier part is dealt out over an inner rung. When the outermost
// rung is used up, the far entries are dealt out over a new one. The width of a rung's buckets
// follows from the entries dealt out, so nothing is to be tuned; a split deals out at least half of
// the bucket, so entries on one second or mixtures of scales cost no more than a sort and a heap.
// The idea is the ladder queue's (Tang, Goh and Thng 2005); the widths, the run and the late heap
// are ours.
//
// An event list is a value, its copy a few large blocks. It allocates only while it grows.
//
// Entry: plain data with `std::int64_t when`, within +-2^58, and earlier(a, b), a strict total order
// that compares `when` first. As the order is total, nothing here can change it.
#pragma once
#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <type_traits>
#include <vector>

#include "sim/kernel/event_buckets.hpp"
#include "sim/kernel/event_sort.hpp"

namespace coopsim {

template <class Entry>
class EventList {
  static_assert(std::is_trivially_copyable_v<Entry>, "an event holds ids and numbers only");

 public:
  bool empty() const { return size_ == 0; }
  std::size_t size() const { return size_; }

  void push(const Entry& entry) {
    ++size_;
    if (entry.when < near_end_)
      insert_near(entry);
    else
      chunks_.append(home_of(entry.when), entry);
  }

  // Moves the earliest entry to `out` if its `when` is before `limit`; false if there is none.
  bool take_before(std::int64_t limit, Entry& out) {
    if (run_.empty() && late_.empty() && !refill()) return false;
    if (late_.empty() || (!run_.empty() && earlier(run_.back(), late_.front()))) {
      if (run_.back().when >= limit) return false;
      out = run_.back();
      run_.pop_back();
    } else {
      if (late_.front().when >= limit) return false;
      std::pop_heap(late_.begin(), late_.end(), Later{});
      out = late_.back();
      late_.pop_back();
    }
    --size_;
    return true;
  }

  // Removes the entries for which `is_dead(entry)`. Looks at each once; allocates.
  template <class Predicate>
  void remove_if(Predicate is_dead) {
    const auto alive_in = [&](std::vector<Entry>& entries) {
      entries.erase(std::remove_if(entries.begin(), entries.end(), is_dead), entries.end());
    };
    alive_in(run_);
    alive_in(late_);
    std::make_heap(late_.begin(), late_.end(), Later{});
    size_ = run_.size() + late_.size();
    const auto thin_out = [&](Bucket& bucket) {
      Bucket alive;
      chunks_.drain(bucket, [&](const Entry& entry) {
        if (!is_dead(entry)) chunks_.append(alive, entry);
      });
      bucket = alive;
      size_ += bucket.count;
    };
    for (std::size_t depth = 0; depth < depth_; ++depth)
      for (Bucket& bucket : rungs_[depth].buckets) thin_out(bucket);
    thin_out(far_);
  }

 private:
  using Bucket = detail::Bucket;
  using Later = detail::Later<Entry>;

  struct Rung {
    std::int64_t start = 0, end = 0;
    int shift = 0;         // buckets are 2^shift wide
    std::size_t next = 0;  // the bucket that is near or comes next
    std::vector<Bucket> buckets;
  };

  static constexpr std::size_t few = 12;           // so many need no buckets
  static constexpr std::size_t crowd = 16;         // a bucket of so many is never too full,
  static constexpr std::size_t too_many = 16'384;  // one of more always is
  static constexpr std::size_t most_buckets = 2048;
  static constexpr std::int64_t forever = std::numeric_limits<std::int64_t>::max();

  // --- near: the run has the earliest last; late arrivals are put in near its end, else in the
  // heap
  void insert_near(const Entry& entry) {
    std::size_t place = run_.size();
    const std::size_t deepest = place > few ? place - few : 0;
    while (place > deepest && earlier(run_[place - 1], entry)) --place;
    if (place > deepest || deepest == 0) {
      run_.insert(run_.begin() + std::ptrdiff_t(place), entry);
      return;
    }
    late_.push_back(entry);
    std::push_heap(late_.begin(), late_.end(), Later{});
    if (late_.size() > std::max(crowd, run_.size())) split_near();
  }

  // Late arrivals outnumber the run: better put what is near into narrower buckets.
  void split_near() {
    const std::int64_t first =
        std::min(late_.front().when, run_.empty() ? late_.front().when : run_.back().when);
    if (near_end_ - 1 <= first) return;  // all on one second and phase: no bucket parts them
    Bucket all;
    for (const Entry& entry : run_) chunks_.append(all, entry);
    for (const Entry& entry : late_) chunks_.append(all, entry);
    run_.clear();
    late_.clear();
    split(all, near_end_);
  }

  // Makes the next bucket near; false if nothing is pending. REQUIRES: nothing is near.
  bool refill() {
    if (size_ == 0) depth_ = 0;
    for (;;) {
      if (depth_ == 0) {
        if (far_.count <= few) return sort_into_run(far_, forever);
        split(far_, forever);
        continue;
      }
      Rung& rung = rungs_[depth_ - 1];
      while (rung.next < rung.buckets.size() && rung.buckets[rung.next].count == 0) ++rung.next;
      if (rung.next == rung.buckets.size()) {
        near_end_ = rung.end;
        --depth_;
        continue;
      }
      const std::int64_t end =
          std::min(rung.end, rung.start + (std::int64_t(rung.next + 1) << rung.shift));
      Bucket& bucket = rung.buckets[rung.next];
      if (rung.shift == 0 || !too_full(bucket)) return sort_into_run(bucket, end);
      split(bucket, end);
    }
  }

  // A near bucket gets its share of what arrives; above a sixteenth that is better dealt out.
  bool too_full(const Bucket& bucket) const {
    return bucket.count > crowd && (bucket.count > too_many || bucket.count > size_ / 16);
  }

  bool sort_into_run(Bucket& bucket, std::int64_t end) {
    near_end_ = end;
    if (bucket.count == 0) return false;
    sort_(chunks_, bucket, run_);
    chunks_.clear(bucket);
    return true;
  }

  // --- rungs: the innermost is the last in use and lies within the next bucket of the one before
  Bucket& home_of(std::int64_t when) {
    for (std::size_t depth = depth_; depth > 0; --depth) {
      Rung& rung = rungs_[depth - 1];
      if (when < rung.end) return rung.buckets[std::size_t(when - rung.start) >> rung.shift];
    }
    return far_;
  }

  // Deals the earlier part of `bucket`, at least about half, out over a new innermost rung; the
  // rest goes back to where it was. REQUIRES: nothing is near; the bucket has entries, all before
  // `end`, and comes next.
  void split(Bucket& bucket, std::int64_t end) {
    const Bucket all = bucket;
    bucket = {};
    if (depth_ == rungs_.size()) rungs_.emplace_back();  // `bucket` may be void from here
    rungs_[depth_] = rung_for(all, end, std::move(rungs_[depth_].buckets));
    near_end_ = rungs_[depth_].start;
    ++depth_;
    chunks_.drain(all, [&](const Entry& e) { chunks_.append(home_of(e.when), e); });
  }

  // One entry a bucket or fewer, over eight times the median distance from the first entry: nearly
  // all of an exponential law, and whatever scale half of the entries have.
  Rung rung_for(const Bucket& all, std::int64_t end, std::vector<Bucket> storage) const {
    const auto [first, median] = first_and_median(all);
    const std::size_t most = std::bit_ceil(std::clamp<std::size_t>(all.count, 16, most_buckets));
    const std::uint64_t room = std::uint64_t(end) - std::uint64_t(first);
    const std::uint64_t span = std::min(room, 8 * std::uint64_t(median - first) + 1);
    const int shift = int(std::bit_width((span - 1) / most));
    const std::uint64_t used = ((span - 1) >> shift) + 1;
    storage.assign(used, Bucket{});
    return {first, first + std::int64_t(std::min(room, used << shift)), shift, 0,
            std::move(storage)};
  }

  struct Spread {
    std::int64_t first, median;  // of a sample
  };
  Spread first_and_median(const Bucket& bucket) const {
    std::array<std::int64_t, 63> sample{};
    const std::uint32_t stride = bucket.count / std::uint32_t(sample.size()) + 1;
    std::size_t sampled = 0;
    std::uint32_t skip = 0;
    std::int64_t first = forever;
    chunks_.for_each(bucket, [&](const Entry& entry) {
      first = std::min(first, entry.when);
      if (skip-- > 0) return;
      sample[sampled++] = entry.when;
      skip = stride - 1;
    });
    const auto middle = sample.begin() + std::ptrdiff_t(sampled / 2);
    std::nth_element(sample.begin(), middle, sample.begin() + std::ptrdiff_t(sampled));
    return {first, *middle};
  }

  std::size_t size_ = 0;
  std::int64_t near_end_ = forever;  // what comes before is near
  std::vector<Entry> run_;
  std::vector<Entry> late_;
  std::size_t depth_ = 0;  // rungs in use; the others keep their storage
  std::vector<Rung> rungs_;
  Bucket far_;
  detail::Chunks<Entry> chunks_;
  detail::EventSort<Entry> sort_;
};

}  // namespace coopsim
