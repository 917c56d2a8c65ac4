// SPDX-License-Identifier: Apache-2.0
// A sweep's folder together with its study.
#pragma once
#include <filesystem>
#include <vector>

#include "analysis/sweep_blocks.hpp"
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

// The study that a folder keeps. Throws ScenarioError.
SweepStudy study_in(const SweepFolder& folder);

// Follows from the study alone.
BlockSize size_of_blocks(const SweepStudy& study);

// Cells whose worlds failed, as blocks of one world each.
std::vector<SweepBlock> failed_blocks(const SweepFolder& folder, const SweepExtent& extent);

}  // namespace coopsim::cli
