// SPDX-License-Identifier: Apache-2.0
// Scenario files to scenarios: the whole way, in the order of reader.cpp.
//
// Every problem is reported at once, with file:line:column, what was found and what is allowed; the
// exception is a syntax error, where the parser stops.
#pragma once
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/problems.hpp"
#include "scenarios/provenance.hpp"
#include "sim/scenario.hpp"

namespace coopsim {

struct ReadOptions {
  std::vector<std::string> overrides;      // "firms.count=500", later than everything in files
  std::filesystem::path installed_folder;  // where `extends` is looked up second; may be empty
};

struct ScenarioReading {
  Scenario scenario;
  std::vector<Problem> notes;          // oddities that were accepted
  std::vector<Provenance> provenance;  // of every parameter, in order of declaration
};

// Throws ScenarioError.
ScenarioReading read_scenario_with_notes(const std::filesystem::path& path,
                                         const ReadOptions& options = {});
Scenario read_scenario(const std::filesystem::path& path, const ReadOptions& options = {});

// The text of a scenario that is no file, such as the effective scenario of a result. `name` stands
// in messages for the file's name.
ScenarioReading read_scenario_text(std::string_view toml, std::string_view name,
                                   const ReadOptions& options = {});

}  // namespace coopsim
