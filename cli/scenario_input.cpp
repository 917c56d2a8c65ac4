// SPDX-License-Identifier: Apache-2.0
#include "cli/scenario_input.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "cli/exit_code.hpp"
#include "cli/text.hpp"
#include "scenarios/text.hpp"

namespace coopsim::cli {
namespace {

// Where an installed program keeps its scenarios, beside itself; empty if that cannot be told.
std::filesystem::path installed_scenarios() {
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  if (error) return {};
  return program.parent_path().parent_path() / "share" / "coopsim" / "scenarios";
}

}  // namespace

Scenario load_scenario(const ScenarioChoice& choice) { return load_with_notes(choice).scenario; }

ScenarioReading load_with_notes(const ScenarioChoice& choice) {
  return read_scenario_with_notes(choice.path, {choice.overrides, installed_scenarios()});
}

SweepStudy load_sweep(const std::string& path) { return read_sweep(path, installed_scenarios()); }

Scenario load_scenario_text(const std::string& toml, const std::string& name) {
  return read_scenario_text(toml, name).scenario;
}

ResponseLayout layout_of(const Scenario& scenario) {
  const RunParameters& run = scenario.parameters.run;
  return ResponseLayout(year_of(run.start), year_of(run.end - Duration(1)));
}

int policy_number(const Scenario& scenario, const std::string& name) {
  std::vector<std::string> all;
  for (std::size_t i = 0; i < scenario.policies.size(); ++i) {
    if (scenario.policies[i].name == name) return static_cast<int>(i);
    all.push_back(scenario.policies[i].name);
  }
  throw Failure(ExitCode::usage,
                fmt::format("no policy is called {}{} The scenario has: {}", escaped(name),
                            did_you_mean(name, all), fmt::join(all, ", ")));
}

Selection select_policies(const Scenario& scenario, const std::vector<std::string>& names) {
  Selection selection;
  selection.replications = scenario.parameters.run.replications.at_least;
  selection.at_most = scenario.parameters.run.replications.at_most;
  for (const std::string& name : names) selection.policies.push_back(policy_number(scenario, name));
  for (std::size_t i = 0; i < scenario.policies.size(); ++i)
    if (names.empty() || scenario.policies[i].baseline)
      selection.policies.push_back(static_cast<int>(i));
  std::sort(selection.policies.begin(), selection.policies.end());
  selection.policies.erase(std::unique(selection.policies.begin(), selection.policies.end()),
                           selection.policies.end());
  return selection;
}

std::string words_of(const Replications& replications) {
  if (!replications.has_rule()) return counted(replications.at_least, "replication");
  return fmt::format("{} to {}, until every half-width in {} is {} {}{}",
                     grouped(replications.at_least), counted(replications.at_most, "replication"),
                     fmt::join(replications.of, ", "), replications.half_width, replications.unit,
                     replications.relative ? " of the mean" : "");
}

std::string world_name(const Outcome& outcome, const Scenario& scenario) {
  if (outcome.world == Outcome::World::none) return "NONE";
  if (outcome.world == Outcome::World::stop) return "STOP";
  return scenario.policies[static_cast<std::size_t>(outcome.policy)].name;
}

std::string repeat_command(const ScenarioChoice& choice, const std::string& world,
                           int replication) {
  std::string command = "coopsim run " + shell_word(choice.path);
  for (const std::string& setting : choice.overrides) command += " --set " + shell_word(setting);
  return command + fmt::format(" --only {}:{}", world, replication);
}

}  // namespace coopsim::cli
