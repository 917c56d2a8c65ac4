// SPDX-License-Identifier: Apache-2.0
// coopsim run: scenario -> all policies and replications -> result file -> summary.
#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <optional>

#include "analysis/assumption_study.hpp"
#include "analysis/estimates.hpp"
#include "analysis/study_totals.hpp"
#include "cli/arguments.hpp"
#include "cli/draw_runs.hpp"
#include "cli/execution_facts.hpp"
#include "cli/exit_code.hpp"
#include "cli/needs.hpp"
#include "cli/output_place.hpp"
#include "cli/result_summary.hpp"
#include "cli/run_one.hpp"
#include "cli/scenario_input.hpp"
#include "cli/signals.hpp"
#include "cli/simulation.hpp"
#include "cli/summary_table.hpp"
#include "cli/terminal.hpp"
#include "cli/text.hpp"
#include "cli/version.hpp"
#include "output/result_file.hpp"
#include "scenarios/text.hpp"

namespace coopsim::cli {
namespace {

std::filesystem::path output_of(const RunArguments& arguments) {
  if (!arguments.output.empty()) return arguments.output;
  return std::filesystem::path("results") /
         (std::filesystem::path(arguments.scenario.path).stem().string() + ".h5");
}

ResultOptions result_options(const RunArguments& arguments, const Selection& selection) {
  ResultOptions options;
  options.overwrite = arguments.overwrite;
  options.compress = arguments.compress;
  options.inputs = {arguments.scenario.path};
  options.policies = selection.policies;
  options.coopsim_version = version_text();
  options.summarise = Summariser();
  options.compare = comparison_table;
  options.assess = assumption_table;
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
  refuse_unusable_output(output, arguments.overwrite, {arguments.scenario.path});
  return output;
}

void tell_end(const RunArguments& arguments, const Published& published) {
  if (arguments.quiet && !arguments.json && published.failed_worlds == 0) return;
  const ResultReader result(published.file);
  const ResultSummary summary = summarise(result);
  complain(failures_text(summary, arguments.scenario));
  if (arguments.json) return print(summary_json(result, summary));
  if (arguments.quiet) return;
  print(summary_text(result, summary, text_columns()));
  print(fmt::format("\n{0} ({1})\nNext: coopsim compare {2}     coopsim report {2}\n",
                    escaped(published.file.string(), 300), readable_size(published.bytes),
                    shell_word(published.file.string())));
}

}  // namespace

ExitCode execute(const RunArguments& arguments) {
  if (looks_like_sweep(arguments.scenario.path))
    throw Failure(ExitCode::bad_data, fmt::format("{0} is a study of a sweep: coopsim sweep {0}",
                                                  shell_word(arguments.scenario.path)));
  const ScenarioReading reading = load_with_notes(arguments.scenario);
  const Scenario& scenario = reading.scenario;
  if (!arguments.quiet) complain(as_lines(reading.notes));
  if (arguments.only) return run_one(arguments, scenario);
  const Selection selection = select_policies(scenario, arguments.policies);
  const int threads = arguments.threads > 0 ? arguments.threads : machine_cores();
  const auto output = place_for_result(arguments, needs_of(scenario, selection, threads));

  const auto unknowns = unknowns_of(reading.provenance);
  const auto drawn = drawn_scenarios(arguments.scenario, unknowns, scenario.parameters.run);

  const ResponseLayout layout = layout_of(scenario);
  const Stopwatch stopwatch;
  StopOnSignals signals;
  const auto make_file = [&](int replications, const std::optional<StoppingFacts>& stopping) {
    ResultOptions options = result_options(arguments, selection);
    options.replications = replications;
    options.stopping = stopping;
    auto file = std::make_unique<ResultFile>(output, scenario, layout, std::move(options));
    signals.remove_at_once(file->temporary().string());
    return file;
  };
  const SimulationJob job{scenario, selection, arguments, threads, signals};
  PreciseRun run;
  if (scenario.parameters.run.replications.has_rule()) {
    run = simulate_until_precise(job, output, make_file);
  } else {
    run.file = make_file(selection.replications, std::nullopt);
    run.report = simulate(job, [&](const Outcome& outcome) { run.file->add(outcome); });
  }
  std::vector<std::string> failures_in_draws;
  if (!drawn.empty()) {
    DrawRuns runs = run_draws({scenario, unknowns, drawn, selection, arguments, threads, signals});
    run.file->give_draws(std::move(runs.draws));
    failures_in_draws = std::move(runs.failures);
  }
  const auto published = run.file->finish(
      arguments.execution ? std::optional(execution_facts(stopwatch, threads, run.report))
                          : std::nullopt);
  tell_end(arguments, published);
  complain(failures_in_draws_text(failures_in_draws));
  return published.failed_worlds == 0 && failures_in_draws.empty() ? ExitCode::ok
                                                                   : ExitCode::check_failed;
}

}  // namespace coopsim::cli
