// SPDX-License-Identifier: Apache-2.0
// The search for the best policy: replications in rounds, each policy no longer than it takes,
// until the best is known or the budget is spent.
//
// What is asked of analysis/ is a pure function of the values so far, and rounds have fixed sizes:
// neither threads nor rounds can move the answer.
#pragma once
#include <cstddef>
#include <vector>

#include "cli/selection_report.hpp"

namespace coopsim::cli {

inline constexpr std::size_t selection_first_stage = 20;

// Fills the report's rows and what was found. Throws Failure (stopped; check_failed for a
// replication that failed or has no value). REQUIRES: metric, delta, confidence, rule and budget
// are set; two policies or more, and a budget for their first stage.
void search(const Scenario& scenario, const SelectArguments& arguments,
            const std::vector<int>& policies, SelectionReport& report);

}  // namespace coopsim::cli
