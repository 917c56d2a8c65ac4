// SPDX-License-Identifier: Apache-2.0
#include "cli/sweep_begin.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "cli/exit_code.hpp"
#include "cli/scenario_input.hpp"
#include "cli/terminal.hpp"
#include "cli/text.hpp"
#include "scenarios/text.hpp"

namespace coopsim::cli {
namespace {

namespace fs = std::filesystem;

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
    SweepFolder::create(folder, basis_of(study),
                        {study.text, study.base.scenario.effective_toml, study.table});
  const SweepFolder there(folder, SweepFolder::Use::part);
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

bool covers(const SweepExtent& larger, const SweepExtent& smaller) {
  const auto has = [&](const std::string& policy) {
    return std::ranges::find(larger.policies, policy) != larger.policies.end();
  };
  return larger.points >= smaller.points && larger.replications >= smaller.replications &&
         std::ranges::all_of(smaller.policies, has);
}

}  // namespace

void BegunSweep::compare_sizes(const OpenSweep& sweep, bool quiet) const {
  if (!study) return;
  const SweepExtent asked = extent_of(*study, points_of(*study));
  const SweepExtent& there = sweep.extent;
  const std::string folder = sweep.folder.path().string();
  const std::string sizes = fmt::format(
      "{}: holds this study with {} design points, {} replications and {} policies; {} says {}, "
      "{} and {}",
      folder, there.points - 1, there.replications, there.policies.size(), study->name,
      asked.points - 1, asked.replications, asked.policies.size());
  if (!covers(there, asked))
    throw Failure(ExitCode::cannot_create,
                  fmt::format("{}. To grow it: coopsim expand {}", sizes, shell_word(folder)));
  if (covers(asked, there) || quiet) return;
  complain(fmt::format(
      "note: {}. All that the folder has stays; for the smaller study choose another with -o\n",
      sizes));
}

BegunSweep begin_sweep(const std::string& study_or_folder, const std::string& folder) {
  if (fs::is_directory(study_or_folder)) {
    if (!folder.empty() && !fs::equivalent(study_or_folder, folder))
      throw Failure(ExitCode::usage, fmt::format("{} is a sweep's folder, so -o is not needed",
                                                 escaped(study_or_folder, 200)));
    return {study_or_folder, std::nullopt};
  }
  BegunSweep begun{folder, load_sweep(study_or_folder)};
  if (folder.empty()) begun.folder = fs::path("results") / fs::path(study_or_folder).stem();
  points_of(*begun.study);  // what is wrong with its design is said before anything is made
  begin(*begun.study, begun.folder);
  return begun;
}

}  // namespace coopsim::cli
