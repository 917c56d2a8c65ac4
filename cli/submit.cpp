// SPDX-License-Identifier: Apache-2.0
// coopsim submit: what a sweep lacks, as a job array on Slurm, and a job after it that puts the
// result together.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "cli/block_text.hpp"
#include "cli/exit_code.hpp"
#include "cli/program_hash.hpp"
#include "cli/rounds.hpp"
#include "cli/scenario_input.hpp"
#include "cli/submit_text.hpp"
#include "cli/sweep_begin.hpp"
#include "cli/sweep_parts.hpp"
#include "cli/sweep_runner.hpp"
#include "cli/terminal.hpp"
#include "cli/text.hpp"
#include "cluster/batch_script.hpp"
#include "output/durable.hpp"
#include "scenarios/text.hpp"

namespace coopsim::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t usual_array_limit = 1000;

std::size_t worlds_in(const std::vector<SweepBlock>& blocks) {
  std::size_t worlds = 0;
  for (const SweepBlock& one : blocks) worlds += one.worlds();
  return worlds;
}

// Slurm reads it in the scripts' own lines, where nothing can be put in quotes twice.
fs::path usable_folder(const fs::path& folder) {
  const fs::path whole = fs::absolute(folder).lexically_normal();
  const std::string text = whole.has_filename() ? whole.string() : whole.parent_path().string();
  if (text.find_first_of("\"'%\\ \n\t") == text.npos) return text;
  throw Failure(ExitCode::usage,
                fmt::format("{}: Slurm cannot take a folder with blanks, quotes, \\ or %; choose "
                            "another with -o",
                            escaped(text, 300)));
}

void refuse_own_options(const std::vector<std::string>& options) {
  for (const std::string& option : options) {
    if (!option.starts_with("--") || option.find('\n') != option.npos)
      throw Failure(ExitCode::usage,
                    fmt::format("{}: write options of sbatch as --name=value, after --",
                                escaped(option, 100)));
    if (cluster::is_own_option(option))
      throw Failure(ExitCode::usage,
                    fmt::format("{}: coopsim submit sets that option itself; see coopsim submit "
                                "--help",
                                escaped(option, 100)));
  }
}

// What is missing; of a study without a folder all of it, when nothing is to be made.
std::vector<SweepBlock> blocks_to_submit(const SubmitArguments& arguments,
                                         const BegunSweep& begun) {
  const OpenSweep sweep(begun.folder, SweepFolder::Use::look);
  begun.compare_sizes(sweep, arguments.quiet);
  if (!arguments.dry_run) sweep.folder.refuse_whole_worker();  // it would do the tasks' work
  return missing_in(sweep, arguments.part, arguments.cores);
}
std::vector<SweepBlock> blocks_of_study(const SubmitArguments& arguments) {
  const SweepStudy study = load_sweep(arguments.study);
  const SweepExtent extent = extent_of(study, points_of(study));
  const BlockSize size = size_of_blocks(study);
  auto blocks = missing_blocks(extent, {}, size);
  if (arguments.part.of > 0)
    blocks = in_part(blocks, extent, size, {arguments.part.number, arguments.part.of});
  return merged(blocks, std::size_t(arguments.cores), study.shares_history());
}

// Each line is as long as the longest, so that a task finds its own at once.
std::string even_list(const std::vector<SweepBlock>& blocks) {
  std::vector<std::string> lines;
  std::size_t width = 0;
  for (const SweepBlock& one : blocks) {
    lines.push_back(block_text(one));
    width = std::max(width, lines.back().size());
  }
  std::string text;
  for (const std::string& line : lines) text += fmt::format("{:<{}}\n", line, width);
  return text;
}

// The same command, as the job after the array gives it.
std::vector<std::string> again_words(const SubmitArguments& arguments, const std::string& folder) {
  std::vector<std::string> words = {program_file().string(), "submit", folder, "--again"};
  const auto add = [&](const char* name, std::size_t number) {
    if (number > 0) words.insert(words.end(), {name, std::to_string(number)});
  };
  add("--blocks-per-task", arguments.blocks_a_task);
  add("--array-limit", arguments.array_limit);
  add("--at-once", arguments.at_once);
  add("--cpus-per-task", std::size_t(arguments.cores));
  add("--tries", std::size_t(arguments.tries));
  if (arguments.part.of > 0)
    words.insert(words.end(),
                 {"--shard", fmt::format("{}/{}", arguments.part.number, arguments.part.of)});
  if (!arguments.sbatch.empty()) words.push_back("--");
  words.insert(words.end(), arguments.sbatch.begin(), arguments.sbatch.end());
  return words;
}

cluster::Round round_for(const SubmitArguments& arguments, const fs::path& folder,
                         std::size_t number, std::size_t blocks) {
  std::size_t limit = arguments.array_limit;
  if (limit == 0) limit = cluster::most_tasks().value_or(usual_array_limit);
  const std::size_t each = arguments.blocks_a_task;
  return {program_file().string(),
          folder.string(),
          number,
          std::min(limit, (blocks + each - 1) / each),
          each,
          arguments.at_once,
          arguments.cores,
          arguments.sbatch,
          again_words(arguments, folder.string())};
}

