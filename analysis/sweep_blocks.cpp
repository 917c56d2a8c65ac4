// SPDX-License-Identifier: Apache-2.0
#include "analysis/sweep_blocks.hpp"

#include <algorithm>
#include <cstdint>

namespace coopsim {
namespace {

// Replications of a point that count on a common grid whatever the sweep's size: powers of two.
constexpr std::size_t most_replications_a_block = 64;
constexpr std::size_t most_points_a_history = 16;

// For each (point, replication) which of the extent's policies are done, as bits.
class Done {
 public:
  Done(const SweepExtent& extent, const std::vector<PublishedBlock>& blocks)
      : extent_(extent),
        words_((extent.policies.size() + 63) / 64),
        bits_(extent.points * extent.replications * words_) {
    for (const PublishedBlock& one : blocks) mark(one.block);
  }

  // Whether two replications of a point lack the same.
  bool alike(std::size_t point, std::size_t one, std::size_t other) const {
    const auto begin = bits_.begin() + std::ptrdiff_t(at(point, one, 0));
    return std::equal(begin, begin + std::ptrdiff_t(words_),
                      bits_.begin() + std::ptrdiff_t(at(point, other, 0)));
  }
  std::vector<std::string> missing(std::size_t point, std::size_t replication) const {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < extent_.policies.size(); ++i)
      if (!(bits_[at(point, replication, i)] >> (i % 64) & 1)) names.push_back(extent_.policies[i]);
    return names;
  }

 private:
  std::size_t at(std::size_t point, std::size_t replication, std::size_t policy) const {
    return (point * extent_.replications + replication) * words_ + policy / 64;
  }
  void mark(const SweepBlock& block) {
    for (const std::string& name : block.policies) {
      const auto found = std::ranges::find(extent_.policies, name);
      if (found == extent_.policies.end()) continue;
      const std::size_t policy = std::size_t(found - extent_.policies.begin());
      const std::size_t points = std::min(block.first_point + block.points, extent_.points);
      const std::size_t last =
          std::min(block.first_replication + block.replications, extent_.replications);
      for (std::size_t p = block.first_point; p < points; ++p)
        for (std::size_t r = block.first_replication; r < last; ++r)
          bits_[at(p, r, policy)] |= std::uint64_t{1} << (policy % 64);
    }
  }

  const SweepExtent& extent_;
  const std::size_t words_;
  std::vector<std::uint64_t> bits_;
};

// Neighbouring replications of a point that lack the same policies.
std::vector<SweepBlock> runs_of_point(const Done& done, std::size_t point, std::size_t first,
                                      std::size_t last) {
  std::vector<SweepBlock> runs;
  for (std::size_t r = first; r < last; ++r) {
    if (r > first && done.alike(point, r - 1, r)) {  // names of a billion worlds take a minute
      if (!runs.empty() && runs.back().first_replication + runs.back().replications == r)
        ++runs.back().replications;
    } else if (auto lacking = done.missing(point, r); !lacking.empty()) {
      runs.push_back({point, 1, r, 1, std::move(lacking)});
    }
  }
  return runs;
}

// Points one after another that lack the same are one block.
void append(std::vector<SweepBlock>& blocks, std::size_t from, SweepBlock next) {
  for (std::size_t i = from; i < blocks.size(); ++i) {
    SweepBlock& one = blocks[i];
    if (one.first_point + one.points == next.first_point && one.policies == next.policies &&
        one.first_replication == next.first_replication && one.replications == next.replications) {
      ++one.points;
      return;
    }
  }
  blocks.push_back(std::move(next));
}

}  // namespace

BlockSize block_size(std::size_t worlds, std::size_t policies, bool shared_history) {
  const std::size_t cells = std::max<std::size_t>(1, worlds / std::max<std::size_t>(1, policies));
  BlockSize size;
  while (shared_history && size.points * 2 <= std::min(cells, most_points_a_history))
    size.points *= 2;
  while (size.replications * 2 <= std::min(cells / size.points, most_replications_a_block))
    size.replications *= 2;
  if (shared_history) return size;
  while (size.points * 2 * size.replications <= cells) size.points *= 2;
  return size;
}

