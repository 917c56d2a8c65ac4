// SPDX-License-Identifier: Apache-2.0
// Runs what a sweep's folder lacks, publishes block by block, and puts the result together. What
// `sweep`, `resume`, `expand` and `retry` share.
#pragma once
#include <vector>

#include "cli/arguments.hpp"
#include "cli/open_sweep.hpp"

namespace coopsim::cli {

// The threads asked for; else as many as the batch system gives, else the machine's cores.
int threads_of(const SweepWork& arguments);

struct Simulated {
  std::size_t failed_worlds = 0;
  double seconds = 0, publishing_seconds = 0;
};
// Runs these blocks, publishes each, and says which worlds failed. Throws Failure(stopped) that
// names the command `to_go_on`; ResultError where the disk fails.
Simulated simulate(OpenSweep& sweep, const std::vector<SweepBlock>& blocks,
                   const SweepWork& arguments, const std::string& to_go_on);

// Puts the result together and says how it went. REQUIRES: nothing is missing.
ExitCode assemble(const OpenSweep& sweep, const SweepWork& arguments, const Simulated& before = {});

// Runs these blocks, then puts the result together. Throws as `simulate` does.
ExitCode run_blocks(OpenSweep& sweep, const std::vector<SweepBlock>& blocks,
                    const SweepWork& arguments);

}  // namespace coopsim::cli
