// SPDX-License-Identifier: Apache-2.0
// --set path=value.
#include <catch2/catch.hpp>

#include "tests/scenarios/reading.hpp"

using namespace coopsim;
using namespace coopsim::test;

namespace {

const std::string two_policies =
    "schema = 1\n[firms]\ncount = 100\n[advice]\nmonths = { triangular = [2, 6, 12] }\n"
    "[budget.account.B7]\namount = \"500 million KRW\"\n"
    "[[policy]]\nname = \"quo\"\nbaseline = true\n"
    "[[policy]]\nname = \"more\"\nsubsidy = { share = 0.5, from = 2010 }\n";

Scenario with(std::vector<std::string> settings) { return scenario_of(two_policies, settings); }

// The one problem with these settings, and that it is one of the command line.
std::string problem_with(std::vector<std::string> settings) {
  try {
    with(settings);
  } catch (const ScenarioError& error) {
    CHECK(error.exit_code() == 2);
    const auto lines = lines_of(error);
    REQUIRE(lines.size() == 1);
    CHECK(contains(lines[0], "--set "));
    return lines[0];
  }
  FAIL("no problem");
  return {};
}

}  // namespace

TEST_CASE("a setting replaces what the files say") {
  CHECK(with({"firms.count=5"}).parameters.firms.count == 5);
  CHECK(with({" firms.count = 5 "}).parameters.firms.count == 5);
  CHECK(with({"run.seed=1", "run.replications=3"}).parameters.run.replications == 3);
  CHECK(with({"japan.win_win=[{ from = 1993, value = 0.25 }]"}).parameters.japan.win_win.at({}) ==
        .25);
  CHECK(with({"advice.months={ uniform = [1, 2] }"}).parameters.advice.months ==
        Distribution(Distribution::Law::uniform, {1, 2}));
  CHECK(with({"run.end=2012-01-01"}).parameters.run.end == date(2012, 1, 1));
  CHECK(with({"title=Mine"}).title.en == "Mine");
}

TEST_CASE("replications are a number or a rule, and each replaces the other as a whole") {
  const std::string rule =
      "run.replications={ at_least = 30, at_most = 90, half_width = \"0.5 bp\", of = "
      "\"productivity_effect\" }";
  const Scenario scenario = with({rule});
  const Replications& read = scenario.parameters.run.replications;
  CHECK(read.has_rule());
  CHECK(read == 30);  // wherever a number is wanted
  CHECK(read.at_most == 90);
  CHECK(read.half_width == .5);
  CHECK_FALSE(read.relative);
  CHECK(read.of == std::vector<std::string>{"productivity_effect"});
  const Scenario again = scenario_of(scenario.effective_toml);
  CHECK(again.effective_toml == scenario.effective_toml);
  CHECK(again.parameters.run.replications.has_rule());
  const Scenario relative =
      with({"run.replications={ at_least = 20, at_most = 20, half_width = \"2.5 %\", of = "
            "[\"contracts\", \"training_wait\"] }"});
  CHECK(relative.parameters.run.replications.relative);
  CHECK(relative.parameters.run.replications.half_width == 2.5);
  CHECK(relative.parameters.run.replications.of.size() == 2);
  const Scenario number = scenario_of(scenario.effective_toml, {"run.replications=7"});
  CHECK_FALSE(number.parameters.run.replications.has_rule());
  CHECK(number.parameters.run.replications == 7);
}

TEST_CASE("a text needs no quotes, which shells take away") {
  CHECK(with({"run.knowledge=ex_post"}).parameters.run.knowledge == Knowledge::ex_post);
  CHECK(with({"run.knowledge=\"ex_post\""}).parameters.run.knowledge == Knowledge::ex_post);
  CHECK(with({"advice.upkeep=5 million KRW"}).parameters.advice.upkeep == krw_million(5));
  CHECK(with({"advice.upkeep=50 백만원"}).parameters.advice.upkeep == krw_million(50));
  CHECK(with({"advice.patience_months=7 months"}).parameters.advice.patience_months == 7);
}

