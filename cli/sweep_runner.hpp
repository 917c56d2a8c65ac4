// SPDX-License-Identifier: Apache-2.0
// Runs what a sweep's folder lacks, publishes block by block, and puts the result together. What
// `sweep`, `resume`, `expand` and `retry` share.
#pragma once
#include <vector>

#include "cli/arguments.hpp"
#include "cli/open_sweep.hpp"

namespace coopsim::cli {

// Runs these blocks, then the result if nothing is missing any more, and says how it went. Throws
// Failure(stopped) with the command that goes on; ResultError where the disk fails.
ExitCode run_blocks(OpenSweep& sweep, const std::vector<SweepBlock>& blocks,
                    const SweepWork& arguments);

}  // namespace coopsim::cli
