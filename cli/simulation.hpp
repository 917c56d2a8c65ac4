// SPDX-License-Identifier: Apache-2.0
// Replications of a scenario with their progress on the terminal: as many as it says, or until its
// rule finds that they are enough.
#pragma once
#include <filesystem>
#include <functional>
#include <memory>

#include "cli/arguments.hpp"
#include "cli/scenario_input.hpp"
#include "cli/signals.hpp"
#include "output/result_file.hpp"
#include "sim/experiment.hpp"

namespace coopsim::cli {

// What a run consists of; all must outlive it.
struct SimulationJob {
  const Scenario& scenario;
  const Selection& selection;
  const RunArguments& arguments;
  int threads;
  StopOnSignals& signals;
};

// The selection's replications. Throws Failure(stopped) if that was asked for.
ExperimentReport simulate(const SimulationJob& job,
                          const std::function<void(const Outcome&)>& deliver);

// Makes the result file of so many replications, with how the run was stopped.
using MakeResultFile =
    std::function<std::unique_ptr<ResultFile>(int replications, const StoppingFacts&)>;

struct PreciseRun {
  std::unique_ptr<ResultFile> file;  // with every replication
  ExperimentReport report;
};

// Replications in rounds whose sizes the rule alone decides, kept beside `output` until it is known
// how many they are. Throws as above. REQUIRES: the scenario's replications are a rule.
PreciseRun simulate_until_precise(const SimulationJob& job, const std::filesystem::path& output,
                                  const MakeResultFile& make_file);

}  // namespace coopsim::cli
