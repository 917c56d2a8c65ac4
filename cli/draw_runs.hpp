// SPDX-License-Identifier: Apache-2.0
// Draws of a scenario's unknowns: the study again for each, with few replications.
#pragma once
#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/scenario_input.hpp"
#include "cli/signals.hpp"
#include "output/study_draws.hpp"
#include "scenarios/unknowns.hpp"

namespace coopsim::cli {

// Every draw as a scenario of its own, the same but for its unknowns. Throws Failure(bad_data)
// where the values of a draw contradict each other.
std::vector<Scenario> drawn_scenarios(const ScenarioChoice& choice,
                                      const std::vector<Unknown>& unknowns,
                                      const RunParameters& run);

struct DrawRuns {
  StudyDraws draws;
  std::vector<std::string> failures;  // one line a failed world, with the command that repeats it
};

// All must outlive it. REQUIRES: the scenarios are those of `unknowns` under the run parameters of
// `study`.
struct DrawJob {
  const Scenario& study;
  const std::vector<Unknown>& unknowns;
  const std::vector<Scenario>& scenarios;
  const Selection& selection;
  const RunArguments& arguments;
  int threads;
  StopOnSignals& signals;
};
// Runs every draw, with its progress on the terminal. Throws Failure(stopped) if that was asked
// for.
DrawRuns run_draws(const DrawJob& job);

// The first few failures and how many there are; empty if there are none.
std::string failures_in_draws_text(const std::vector<std::string>& failures);

}  // namespace coopsim::cli
