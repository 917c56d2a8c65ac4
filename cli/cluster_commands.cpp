// SPDX-License-Identifier: Apache-2.0
// The commands by which several processes share a sweep, with their options, descriptions and
// examples.
#include <fmt/core.h>

#include "cli/argument_checks.hpp"
#include "cli/command_line.hpp"
#include "cli/exit_code.hpp"

namespace coopsim::cli {
namespace {

constexpr std::int64_t most_lines = 1'000'000'000;

// Of a place beneath the sweep's folder: nothing that leads out of it.
std::string checked_name(const std::string& text) {
  constexpr std::string_view letters =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-/";
  if (!text.empty() && text.size() <= 200 && text.find_first_not_of(letters) == text.npos &&
      text.front() != '/' && text.back() != '/' && text.find("//") == text.npos)
    return text;
  throw Failure(ExitCode::usage,
                fmt::format("--name: allowed are letters, digits, _, - and / between them, up to "
                            "200, such as round_1/task_7"));
}

}  // namespace

void CommandLine::add_part(CLI::App* to, PartChoice& part) {
  to->add_option_function<std::string>(
        "--shard", [&part](const std::string& text) { part = checked_part(text); },
        "only this part of the sweep, beside others who work in theirs")
      ->type_name("I/N");
}

void CommandLine::add_scratch(CLI::App* to, std::string& scratch) {
  to->add_option("--scratch", scratch,
                 "folder of this machine where files are made first, made if need be")
      ->type_name("DIR");
}

void CommandLine::declare_blocks() {
  CLI::App* const blocks =
      command("blocks", "List the blocks that a sweep lacks, one a line, for coopsim work",
              "  coopsim blocks studies/advice_lhs.toml -o results/lhs > list\n"
              "  parallel --pipepart -a list --block -1 coopsim work results/lhs -j 1\n"
              "The folder is made if need be.\n");
  blocks->add_option("STUDY", blocks_.study, "study file (TOML), or a sweep's folder")
      ->required()
      ->type_name("FILE");
  blocks->add_option("-o,--output", blocks_.folder, "the sweep's folder (results/STUDY)")
      ->type_name("DIR");
  add_part(blocks, blocks_.part);
  add_number(
      blocks, "--cores", 1, most_threads, [this](std::int64_t n) { blocks_.threads = int(n); },
      "blocks for so many cores at a time (1)");
  blocks->add_flag("--quiet", blocks_.quiet, "no notes: nothing but blocks and errors");
}

void CommandLine::declare_work() {
  CLI::App* const work = command(
      "work", "Run blocks that somebody else deals out, and publish each",
      "  coopsim work results/lhs < list\n"
      "  coopsim work lhs --list lhs/rounds/1/blocks --task 7 --each 4 --name round_1/task_7\n"
      "Standard input: a block a line; an empty line ends a batch, which is answered by its\n"
      "lines once all are published, also with --quiet and --json: who deals blocks out waits\n"
      "for them. The list is coopsim blocks'.\n"
      "Exit code 1: worlds have failed; 75: stopped, nothing is lost.\n");
  work->add_option("DIR", work_.folder, "the sweep's folder")->required()->type_name("DIR");
  work->add_option("--list", work_.list, "a list of coopsim submit, instead of standard input")
      ->type_name("FILE");
  add_number(
      work, "--task", 0, most_lines, [this](std::int64_t n) { work_.task = std::size_t(n); },
      "which share of the list, from 0 (0)");
  add_number(
      work, "--each", 1, most_lines, [this](std::int64_t n) { work_.each = std::size_t(n); },
      "lines of the list that are a share (1)");
  work->add_option_function<std::string>(
          "--name", [this](const std::string& text) { work_.name = checked_name(text); },
          "who asks: what was done under that name before is not done again")
      ->type_name("NAME");
  work->add_flag("--announce", work_.announce, "say first what runs; end with who started it");
  add_scratch(work, work_.scratch);
  add_sweep_work(work, work_);
}

void CommandLine::declare_submit() {
  CLI::App* const submit = command(
      "submit", "Run what a sweep lacks on a Slurm cluster",
      "  coopsim submit studies/advice_lhs.toml -o results/lhs --blocks-per-task 4\n"
      "  coopsim submit studies/advice_lhs.toml --cpus-per-task 8 --partition short --time "
      "2:00:00\n"
      "  coopsim submit studies/advice_lhs.toml --dry-run             prints the scripts\n"
      "A job array, and a job after it that puts the result together or submits what is missing.\n"
      "Any other option of sbatch follows after two dashes that stand alone.\n"
      "Exit code 73: an earlier array is in the queue; 75: given up, worlds are missing.\n");
  submit->add_option("STUDY", submit_.study, "study file (TOML), or a sweep's folder")
      ->required()
      ->type_name("FILE");
  submit->add_option("SBATCH", submit_.sbatch, "after --: options of sbatch, as --name=value");
  submit->add_option("-o,--output", submit_.folder, "the sweep's folder (results/STUDY)")
      ->type_name("DIR");
  const auto number = [&](const char* name, std::int64_t most, auto& into, const char* what) {
    add_number(
        submit, name, 1, most,
        [&into](std::int64_t n) { into = std::remove_reference_t<decltype(into)>(n); }, what);
  };
  number("--blocks-per-task", most_lines, submit_.blocks_a_task, "lines of the list a task (1)");
  number("--array-limit", most_lines, submit_.array_limit,
         "tasks of one array (what Slurm takes); the rest follows");
  number("--at-once", most_lines, submit_.at_once, "tasks that run at the same time (any)");
  number("--cpus-per-task", most_threads, submit_.cores, "cores of a task (1)");
  number("--tries", 100, submit_.tries, "rounds in a row that may bring nothing (3)");
  add_part(submit, submit_.part);
  for (const char* const name : {"--partition", "--account", "--time", "--mem", "--qos"})
    submit
        ->add_option_function<std::string>(
            name,
            [this, name](const std::string& text) {
              submit_.sbatch.push_back(fmt::format("{}={}", name, text));
            },
            "as of sbatch")
        ->type_name("VALUE");
  submit->add_flag("--again", submit_.again, "as the job after an array does");
  submit->add_flag("--dry-run", submit_.dry_run, "print the scripts; make and submit nothing");
  add_common(submit, submit_);
}

void CommandLine::declare_assemble() {
  CLI::App* const assemble =
      command("assemble", "Put the result of a sweep together; runs nothing",
              "  coopsim assemble results/lhs\n"
              "Every block is held against its hash. Exit code 1: worlds have failed; 75: blocks "
              "are missing.\n");
  assemble->add_option("DIR", assemble_.folder, "the sweep's folder")->required()->type_name("DIR");
  add_common(assemble, assemble_);
}

}  // namespace coopsim::cli
