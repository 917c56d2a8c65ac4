// SPDX-License-Identifier: Apache-2.0
// Pending entries in their order: put in at any place, taken out from the front.
//
// How it works. Order is kept only among the entries that come next, the *near* ones: a sorted
// run, and a heap for those that arrive late and belong far behind its front. All others wait
// unsorted:
//
//     near            rungs: buckets of equal width           far
//     |. . . .|  .   |     | ..  | .   | ... |  ..  |   | . .  .  .   .    .
//             near_end_                              end of the outermost rung
//
// When the near entries are used up, the next bucket is sorted and becomes near. A bucket that is
// too full is split instead: its earlier part is dealt out over an inner rung. When the outermost
// rung is used up, the far entries are dealt out over a new one. The width of a rung's buckets
// follows the entries dealt out (eight times their median distance from the first), so nothing has
// to be tuned, and every split halves what is left: entries on one second, equal distances and
// mixtures of scales cost no more than a heap. See docs/how_it_works.md for what was measured.
//
// An event list is a value: a copy holds the same entries in few large blocks. Storage is
// recycled: taking and putting in allocates only while the list grows.
//
// Entry has a member `when` (int64) and earlier(a, b), a strict total order that compares `when`
// first. Because the order is total, nothing in here can change it.
#pragma once
#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <type_traits>
#include <vector>

namespace coopsim {

template <class Entry>
class EventList {
  static_assert(std::is_trivially_copyable_v<Entry>, "an event holds ids and numbers only");

 public:
  bool empty() const { return size_ == 0; }
  std::size_t size() const { return size_; }

  void push(const Entry& entry) {
    ++size_;
    if (entry.when < near_end_) {
      insert_near(entry);
    } else {
      append(home_of(entry.when), entry);
    }
  }

  // Moves the earliest entry to `out` if its `when` is before `limit`; false if there is none.
  bool take_before(std::int64_t limit, Entry& out) {
    if (run_.empty() && late_.empty() && !refill()) return false;
    if (!late_.empty() && (run_.empty() || earlier(late_.front(), run_.back()))) {
      if (late_.front().when >= limit) return false;
      std::pop_heap(late_.begin(), late_.end(), later);
      out = late_.back();
      late_.pop_back();
    } else {
      if (run_.back().when >= limit) return false;
      out = run_.back();
      run_.pop_back();
    }
    --size_;
    return true;
  }

  // Removes the entries for which `is_dead(entry)`. Visits every entry once.
  template <class Predicate>
  void remove_if(Predicate is_dead) {
    std::vector<Entry> alive;
    alive.reserve(size_);
    Entry entry;
    while (take_before(std::numeric_limits<std::int64_t>::max(), entry)) {
      if (!is_dead(entry)) alive.push_back(entry);
    }
    for (const Entry& kept : alive) push(kept);
  }

 private:
  // Entries in no order, in a chain of chunks of which only the last may be partly filled.
  struct Bucket {
    std::uint32_t chunk = 0;
    std::uint32_t count = 0;
  };
  static constexpr std::uint32_t chunk_size = 16;
  struct Chunk {
    std::array<Entry, chunk_size> entries;
  };
  struct Rung {
    std::int64_t start = 0;
    std::int64_t end = 0;
    int shift = 0;        // buckets are 2^shift wide
    std::size_t now = 0;  // the bucket that is near or comes next
    std::vector<Bucket> buckets;
  };

  static constexpr std::size_t few = 48;           // so many are kept sorted without buckets
  static constexpr std::size_t reach = 48;         // how deep into the run a late entry is inserted
  static constexpr std::size_t crowd = 64;         // a bucket of so many is never too full
  static constexpr std::size_t too_many = 16'384;  // a bucket of more always is

  static bool later(const Entry& a, const Entry& b) { return earlier(b, a); }

