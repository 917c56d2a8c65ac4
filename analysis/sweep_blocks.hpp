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

// What `done` lacks of `extent`, in order of points, then replications; none larger than `size`.
std::vector<SweepBlock> missing_blocks(const SweepExtent& extent,
                                       const std::vector<PublishedBlock>& done, BlockSize size);

// Worlds of a block that were done before an interruption, as blocks of their own: the first
// `delivered` (point, replication) of it, or, with a shared history, the first replications of all
// its points.
std::vector<SweepBlock> finished_part(const SweepBlock& block, std::size_t delivered,
                                      bool shared_history = false);

}  // namespace coopsim
