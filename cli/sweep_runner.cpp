// SPDX-License-Identifier: Apache-2.0
#include "cli/sweep_runner.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "analysis/sweep_figures.hpp"
#include "cli/argument_checks.hpp"
#include "cli/block_runner.hpp"
#include "cli/execution_facts.hpp"
#include "cli/exit_code.hpp"
#include "cli/progress.hpp"
#include "cli/terminal.hpp"
#include "cli/text.hpp"
#include "cli/version.hpp"
#include "scenarios/text.hpp"

namespace coopsim::cli {
namespace {

std::string alone(const OpenSweep& sweep, std::size_t point, const std::string& policy,
                  std::size_t replication) {
  return fmt::format("coopsim sweep {} --only {}:{}:{}", shell_word(sweep.folder.path().string()),
                     point, policy, replication);
}

std::string failures_text(const OpenSweep& sweep, const std::vector<FailedWorld>& failures) {
  constexpr std::size_t most_told = 5;
  std::string text;
  for (std::size_t i = 0; i < std::min(most_told, failures.size()); ++i) {
    const FailedWorld& one = failures[i];
    text += fmt::format("failed: design point {}, {}, replication {}: {}\n  repeat it alone: {}\n",
                        one.point, one.policy, one.replication, escaped(one.error, 500),
                        alone(sweep, one.point, one.policy, one.replication));
  }
  if (failures.size() > most_told)
    text += fmt::format("and {} more failed worlds\n", failures.size() - most_told);
  return text;
}

struct Spent {
  double seconds = 0, publishing = 0, assembling = 0;
};

void tell(const OpenSweep& sweep, const SweepPublished& result, const Spent& spent,
          const SweepWork& arguments) {
  if (arguments.json)
    return print(nlohmann::ordered_json{{"folder", sweep.folder.path().string()},
                                        {"result", result.file.string()},
                                        {"bytes", result.bytes},
                                        {"design_points", sweep.extent.points},
                                        {"replications", sweep.extent.replications},
                                        {"policies", sweep.extent.policies},
                                        {"blocks", sweep.folder.blocks().size()},
                                        {"failed_worlds", result.failures.size()},
                                        {"seconds", spent.seconds},
                                        {"seconds_publishing", spent.publishing},
                                        {"seconds_assembling", spent.assembling},
                                        {"fingerprint", result.fingerprint},
                                        {"content_hash", result.content_hash}}
                     .dump(2) +
                 "\n");
  if (arguments.quiet) return;
  print(fmt::format("{} x {} x {}: {} ({})\nfingerprint {}\nNext: coopsim sensitivity {}\n",
                    counted(std::int64_t(sweep.extent.points), "design point"),
                    counted(std::int64_t(sweep.extent.policies.size()), "policy", "policies"),
                    counted(std::int64_t(sweep.extent.replications), "replication"),
                    escaped(result.file.string(), 300), readable_size(result.bytes),
                    result.fingerprint, shell_word(result.file.string())));
}

}  // namespace

int threads_of(const SweepWork& arguments) {
  if (arguments.threads > 0) return arguments.threads;
  const char* const given = std::getenv("SLURM_CPUS_PER_TASK");
  const auto cores = given ? whole_number(given, 1, most_threads) : std::nullopt;
  return cores ? int(*cores) : machine_cores();
}

Simulated simulate(OpenSweep& sweep, const std::vector<SweepBlock>& blocks,
                   const SweepWork& arguments, const std::string& to_go_on) {
  if (blocks.empty()) return {};
  const Stopwatch all;
  const int threads = threads_of(arguments);
  const std::size_t before = sweep.folder.blocks().size();
  BlockRunner runner(sweep, blocks, threads, arguments.stop_on_error);
  StopOnSignals signals;
  const std::string name = sweep.folder.path().filename().string();
  const Workload workload{
      fmt::format("{}: {}", name, counted(std::int64_t(sweep.extent.points), "design point")),
      "",
      "worlds",
      int(runner.worlds()),
      1,
      threads,
      0};
  bool done = false;
  {
    Progress progress(arguments.quiet ? ProgressForm::none : arguments.progress, workload,
                      [&] { return signals.requested(); });
    done = runner.run(signals, progress);
  }
  complain(failures_text(sweep, runner.failures()));
  if (!done && !runner.gave_up())
    throw Failure(ExitCode::stopped,
                  fmt::format("stopped after {} blocks; nothing is lost. To go on: {}",
                              sweep.folder.blocks().size() - before, to_go_on));
  if (!done)
    throw Failure(
        ExitCode::check_failed,
        fmt::format("a world failed, and --on-error stop was asked for. To go on: {}", to_go_on));
  return {runner.failures().size(), all.seconds(), runner.publishing_seconds()};
}

ExitCode assemble(const OpenSweep& sweep, const SweepWork& arguments, const Simulated& before) {
  const Stopwatch assembling;
  const SweepPublished result =
      write_sweep_result(sweep.folder, sweep.extent, sweep.points, sweep.study.base.scenario,
                         sweep_figures, version_text());
  if (sweep.folder.alive().empty()) sweep.folder.clean();
  tell(sweep, result,
       {before.seconds + assembling.seconds(), before.publishing_seconds, assembling.seconds()},
       arguments);
  if (before.seconds == 0 && !result.failures.empty())
    complain(fmt::format("{} failed; coopsim retry {} runs them again\n",
                         counted(std::int64_t(result.failures.size()), "world"),
                         shell_word(sweep.folder.path().string())));
  return result.failures.empty() ? ExitCode::ok : ExitCode::check_failed;
}

ExitCode run_blocks(OpenSweep& sweep, const std::vector<SweepBlock>& blocks,
                    const SweepWork& arguments) {
  const std::string to_go_on =
      fmt::format("coopsim resume {}", shell_word(sweep.folder.path().string()));
  const Simulated done = simulate(sweep, blocks, arguments, to_go_on);
  return assemble(sweep, arguments, done);
}

}  // namespace coopsim::cli
