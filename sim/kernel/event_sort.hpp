// SPDX-License-Identifier: Apache-2.0
// Sorts what the event list is about to run. Few entries are placed by rank, which has no branch to
// mispredict; many are dealt out over narrow parts first, each then placed by rank; what lies on
// one second is left to std::sort. Entries that come in order already are only copied.
#pragma once
#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "sim/kernel/event_buckets.hpp"

namespace coopsim::detail {

template <class Entry>
struct Later {
  bool operator()(const Entry& a, const Entry& b) const { return earlier(b, a); }
};

template <class Entry>
class EventSort {
 public:
  // Replaces `out` by the entries of `bucket`, the earliest last.
  void operator()(const Chunks<Entry>& chunks, const Bucket& bucket, std::vector<Entry>& out) {
    out.resize(bucket.count);
    if (bucket.count <= few) {
      Few entries;
      chunks.for_each(bucket, [&](const Entry& entry) { entries.add(entry); });
      entries.place(out.data());
    } else {
      sort_many(chunks, bucket, out);
    }
  }

 private:
  static constexpr std::size_t few = 16;
  static constexpr std::size_t part_size = 4;  // on the average

  class Few {
   public:
    void add(const Entry& entry) {
      entry_[count_] = &entry;
      when_[count_++] = entry.when;
    }

    // An entry's place is the number of those that are later.
    void place(Entry* out) {
      std::array<std::uint32_t, few> rank;
      std::size_t sum = 0;
      for (std::size_t i = 0; i < count_; ++i) {
        std::uint32_t later = 0;
        for (std::size_t j = 0; j < count_; ++j) later += when_[j] > when_[i];
        rank[i] = later;
        sum += later;
      }
      if (sum != count_ * (count_ - 1) / 2) part_ties(rank);
      for (std::size_t i = 0; i < count_; ++i) out[rank[i]] = *entry_[i];
    }

   private:
    void part_ties(std::array<std::uint32_t, few>& rank) const {
      for (std::size_t i = 0; i < count_; ++i)
        for (std::size_t j = 0; j < count_; ++j)
          rank[i] += when_[j] == when_[i] && earlier(*entry_[i], *entry_[j]);
    }

    std::size_t count_ = 0;
    std::array<const Entry*, few> entry_;
    std::array<std::int64_t, few> when_;
  };

  struct Survey {
    std::int64_t first = std::numeric_limits<std::int64_t>::max();
    std::int64_t last = std::numeric_limits<std::int64_t>::min();
    bool in_order = true;  // latest first, as `out` is to be
  };
  static Survey survey(const Chunks<Entry>& chunks, const Bucket& bucket) {
    Survey found;
    const Entry* before = nullptr;
    chunks.for_each(bucket, [&](const Entry& entry) {
      found.first = std::min(found.first, entry.when);
      found.last = std::max(found.last, entry.when);
      if (before != nullptr && earlier(*before, entry)) found.in_order = false;
      before = &entry;
    });
    return found;
  }

  void sort_many(const Chunks<Entry>& chunks, const Bucket& bucket, std::vector<Entry>& out) {
    const Survey found = survey(chunks, bucket);
    if (found.in_order || found.first == found.last) {
      auto next = out.begin();
      chunks.for_each(bucket, [&](const Entry& entry) { *next++ = entry; });
      if (!found.in_order) std::sort(out.begin(), out.end(), Later<Entry>{});
      return;
    }
    deal_out(chunks, bucket, found);
    std::size_t begin = 0;
    for (const std::uint32_t end : ends_) {
      sort_part(begin, end, out);
      begin = end;
    }
  }

  // Into parts_, part after part from the last to the first; ends_ says where each one ends.
  void deal_out(const Chunks<Entry>& chunks, const Bucket& bucket, const Survey& found) {
    const std::size_t most = std::bit_ceil(bucket.count / part_size);
    const std::uint64_t span = std::uint64_t(found.last) - std::uint64_t(found.first);
    const int shift = int(std::bit_width(span / most));
    const auto part_of = [&](const Entry& entry) {
      return std::size_t((std::uint64_t(found.last) - std::uint64_t(entry.when)) >> shift);
    };
    ends_.assign(most, 0);
    chunks.for_each(bucket, [&](const Entry& entry) { ++ends_[part_of(entry)]; });
    std::uint32_t sum = 0;
    for (std::uint32_t& end : ends_) {
      const std::uint32_t size = end;
      end = sum;
      sum += size;
    }
    parts_.resize(bucket.count);
    chunks.for_each(bucket, [&](const Entry& entry) { parts_[ends_[part_of(entry)]++] = entry; });
  }

  void sort_part(std::size_t begin, std::size_t end, std::vector<Entry>& out) {
    if (end - begin <= few) {
      Few entries;
      for (std::size_t i = begin; i < end; ++i) entries.add(parts_[i]);
      entries.place(out.data() + begin);
    } else {
      const auto part = parts_.begin() + std::ptrdiff_t(begin);
      const auto part_end = parts_.begin() + std::ptrdiff_t(end);
      std::sort(part, part_end, Later<Entry>{});
      std::copy(part, part_end, out.begin() + std::ptrdiff_t(begin));
    }
  }

  std::vector<Entry> parts_;
  std::vector<std::uint32_t> ends_;
};

}  // namespace coopsim::detail
