// SPDX-License-Identifier: Apache-2.0
// What not knowing the parameters means for the choice, as the terminal shows it and as JSON.
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "analysis/assumption_study.hpp"
#include "output/result_reader.hpp"

namespace coopsim::cli {

struct AssumptionReport {
  StudyDraws draws;
  std::vector<AssumptionStudy> metrics;
};

// Lines of at most `columns`, if names are not very long; `verbose`: every unknown, not the first.
std::string assumptions_text(const ResultReader& result, const AssumptionReport& report,
                             std::size_t number, int columns, bool verbose);
nlohmann::ordered_json assumptions_json(const ResultReader& result, const AssumptionReport& report);

}  // namespace coopsim::cli
