// SPDX-License-Identifier: Apache-2.0
// A study's folder, made where there is none. What all commands that work on a sweep begin with.
#pragma once
#include <filesystem>
#include <optional>
#include <string>

#include "cli/open_sweep.hpp"

namespace coopsim::cli {

struct BegunSweep {
  std::filesystem::path folder;
  std::optional<SweepStudy> study;  // where a study's file was named

  // Throws Failure(cannot_create) where the study is larger than the folder: that is for `expand`.
  // A larger folder is gone on with as it is, and unless `quiet` a note says so.
  void compare_sizes(const OpenSweep& sweep, bool quiet) const;
};

// Of a study's file, with its folder (empty: results/<name>); or of a folder that is a sweep.
// Throws Failure(cannot_create) where the folder holds another sweep, with what differs.
BegunSweep begin_sweep(const std::string& study_or_folder, const std::string& folder);

}  // namespace coopsim::cli
