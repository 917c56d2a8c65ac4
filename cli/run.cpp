// SPDX-License-Identifier: Apache-2.0
// coopsim run: scenario -> all policies and replications -> result file -> summary.
#include <fmt/format.h>

#include <filesystem>

#include "analysis/estimates.hpp"
#include "cli/arguments.hpp"
#include "cli/execution_facts.hpp"
#include "cli/exit_code.hpp"
#include "cli/output_place.hpp"
#include "cli/scenario_input.hpp"
#include "cli/signals.hpp"
#include "cli/summary_table.hpp"
#include "cli/terminal.hpp"
#include "cli/text.hpp"
#include "cli/version.hpp"
#include "output/result_file.hpp"
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
  return {.history = fork > first ? fmt::format("history {}-{}", first, fork - 1) : "",
          .policies = fmt::format("policies {}-{}", std::min(fork, last), last),
          .replications = selection.replications,
          .policy_count = static_cast<int>(selection.policies.size()),
          .reference_worlds = true,
          .threads = threads};
}

// One world alone, as a failed one is repeated: prints its fingerprint and main responses.
ExitCode run_only(const RunArguments& arguments, const Scenario& scenario) {
  const OnlyWorld& only = *arguments.only;
  const bool reference = only.policy == "NONE" || only.policy == "STOP";
  ExperimentOptions options;
  options.threads = 1;
  options.first_replication = only.replication;
  options.replications = 1;
  options.policies = {reference ? 0 : policy_number(scenario, only.policy)};
  const ResponseLayout layout = layout_of(scenario);
  ExitCode code = ExitCode::ok;
  run_experiment(scenario, options, [&](const Outcome& outcome) {
    if (world_name(outcome, scenario) != only.policy) return;
    if (!outcome.error.empty()) {
      complain(fmt::format("{}:{} failed: {}\n", only.policy, only.replication, outcome.error));
      code = ExitCode::check_failed;
      return;
    }
    print(fmt::format("{}:{}  {} events, fingerprint {}\n", only.policy, only.replication,
                      grouped(static_cast<std::int64_t>(outcome.work.events)),
                      outcome.fingerprint.hex()));
    for (const char* id : {"trainees_returned", "engagements_started", "productivity_effect"})
      print(fmt::format("{:<22} {:.6g} in {}\n", id,
                        outcome.responses[layout.offset(id) + layout.years() - 1],
                        layout.last_year()));
  });
  return code;
}

void tell_end(const RunArguments& arguments, const Published& published) {
  const ResultReader result(published.file);
  if (arguments.json) return print(summary_json(result));
  if (arguments.quiet) return;
  print(summary_text(result));
  print(fmt::format("\n{} ({})     Next: coopsim verify {}\n", published.file.string(),
                    readable_size(published.bytes), shell_word(published.file.string())));
}

}  // namespace

ExitCode execute(const RunArguments& arguments) {
  const Scenario scenario = load_scenario(arguments.scenario);
  if (arguments.only) return run_only(arguments, scenario);
  const Selection selection = select_policies(scenario, arguments.policies);
  const std::filesystem::path output = output_of(arguments);
  if (arguments.output.empty()) std::filesystem::create_directories(output.parent_path());
  refuse_unusable_output(output, arguments.overwrite, arguments.scenario.path);

  const ResponseLayout layout = layout_of(scenario);
  const Stopwatch stopwatch;
  const int threads = arguments.threads > 0 ? arguments.threads : machine_cores();
  ResultOptions to_file;
  to_file.overwrite = arguments.overwrite;
  to_file.compress = arguments.compress;
  to_file.inputs = {arguments.scenario.path};
  to_file.replications = selection.replications;
  to_file.policies = selection.policies;
  to_file.coopsim_version = version_text();
  to_file.summarise = Summariser();
  ResultFile file(output, scenario, layout, to_file);

  ExperimentReport report;
  {
    const StopOnSignals signals;
    Progress progress(arguments.quiet ? ProgressForm::none : arguments.progress,
                      workload_of(scenario, selection, threads));
    ExperimentOptions options;
    options.threads = threads;
    options.replications = selection.replications;
    options.policies = selection.policies;
    options.progress = [&](const Outcome& outcome) { progress.add(outcome); };
    options.stop_requested = [&] {
      if (signals.requested()) progress.stopping();
      return signals.requested();
    };
    report = run_experiment(scenario, options, [&](const Outcome& outcome) { file.add(outcome); });
  }
  if (report.stopped)
    throw Failure(ExitCode::stopped,
                  fmt::format("stopped after {} of {} replications; no result was written. Run the "
                              "same command to start again",
                              report.replications, selection.replications));
  const auto published =
      file.finish(arguments.execution ? std::optional(execution_facts(stopwatch, threads, report))
                                      : std::nullopt);
  for (const std::string& failure : report.failures) {
    const auto world = failure.substr(0, failure.find(':'));
    const auto number = failure.substr(world.size() + 1);
    complain(fmt::format("failed: {}\n  repeat it alone: {}\n", failure,
                         repeat_command(arguments.scenario, world, std::stoi(number))));
  }
  tell_end(arguments, published);
  return report.failures.empty() ? ExitCode::ok : ExitCode::check_failed;
}

}  // namespace coopsim::cli
