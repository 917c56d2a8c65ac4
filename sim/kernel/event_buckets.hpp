// SPDX-License-Identifier: Apache-2.0
// Buckets of entries in no order, for the event list. Many buckets share one store of chunks, so
// that a copy is a few large blocks, and emptied chunks are the next to be filled: they are still
// in the cache, and nothing is allocated while the number of entries does not grow.
#pragma once
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace coopsim::detail {

// A chain of chunks, of which only the last filled may have room.
struct Bucket {
  std::uint32_t chunk = 0;  // the last filled
  std::uint32_t count = 0;  // of entries
};

template <class Entry>
class Chunks {
 public:
  // REQUIRES: below 2^32 entries in one bucket.
  void append(Bucket& bucket, const Entry& entry) {
    const std::uint32_t place = bucket.count % size;
    if (place == 0) {
      const std::uint32_t chunk = take_free();
      before_[chunk] = bucket.chunk;
      bucket.chunk = chunk;
    }
    chunks_[bucket.chunk][place] = entry;
    ++bucket.count;
  }

  // From the latest appended to the first. `visit` must not append.
  template <class Visit>
  void for_each(Bucket bucket, Visit visit) const {
    while (bucket.count > 0) {
      const std::uint32_t filled = in_last_chunk(bucket);
      const Chunk& chunk = chunks_[bucket.chunk];
      for (std::uint32_t i = filled; i-- > 0;) visit(chunk[i]);
      bucket.chunk = before_[bucket.chunk];
      bucket.count -= filled;
    }
  }

  // As for_each, and gives the chunks back; `visit` gets copies and may append to other buckets.
  template <class Visit>
  void drain(Bucket bucket, Visit visit) {
    while (bucket.count > 0) {
      const std::uint32_t filled = in_last_chunk(bucket);
      for (std::uint32_t i = filled; i-- > 0;) {
        const Entry entry = chunks_[bucket.chunk][i];
        visit(entry);
      }
      free_last(bucket);
    }
  }

  void clear(Bucket& bucket) {
    while (bucket.count > 0) free_last(bucket);
  }

 private:
  static constexpr std::uint32_t size = 16;
  using Chunk = std::array<Entry, size>;

  static std::uint32_t in_last_chunk(Bucket bucket) { return (bucket.count - 1) % size + 1; }

  std::uint32_t take_free() {
    if (free_.empty()) {
      chunks_.emplace_back();
      before_.push_back(0);
      // Room for all of them, so that giving back never allocates.
      free_.reserve(chunks_.capacity());
      return std::uint32_t(chunks_.size() - 1);
    }
    const std::uint32_t chunk = free_.back();
    free_.pop_back();
    return chunk;
  }

  void free_last(Bucket& bucket) {
    bucket.count -= in_last_chunk(bucket);
    free_.push_back(bucket.chunk);
    bucket.chunk = before_[bucket.chunk];
  }

  std::vector<Chunk> chunks_;
  std::vector<std::uint32_t> before_;  // by chunk: the one filled before it
  std::vector<std::uint32_t> free_;
};

}  // namespace coopsim::detail
