// SPDX-License-Identifier: Apache-2.0
// What `coopsim select` found, as the terminal shows it and as JSON.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "analysis/kim_nelson.hpp"
#include "cli/arguments.hpp"
#include "sim/metrics/metric.hpp"
#include "sim/scenario.hpp"

namespace coopsim::cli {

struct SelectionRow {
  const Policy* policy = nullptr;
  std::size_t replications = 0;  // that counted
  double mean = 0;               // of these
  double difference = 0;         // less the leader in the replications that both have, on the mean
  bool dropped = false;          // after `replications`
  bool within = false;           // no further from the leader than what matters, on the mean
};

struct SelectionReport {
  const Scenario* scenario = nullptr;
  const Metric* metric = nullptr;
  bool more_is_better = true;
  double delta = 0, confidence = 0;
  SelectionRule rule = SelectionRule::elimination;
  std::size_t budget = 0;
  std::vector<SelectionRow> rows;    // as in the scenario
  std::size_t leader = 0;            // its row
  std::size_t best = 1;              // of ocba: how many are sought
  std::vector<std::size_t> leaders;  // of ocba: their rows, highest mean first
  bool known = false;                // the leader is the one selected
  std::size_t spent = 0;             // replications of all policies that counted
  std::size_t to_know = 0;           // where not known: the budget that is surely enough
  // Of elimination: what Rinott's two stages would have taken, from the first stage's variances,
  // had every policy random numbers of its own.
  std::size_t independent = 0;
  double guide = 0;                       // of ocba: ocba_confidence
  std::vector<std::string> stress_cases;  // left out

  std::size_t still_in() const;
};

// Lines of at most `columns`, if names are not very long.
std::string selection_text(const SelectionReport& report, int columns);
std::string selection_json(const SelectionReport& report);

}  // namespace coopsim::cli
