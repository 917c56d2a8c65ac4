// SPDX-License-Identifier: Apache-2.0
// From the command line's words to a scenario that can run.
#pragma once
#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "scenarios/reader.hpp"
#include "scenarios/sweep_study.hpp"
#include "sim/metrics/metric.hpp"
#include "sim/outcome.hpp"
#include "sim/scenario.hpp"

namespace coopsim::cli {

// Throws ScenarioError with all problems at once.
Scenario load_scenario(const ScenarioChoice& choice);
// The same with what is odd but was accepted.
ScenarioReading load_with_notes(const ScenarioChoice& choice);
// A study of a sweep; the scenario is looked up beside it and among the installed ones. Throws as
// above.
SweepStudy load_sweep(const std::string& path);
// A scenario that a result carries.
Scenario load_scenario_text(const std::string& toml, const std::string& name);

// Years of the responses of a scenario.
ResponseLayout layout_of(const Scenario& scenario);

// What of a scenario is to run.
struct Selection {
  std::vector<int> policies;  // numbers in the scenario, ascending
  int first_replication = 0;
  int replications = 0;  // of a rule: the fewest
  int at_most = 0;       // the same number where there is no rule
};

// All policies, or those named and the baseline. Throws Failure(usage) with the nearest name.
Selection select_policies(const Scenario& scenario, const std::vector<std::string>& names);
// The number of the policy; throws as above.
int policy_number(const Scenario& scenario, const std::string& name);

// "64 replications", or "64 to 2,000 replications, until ...".
std::string words_of(const Replications& replications);

// "dankai", "NONE" or "STOP".
std::string world_name(const Outcome& outcome, const Scenario& scenario);

// The command that repeats one world alone.
std::string repeat_command(const ScenarioChoice& choice, const std::string& world, int replication);

}  // namespace coopsim::cli
