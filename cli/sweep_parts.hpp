// SPDX-License-Identifier: Apache-2.0
// Work on a part of a sweep beside others who work on theirs, on one machine or many.
#pragma once
#include <vector>

#include "cli/arguments.hpp"
#include "cli/open_sweep.hpp"

namespace coopsim::cli {

// What of its part a sweep lacks, in blocks that keep `threads` busy.
std::vector<SweepBlock> missing_in(const OpenSweep& sweep, PartChoice part, int threads);

// coopsim sweep --shard: begins the folder if need be, runs what the part lacks. Puts no result
// together. Throws as `simulate` does.
ExitCode run_part(const SweepArguments& arguments);

}  // namespace coopsim::cli
