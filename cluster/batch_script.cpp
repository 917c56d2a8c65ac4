// SPDX-License-Identifier: Apache-2.0
#include "cluster/batch_script.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace coopsim::cluster {
namespace {

// A worker that is killed again and again is not started for ever.
constexpr int most_restarts = 5;
// Seconds between Slurm's warning and the end of the time limit.
constexpr int warning_seconds = 120;

constexpr const char* task_text = R"sh(#!/bin/bash
# Round {number} of the sweep {folder}
# {tasks} task(s) of up to {each} lines of the list rounds/{number}/blocks. Written by coopsim submit.
{directives}
# The program runs in the background, so that a signal to this script reaches it: Slurm's warning
# before the time limit, and its request to end. It finishes the worlds in hand and publishes them.
echo "task $SLURM_ARRAY_TASK_ID, start $((${{SLURM_RESTART_COUNT:-0}} + 1))"
# A folder of this node; what TMPDIR names was perhaps that of the node where it was submitted.
# Where none may be written, files are made in the sweep's folder.
scratch="${{SLURM_TMPDIR:-${{TMPDIR:-/tmp}}}}"
{{ mkdir -p "$scratch" && [ -w "$scratch" ]; }} 2>/dev/null || scratch=/tmp
[ -w "$scratch" ] || scratch=
{program} work {folder} --list {list} \
  --task "$SLURM_ARRAY_TASK_ID" --each {each} --name "round_{number}/task_$SLURM_ARRAY_TASK_ID" \
  ${{scratch:+--scratch "$scratch"}} --progress lines &
worker=$!
trap 'kill -USR1 "$worker" 2>/dev/null' USR1
trap 'kill -TERM "$worker" 2>/dev/null' TERM
wait "$worker"
code=$?
while kill -0 "$worker" 2>/dev/null; do  # a signal ends `wait` early
  wait "$worker"
  code=$?
done

# 75: stopped, and what is missing can be run by whomever. So it is where the program was killed.
# Slurm runs a task again that ends with 75 where RequeueExit says so; otherwise the job that
# follows submits what is missing.
[ "$code" -le 128 ] || code=75
if [ "$code" -eq 75 ] && [ "${{SLURM_RESTART_COUNT:-0}}" -ge {restarts} ]; then
  echo "task $SLURM_ARRAY_TASK_ID was started {starts} times and never ended: given up" >&2
  code=1
fi
exit "$code"
)sh";

constexpr const char* finish_text = R"sh(#!/bin/bash
# After round {number} of the sweep {folder}: every block is held against its hash and the result
# put together; where blocks are missing (75), they are submitted again. Written by coopsim submit.
{directives}
{program} assemble {folder}
code=$?
{again}# Slurm would start this job again and again where its RequeueExit has 75.
[ "$code" -ne 75 ] || code=1
exit "$code"
)sh";

std::string quoted(std::string_view text) {
  constexpr std::string_view plain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-+=:,./@%";
  if (!text.empty() && text.find_first_not_of(plain) == text.npos) return std::string(text);
  std::string word = "'";
  for (const char letter : text) word += letter == '\'' ? "'\\''" : std::string(1, letter);
  return word + "'";
}

std::string name_of(const std::string& folder) {
  const std::size_t slash = folder.find_last_of('/');
  return folder.substr(slash == std::string::npos ? 0 : slash + 1);
}

std::string directives(const Round& round, const std::vector<std::string>& own) {
  std::string text;
  for (const auto* options : {&own, &round.sbatch})
    for (const std::string& option : *options) {
      const std::size_t value = option.find('=');
      const bool has_blank = option.find(' ') != option.npos && value != option.npos;
      text += "#SBATCH " +
              (has_blank ? option.substr(0, value + 1) + "\"" + option.substr(value + 1) + "\""
                         : option) +
              "\n";
    }
  return text;
}

std::string words_of(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + quoted(word);
  return text;
}

}  // namespace

std::string Round::place() const { return fmt::format("{}/rounds/{}", folder, number); }

bool is_own_option(const std::string& option) {
  constexpr std::array own = {
      "--array",         "-a",         "--signal",   "--requeue", "--no-requeue", "--open-mode",
      "--output",        "-o",         "--error",    "-e",        "--dependency", "-d",
      "--wrap",          "--parsable", "--job-name", "-J",        "--ntasks",     "-n",
      "--cpus-per-task", "-c",         "--nodes",    "-N",        "--wait",       "-W",
      "--test-only"};
  const std::string name = option.substr(0, option.find('='));
  return std::ranges::find(own, name) != own.end();
}

std::string task_script(const Round& round) {
  const std::vector<std::string> own = {
      fmt::format("--job-name=coopsim-{}", name_of(round.folder)),
      fmt::format("--array=0-{}{}", round.tasks - 1,
                  round.at_once > 0 ? fmt::format("%{}", round.at_once) : ""),
      "--ntasks=1",
      fmt::format("--cpus-per-task={}", round.cores),
      "--requeue",
      "--open-mode=append",
      fmt::format("--signal=B:USR1@{}", warning_seconds),
      fmt::format("--output={}/logs/task_%a.log", round.place())};
  return fmt::format(fmt::runtime(task_text), fmt::arg("number", round.number),
                     fmt::arg("folder", quoted(round.folder)), fmt::arg("tasks", round.tasks),
                     fmt::arg("each", round.blocks_a_task),
                     fmt::arg("directives", directives(round, own)),
                     fmt::arg("program", quoted(round.program)),
                     fmt::arg("list", quoted(round.place() + "/blocks")),
                     fmt::arg("restarts", most_restarts), fmt::arg("starts", most_restarts + 1));
}

std::string finish_script(const Round& round) {
  const std::vector<std::string> own = {
      fmt::format("--job-name=coopsim-{}-finish", name_of(round.folder)),
      "--ntasks=1",
      "--cpus-per-task=1",
      "--requeue",
      "--open-mode=append",
      fmt::format("--output={}/logs/finish.log", round.place())};
  const std::string again =
      round.again.empty()
          ? "# Submitted again often enough: look at the logs of the tasks, then coopsim submit.\n"
          : fmt::format("if [ \"$code\" -eq 75 ]; then\n  {}\n  code=$?\nfi\n",
                        words_of(round.again));
  return fmt::format(fmt::runtime(finish_text), fmt::arg("number", round.number),
                     fmt::arg("folder", quoted(round.folder)),
                     fmt::arg("directives", directives(round, own)),
                     fmt::arg("program", quoted(round.program)), fmt::arg("again", again));
}

}  // namespace coopsim::cluster