std::vector<SweepBlock> missing_blocks(const SweepExtent& extent,
                                       const std::vector<PublishedBlock>& done, BlockSize size) {
  const Done known(extent, done);
  std::vector<SweepBlock> blocks;
  for (std::size_t p = 0; p < extent.points; p += size.points)
    for (std::size_t r = 0; r < extent.replications; r += size.replications) {
      const std::size_t begin = blocks.size();
      const std::size_t points = std::min(p + size.points, extent.points);
      const std::size_t last = std::min(r + size.replications, extent.replications);
      for (std::size_t point = p; point < points; ++point)
        for (SweepBlock& run : runs_of_point(known, point, r, last))
          append(blocks, begin, std::move(run));
    }
  return blocks;
}

BlockGrid block_grid(std::size_t points, std::size_t replications, BlockSize size) {
  const std::size_t rows = (points + size.points - 1) / size.points;
  const std::size_t columns = (replications + size.replications - 1) / size.replications;
  return {columns, rows * columns};
}

std::vector<SweepBlock> in_part(const std::vector<SweepBlock>& blocks, const SweepExtent& extent,
                                BlockSize size, SweepPart part) {
  const BlockGrid grid = block_grid(extent.points, extent.replications, size);
  const std::size_t begin = grid.blocks * (part.number - 1) / part.of;
  const std::size_t end = grid.blocks * part.number / part.of;
  std::vector<SweepBlock> in;
  for (const SweepBlock& one : blocks) {
    const std::size_t cell =
        one.first_point / size.points * grid.columns + one.first_replication / size.replications;
    if (begin <= cell && cell < end) in.push_back(one);
  }
  return in;
}

namespace {

// Makes `one` also what `next` is, where that is a rectangle.
bool extended(SweepBlock& one, const SweepBlock& next, bool shared_history) {
  if (one.policies != next.policies) return false;
  if (one.first_point == next.first_point && one.points == next.points &&
      one.first_replication + one.replications == next.first_replication) {
    one.replications += next.replications;
    return true;
  }
  if (shared_history || one.first_point + one.points != next.first_point ||
      one.first_replication != next.first_replication || one.replications != next.replications)
    return false;
  one.points += next.points;
  return true;
}

}  // namespace

std::vector<SweepBlock> merged(const std::vector<SweepBlock>& blocks, std::size_t most,
                               bool shared_history) {
  std::vector<SweepBlock> all;
  std::size_t in_last = most;
  for (const SweepBlock& one : blocks)
    if (in_last < most && extended(all.back(), one, shared_history)) {
      ++in_last;
    } else {
      all.push_back(one);
      in_last = 1;
    }
  return all;
}

std::vector<SweepBlock> remaining(const SweepBlock& block,
                                  const std::vector<PublishedBlock>& done) {
  // As a sweep of its own, which begins at 0.
  std::vector<PublishedBlock> there;
  const auto overlap = [](std::size_t first, std::size_t count, std::size_t begin,
                          std::size_t length) {
    const std::size_t from = std::max(first, begin);
    const std::size_t to = std::min(first + count, begin + length);
    return std::pair(from, to > from ? to - from : 0);
  };
  for (const PublishedBlock& one : done) {
    const auto [point, points] =
        overlap(one.block.first_point, one.block.points, block.first_point, block.points);
    const auto [replication, replications] =
        overlap(one.block.first_replication, one.block.replications, block.first_replication,
                block.replications);
    if (points > 0 && replications > 0)
      there.push_back({{point - block.first_point, points, replication - block.first_replication,
                        replications, one.block.policies},
                       {},
                       {},
                       0,
                       0});
  }
  auto parts = missing_blocks({block.points, block.replications, block.policies}, there,
                              {block.points, block.replications});
  for (SweepBlock& part : parts) {
    part.first_point += block.first_point;
    part.first_replication += block.first_replication;
  }
  return parts;
}

std::vector<SweepBlock> finished_part(const SweepBlock& block, std::size_t delivered,
                                      bool shared_history) {
  std::vector<SweepBlock> parts;
  if (shared_history) {
    SweepBlock part = block;
    part.replications = delivered;
    if (delivered > 0) parts.push_back(std::move(part));
    return parts;
  }
  const std::size_t whole = delivered / block.replications, rest = delivered % block.replications;
  if (whole > 0)
    parts.push_back(
        {block.first_point, whole, block.first_replication, block.replications, block.policies});
  if (rest > 0)
    parts.push_back({block.first_point + whole, 1, block.first_replication, rest, block.policies});
  return parts;
}

}  // namespace coopsim