void show(const cluster::Round& round, const std::vector<SweepBlock>& blocks,
          const SubmitArguments& arguments) {
  print(arguments.json ? dry_run_json(round, blocks.size(), worlds_in(blocks))
                       : dry_run_text(round));
}

// Two arrays would do the same work.
void refuse_if_in_queue(const SubmitArguments& arguments, const std::vector<SweepRound>& rounds) {
  for (const SweepRound& one : rounds) {
    if (!overlap(one.part, arguments.part)) continue;
    const auto queue = cluster::in_queue({one.array_job});
    if (queue && queue->running + queue->pending > 0)
      throw Failure(ExitCode::cannot_create,
                    fmt::format("{} of round {} are in the queue still (job {}); wait for them, or "
                                "scancel {}, then submit again",
                                counted(std::int64_t(queue->all()), "task"), one.number,
                                one.array_job, one.array_job));
  }
}

// How many more rounds may bring nothing. Throws Failure(stopped) where there were enough.
int tries_left(const SubmitArguments& arguments, const std::vector<SweepRound>& rounds,
               std::size_t missing_worlds) {
  if (!arguments.again || rounds.empty()) return arguments.tries;
  const SweepRound& last = rounds.back();
  if (missing_worlds < last.missing_worlds) return arguments.tries;
  if (last.tries_left > 1) return last.tries_left - 1;
  throw Failure(
      ExitCode::stopped,
      fmt::format("{} are missing after {} that brought nothing; look at the logs in "
                  "rounds/{}/logs, then: coopsim submit {}",
                  counted(std::int64_t(missing_worlds), "world"), counted(arguments.tries, "round"),
                  last.number, shell_word(arguments.study)));
}

void submit_round(const cluster::Round& round, SweepRound& noted) {
  try {
    noted.array_job = cluster::submit_batch(round.place() + "/task.sh", {});
  } catch (const cluster::SlurmError& error) {
    throw Failure(
        ExitCode::no_input,
        fmt::format("nothing was submitted: {}. Mend the option and submit again (the scripts "
                    "are in {}); where there is no Slurm: coopsim sweep --shard I/N",
                    error.what(), round.place()));
  }
  try {
    noted.finish_job = cluster::submit_batch(
        round.place() + "/finish.sh", {fmt::format("--dependency=afterany:{}", noted.array_job)});
  } catch (const cluster::SlurmError& error) {
    cluster::cancel_job(noted.array_job);
    throw Failure(
        ExitCode::io_failed,
        fmt::format("nothing was submitted, since the job after the array was refused: {}",
                    error.what()));
  }
}

void tell(const cluster::Round& round, const SweepRound& noted, std::size_t lines,
          const SubmitArguments& arguments) {
  if (arguments.json)
    print(submitted_json(round, noted, lines));
  else if (!arguments.quiet)
    print(submitted_text(round, noted, lines));
}

// Nothing is missing in what was asked for: of a whole sweep the result may be.
ExitCode nothing_to_submit(const SubmitArguments& arguments, const fs::path& folder) {
  const OpenSweep sweep(folder, SweepFolder::Use::look);
  SweepWork how;
  how.json = arguments.json;
  how.quiet = arguments.quiet;
  if (!arguments.dry_run && sweep.missing().empty()) return assemble(sweep, how);
  if (arguments.json)
    print(nothing_json(folder.string()));
  else if (!arguments.quiet)
    print(nothing_text());
  return ExitCode::ok;
}

}  // namespace

ExitCode execute(const SubmitArguments& arguments) {
  refuse_own_options(arguments.sbatch);
  fs::path folder = arguments.folder.empty()
                        ? fs::path("results") / fs::path(arguments.study).stem()
                        : fs::path(arguments.folder);
  if (fs::is_directory(arguments.study)) folder = arguments.study;
  folder = usable_folder(folder);
  const bool nothing_there = !SweepFolder::is_one(folder);
  if (arguments.dry_run && nothing_there) {
    const auto blocks = blocks_of_study(arguments);
    show(round_for(arguments, folder, 1, blocks.size()), blocks, arguments);
    return ExitCode::ok;
  }
  const BegunSweep begun = begin_sweep(arguments.study, arguments.folder);
  const auto blocks = blocks_to_submit(arguments, begun);
  if (blocks.empty()) return nothing_to_submit(arguments, folder);
  const auto rounds = rounds_of(folder);
  if (arguments.dry_run) {
    const std::size_t next = rounds.empty() ? 1 : rounds.back().number + 1;
    show(round_for(arguments, folder, next, blocks.size()), blocks, arguments);
    return ExitCode::ok;
  }
  refuse_if_in_queue(arguments, rounds);
  const std::size_t missing = worlds_in(blocks);
  const int left = tries_left(arguments, rounds, missing);
  const cluster::Round round = round_for(arguments, folder, begin_round(folder), blocks.size());
  write_durably(round.place() + "/blocks", even_list(blocks));
  write_durably(round.place() + "/task.sh", cluster::task_script(round));
  write_durably(round.place() + "/finish.sh", cluster::finish_script(round));
  SweepRound noted{round.number, "", "", round.tasks, missing, left, arguments.part};
  submit_round(round, noted);
  note_round(folder, noted);
  tell(round, noted, blocks.size(), arguments);
  return ExitCode::ok;
}

}  // namespace coopsim::cli
