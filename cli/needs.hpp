// SPDX-License-Identifier: Apache-2.0
// What a run takes: memory and disk by arithmetic, time from a short probe; and whether that is
// more than is reasonable.
#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "cli/record_needs.hpp"
#include "cli/scenario_input.hpp"

namespace coopsim::cli {

struct Needs {
  std::uint64_t memory = 0, disk = 0;  // bytes, records included
  RecordNeeds records;
};

// REQUIRES: threads > 0.
Needs needs_of(const Scenario& scenario, const Selection& selection, int threads);

// A result larger than this is a slip of the keyboard rather than a wish.
inline constexpr std::uint64_t reasonable_disk = 100'000'000'000;

// Why a run into `folder`, which may not exist yet, asks for too much, with the figures; empty if
// it does not.
std::vector<std::string> objections(const Needs& needs, const std::filesystem::path& folder);

struct Probe {
  double seconds = 0;  // of the whole run, as far as the probe can tell
  std::uint64_t events = 0;
  std::string failure;  // of the world that failed first; empty if none did
};

// Simulates a little of the selection on one thread.
Probe probe(const Scenario& scenario, const Selection& selection, int threads);

}  // namespace coopsim::cli
