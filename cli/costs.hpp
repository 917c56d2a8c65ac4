// SPDX-License-Identifier: Apache-2.0
// What `coopsim compare --costs` found, as the terminal shows it and as JSON.
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "analysis/cost_comparison.hpp"
#include "output/result_reader.hpp"

namespace coopsim::cli {

// Lines of at most `columns`, if names are not very long.
std::string costs_text(const ResultReader& result, const CostComparison& costs, int columns,
                       bool verbose);
nlohmann::ordered_json costs_json(const ResultReader& result, const CostComparison& costs);

// Why nobody is on the frontier, as the end of a sentence; empty where somebody is.
std::string_view reason(Unranked why);

}  // namespace coopsim::cli
