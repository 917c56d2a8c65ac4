// SPDX-License-Identifier: Apache-2.0
// The summary of a result as the terminal shows it, and as JSON.
#pragma once
#include <string>

#include "cli/arguments.hpp"
#include "cli/result_summary.hpp"
#include "output/result_reader.hpp"

namespace coopsim::cli {

// Lines of at most `columns`, if names are not very long: one table, or two where it is narrow.
std::string summary_text(const ResultReader& result, const ResultSummary& summary, int columns);
std::string summary_json(const ResultReader& result, const ResultSummary& summary);

// The failed worlds, the first few with the commands that repeat each alone; empty if none failed.
std::string failures_text(const ResultSummary& summary, const ScenarioChoice& scenario);

}  // namespace coopsim::cli
