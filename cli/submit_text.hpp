// SPDX-License-Identifier: Apache-2.0
// What coopsim submit says: of a dry run, of what it submitted, and where nothing is missing.
#pragma once
#include <string>

#include "cli/rounds.hpp"
#include "cluster/batch_script.hpp"

namespace coopsim::cli {

// What of the list its array leaves to later rounds.
std::size_t lines_left_out(const cluster::Round& round, std::size_t lines);

// Both scripts as they would be submitted, of a list of so many lines.
std::string dry_run_text(const cluster::Round& round);
std::string dry_run_json(const cluster::Round& round, std::size_t lines,
                         std::size_t missing_worlds);

std::string submitted_text(const cluster::Round& round, const SweepRound& noted, std::size_t lines);
std::string submitted_json(const cluster::Round& round, const SweepRound& noted, std::size_t lines);

// Where what was asked for lacks nothing.
std::string nothing_text();
std::string nothing_json(const std::string& folder);

}  // namespace coopsim::cli
