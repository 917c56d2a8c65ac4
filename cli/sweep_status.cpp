// SPDX-License-Identifier: Apache-2.0
// coopsim status: how far a sweep is, also while it runs.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "analysis/sweep_blocks.hpp"
#include "cli/exit_code.hpp"
#include "cli/sweep_runner.hpp"
#include "cli/terminal.hpp"
#include "cli/text.hpp"
#include "scenarios/text.hpp"

namespace coopsim::cli {
namespace {

struct Status {
  std::size_t blocks = 0, missing_blocks = 0;
  std::size_t worlds = 0, missing_worlds = 0;
  bool running = false, verified = false, has_result = false;
  std::vector<SweepBlock> failed;
};

Status status_of(const OpenSweep& sweep, bool verify) {
  Status status;
  status.blocks = sweep.folder.blocks().size();
  const auto missing = sweep.missing();
  status.missing_blocks = missing.size();
  for (const SweepBlock& block : missing) status.missing_worlds += block.worlds();
  status.worlds = sweep.extent.points * sweep.extent.replications * sweep.extent.policies.size();
  status.running = sweep.folder.worked_in();
  if (verify)
    for (const PublishedBlock& one : sweep.folder.blocks()) sweep.folder.read(one);
  status.verified = verify;
  status.failed = failed_blocks(sweep.folder, sweep.extent);
  status.has_result = std::filesystem::exists(sweep.folder.result());
  return status;
}

std::string as_json(const OpenSweep& sweep, const Status& status) {
  nlohmann::ordered_json failed = nlohmann::ordered_json::array();
  for (const SweepBlock& one : status.failed)
    failed.push_back({{"design_point", one.first_point},
                      {"policy", one.policies.front()},
                      {"replication", one.first_replication}});
  return nlohmann::ordered_json{{"folder", sweep.folder.path().string()},
                                {"design", sweep.points.design},
                                {"design_points", sweep.extent.points},
                                {"replications", sweep.extent.replications},
                                {"policies", sweep.extent.policies},
                                {"blocks", status.blocks},
                                {"blocks_missing", status.missing_blocks},
                                {"worlds", status.worlds},
                                {"worlds_missing", status.missing_worlds},
                                {"running", status.running},
                                {"verified", status.verified},
                                {"result", status.has_result},
                                {"failed", failed}}
             .dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) +
         "\n";
}

std::string as_text(const OpenSweep& sweep, const Status& status) {
  const std::string folder = shell_word(sweep.folder.path().string());
  const std::size_t done = status.worlds - status.missing_worlds;
  std::string text =
      fmt::format("{}   {} of {} worlds done, in {}{}{}\n", sweep.folder.path().filename().string(),
                  grouped(std::int64_t(done)), grouped(std::int64_t(status.worlds)),
                  counted(std::int64_t(status.blocks), "published block"),
                  status.verified ? ", all verified" : "", status.running ? ", running now" : "");
  text += fmt::format("         {}; {} x {} x {}\n", sweep.points.design,
                      counted(std::int64_t(sweep.extent.points), "design point"),
                      counted(std::int64_t(sweep.extent.policies.size()), "policy", "policies"),
                      counted(std::int64_t(sweep.extent.replications), "replication"));
  if (!status.failed.empty()) {
    const SweepBlock& first = status.failed.front();
    text += fmt::format("         {} failed; repeat one alone: coopsim sweep {} --only {}:{}:{}\n",
                        counted(std::int64_t(status.failed.size()), "world"), folder,
                        first.first_point, first.policies.front(), first.first_replication);
  }
  if (status.running) return text;
  if (status.missing_worlds > 0 || !status.has_result)
    text += fmt::format("         to go on: coopsim resume {}\n", folder);
  else
    text += fmt::format("         whole: {}\n", escaped(sweep.folder.result().string(), 300));
  return text;
}

}  // namespace

ExitCode execute(const StatusArguments& arguments) {
  const OpenSweep sweep(arguments.folder, SweepFolder::Use::look);
  const Status status = status_of(sweep, arguments.verify);
  if (arguments.json)
    print(as_json(sweep, status));
  else if (!arguments.quiet)
    print(as_text(sweep, status));
  return status.failed.empty() ? ExitCode::ok : ExitCode::check_failed;
}

}  // namespace coopsim::cli
