// SPDX-License-Identifier: Apache-2.0
// A population from a CSV file: what is taken, where it is looked for, what stays with the
// scenario. What is refused stands in tests/bad_input.
#include <catch2/catch.hpp>

#include "scenarios/population_reader.hpp"
#include "tests/scenarios/reading.hpp"

using namespace coopsim;
using namespace coopsim::test;

namespace {

const std::string naming = opening + "[firms]\npopulation = \"firms.csv\"\n";
const std::string header = "sector,region,staff,sales_million_krw,rnd_million_krw,exporter\n";
const std::vector<GivenFirm> two = {{Sector::machinery, Region::capital, 12.5, 2000.0, 10.0, true},
                                    {Sector::optics, Region::daegu, 60, {}, {}, {}}};
const std::string two_rows = header + "machinery,capital,12.5,2000,10,yes\noptics,daegu,60,,,\n";

ScenarioReading reading_with(const std::string& csv, const std::string& toml = naming) {
  const Folder folder;
  folder.write("firms.csv", csv);
  return read_scenario_with_notes(folder.write("mine.toml", toml));
}

std::vector<GivenFirm> firms_of(const ScenarioReading& reading) {
  REQUIRE(reading.scenario.parameters.firms.population.firms);
  return *reading.scenario.parameters.firms.population.firms;
}

// What the scenario is, but for its title: the name of the file, in a folder of its own.
std::string without_title(const ScenarioReading& reading) {
  const std::string& text = reading.scenario.effective_toml;
  return text.substr(text.find("[run]"));
}

std::vector<std::string> problems_with(const std::string& csv, const std::string& toml = naming) {
  const Folder folder;
  folder.write("firms.csv", csv);
  return problems_of_file(folder.write("mine.toml", toml));
}

}  // namespace

TEST_CASE("a population gives the firms, and their number") {
  const ScenarioReading reading = reading_with(two_rows);
  CHECK(firms_of(reading) == two);
  CHECK(reading.scenario.parameters.firms.count == 2);
  CHECK(reading.notes.empty());
}

TEST_CASE("columns come in any order, optional ones may be missing") {
  const auto firms = firms_of(reading_with("staff,region,sector\n12,other,dyeing\n"));
  CHECK(firms == std::vector<GivenFirm>{{Sector::dyeing, Region::other, 12, {}, {}, {}}});
}

TEST_CASE("names may be the labels in English or Korean") {
  const auto firms =
      firms_of(reading_with("업종,지역,종업원수,매출액_백만원,연구개발비_백만원,수출\n"
                            "자동차,부산·울산·경남,30,5000,0,TRUE\n"
                            "moulds and dies,Capital area,30,5000,0,0\n"));
  CHECK(firms == std::vector<GivenFirm>{{Sector::automobile, Region::busan, 30, 5000.0, 0.0, true},
                                        {Sector::moulds, Region::capital, 30, 5000.0, 0.0, false}});
}

TEST_CASE("what spreadsheets leave in a file is taken, and said") {
  const ScenarioReading plain = reading_with(two_rows);
  std::string windows = "\xEF\xBB\xBF";
  for (const char c : two_rows) windows += c == '\n' ? "\r\n" : std::string(1, c);
  const ScenarioReading reading = reading_with(windows + "\r\n,,,,,\r\n\r\n");
  CHECK(firms_of(reading) == two);
  CHECK(without_title(reading) == without_title(plain));
  REQUIRE(reading.notes.size() == 2);
  CHECK(contains(reading.notes[0].what, "byte order mark"));
  CHECK(reading.notes[1].where.text() == "firms.csv:4:1");
  CHECK(contains(reading.notes[1].what, "empty lines at the end"));
}

TEST_CASE("quotes may hold anything, and blanks around values do not count") {
  CHECK(firms_of(reading_with("\"sector\", region ,staff\n\"machinery\",  capital,\"12.5\"\n"))[0]
            .staff == 12.5);
  // The quoted name holds a comma, a line end and a quote: one value, in lines 2 and 3.
  const auto lines =
      problems_with("sector,region,staff\n\"a, \"\"b\"\"\nc\",capital,12\nx,capital,1\n");
  REQUIRE(lines.size() == 3);
  CHECK(contains(lines[0], "firms.csv:2:1 sector | \"a, \"b\"\\u{a}c\" is not a sector"));
  CHECK(contains(lines[1], "firms.csv:4:1 sector | \"x\" is not a sector"));
  CHECK(contains(lines[2], "firms.csv:4:11 staff | 1 is out of range | allowed: 5 to 299 persons"));
}

