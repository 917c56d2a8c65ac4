// SPDX-License-Identifier: Apache-2.0
// Runs what a sweep's folder lacks, publishes block by block, and puts the result together. What
// `sweep`, `resume`, `expand` and `retry` share.
#pragma once
#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/sweep_points.hpp"
#include "output/sweep_folder.hpp"

namespace coopsim::cli {

// A folder that is open to be worked in, with its study as far as it was expanded.
struct OpenSweep {
  SweepFolder folder;
  SweepStudy study;
  SweepPoints points;
  SweepExtent extent;

  // Throws ResultError; Failure(bad_data) where this program would not give the same bits.
  OpenSweep(const std::filesystem::path& path, SweepFolder::Use use);
  std::vector<SweepBlock> missing() const;
  void expand(const SweepExtent& to);  // REQUIRES: no less than before
};

// Runs these blocks, then the result if nothing is missing any more, and says how it went. Throws
// Failure(stopped) with the command that goes on; ResultError where the disk fails.
ExitCode run_blocks(OpenSweep& sweep, const std::vector<SweepBlock>& blocks,
                    const SweepWork& arguments);

// Cells whose worlds failed, as blocks of one world each.
std::vector<SweepBlock> failed_blocks(const SweepFolder& folder, const SweepExtent& extent);

}  // namespace coopsim::cli
