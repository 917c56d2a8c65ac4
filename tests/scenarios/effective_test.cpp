// SPDX-License-Identifier: Apache-2.0
// The effective scenario reads back as the same scenario, and as the same text: whoever repeats a
// run from a result file repeats that run.
#include <catch2/catch.hpp>

#include "policies/catalogue.hpp"
#include "scenarios/parameter_tree.hpp"
#include "tests/scenarios/reading.hpp"

using namespace coopsim;
using namespace coopsim::test;

namespace {

// Member by member, not through any text.
template <Declared T>
void check_equal(const T& a, const T& b, const std::string& path) {
  for_each_field(a, [&](const auto& entry, const auto& value) {
    const std::string here = path + '.' + std::string(entry.name);
    if constexpr (IsSection<std::remove_cvref_t<decltype(entry)>>) {
      check_equal(value, b.*(entry.member), here);
    } else {
      INFO(here);
      CHECK(value == b.*(entry.member));
    }
  });
}

void check_equal(const Scenario& a, const Scenario& b) {
  CHECK(a.title.en == b.title.en);
  CHECK(a.title.ko == b.title.ko);
  check_equal(a.parameters, b.parameters, "");
  for (std::size_t i = 0; i < account_count; ++i)
    check_equal(a.accounts[i], b.accounts[i], std::string(accounts[i].id));
  REQUIRE(a.policies.size() == b.policies.size());
  for (std::size_t i = 0; i < a.policies.size(); ++i) {
    const Policy &one = a.policies[i], &other = b.policies[i];
    INFO(one.name);
    CHECK(one.name == other.name);
    CHECK(one.label_en == other.label_en);
    CHECK(one.label_ko == other.label_ko);
    CHECK(one.baseline == other.baseline);
    CHECK(one.stress == other.stress);
    CHECK(one.money == other.money);
    REQUIRE(one.levers.size() == other.levers.size());
    for (std::size_t n = 0; n < one.levers.size(); ++n)
      CHECK(dynamic_cast<const PolicyLever&>(*one.levers[n])
                .same_as(dynamic_cast<const PolicyLever&>(*other.levers[n])));
  }
}

void check_reads_back(const ScenarioReading& first) {
  const ScenarioReading again = reading_of(first.scenario.effective_toml);
  check_equal(first.scenario, again.scenario);
  CHECK(first.scenario.effective_toml == again.scenario.effective_toml);
  REQUIRE(first.provenance.size() == again.provenance.size());
  for (std::size_t i = 0; i < first.provenance.size(); ++i) {
    const Stated &a = first.provenance[i].stated, &b = again.provenance[i].stated;
    INFO(first.provenance[i].path);
    CHECK(a.source == b.source);
    CHECK(a.confidence == b.confidence);
    CHECK(a.grade == b.grade);
    CHECK(a.note == b.note);
  }
}

ScenarioReading shipped(const std::string& name, std::vector<std::string> settings = {}) {
  return read_scenario_with_notes(std::string(COOPSIM_SOURCE_DIR "/scenarios/") + name + ".toml",
                                  {std::move(settings), {}});
}

}  // namespace

TEST_CASE("the shipped scenarios read back from their effective text") {
  for (const char* name : {"kjc_history", "kjc_2007", "kjc_small"}) check_reads_back(shipped(name));
  check_reads_back(shipped("kjc_2007", {"run.knowledge=ex_post"}));
  check_reads_back(shipped("kjc_small", {"firms.count=7", "policy.dankai.release_to.share=0.7"}));
}

TEST_CASE("every kind of value reads back, odd ones too") {
  check_reads_back(reading_of(
      "schema = 1\ntitle = { en = \"a \\\"quote\\\" \\\\ and \\u200b\", ko = \"한글\" }\n"
      "[firms]\ntrend = 0.1234567890123456789\nexit_rate = 1e-300\n"
      "[japan]\nwin_win = [{ from = 1993, value = 0.1 }, { from = 2006-07-01, value = 0.2 }]\n"
      "[advice]\nage = { normal = [62.5, 3] }\nmonths = { empirical = [2, 2, 3.5] }\n"
      "upkeep = { value = \"19 억원\", source = \"say \\\"so\\\"\", note = \"a\\\\b\" }\n"
      "[training.A1]\nstart_months = [12, 1]\n"
      "[budget.account.A1]\namount = \"40 million KRW\"\n"
      "[budget.account.B1]\namount = [{ from = 1993, value = \"80 million KRW\" }]\n"
      "[[policy]]\nname = \"quo\"\nbaseline = true\nsource = \"F1\"\n"
      "[[policy]]\nname = \"mine\"\nstress = true\nsubsidy = { share = 0.3, from = 2009 }\n"
      "composition = { weights = { A1 = 1, A2 = 2.5 } }\nselection_rule = { rule = \"lottery\" }\n"
      "[[policy]]\nname = \"other\"\non = \"mine\"\nsubsidy = {}\n"));
}

TEST_CASE("the effective text stands alone and states the evidence of every value") {
  const ScenarioReading reading = shipped("kjc_2007");
  const std::string& text = reading.scenario.effective_toml;
  CHECK(text.starts_with("schema = 1\n"));
  CHECK_FALSE(contains(text, "extends"));
  for (const Provenance& each : reading.provenance) {
    CHECK_FALSE(each.stated.source.empty());
    CHECK(contains(
        text, std::string("\n") + each.path.substr(each.path.rfind('.') + 1) + " = { value = "));
  }
}

TEST_CASE("a value without a source is what the program declares, or else not stated") {
  const auto source = [](const std::string& line) {
    const auto reading = reading_of(opening + "[firms]\n" + line + "\n");
    const auto found =
        std::find_if(reading.provenance.begin(), reading.provenance.end(),
                     [](const Provenance& each) { return each.path == "firms.exit_rate"; });
    return found->stated;
  };
  CHECK(source("exit_rate = 0.05").source == "[S], E35");
  CHECK(source("exit_rate = 0.06").source == "not stated");
  CHECK(source("exit_rate = 0.06").confidence == Confidence::assumption);
  const Stated stated = source(
      "exit_rate = { value = 0.06, source = \"a study\", confidence = \"external\", grade = \"B\", "
      "note = \"n\" }");
  CHECK(stated.source == "a study");
  CHECK(stated.confidence == Confidence::external);
  CHECK(stated.grade == Grade::B);
  CHECK(stated.note == "n");
  CHECK(source("exit_rate = { value = 0.06, confidence = \"article\" }").grade == Grade::A);
  CHECK(source("exit_rate = { value = 0.06, confidence = \"external\" }").grade == Grade::C);
}