TEST_CASE("columns are counted in characters, not in bytes") {
  const auto lines = problems_with("sector,region,staff\n자동차,수도권,many\n");
  REQUIRE(lines.size() == 1);
  CHECK(contains(lines[0], "firms.csv:2:9 staff | \"many\" is not a number"));
}

TEST_CASE("a population stays with the scenario: it reads back without the file") {
  for (const std::string& toml :
       {naming, opening + "[firms]\npopulation = { value = \"firms.csv\", source = \"F\", "
                          "confidence = \"external\", grade = \"B\" }\n"}) {
    const ScenarioReading first = reading_with(two_rows, toml);
    const ScenarioReading again = reading_of(first.scenario.effective_toml);
    CHECK(firms_of(again) == two);
    CHECK(again.scenario.parameters.firms.count == 2);
    CHECK(again.scenario.effective_toml == first.scenario.effective_toml);
  }
}

TEST_CASE("numbers read back as the same bits") {
  const std::string digits = header + "machinery,capital,12.345678901234567,1e3,0.1,no\n";
  const auto firms = firms_of(reading_with(digits));
  CHECK(firms[0].staff == 12.345678901234567);
  const Population population = {std::make_shared<const std::vector<GivenFirm>>(firms)};
  CHECK(firms_of(reading_with(population_csv(population))) == firms);
}

TEST_CASE("without a population a scenario says nothing of it") {
  CHECK_FALSE(contains(scenario_of(opening).effective_toml, "\npopulation = "));
}

TEST_CASE("a population belongs to what a scenario is") {
  const auto one = reading_with(two_rows), other = reading_with(two_rows + "metals,busan,9,,,\n");
  CHECK(without_title(one) != without_title(other));
}

TEST_CASE("a count in an extended file gives way to a population, one beside it does not") {
  const Folder folder;
  folder.write("base.toml", opening + "[firms]\ncount = 500\n");
  folder.write("firms.csv", two_rows);
  const std::string over =
      "schema = 1\nextends = \"base.toml\"\n[firms]\npopulation = \"firms.csv\"\n";
  CHECK(read_scenario(folder.write("mine.toml", over)).parameters.firms.count == 2);
  CHECK(read_scenario(folder.write("mine.toml", over + "count = 2\n")).parameters.firms.count == 2);
  const auto lines = problems_of_file(folder.write("mine.toml", over + "count = 3\n"));
  REQUIRE(lines.size() == 1);
  CHECK(contains(lines[0],
                 "mine.toml:5:9 firms.count | 3 firms, but the population at "
                 "mine.toml:4:14 has 2"));
}

TEST_CASE("a --set counts as later than all files, for the population as for the count") {
  const Folder folder;
  folder.write("firms.csv", two_rows);
  const auto path = folder.write("mine.toml", opening + "[firms]\ncount = 7\n");
  const Scenario set = read_scenario(path, {{"firms.population=firms.csv"}, {}});
  CHECK(set.parameters.firms.count == 2);
  const auto named = folder.write("mine.toml", naming);
  CHECK_THROWS_WITH(read_scenario(named, {{"firms.count=3"}, {}}),
                    Catch::Contains("3 firms, but the population at mine.toml:4:14 has 2"));
}

TEST_CASE("a population is looked for beside the file that names it, then beside what it extends") {
  const Folder folder, installed;
  installed.write("base.toml", opening);
  installed.write("firms.csv", two_rows);
  const auto path = folder.write(
      "mine.toml", "schema = 1\nextends = \"base.toml\"\n[firms]\npopulation = \"firms.csv\"\n");
  const ReadOptions options = {{}, installed.path()};
  CHECK(read_scenario(path, options).parameters.firms.count == 2);
  folder.write("firms.csv", two_rows + "metals,busan,9,,,\n");
  CHECK(read_scenario(path, options).parameters.firms.count == 3);
}

TEST_CASE("a population may depend on what is known") {
  const std::string toml = opening + "[knowledge.ex_post.firms]\npopulation = \"firms.csv\"\n";
  const Folder folder;
  folder.write("firms.csv", two_rows);
  const auto path = folder.write("mine.toml", toml);
  CHECK(read_scenario(path).parameters.firms.count == 10'000);
  CHECK(read_scenario(path, {{"run.knowledge=ex_post"}, {}}).parameters.firms.count == 2);
}

TEST_CASE("the example of invented firms is sound, and small") {
  const Scenario scenario = read_scenario(COOPSIM_SOURCE_DIR "/scenarios/kjc_firms_example.toml");
  CHECK(scenario.parameters.firms.count == 200);
  CHECK(scenario.parameters.firms.population.firms->size() == 200);
}
