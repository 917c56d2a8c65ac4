// SPDX-License-Identifier: Apache-2.0
// coopsim sweep, resume, expand, retry: a study at many points of its factors' space, in a folder
// that may be killed, gone on with, and grown.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "cli/exit_code.hpp"
#include "cli/output_place.hpp"
#include "cli/ranks.hpp"
#include "cli/run_one.hpp"
#include "cli/scenario_input.hpp"
#include "cli/sweep_begin.hpp"
#include "cli/sweep_parts.hpp"
#include "cli/sweep_runner.hpp"
#include "cli/text.hpp"

namespace coopsim::cli {
namespace {

namespace fs = std::filesystem;

ExitCode run_only(const SweepArguments& arguments) {
  const auto only = *arguments.only;
  const auto run = [&](const SweepStudy& study, const SweepPoints& points) {
    if (only.point >= points.ids.size())
      throw Failure(ExitCode::usage,
                    fmt::format("--only: there is no design point {}; allowed: 0 to {}", only.point,
                                points.ids.size() - 1));
    RunArguments alone;
    alone.json = arguments.json;
    alone.quiet = arguments.quiet;
    alone.only = OnlyWorld{only.policy, only.replication};
    return run_one(alone, study.at(settings_at(points, only.point)));
  };
  if (fs::is_directory(arguments.study)) {
    const OpenSweep sweep(arguments.study, SweepFolder::Use::look);
    return run(sweep.study, sweep.points);
  }
  const SweepStudy study = load_sweep(arguments.study);
  return run(study, points_of(study));
}

ExitCode go_on(OpenSweep& sweep, const SweepWork& arguments) {
  return run_blocks(sweep, sweep.missing(), arguments);
}

}  // namespace

ExitCode execute(const SweepArguments& arguments) {
  if (arguments.only) return run_only(arguments);
  const bool alone = !arguments.ranks && arguments.part.of == 0;
  if (alone) refuse_to_be_one_of_several("the same command with --mpi");
  make_scratch(arguments.scratch);
  if (arguments.ranks) return become_a_rank(arguments);
  if (!alone) return run_part(arguments);
  const BegunSweep begun = begin_sweep(arguments.study, arguments.folder);
  OpenSweep sweep(begun.folder, SweepFolder::Use::work);
  begun.compare_sizes(sweep, arguments.quiet);
  sweep.folder.make_blocks_in(arguments.scratch);
  return go_on(sweep, arguments);
}

ExitCode execute(const ResumeArguments& arguments) {
  refuse_to_be_one_of_several(fmt::format("coopsim sweep {} --mpi", shell_word(arguments.folder)));
  OpenSweep sweep(arguments.folder, SweepFolder::Use::work);
  return go_on(sweep, arguments);
}

ExitCode execute(const ExpandArguments& arguments) {
  OpenSweep sweep(arguments.folder, SweepFolder::Use::work);
  SweepStudy& study = sweep.study;
  const SweepExtent before = sweep.extent;
  if (arguments.replications > 0) study.replications = arguments.replications;
  if (arguments.points > 0) study.design = resized(study, arguments.points);
  for (const std::string& name : arguments.policies) {
    policy_number(study.base.scenario, name);  // throws with the nearest name
    if (std::ranges::find(study.policies, name) == study.policies.end())
      study.policies.push_back(name);
  }
  std::ranges::sort(study.policies, {}, [&](const std::string& name) {
    return policy_number(study.base.scenario, name);
  });
  sweep.points = points_of(study);
  const SweepExtent wanted = extent_of(study, sweep.points);
  if (wanted.points < before.points || wanted.replications < before.replications)
    throw Failure(
        ExitCode::usage,
        fmt::format("{} has {} design points and {} replications already; a sweep only grows",
                    sweep.folder.path().string(), before.points - 1, before.replications));
  sweep.expand(wanted);
  return go_on(sweep, arguments);
}

ExitCode execute(const RetryArguments& arguments) {
  OpenSweep sweep(arguments.folder, SweepFolder::Use::work);
  auto blocks = failed_blocks(sweep.folder, sweep.extent);
  for (SweepBlock& block : sweep.missing()) blocks.push_back(std::move(block));
  return run_blocks(sweep, blocks, arguments);
}

}  // namespace coopsim::cli
