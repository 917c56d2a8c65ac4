// SPDX-License-Identifier: Apache-2.0
// The scenario that shows everything a scenario may say.
#include <catch2/catch.hpp>

#include <sstream>

#include "policies/catalogue.hpp"
#include "scenarios/parameter_tree.hpp"
#include "scenarios/reference.hpp"
#include "tests/scenarios/reading.hpp"

using namespace coopsim;
using namespace coopsim::test;

namespace {

// The template with the lines of one table of its policy no longer comments.
std::string with_table(const std::string& table) {
  std::istringstream lines(scenario_template());
  std::string text;
  bool within = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("# [policy.")) within = line == "# [policy." + table + "]";
    text += within && line.starts_with("# ") ? line.substr(2) : line;
    text += '\n';
  }
  return text;
}

}  // namespace

TEST_CASE("the template gives exactly the defaults") {
  const std::string bare =
      "schema = 1\ntitle = { en = \"Every parameter at its default\", ko = \"모든 매개변수의 "
      "기본값\" }\npolicy = [{ name = \"as_it_is\", label = { en = \"As it is\", ko = \"현행 "
      "유지\" }, baseline = true }]\n";
  const ScenarioReading reading = reading_of(scenario_template());
  CHECK(reading.notes.empty());
  CHECK(reading.scenario.effective_toml == scenario_of(bare).effective_toml);
}

TEST_CASE("the template names every parameter and every lever once") {
  const std::string text = '\n' + scenario_template();
  for (const std::string& path : parameter_paths()) {
    INFO(path);
    const std::string table = "\n[" + path.substr(0, path.rfind('.')) + "]\n";
    const std::size_t begin = text.find(table);
    REQUIRE(begin != text.npos);
    const std::string part = text.substr(begin, text.find("\n[", begin + 2) - begin);
    const std::string name = path.substr(path.rfind('.') + 1) + " = ";
    CHECK((contains(part, '\n' + name) || contains(part, "\n# " + name)));
  }
  for_each_lever([&]<class L>(Of<L>) {
    CHECK(contains(text, "\n# [policy." + std::string(L::name) + "]\n"));
  });
}

TEST_CASE("a lever of the template needs no more than its marks removed to be understood") {
  std::vector<std::string> tables = {"when"};
  for_each_lever([&]<class L>(Of<L>) { tables.emplace_back(L::name); });
  for (const std::string& table : tables) {
    INFO(table);
    const std::string text = with_table(table);
    REQUIRE(contains(text, "\n[policy." + table + "]\n"));
    // Whether it makes sense here (a baseline, accounts without money) is another matter.
    for (const std::string& line : problems_of(text)) {
      INFO(line);
      CHECK_FALSE(contains(line, "no such"));
      CHECK_FALSE(contains(line, "is needed"));
      CHECK_FALSE(contains(line, "not TOML"));
      CHECK_FALSE(contains(line, "out of range"));
      CHECK_FALSE(contains(line, "none of"));
    }
  }
}
