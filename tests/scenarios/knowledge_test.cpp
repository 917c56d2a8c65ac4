// SPDX-License-Identifier: Apache-2.0
// What is known of the years after 2006: [knowledge.ex_ante_2007] or [knowledge.ex_post].
#include <catch2/catch.hpp>

#include "tests/scenarios/reading.hpp"

using namespace coopsim;
using namespace coopsim::test;

namespace {

const std::string overlays = opening +
                             "[firms]\ncount = 100\ncatch_up_later = 0.5\n"
                             "[knowledge.ex_ante_2007.firms]\ncatch_up_later = 0.02\n"
                             "[knowledge.ex_post.firms]\ncatch_up_later = 0\n"
                             "[knowledge.ex_post.budget.account.B11]\namount = \"5 million KRW\"\n";

}  // namespace

TEST_CASE("what a planner of 2007 could know holds unless the file says otherwise") {
  const Scenario scenario = scenario_of(overlays);
  CHECK(scenario.parameters.firms.catch_up_later == .02);
  CHECK(scenario.parameters.firms.count == 100);
  CHECK(scenario.policies[0].money.of(Account::B11, 2010) == Money{});
}

TEST_CASE("run.knowledge chooses the overlay, and an override chooses before the file") {
  const std::string file = overlays + "[run]\nknowledge = \"ex_post\"\n";
  CHECK(scenario_of(file).parameters.firms.catch_up_later == 0);
  CHECK(scenario_of(file).policies[0].money.of(Account::B11, 2010) == krw_million(5));
  CHECK(scenario_of(file, {"run.knowledge=ex_ante_2007"}).parameters.firms.catch_up_later == .02);
  CHECK(scenario_of(overlays, {"run.knowledge=ex_post"}).parameters.firms.catch_up_later == 0);
  const std::string stated =
      overlays + "[run]\nknowledge = { value = \"ex_post\", source = \"x\" }\n";
  CHECK(scenario_of(stated).parameters.firms.catch_up_later == 0);
}

TEST_CASE("mistakes are found in both overlays, each once, whichever is used") {
  const std::string wrong = opening +
                            "[knowledge.ex_ante_2007.firms]\ncatch_up_later = 7\n"
                            "[knowledge.ex_post.firms]\ncatch_up = -1\ncuont = 3\n";
  for (const char* knowledge : {"ex_ante_2007", "ex_post"}) {
    const auto problems = problems_of(wrong, {std::string("run.knowledge=") + knowledge});
    REQUIRE(problems.size() == 3);
    CHECK(contains(problems[0], "mine.toml:4:18"));
    CHECK(contains(problems[1], "mine.toml:6:12"));
    CHECK(contains(problems[2], "mine.toml:7:1"));
  }
}

TEST_CASE("an overlay neither runs nor chooses policies") {
  for (const char* table : {"run]\nseed = 1", "policy]\nname = \"b\"", "title]\nen = \"x\""}) {
    const auto problems = problems_of(opening + "[knowledge.ex_post." + table + "\n");
    REQUIRE(problems.size() == 1);
    CHECK(contains(problems[0], "put it into the file itself"));
  }
  CHECK(contains(problems_of(opening + "[knowledge.later.firms]\ncount = 1\n").at(0), "later"));
  CHECK(contains(problems_of(opening + "knowledge = 5\n").at(0), "mine.toml:3:13"));
}

TEST_CASE("the effective scenario holds the chosen overlay and needs none") {
  const Scenario scenario = scenario_of(overlays, {"run.knowledge=ex_post"});
  CHECK_FALSE(contains(scenario.effective_toml, "[knowledge"));
  CHECK(contains(scenario.effective_toml, "catch_up_later = { value = 0,"));
}
