// SPDX-License-Identifier: Apache-2.0
// coopsim status: how far a sweep is, also while it runs.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "analysis/sweep_blocks.hpp"
#include "cli/exit_code.hpp"
#include "cli/rounds.hpp"
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
  std::optional<SweepRound> round;        // the last one on a cluster
  std::optional<cluster::InQueue> queue;  // of all rounds; nothing: it could not be asked
};

void ask_queue(const OpenSweep& sweep, Status& status) {
  const auto rounds = rounds_of(sweep.folder.path());
  if (rounds.empty()) return;
  status.round = rounds.back();
  std::vector<std::string> jobs;
  for (const SweepRound& one : rounds)
    for (const std::string& job : {one.array_job, one.finish_job}) jobs.push_back(job);
  status.queue = cluster::in_queue(jobs);
}

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
  ask_queue(sweep, status);
  return status;
}

nlohmann::ordered_json cluster_json(const Status& status) {
  nlohmann::ordered_json document = {{"round", status.round->number},
                                     {"array_job", status.round->array_job},
                                     {"finish_job", status.round->finish_job},
                                     {"tasks", status.round->tasks},
                                     {"queue_known", status.queue.has_value()}};
  if (status.queue)
    document.update({{"running", status.queue->running},
                     {"pending", status.queue->pending},
                     {"other", status.queue->others}});
  return document;
}

std::string cluster_text(const Status& status) {
  const SweepRound& round = *status.round;
  std::string text =
      fmt::format("         cluster: round {}, job {} of {}, then job {}; ", round.number,
                  round.array_job, counted(std::int64_t(round.tasks), "task"), round.finish_job);
  if (!status.queue) return text + "the queue cannot be asked here\n";
  if (status.queue->all() == 0) return text + "nothing is in the queue\n";
  return text + fmt::format("in the queue: {} running, {} waiting, {} others\n",
                            status.queue->running, status.queue->pending, status.queue->others);
}

std::string as_json(const OpenSweep& sweep, const Status& status) {
  nlohmann::ordered_json failed = nlohmann::ordered_json::array();
  for (const SweepBlock& one : status.failed)
    failed.push_back({{"design_point", one.first_point},
                      {"policy", one.policies.front()},
                      {"replication", one.first_replication}});
  nlohmann::ordered_json document{{"folder", sweep.folder.path().string()},
                                  {"design", sweep.points.design},
                                  {"design_points", sweep.extent.points},
                                  {"replications", sweep.extent.replications},
                                  {"policies", sweep.extent.policies},
                                  {"blocks", status.blocks},
                                  {"blocks_missing", status.missing_blocks},
                                  {"worlds", status.worlds},
                                  {"worlds_missing", status.missing_worlds},
                                  {"running", status.running},
                                  {"parts_running", sweep.folder.alive()},
                                  {"verified", status.verified},
                                  {"result", status.has_result},
                                  {"failed", failed}};
  if (status.round) document["cluster"] = cluster_json(status);
  return document.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
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
  for (const std::string& place : sweep.folder.alive())
    text += fmt::format("         a part is being worked on: {}\n", escaped(place, 200));
  if (status.round) text += cluster_text(status);
  if (status.running || (status.queue && status.queue->all() > 0)) return text;
  if (status.missing_worlds > 0)
    text += fmt::format("         to go on: coopsim resume {}\n", folder);
  else if (!status.has_result)
    text += fmt::format("         to put the result together: coopsim assemble {}\n", folder);
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
