// SPDX-License-Identifier: Apache-2.0
// Scenarios written in a test, and what the reader says of them.
#pragma once
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "scenarios/reader.hpp"

namespace coopsim::test {

// What every sound scenario needs, in two lines; what a test adds begins in line 3.
inline const std::string opening = "schema = 1\npolicy = [{ name = \"a\", baseline = true }]\n";

inline ScenarioReading reading_of(const std::string& text,
                                  std::vector<std::string> overrides = {}) {
  return read_scenario_text(text, "mine.toml", {std::move(overrides), {}});
}

inline Scenario scenario_of(const std::string& text, std::vector<std::string> overrides = {}) {
  return reading_of(text, std::move(overrides)).scenario;
}

// "mine.toml:3:1 run.seeds | no such parameter | did you mean run.seed?" for each problem.
inline std::vector<std::string> lines_of(const ScenarioError& error) {
  std::vector<std::string> lines;
  for (const Problem& problem : error.problems().in_order())
    lines.push_back(problem.where.text() + ' ' + problem.key + " | " + problem.what + " | " +
                    problem.remedy);
  return lines;
}

inline std::vector<std::string> problems_of(const std::string& text,
                                            std::vector<std::string> overrides = {}) {
  try {
    reading_of(text, std::move(overrides));
  } catch (const ScenarioError& error) {
    return lines_of(error);
  }
  return {};
}

inline bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != text.npos;
}

// The policy of that name; fails the test if there is none.
inline const Policy& policy_of(const Scenario& scenario, const std::string& name) {
  const auto found = std::find_if(scenario.policies.begin(), scenario.policies.end(),
                                  [&](const Policy& policy) { return policy.name == name; });
  REQUIRE(found != scenario.policies.end());
  return *found;
}

// Training 100 (A1 40, A2 60), advice 20, cooperation 80 million KRW a year; lines 1 to 12.
inline const std::string money =
    "schema = 1\n"
    "[budget.account.A1]\namount = \"40 million KRW\"\n"
    "[budget.account.A2]\namount = \"60 million KRW\"\n"
    "[budget.account.B7]\namount = \"20 million KRW\"\n"
    "[budget.account.B1]\namount = \"80 million KRW\"\n"
    "[[policy]]\nname = \"quo\"\nbaseline = true\n";

// A folder that goes with the test.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "coopsim_XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::filesystem::path write(const std::string& name, const std::string& text) const {
    std::filesystem::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << text;
    return path_ / name;
  }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// The problems of a file, as above.
inline std::vector<std::string> problems_of_file(const std::filesystem::path& path,
                                                 const std::filesystem::path& installed = {}) {
  try {
    read_scenario(path, {{}, installed});
  } catch (const ScenarioError& error) {
    return lines_of(error);
  }
  return {};
}

}  // namespace coopsim::test