  // --- near -------------------------------------------------------------------------------------
  // The run is sorted with the earliest last.
  void insert_near(const Entry& entry) {
    std::size_t place = run_.size();
    const std::size_t deepest = place > reach ? place - reach : 0;
    while (place > deepest && earlier(run_[place - 1], entry)) --place;
    if (place > deepest || deepest == 0) {
      run_.insert(run_.begin() + std::ptrdiff_t(place), entry);
      return;
    }
    late_.push_back(entry);
    std::push_heap(late_.begin(), late_.end(), later);
    if (late_.size() > std::max(crowd, run_.size())) split_near();
  }

  // The near entries are too many and keep coming: back into their bucket, which is then split.
  void split_near() {
    const std::int64_t first =
        run_.empty() || earlier(late_.front(), run_.back()) ? late_.front().when : run_.back().when;
    if (near_end_ - 1 <= first) return;  // all on one second: no bucket could part them
    Bucket all;
    for (const Entry& entry : run_) append(all, entry);
    for (const Entry& entry : late_) append(all, entry);
    run_.clear();
    late_.clear();
    split(all, near_end_);
  }

  // Makes the next entries near; false if there are none. REQUIRES: no entry is near.
  bool refill() {
    if (size_ == 0) depth_ = 0;
    for (;;) {
      if (depth_ == 0) {
        if (far_.count <= few) return sort_into_run(far_, forever);
        split(far_, forever);
        continue;
      }
      Rung& rung = rungs_[depth_ - 1];
      while (rung.now < rung.buckets.size() && rung.buckets[rung.now].count == 0) ++rung.now;
      if (rung.now == rung.buckets.size()) {
        near_end_ = rung.end;
        --depth_;
        continue;
      }
      Bucket& bucket = rung.buckets[rung.now];
      const std::int64_t end =
          std::min(rung.end, rung.start + (std::int64_t(rung.now + 1) << rung.shift));
      if (rung.shift == 0 || bucket.count <= crowd ||
          (bucket.count <= too_many && bucket.count <= size_ / 16)) {
        return sort_into_run(bucket, end);
      }
      split(bucket, end);
    }
  }

  // Empties `bucket`, which ends at `end`, into the run; false if it was empty.
  bool sort_into_run(Bucket& bucket, std::int64_t end) {
    near_end_ = end;
    if (bucket.count == 0) return false;
    for_each_and_free(bucket, [&](const Entry& entry) { run_.push_back(entry); });
    sort(run_.data(), run_.data() + run_.size());
    return true;
  }

  static void sort(Entry* first, Entry* last) {
    if (last - first <= 24) {
      for (Entry* next = first + 1; next < last; ++next) {
        if (!earlier(next[-1], *next)) continue;
        const Entry entry = *next;
        Entry* hole = next;
        do {
          *hole = hole[-1];
          --hole;
        } while (hole > first && earlier(hole[-1], entry));
        *hole = entry;
      }
    } else if (!std::is_sorted(first, last, later)) {
      std::sort(first, last, later);
    }
  }

  // --- rungs ------------------------------------------------------------------------------------
  Bucket& home_of(std::int64_t when) {
    for (std::size_t depth = depth_; depth > 0; --depth) {
      Rung& rung = rungs_[depth - 1];
      if (when < rung.end) return rung.buckets[std::size_t(when - rung.start) >> rung.shift];
    }
    return far_;
  }

  // Deals the earlier part of `bucket`, at least half of it, out over a new innermost rung; the
  // rest stays. All entries are before `end`. REQUIRES: none is near, `bucket` is not empty.
  void split(Bucket& bucket, std::int64_t end) {
    Bucket all = bucket;
    bucket = {};
    const auto [first, median] = first_and_median(all);
    const std::size_t most = std::bit_ceil(std::clamp<std::size_t>(all.count / 4, 16, max_buckets));
    const std::uint64_t room = std::uint64_t(end) - std::uint64_t(first);
    const std::uint64_t span = std::min(room, 8 * std::uint64_t(median - first) + 1);
    const int shift = int(std::bit_width((span - 1) / most));
    const std::size_t used = std::size_t((span - 1) >> shift) + 1;
    const std::uint64_t covered = std::min(room, std::uint64_t(used) << shift);

    // A new rung may move the rungs and with them `bucket`: entries that stay are put back by home.
    if (depth_ == rungs_.size()) rungs_.emplace_back();
    Rung& rung = rungs_[depth_];
    rung.start = first;
    rung.end = first + std::int64_t(covered);
    rung.shift = shift;
    rung.now = 0;
    rung.buckets.assign(used, Bucket{});
    ++depth_;
    near_end_ = first;
    for_each_and_free(all, [&](const Entry& entry) { append(home_of(entry.when), entry); });
  }

