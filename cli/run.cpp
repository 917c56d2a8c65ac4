// SPDX-License-Identifier: Apache-2.0
// coopsim run: scenario -> all policies and replications -> result file -> summary.
#include <fmt/format.h>

#include <filesystem>

#include "analysis/estimates.hpp"
#include "analysis/study_totals.hpp"
#include "cli/arguments.hpp"
#include "cli/execution_facts.hpp"
#include "cli/exit_code.hpp"
#include "cli/needs.hpp"
#include "cli/output_place.hpp"
#include "cli/progress.hpp"
#include "cli/result_summary.hpp"
#include "cli/run_one.hpp"
#include "cli/scenario_input.hpp"
#include "cli/signals.hpp"
#include "cli/summary_table.hpp"
#include "cli/terminal.hpp"
#include "cli/text.hpp"
#include "cli/version.hpp"
#include "output/result_file.hpp"
#include "scenarios/text.hpp"
#include "sim/experiment.hpp"

namespace coopsim::cli {
namespace {

std::filesystem::path output_of(const RunArguments& arguments) {
  if (!arguments.output.empty()) return arguments.output;
  return std::filesystem::path("results") /
         (std::filesystem::path(arguments.scenario.path).stem().string() + ".h5");
}

Workload workload_of(const Scenario& scenario, const Selection& selection, int threads) {
  const RunParameters& run = scenario.parameters.run;
  const int first = year_of(run.start), fork = year_of(run.policies_start);
  const int last = year_of(run.end - Duration(1));
  return {
      .head = fmt::format("{}   {}, {}, {}, seed {}", escaped(scenario.title.en, 200),
                          counted(scenario.parameters.firms.count, "firm"),
                          counted(std::int64_t(selection.policies.size()), "policy", "policies"),
                          counted(selection.replications, "replication"), run.seed),
      .history = fork > first ? fmt::format("history {}-{}", first, fork - 1) : "",
      .policies = fmt::format("policies {}-{}", std::min(fork, last), last),
      .replications = selection.replications,
      .policy_count = static_cast<int>(selection.policies.size()),
      .threads = threads};
}

ResultOptions result_options(const RunArguments& arguments, const Selection& selection) {
  ResultOptions options;
  options.overwrite = arguments.overwrite;
  options.compress = arguments.compress;
  options.inputs = {arguments.scenario.path};
  options.replications = selection.replications;
  options.policies = selection.policies;
  options.coopsim_version = version_text();
  options.summarise = Summariser();
  options.compare = comparison_table;
  return options;
}

// Where the result goes; everything that forbids it is said before anything is computed.
std::filesystem::path place_for_result(const RunArguments& arguments, const Needs& needs) {
  const std::filesystem::path output = output_of(arguments);
  const std::filesystem::path folder = output.has_parent_path() ? output.parent_path() : ".";
  const auto too_much = objections(needs, folder);
  if (!arguments.however_large && !too_much.empty())
    throw Failure(ExitCode::usage,
                  fmt::format("this run needs {}; nothing was run. Take fewer replications, firms "
                              "or threads, or say --yes-i-know. More: coopsim plan {}",
                              fmt::join(too_much, "; and "), shell_word(arguments.scenario.path)));
  if (arguments.output.empty()) make_folder(folder);
  refuse_unusable_output(output, arguments.overwrite, arguments.scenario.path);
  return output;
}

ExperimentReport simulate(const Scenario& scenario, const Selection& selection,
                          const RunArguments& arguments, int threads, const StopOnSignals& signals,
                          ResultFile& file) {
  Progress progress(arguments.quiet ? ProgressForm::none : arguments.progress,
                    workload_of(scenario, selection, threads), [&] { return signals.requested(); });
  ExperimentOptions options;
  options.threads = threads;
  options.replications = selection.replications;
  options.policies = selection.policies;
  options.progress = [&](const Outcome& outcome) { progress.add(outcome); };
  options.stop_requested = [&] { return signals.requested(); };
  return run_experiment(scenario, options, [&](const Outcome& outcome) { file.add(outcome); });
}

void tell_end(const RunArguments& arguments, const Published& published) {
  const ResultReader result(published.file);
  const ResultSummary summary = summarise(result);
  complain(failures_text(summary, arguments.scenario));
  if (arguments.json) return print(summary_json(result, summary));
  if (arguments.quiet) return;
  print(summary_text(result, summary, text_columns()));
  print(fmt::format("\n{0} ({1})\nNext: coopsim verify {2}     coopsim compare {2}\n",
                    escaped(published.file.string(), 300), readable_size(published.bytes),
                    shell_word(published.file.string())));
}

}  // namespace

ExitCode execute(const RunArguments& arguments) {
  const ScenarioReading reading = load_with_notes(arguments.scenario);
  const Scenario& scenario = reading.scenario;
  if (!arguments.quiet) complain(as_lines(reading.notes));
  if (arguments.only) return run_one(arguments, scenario);
  const Selection selection = select_policies(scenario, arguments.policies);
  const int threads = arguments.threads > 0 ? arguments.threads : machine_cores();
  const auto output = place_for_result(arguments, needs_of(scenario, selection, threads));

  const ResponseLayout layout = layout_of(scenario);
  const Stopwatch stopwatch;
  StopOnSignals signals;
  ResultFile file(output, scenario, layout, result_options(arguments, selection));
  signals.remove_at_once(file.temporary().string());
  const auto report = simulate(scenario, selection, arguments, threads, signals, file);
  if (report.stopped)
    throw Failure(ExitCode::stopped,
                  fmt::format("stopped after {} of {} replications; nothing was written. To start "
                              "again: {}",
                              grouped(report.replications), grouped(selection.replications),
                              arguments.as_typed));
  const auto published =
      file.finish(arguments.execution ? std::optional(execution_facts(stopwatch, threads, report))
                                      : std::nullopt);
  tell_end(arguments, published);
  return published.failed_worlds == 0 ? ExitCode::ok : ExitCode::check_failed;
}

}  // namespace coopsim::cli
