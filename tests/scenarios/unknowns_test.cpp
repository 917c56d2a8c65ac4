// SPDX-License-Identifier: Apache-2.0
// Parameters that nobody knows exactly, and draws of them.
#include "scenarios/unknowns.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/scenarios/reading.hpp"

using namespace coopsim;
using namespace coopsim::test;

namespace {

std::vector<Unknown> unknowns_in(const std::string& text, std::vector<std::string> overrides = {}) {
  return unknowns_of(reading_of(opening + text, std::move(overrides)).provenance);
}

const std::string decay =
    "[learning]\nskill_decay = { value = 0.05, uncertain = { triangular = [0, 0.05, 0.3] }, "
    "source = \"x\", confidence = \"external\", grade = \"C\" }\n";
const std::string quitting =
    "[training]\nquit_rate = { value = 0.1, uncertain = { uniform = [0.05, 0.25] } }\n";
const std::string tries = "[advice]\ntries = { value = 2, uncertain = { uniform = [1, 4] } }\n";

constexpr std::uint64_t seed = 7;

double mean_of(const Unknown& unknown, std::uint32_t draws) {
  double sum = 0;
  for (std::uint32_t d = 0; d < draws; ++d) sum += drawn(unknown, seed, d);
  return sum / draws;
}

// The single problem with `statement` as learning.skill_decay.
std::string problem_with(const std::string& statement) {
  const auto problems = problems_of(opening + "[learning]\nskill_decay = " + statement + "\n");
  REQUIRE(problems.size() == 1);
  return problems[0];
}

}  // namespace

TEST_CASE("a value may say what it could be instead, and stays what it is in the study") {
  const auto found = unknowns_in(decay + quitting);
  REQUIRE(found.size() == 2);
  CHECK(found[0].path == "learning.skill_decay");
  CHECK(found[0].group() == "learning");
  CHECK(found[0].usual == "0.05");
  CHECK(found[0].grade == Grade::C);
  CHECK(found[0].law == Distribution(Distribution::Law::triangular, {0, .05, .3}));
  CHECK(scenario_of(opening + decay).parameters.learning.skill_decay == .05);
}

TEST_CASE("the effective scenario keeps what is uncertain") {
  const auto again = read_scenario_text(scenario_of(opening + decay).effective_toml, "again");
  REQUIRE(unknowns_of(again.provenance).size() == 1);
  CHECK(unknowns_of(again.provenance)[0].law == unknowns_in(decay)[0].law);
  CHECK(again.scenario.effective_toml == scenario_of(opening + decay).effective_toml);
}

TEST_CASE("what --set or an overlay gives anew is certain unless it says otherwise") {
  CHECK(unknowns_in(decay, {"learning.skill_decay=0.1"}).empty());
  const std::string overlay = "[knowledge.ex_ante_2007.learning]\nskill_decay = ";
  CHECK(unknowns_in(decay + overlay + "0.2\n").empty());
  CHECK(
      unknowns_in(decay + overlay + "{ value = 0.2, uncertain = { uniform = [0, 1] } }\n").size() ==
      1);
}

TEST_CASE("a draw is as its law says, wherever it lies") {
  const Unknown triangular = unknowns_in(decay)[0], uniform = unknowns_in(quitting)[0];
  // Standard errors of 4,000 draws: .065 / 63 and .058 / 63; five of them.
  CHECK(mean_of(triangular, 4000) == Approx(.35 / 3).margin(.0052));
  CHECK(mean_of(uniform, 4000) == Approx(.15).margin(.0046));
  for (std::uint32_t d = 0; d < 500; ++d) {
    CHECK(drawn(triangular, seed, d) >= 0);
    CHECK(drawn(triangular, seed, d) <= .3);
  }
}

