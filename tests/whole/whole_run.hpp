// SPDX-License-Identifier: Apache-2.0
// The whole program without its command line: a scenario file, all its worlds, a result file.
#pragma once
#include <string>
#include <vector>

#include "analysis/estimates.hpp"
#include "analysis/study_totals.hpp"
#include "output/result_file.hpp"
#include "scenarios/reader.hpp"
#include "sim/experiment.hpp"
#include "tests/output/temporary_folder.hpp"

namespace coopsim::testing {

// scenarios/kjc_small.toml, made smaller still.
inline Scenario shipped_scenario(int replications, std::vector<std::string> overrides = {}) {
  overrides.push_back("run.replications=" + std::to_string(replications));
  overrides.push_back("firms.count=120");
  return read_scenario(COOPSIM_SOURCE_DIR "/scenarios/kjc_small.toml",
                       {.overrides = overrides, .installed_folder = {}});
}

inline ResponseLayout layout_of(const Scenario& scenario) {
  const RunParameters& run = scenario.parameters.run;
  return ResponseLayout(year_of(run.start), year_of(run.end - Duration(1)));
}

inline ResultOptions result_options(const ExperimentOptions& experiment) {
  ResultOptions options;
  options.first_replication = experiment.first_replication;
  options.replications = experiment.replications;
  options.policies = experiment.policies;
  options.reference_worlds = experiment.reference_worlds;
  options.coopsim_version = "0.1.0";
  options.summarise = Summariser();
  options.compare = comparison_table;
  return options;
}

struct WholeRun {
  std::vector<Outcome> outcomes;  // in order of delivery
  ExperimentReport report;
  Published published;
};

// `facts` empty: the file has no group `execution`.
inline WholeRun run_to_file(const Scenario& scenario, const std::filesystem::path& file,
                            const ExperimentOptions& options = {},
                            const std::optional<ExecutionFacts>& facts = std::nullopt) {
  WholeRun run;
  const ResponseLayout layout = layout_of(scenario);
  ResultFile result(file, scenario, layout, result_options(options));
  run.report = run_experiment(scenario, options, [&](const Outcome& outcome) {
    run.outcomes.push_back(outcome);
    result.add(outcome);
  });
  run.published = result.finish(facts);
  return run;
}

}  // namespace coopsim::testing
