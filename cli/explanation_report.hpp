// SPDX-License-Identifier: Apache-2.0
// What `coopsim explain` found, as the terminal shows it and as JSON.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/explanation.hpp"
#include "output/result_reader.hpp"
#include "sim/scenario.hpp"

namespace coopsim::cli {

// A setting in which the two policies differ.
struct LeverDifference {
  std::string lever;
  Label label{};             // empty of what is no lever: a condition
  std::string a, b;          // in words; empty: not there
  std::optional<Time> acts;  // from when on, at the earliest; unknown of a condition
};

struct ExplanationReport {
  struct World {
    Side side;
    std::string name, label_en, label_ko;
  };
  World a, b;
  int replication = 0;
  std::vector<LeverDifference> levers;  // in order of dates; none of reference worlds
  Explanation found;
};

// In order of the date from which they act, before `starts` as that date.
std::vector<LeverDifference> lever_differences(const Scenario& scenario, const Side& a,
                                               const Side& b);

// Lines of at most `columns`, if names are not very long.
std::string explanation_text(const ResultReader& result, const ExplanationReport& report,
                             int columns);
std::string explanation_json(const ResultReader& result, const ExplanationReport& report);

}  // namespace coopsim::cli