TEST_CASE("a draw does not depend on other unknowns, and another seed draws others") {
  const auto alone = unknowns_in(decay), both = unknowns_in(quitting + decay);
  CHECK(settings_of_draw(alone, seed, 3)[0] == settings_of_draw(both, seed, 3)[0]);
  CHECK(drawn(alone[0], seed, 3) != drawn(alone[0], seed + 1, 3));
  CHECK(drawn(alone[0], seed, 3) != drawn(alone[0], seed, 4));
  // Two parameters of one law are drawn apart.
  double together = 0;
  const Unknown other{"learning.x", "", {}, alone[0].law, "", false, Grade::D};
  for (std::uint32_t d = 0; d < 2000; ++d)
    together += (drawn(alone[0], seed, d) - .35 / 3) * (drawn(other, seed, d) - .35 / 3);
  CHECK(std::abs(together / 2000 / (.065 * .065)) < 5 / std::sqrt(2000.0));
}

TEST_CASE("the settings of a draw make the scenario of the draw") {
  const std::string text = opening + decay + quitting + tries;
  const auto unknowns = unknowns_of(reading_of(text).provenance);
  const auto settings = settings_of_draw(unknowns, seed, 11);
  const Scenario scenario = scenario_of(text, settings);
  CHECK(scenario.parameters.learning.skill_decay == drawn(unknowns[0], seed, 11));
  CHECK(unknowns_of(reading_of(text, settings).provenance).empty());
}

TEST_CASE("whole numbers are drawn whole") {
  const Unknown unknown = unknowns_in(tries)[0];
  bool differ = false;
  for (std::uint32_t d = 0; d < 50; ++d) {
    CHECK(drawn(unknown, seed, d) == std::round(drawn(unknown, seed, d)));
    differ = differ || drawn(unknown, seed, d) != drawn(unknown, seed, 0);
  }
  CHECK(differ);
}

TEST_CASE("an unbounded law is cut off where its range is checked") {
  const Unknown unknown = unknowns_in(
      "[learning]\nskill_decay = { value = 0.05, uncertain = { log_normal = [0.05, 0.3] } }\n")[0];
  const double least = unknown.law.quantile(cut_off_tail),
               most = unknown.law.quantile(1 - cut_off_tail);
  for (std::uint32_t d = 0; d < 2000; ++d) {
    CHECK(drawn(unknown, seed, d) >= least);
    CHECK(drawn(unknown, seed, d) <= most);
  }
  CHECK(contains(problem_with("{ value = 0.05, uncertain = { normal = [0.05, 0.04] } }"),
                 "out of range"));
}

TEST_CASE("what cannot be drawn is refused where it stands") {
  CHECK(contains(problem_with("{ value = 0.05, uncertain = 0.1 }"), "where a law is needed"));
  CHECK(contains(problem_with("{ value = 0.05, uncertain = { triangluar = [0, 1, 2] } }"),
                 "did you mean triangular?"));
  CHECK(contains(problem_with("{ value = 0.05, uncertain = { uniform = [-1, 0.5] } }"),
                 "mine.toml:4:"));
  const auto only = [](const std::string& text) {
    const auto problems = problems_of(opening + text);
    REQUIRE(problems.size() == 1);
    return problems[0];
  };
  CHECK(contains(only("[run]\nseed = { value = 5, uncertain = { uniform = [1, 9] } }\n"),
                 "what is chosen is not unknown"));
  CHECK(contains(only("[firms]\nfrontier_growth = { value = 0, uncertian = 2 }\n"),
                 "did you mean uncertain?"));
  CHECK(contains(
      only("[advice]\nfirst_needs = { value = 2008-01-01, uncertain = { uniform = [1, 9] } }\n"),
      "cannot be uncertain"));
}

TEST_CASE("draws need something to draw") {
  const auto problems = problems_of(opening + "[run]\ndraws = 50\n");
  REQUIRE(problems.size() == 1);
  CHECK(contains(problems[0], "mine.toml:4:9 run.draws | 50, but no parameter is uncertain"));
  CHECK(problems_of(opening + "run.draws = 50\n" + decay).empty());
  CHECK(problems_of(opening + decay, {"run.draws=50"}).empty());
}
