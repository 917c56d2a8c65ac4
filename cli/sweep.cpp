// SPDX-License-Identifier: Apache-2.0
// coopsim sweep, resume, expand, retry: a study at many points of its factors' space, in a folder
// that may be killed, gone on with, and grown.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "cli/argument_checks.hpp"
#include "cli/exit_code.hpp"
#include "cli/run_one.hpp"
#include "cli/scenario_input.hpp"
#include "cli/sweep_runner.hpp"
#include "cli/terminal.hpp"
#include "cli/text.hpp"
#include "scenarios/text.hpp"

namespace coopsim::cli {
namespace {

namespace fs = std::filesystem;

fs::path folder_of(const SweepArguments& arguments) {
  if (!arguments.folder.empty()) return arguments.folder;
  return fs::path("results") / fs::path(arguments.study).stem();
}

// Lines that one has and the other lacks, the first few; what changed between two foundations.
std::string differences(const std::string& before, const std::string& now) {
  const auto lines = [](const std::string& text) {
    std::vector<std::string> all;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) all.push_back(line);
    return all;
  };
  const auto old_lines = lines(before), new_lines = lines(now);
  constexpr std::size_t most = 10;
  std::string text;
  std::size_t count = 0;
  const auto compare = [&](const auto& from, const auto& other, char sign) {
    for (const std::string& line : from)
      if (std::ranges::find(other, line) == other.end() && ++count <= most)
        text += fmt::format("  {} {}\n", sign, escaped(line, 160));
  };
  compare(old_lines, new_lines, '-');
  compare(new_lines, old_lines, '+');
  if (count > most) text += fmt::format("  and {} more lines\n", count - most);
  return text;
}

// The folder of an earlier, interrupted call with the same study is gone on with.
void begin(const SweepStudy& study, const fs::path& folder) {
  if (!SweepFolder::is_one(folder))
    return SweepFolder::create(folder, basis_of(study),
                               {study.text, study.base.scenario.effective_toml, study.table});
  const SweepFolder there(folder, SweepFolder::Use::look);
  if (there.basis().study == basis_of(study).study &&
      there.basis().engine_version == basis_of(study).engine_version)
    return;
  std::string changed;
  try {
    changed = differences(study_in(there).foundation(), study.foundation());
  } catch (const ScenarioError&) {  // an older program's, that this one does not read
  }
  throw Failure(
      ExitCode::cannot_create,
      fmt::format(
          "{}: holds another sweep; choose another folder with -o, or go on with it: coopsim "
          "resume {}\nWhat differs (- in the folder, + in {}):\n{}",
          folder.string(), shell_word(folder.string()), study.name,
          changed.empty() ? "  the engine's version\n" : changed));
}

// The folder may be smaller than the study now is: that is for `expand`. One that has grown since
// is gone on with as it is.
void refuse_a_larger_study(const OpenSweep& sweep, const SweepStudy& study) {
  const SweepExtent asked = extent_of(study, points_of(study));
  const SweepExtent& there = sweep.extent;
  const bool has_all = std::ranges::all_of(asked.policies, [&](const std::string& name) {
    return std::ranges::find(there.policies, name) != there.policies.end();
  });
  if (asked.points <= there.points && asked.replications <= there.replications && has_all) return;
  throw Failure(
      ExitCode::cannot_create,
      fmt::format(
          "{0}: holds this study with {1} design points, {2} replications and {3} policies; "
          "{4} says {5}, {6} and {7}. To grow it: coopsim expand {8}",
          sweep.folder.path().string(), there.points - 1, there.replications, there.policies.size(),
          study.name, asked.points - 1, asked.replications, asked.policies.size(),
          shell_word(sweep.folder.path().string())));
}

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
  const SweepStudy study = load_sweep(arguments.study);
  points_of(study);  // what is wrong with its design is said before anything is made
  const fs::path folder = folder_of(arguments);
  begin(study, folder);
  OpenSweep sweep(folder, SweepFolder::Use::work);
  refuse_a_larger_study(sweep, study);
  return go_on(sweep, arguments);
}

ExitCode execute(const ResumeArguments& arguments) {
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
