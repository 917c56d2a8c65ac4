// SPDX-License-Identifier: Apache-2.0
#include "cli/sweep_runner.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "analysis/sweep_figures.hpp"
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

ExitCode run_blocks(OpenSweep& sweep, const std::vector<SweepBlock>& blocks,
                    const SweepWork& arguments) {
  const Stopwatch all;
  const int threads = arguments.threads > 0 ? arguments.threads : machine_cores();
  BlockRunner runner(sweep, blocks, threads, arguments.stop_on_error);
  if (!blocks.empty()) {
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
      throw Failure(
          ExitCode::stopped,
          fmt::format("stopped after {} blocks; nothing is lost. To go on: coopsim resume {}",
                      sweep.folder.blocks().size(), shell_word(sweep.folder.path().string())));
    if (!done)
      throw Failure(
          ExitCode::check_failed,
          fmt::format("a world failed, and --on-error stop was asked for. To go on: coopsim "
                      "resume {}",
                      shell_word(sweep.folder.path().string())));
  }
  const Stopwatch assembling;
  const SweepPublished result =
      write_sweep_result(sweep.folder, sweep.extent, sweep.points, sweep.study.base.scenario,
                         sweep_figures, version_text());
  tell(sweep, result, {all.seconds(), runner.publishing_seconds(), assembling.seconds()},
       arguments);
  if (blocks.empty() && !result.failures.empty())
    complain(fmt::format("{} failed; coopsim retry {} runs them again\n",
                         counted(std::int64_t(result.failures.size()), "world"),
                         shell_word(sweep.folder.path().string())));
  return result.failures.empty() ? ExitCode::ok : ExitCode::check_failed;
}

}  // namespace coopsim::cli
