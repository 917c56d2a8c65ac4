// SPDX-License-Identifier: Apache-2.0
#include "cli/simulation.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/exit_code.hpp"
#include "cli/precision_watch.hpp"
#include "cli/progress.hpp"
#include "cli/text.hpp"
#include "output/outcome_spool.hpp"
#include "scenarios/text.hpp"

namespace coopsim::cli {
namespace {

// "64 replications", or of a round "replications 65-120 of at most 2,000".
std::string count_of(const Scenario& scenario, const Selection& selection) {
  const Replications& rule = scenario.parameters.run.replications;
  if (!rule.has_rule()) return counted(selection.replications, "replication");
  return fmt::format("replications {}-{} of at most {}", grouped(selection.first_replication + 1),
                     grouped(selection.first_replication + selection.replications),
                     grouped(rule.at_most));
}

Workload workload_of(const Scenario& scenario, const Selection& selection, int threads) {
  const RunParameters& run = scenario.parameters.run;
  const int first = year_of(run.start), fork = year_of(run.policies_start);
  const int last = year_of(run.end - Duration(1));
  return {
      .head = fmt::format("{}   {}, {}, {}, seed {}", escaped(scenario.title.en, 200),
                          counted(scenario.parameters.firms.count, "firm"),
                          counted(std::int64_t(selection.policies.size()), "policy", "policies"),
                          count_of(scenario, selection), run.seed),
      .history = fork > first ? fmt::format("history {}-{}", first, fork - 1) : "",
      .policies = fmt::format("policies {}-{}", std::min(fork, last), last),
      .replications = selection.replications,
      .policy_count = static_cast<int>(selection.policies.size()),
      .threads = threads};
}

}  // namespace

ExperimentReport simulate(const SimulationJob& job,
                          const std::function<void(const Outcome&)>& deliver) {
  const auto stop = [&] { return job.signals.requested(); };
  Progress progress(job.arguments.quiet ? ProgressForm::none : job.arguments.progress,
                    workload_of(job.scenario, job.selection, job.threads), stop);
  ExperimentOptions options;
  options.threads = job.threads;
  options.first_replication = job.selection.first_replication;
  options.replications = job.selection.replications;
  options.policies = job.selection.policies;
  options.progress = [&](const Outcome& outcome) { progress.add(outcome); };
  options.stop_requested = stop;
  ExperimentReport report = run_experiment(job.scenario, options, deliver);
  if (!report.stopped) return report;
  throw Failure(ExitCode::stopped,
                fmt::format("stopped after {} of {} replications; nothing was written. To start "
                            "again: {}",
                            grouped(job.selection.first_replication + report.replications),
                            grouped(job.selection.first_replication + job.selection.replications),
                            job.arguments.as_typed));
}

PreciseRun simulate_until_precise(const SimulationJob& job, const std::filesystem::path& output,
                                  const MakeResultFile& make_file) {
  OutcomeSpool spool(output);
  PrecisionWatch watch(job.scenario, job.selection);
  PreciseRun run;
  HoadRobinsonDavies state = watch.state();
  Selection round = job.selection;
  round.replications = 0;
  while (state.state.more > 0) {
    round.first_replication += round.replications;
    round.replications = int(state.state.more);
    const auto report = simulate({job.scenario, round, job.arguments, job.threads, job.signals},
                                 [&](const Outcome& outcome) {
                                   spool.add(outcome);
                                   watch.add(outcome);
                                 });
    run.report.replications += report.replications;
    run.report.workers_seen = std::max(run.report.workers_seen, report.workers_seen);
    state = watch.state();
  }
  run.file = make_file(run.report.replications, watch.facts(state));
  spool.replay([&](const Outcome& outcome) { run.file->add(outcome); });
  return run;
}

}  // namespace coopsim::cli