TEST_CASE("a setting of a lever reaches the policy of that name and leaves the rest") {
  const Scenario scenario = with({"policy.more.subsidy.share=0.25"});
  CHECK(contains(scenario.effective_toml, "from = 2010-01-01"));
  CHECK(contains(scenario.effective_toml, "share = { value = 0.25"));
  const Scenario another = with({"policy.quo.recruitment.effort=2"});
  CHECK(policy_of(another, "quo").levers.size() == 1);
}

TEST_CASE("settings come last: after extended files and after what is known") {
  const std::string known = two_policies + "[knowledge.ex_ante_2007.firms]\ncount = 200\n";
  CHECK(scenario_of(known).parameters.firms.count == 200);
  CHECK(scenario_of(known, {"firms.count=300"}).parameters.firms.count == 300);
}

TEST_CASE("a value that is set counts as an assumption of the command line") {
  const auto reading = reading_of(two_policies, {"firms.count=5"});
  for (const Provenance& each : reading.provenance)
    if (each.path == "firms.count") {
      CHECK(each.stated.source == "--set");
      CHECK(each.stated.confidence == Confidence::assumption);
    }
}

TEST_CASE("a path that does not exist is named with the nearest") {
  CHECK(contains(problem_with({"firms.cuont=5"}), "did you mean firms.count?"));
  CHECK(contains(problem_with({"frims.count=5"}), "did you mean firms?"));
  CHECK(contains(problem_with({"policy.mor.subsidy.share=0.1"}), "did you mean policy.more?"));
  CHECK(contains(problem_with({"policy.more.subsidies.share=0.1"}),
                 "did you mean policy.more.subsidy?"));
  CHECK(contains(problem_with({"policy.xyz.subsidy.share=0.1"}), "policy.quo, policy.more"));
  CHECK(contains(problem_with({"firms..count=5"}), "firms"));
}

TEST_CASE("a value of another type, or out of range, is refused") {
  CHECK(contains(problem_with({"firms.count=many"}), "\"many\""));
  CHECK(contains(problem_with({"firms.count=1.5"}), "1.5"));
  CHECK(contains(problem_with({"firms.count=-1"}), "0 to 1000000"));
  CHECK(contains(problem_with({"firms=5"}), "table"));
  CHECK(contains(problem_with({"firms.count.most=5"}), "no parts"));
}

TEST_CASE("the same path twice must say the same") {
  CHECK(with({"firms.count=5", "firms.count=5"}).parameters.firms.count == 5);
  CHECK(contains(problem_with({"firms.count=5", "firms.count=6"}), "another --set says 5"));
  CHECK(contains(problem_with({"firms.count=5", "firms.count= \"5\""}), "another --set says 5"));
}

TEST_CASE("what is not path=value is refused") {
  CHECK(contains(problem_with({"firms.count"}), "no '='"));
  CHECK(contains(problem_with({""}), "no '='"));
  CHECK(contains(problem_with({"=5"}), "no '='"));
  CHECK(contains(problem_with({"firms.count="}), "no value"));
  CHECK(contains(problem_with({"firms.count=  "}), "no value"));
  CHECK(contains(problem_with({"title={ en = x }"}), "a value as a scenario file has it"));
  CHECK(contains(problem_with({"firms.count=5\nseed = 1"}), "a value as a scenario file has it"));
}

TEST_CASE("some things only the file itself can say") {
  for (const char* setting :
       {"schema=2", "extends=other.toml", "knowledge=ex_post", "knowledge.ex_post.firms.count=5",
        "policy=5", "policy.quo=5", "policy.quo.name=x"})
    CHECK(contains(problem_with({setting}), "allowed: a parameter or a lever"));
}

TEST_CASE("mistakes of file and command line together are the file's, all shown") {
  try {
    scenario_of(two_policies + "[run]\nsead = 1\n", {"firms.cuont=5"});
    FAIL("no problem");
  } catch (const ScenarioError& error) {
    CHECK(error.exit_code() == 65);
    const auto lines = lines_of(error);
    REQUIRE(lines.size() == 2);
    CHECK(contains(lines[0], "mine.toml:"));
    CHECK(contains(lines[1], "--set firms.cuont=5"));
  }
}