  struct Spread {
    std::int64_t first, median;
  };
  // The first `when`, and the median of a sample of them.
  Spread first_and_median(Bucket bucket) const {
    std::array<std::int64_t, 63> sample;
    const std::uint32_t stride = bucket.count / std::uint32_t(sample.size()) + 1;
    std::size_t sampled = 0;
    std::int64_t first = forever;
    std::uint32_t until_next = 1;
    for_each(bucket, [&](const Entry& entry) {
      first = std::min(first, entry.when);
      if (--until_next == 0) {
        sample[sampled++] = entry.when;
        until_next = stride;
      }
    });
    const auto middle = sample.begin() + std::ptrdiff_t(sampled / 2);
    std::nth_element(sample.begin(), middle, sample.begin() + std::ptrdiff_t(sampled));
    return {first, *middle};
  }

  // --- chunks -----------------------------------------------------------------------------------
  void append(Bucket& bucket, const Entry& entry) {
    const std::uint32_t place = bucket.count % chunk_size;
    if (place == 0) {
      const std::uint32_t chunk = free_chunk();
      before_[chunk] = bucket.chunk;
      bucket.chunk = chunk;
    }
    chunks_[bucket.chunk].entries[place] = entry;
    ++bucket.count;
  }

  std::uint32_t free_chunk() {
    if (free_ == none) {
      chunks_.emplace_back();
      before_.push_back(none);
      return std::uint32_t(chunks_.size() - 1);
    }
    const std::uint32_t chunk = free_;
    free_ = before_[chunk];
    return chunk;
  }

  // From the latest appended to the first.
  template <class Visit>
  void for_each(Bucket bucket, Visit visit) const {
    while (bucket.count > 0) {
      const std::uint32_t filled = (bucket.count - 1) % chunk_size + 1;
      const Chunk& chunk = chunks_[bucket.chunk];
      for (std::uint32_t i = filled; i-- > 0;) visit(chunk.entries[i]);
      bucket.chunk = before_[bucket.chunk];
      bucket.count -= filled;
    }
  }

  // As for_each; the bucket is empty afterwards. `visit` may append to other buckets.
  template <class Visit>
  void for_each_and_free(Bucket& bucket, Visit visit) {
    Bucket rest = bucket;
    bucket = {};
    while (rest.count > 0) {
      const std::uint32_t filled = (rest.count - 1) % chunk_size + 1;
      const Chunk chunk = chunks_[rest.chunk];
      const std::uint32_t before = before_[rest.chunk];
      before_[rest.chunk] = free_;
      free_ = rest.chunk;
      for (std::uint32_t i = filled; i-- > 0;) visit(chunk.entries[i]);
      rest.chunk = before;
      rest.count -= filled;
    }
  }

  static constexpr std::int64_t forever = std::numeric_limits<std::int64_t>::max();
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
  static constexpr std::size_t max_buckets = 2048;

  std::size_t size_ = 0;
  std::int64_t near_end_ = forever;  // entries before this are near
  std::vector<Entry> run_;
  std::vector<Entry> late_;
  std::size_t depth_ = 0;  // rungs in use; the others keep their storage
  std::vector<Rung> rungs_;
  Bucket far_;
  std::vector<Chunk> chunks_;
  std::vector<std::uint32_t> before_;  // by chunk: the one filled before it, or the next free one
  std::uint32_t free_ = none;
};

}  // namespace coopsim
