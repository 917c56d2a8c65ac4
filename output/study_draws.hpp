// SPDX-License-Identifier: Apache-2.0
// Draws of a study's unknowns: what each was, what every policy brought in each draw and
// replication. The same from a run that just ended as from its file; and what an assessment of them
// makes for the file.
#pragma once
#include <algorithm>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "output/study_totals.hpp"
#include "output/variable_text.hpp"

namespace coopsim {

struct StudyDraws {
  struct Unknown {
    std::string path, group, unit, label_en, label_ko;
    std::string law, usual, grade;  // as a scenario writes them
  };
  std::vector<Unknown> unknowns;
  std::size_t draws = 0, replications = 0;  // replications of each draw
  std::vector<double> values;               // (draw, unknown)
  std::vector<std::string> fingerprints;    // of each draw: of all its worlds
  std::vector<StudyTotals::Policy> policies;
  std::optional<std::size_t> baseline;
  std::vector<StudyTotals::Response> responses;  // values (draw, policy, replication), NaN: missing

  double value(const StudyTotals::Response& response, std::size_t draw, std::size_t policy,
               std::size_t replication) const {
    return response.values[(draw * policies.size() + policy) * replications + replication];
  }
  // The tables of the scenario that have unknowns, each once.
  std::vector<std::string> sections() const {
    std::vector<std::string> names;
    for (const Unknown& unknown : unknowns)
      if (std::ranges::find(names, unknown.group) == names.end()) names.push_back(unknown.group);
    return names;
  }
  const StudyTotals::Response* find(std::string_view id) const {
    for (const StudyTotals::Response& response : responses)
      if (response.id == id) return &response;
    return nullptr;
  }
};

// Figures for group `assumptions`; axes are those of format.hpp.
struct AssumptionTable {
  struct Numbers {
    std::string name;
    std::vector<std::string_view> axes;
    VariableText text;
    std::vector<double> values;
  };
  std::vector<Numbers> numbers;
};

// The statistics live in analysis/; the writer of results is handed them.
using Assess = std::function<AssumptionTable(const StudyDraws&)>;

}  // namespace coopsim
