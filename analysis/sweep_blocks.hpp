// SPDX-License-Identifier: Apache-2.0
// Which blocks of a sweep are still to be done. The grid of blocks follows from the study alone,
// never from threads or machines, and does not move when the sweep grows.
#pragma once
#include <vector>

#include "output/sweep_folder.hpp"

namespace coopsim {

struct BlockSize {
  std::size_t points = 1, replications = 1;
};

// About `worlds` worlds a block: as many replications of a point as that allows, then as many
// points. With a shared history first up to 16 points: what is left of its cost then is little, and
// a block's replications still keep all cores busy. A world more or less does not matter; that it
// is the same everywhere does.
BlockSize block_size(std::size_t worlds, std::size_t policies, bool shared_history = false);

// How many blocks the grid has along replications, and in all.
struct BlockGrid {
  std::size_t columns, blocks;
};
BlockGrid block_grid(std::size_t points, std::size_t replications, BlockSize size);

// What `done` lacks of `extent`, in order of points, then replications; none larger than `size`.
std::vector<SweepBlock> missing_blocks(const SweepExtent& extent,
                                       const std::vector<PublishedBlock>& done, BlockSize size);

// A part of a sweep, 1 to `of`: neighbouring blocks of the grid, so many in each as are in any
// other or one more. Follows from the study alone, so that parts are the same whoever works on
// them.
struct SweepPart {
  std::size_t number = 1, of = 1;
};
// Those of `blocks`, none of which crosses the grid, that lie in the part.
std::vector<SweepBlock> in_part(const std::vector<SweepBlock>& blocks, const SweepExtent& extent,
                                BlockSize size, SweepPart part);

// Up to `most` neighbouring blocks as one each, so that who has many cores publishes fewer files.
// Points that share a history stay as they are.
std::vector<SweepBlock> merged(const std::vector<SweepBlock>& blocks, std::size_t most,
                               bool shared_history = false);

// What of a block is not in `done`.
std::vector<SweepBlock> remaining(const SweepBlock& block, const std::vector<PublishedBlock>& done);

// Worlds of a block that were done before an interruption, as blocks of their own: the first
// `delivered` (point, replication) of it, or, with a shared history, the first replications of all
// its points.
std::vector<SweepBlock> finished_part(const SweepBlock& block, std::size_t delivered,
                                      bool shared_history = false);

}  // namespace coopsim
