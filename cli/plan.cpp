// SPDX-License-Identifier: Apache-2.0
// coopsim plan: what would run, with estimates of time, memory and disk; runs nothing but a probe.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/arguments.hpp"
#include "cli/execution_facts.hpp"
#include "cli/exit_code.hpp"
#include "cli/scenario_input.hpp"
#include "cli/terminal.hpp"
#include "cli/text.hpp"
#include "sim/experiment.hpp"
#include "sim/world/firms.hpp"

namespace coopsim::cli {
namespace {

// A firm of a world: its state, its next birthday on the calendar, its share of the programmes'.
constexpr std::uint64_t bytes_a_firm = sizeof(Firm) + 64 + 120;
constexpr std::uint64_t bytes_a_firm_year_kept = 10;  // of the world without programme

struct Estimates {
  double seconds = 0;
  std::uint64_t memory = 0, disk = 0, events = 0;
};

Estimates estimate_of(const Scenario& scenario, int threads, bool probe) {
  const ResponseLayout layout = layout_of(scenario);
  const auto firms = std::uint64_t(scenario.parameters.firms.count);
  const std::uint64_t policies = scenario.policies.size(), worlds = policies + 2;
  const auto replications = std::uint64_t(scenario.parameters.run.replications);
  Estimates estimates;
  estimates.disk = worlds * replications * layout.size() * sizeof(double) * 12 / 10;
  const std::uint64_t in_hand =
      std::uint64_t(threads) * 2 * bytes_a_firm * firms +
      std::uint64_t(threads + 1) * worlds * layout.size() * sizeof(double);
  estimates.memory =
      in_hand + std::uint64_t(threads) * firms * layout.years() * bytes_a_firm_year_kept;
  if (!probe) return estimates;
  const Stopwatch stopwatch;
  ExperimentOptions options;
  options.threads = 1;
  options.replications = 1;
  run_experiment(scenario, options,
                 [&](const Outcome& outcome) { estimates.events += outcome.work.events; });
  const int cores = std::min(threads, machine_cores());
  estimates.seconds = stopwatch.seconds() * double(replications) / cores;
  estimates.events *= replications;
  return estimates;
}

}  // namespace

ExitCode execute(const PlanArguments& arguments) {
  const Scenario scenario = load_scenario(arguments.scenario);
  const RunParameters& run = scenario.parameters.run;
  const int threads = arguments.threads > 0 ? arguments.threads : machine_cores();
  const Estimates estimates = estimate_of(scenario, threads, arguments.probe);
  std::vector<std::string> names;
  for (const Policy& policy : scenario.policies)
    names.push_back(policy.name + (policy.baseline ? " (baseline)" : ""));
  if (arguments.json) {
    print(nlohmann::json{{"policies", names},
                         {"replications", run.replications},
                         {"firms", scenario.parameters.firms.count},
                         {"events", estimates.events},
                         {"seconds", estimates.seconds},
                         {"memory_bytes", estimates.memory},
                         {"disk_bytes", estimates.disk}}
              .dump(2) +
          "\n");
    return ExitCode::ok;
  }
  print(fmt::format("{} policies x {} replications, {} firms, {}-{}; policies part on {}\n",
                    names.size(), run.replications, grouped(scenario.parameters.firms.count),
                    year_of(run.start), year_of(run.end - Duration(1)),
                    year_of(run.policies_start)));
  print(fmt::format("policies: {}\n", fmt::join(names, ", ")));
  print("each replication: the world without programme, history, STOP, then every policy\n");
  if (arguments.probe)
    print(fmt::format("expected: {} on {} threads, {} events\n",
                      readable_duration(estimates.seconds), threads,
                      grouped(static_cast<std::int64_t>(estimates.events))));
  print(fmt::format("memory about {}, result about {}\n", readable_size(estimates.memory),
                    readable_size(estimates.disk)));
  print(fmt::format("Run it: coopsim run {}\n", shell_word(arguments.scenario.path)));
  return ExitCode::ok;
}

}  // namespace coopsim::cli
