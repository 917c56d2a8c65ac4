// SPDX-License-Identifier: Apache-2.0
#include "cli/submit_text.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/text.hpp"

namespace coopsim::cli {
namespace {

std::string text_of(const nlohmann::ordered_json& document) { return document.dump(2) + "\n"; }

}  // namespace

std::size_t lines_left_out(const cluster::Round& round, std::size_t lines) {
  const std::size_t dealt = round.tasks * round.blocks_a_task;
  return lines > dealt ? lines - dealt : 0;
}

std::string dry_run_text(const cluster::Round& round) {
  return fmt::format("== {0}/task.sh\n{1}\n== {0}/finish.sh, after all tasks of task.sh\n{2}",
                     round.place(), cluster::task_script(round), cluster::finish_script(round));
}

std::string dry_run_json(const cluster::Round& round, std::size_t lines,
                         std::size_t missing_worlds) {
  const std::size_t a_round = round.tasks * round.blocks_a_task;
  return text_of({{"folder", round.folder},
                  {"round", round.number},
                  {"tasks", round.tasks},
                  {"lines", lines},
                  {"rounds", (lines + a_round - 1) / a_round},
                  {"missing_worlds", missing_worlds},
                  {"blocks_for_later_rounds", lines_left_out(round, lines)},
                  {"task_script", cluster::task_script(round)},
                  {"finish_script", cluster::finish_script(round)}});
}

std::string submitted_text(const cluster::Round& round, const SweepRound& noted,
                           std::size_t lines) {
  std::string text = fmt::format(
      "round {}: job array {} of {}, then job {} that puts the result together\n", noted.number,
      noted.array_job, counted(std::int64_t(noted.tasks), "task"), noted.finish_job);
  if (const std::size_t left_out = lines_left_out(round, lines); left_out > 0)
    text +=
        fmt::format("{} more than the array may have tasks for; the job after it submits them\n",
                    counted(std::int64_t(left_out), "block"));
  return text + fmt::format("Where it stands: coopsim status {}\n", shell_word(round.folder));
}

std::string submitted_json(const cluster::Round& round, const SweepRound& noted,
                           std::size_t lines) {
  return text_of({{"folder", round.folder},
                  {"round", noted.number},
                  {"array_job", noted.array_job},
                  {"finish_job", noted.finish_job},
                  {"tasks", noted.tasks},
                  {"missing_worlds", noted.missing_worlds},
                  {"blocks_for_later_rounds", lines_left_out(round, lines)}});
}

std::string nothing_text() { return "nothing is missing in what was asked for\n"; }

std::string nothing_json(const std::string& folder) {
  return text_of({{"folder", folder}, {"tasks", 0}, {"missing_worlds", 0}});
}

}  // namespace coopsim::cli
