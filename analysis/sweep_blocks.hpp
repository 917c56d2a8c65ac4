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
// points. A world more or less does not matter; that it is the same everywhere does.
BlockSize block_size(std::size_t worlds, std::size_t policies);

// What `done` lacks of `extent`, in order of points, then replications; none larger than `size`.
std::vector<SweepBlock> missing_blocks(const SweepExtent& extent,
                                       const std::vector<PublishedBlock>& done, BlockSize size);

// Worlds of a block that were done before an interruption, the first `delivered` (point,
// replication) of it, as blocks of their own.
std::vector<SweepBlock> finished_part(const SweepBlock& block, std::size_t delivered);

}  // namespace coopsim
