// SPDX-License-Identifier: Apache-2.0
// coopsim sweep --shard, blocks, work, assemble: a sweep that several processes share.
#include "cli/sweep_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/block_text.hpp"
#include "cli/exit_code.hpp"
#include "cli/sweep_begin.hpp"
#include "cli/sweep_runner.hpp"
#include "cli/terminal.hpp"
#include "cli/text.hpp"

namespace coopsim::cli {
namespace {

std::size_t worlds_of(const std::vector<SweepBlock>& blocks) {
  std::size_t worlds = 0;
  for (const SweepBlock& one : blocks) worlds += one.worlds();
  return worlds;
}

void tell_part(const OpenSweep& sweep, const std::string& what,
               const std::vector<SweepBlock>& blocks, const Simulated& done,
               const SweepWork& arguments) {
  if (arguments.json)
    return print(nlohmann::ordered_json{{"folder", sweep.folder.path().string()},
                                        {"part", what},
                                        {"blocks", blocks.size()},
                                        {"worlds", worlds_of(blocks)},
                                        {"failed_worlds", done.failed_worlds},
                                        {"seconds", done.seconds},
                                        {"seconds_publishing", done.publishing_seconds}}
                     .dump(2) +
                 "\n");
  if (arguments.quiet) return;
  print(fmt::format("{}: {} in {}\nWhen all parts are there: coopsim assemble {}\n", what,
                    counted(std::int64_t(worlds_of(blocks)), "world"),
                    blocks.empty() ? "no block: nothing is missing"
                                   : counted(std::int64_t(blocks.size()), "block"),
                    shell_word(sweep.folder.path().string())));
}

ExitCode code_of(const Simulated& done) {
  return done.failed_worlds == 0 ? ExitCode::ok : ExitCode::check_failed;
}

}  // namespace

std::vector<SweepBlock> missing_in(const OpenSweep& sweep, PartChoice part, int threads) {
  auto blocks = sweep.missing();
  if (part.of > 0)
    blocks = in_part(blocks, sweep.extent, size_of_blocks(sweep.study), {part.number, part.of});
  return merged(blocks, std::size_t(threads), sweep.study.shares_history());
}

ExitCode run_part(const SweepArguments& arguments) {
  const BegunSweep begun = begin_sweep(arguments.study, arguments.folder);
  OpenSweep sweep(begun.folder, SweepFolder::Use::look);
  begun.compare_sizes(sweep, arguments.quiet);
  const PartChoice& part = arguments.part;
  const auto blocks = missing_in(sweep, part, threads_of(arguments));
  Simulated done;
  if (!blocks.empty()) {
    sweep.folder.join(fmt::format("shard/{}_of_{}", part.number, part.of));
    sweep.folder.make_blocks_in(arguments.scratch);
    done = simulate(sweep, blocks, arguments,
                    fmt::format("coopsim sweep {} -o {} --shard {}/{}", shell_word(arguments.study),
                                shell_word(begun.folder.string()), part.number, part.of));
  }
  tell_part(sweep, fmt::format("part {} of {}", part.number, part.of), blocks, done, arguments);
  return code_of(done);
}

ExitCode execute(const BlocksArguments& arguments) {
  const BegunSweep begun = begin_sweep(arguments.study, arguments.folder);
  const OpenSweep sweep(begun.folder, SweepFolder::Use::look);
  begun.compare_sizes(sweep, arguments.quiet);
  std::string lines;
  for (const SweepBlock& one : missing_in(sweep, arguments.part, std::max(1, arguments.threads)))
    lines += block_text(one) + "\n";
  print(lines);
  return ExitCode::ok;
}

ExitCode execute(const AssembleArguments& arguments) {
  const OpenSweep sweep(arguments.folder, SweepFolder::Use::look);
  const auto missing = sweep.missing();
  if (missing.empty()) return assemble(sweep, arguments);
  const std::string folder = shell_word(arguments.folder);
  throw Failure(ExitCode::stopped,
                fmt::format("{}: {} missing, in {}. To run them here: coopsim resume {}; on the "
                            "cluster: coopsim submit {}",
                            arguments.folder,
                            counted(std::int64_t(worlds_of(missing)), "world is", "worlds are"),
                            counted(std::int64_t(missing.size()), "block"), folder, folder));
}

}  // namespace coopsim::cli
