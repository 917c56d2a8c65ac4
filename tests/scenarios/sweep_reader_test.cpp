// SPDX-License-Identifier: Apache-2.0
// Studies of sweeps: what they say, and what is wrong with them, all at once.
#include <catch2/catch.hpp>
#include <cmath>

#include "scenarios/sweep_study.hpp"
#include "tests/scenarios/reading.hpp"

using namespace coopsim;
using namespace coopsim::test;

namespace {

const std::string scenario =
    opening +
    "[learning]\nskill_decay = { value = 0.05, uncertain = { triangular = [0, 0.05, "
    "0.3] }, source = \"x\", confidence = \"external\", grade = \"C\" }\n";
const std::string head = "schema = 1\nscenario = \"x.toml\"\n";
const std::string design = "[design]\nkind = \"latin_hypercube\"\npoints = 8\n";
const std::string factor = "[[factor]]\npath = \"advice.tries\"\nvalues = [1, 2, 4]\n";

SweepStudy study_of(const std::string& text) {
  return read_sweep_text(text, "study.toml", scenario);
}

std::vector<std::string> problems_in(const std::string& text) {
  try {
    study_of(text);
  } catch (const ScenarioError& error) {
    std::vector<std::string> lines;
    for (const Problem& one : error.problems().in_order())
      lines.push_back(one.where.text() + " " + one.key + ": " + one.what + "; " + one.remedy);
    return lines;
  }
  return {};
}

std::string problem_in(const std::string& text) {
  const auto all = problems_in(text);
  for (std::size_t i = 1; i < all.size(); ++i) UNSCOPED_INFO(all[i]);
  REQUIRE(all.size() == 1);
  return all.front();
}

}  // namespace

TEST_CASE("a study says what varies, and a coordinate becomes a setting") {
  const SweepStudy study =
      study_of(head + design + factor +
               "[[factor]]\npath = \"learning.skill_decay\"\nlaw = \"uncertain\"\n"
               "[[factor]]\npath = \"advice.interest_loss\"\nrange = [0.02, 0.12]\n");
  REQUIRE(study.factors.size() == 3);
  CHECK(study.factors[0].setting(.4) == "advice.tries=2");
  CHECK(study.factors[0].number(.9) == 4);
  CHECK(study.factors[1].usual_number() == .05);
  CHECK(study.factors[1].setting(.5).starts_with("learning.skill_decay=0.1"));
  CHECK(study.factors[2].setting(0) == "advice.interest_loss=0.02");
  CHECK(study.factors[2].setting(1) == "advice.interest_loss=0.12");
  CHECK(study.at({"advice.tries=4"}).parameters.advice.tries == 4);
  CHECK(study.design.points == 8);
}

TEST_CASE("factor = \"uncertain\" takes what the scenario calls uncertain") {
  const SweepStudy study = study_of(head + "factor = \"uncertain\"\n" + design);
  REQUIRE(study.factors.size() == 1);
  CHECK(study.factors[0].path == "learning.skill_decay");
}

TEST_CASE("a scaled path has every number times the factor, and keeps its dates") {
  CHECK(scaled_text("0.5", 1.5) == "0.75");
  CHECK(scaled_text("[{ from = 2007-01-01, value = 2 }, { from = 2009-01-01, value = 4.0 }]", .5) ==
        "[{ from = 2007-01-01, value = 1 }, { from = 2009-01-01, value = 2 }]");
  CHECK(scaled_text("\"text\"", 2).empty());
}

TEST_CASE("a shifted path moves every date but the first, to the month's last day") {
  CHECK(shifted_text("2007-01-31", 1) == "2007-02-28");
  CHECK(shifted_text("2007-01-31", -11) == "2006-02-28");
  CHECK(shifted_text("[{ from = 1993-01-01, value = 2 }, { from = 2009-12-01, value = 4.0 }]", 6) ==
        "[{ from = 1993-01-01, value = 2 }, { from = 2010-06-01, value = 4.0 }]");
  CHECK(shifted_text("3", 1).empty());
  const SweepStudy study =
      study_of(head + design + "[[factor]]\npath = \"run.policies_start\"\nshift = [-12, 12]\n");
  CHECK(study.factors[0].setting(0) == "run.policies_start=2006-01-01");
  CHECK(study.factors[0].setting(.51) == "run.policies_start=2007-01-01");
  CHECK(study.factors[0].usual_number() == 0);
  CHECK(problem_in(head + design + "[[factor]]\npath = \"advice.tries\"\nshift = [-12, 12]\n")
            .find("no date and no dated path") != std::string::npos);
  CHECK(problem_in(head + design + "[[factor]]\npath = \"run.policies_start\"\nshift = [0.5, 12]\n")
            .find("whole numbers of months") != std::string::npos);
}

const std::string loss = "[[factor]]\npath = \"advice.interest_loss\"\nrange = [0.02, 0.06]\n";

TEST_CASE("a range may begin or end at what a factor above it is") {
  const std::string decay = "[[factor]]\npath = \"learning.skill_decay\"\nrange = ";
  const SweepStudy study =
      study_of(head + design + loss + decay + "[\"advice.interest_loss\", 0.2]\n");
  const SweepFactor bounded = study.factors[1].where({.05});
  CHECK(bounded.number(0) == .05);
  CHECK(bounded.number(1) == .2);
  CHECK(study.factors[1].statement == "range [advice.interest_loss, 0.2]");
  CHECK(problem_in(head + design + loss + decay + "[\"advice.interest_loss\", 0.05]\n")
            .find("its least may be 0.06 where its most is 0.05") != std::string::npos);
  CHECK(problem_in(head + design + decay + "[\"advice.interest_loss\", 0.2]\n" + loss)
            .find("no factor above this one") != std::string::npos);
}

TEST_CASE("mirrored points come in pairs, of a Monte Carlo design without constraints") {
  const std::string pairs = "[design]\nkind = \"monte_carlo\"\nmirrored = true\npoints = ";
  CHECK(study_of(head + pairs + "6\n" + loss).design.mirrored);
  CHECK(problem_in(head + pairs + "5\n" + loss).find("5 points are no pairs") != std::string::npos);
  CHECK(problem_in(head + "[design]\nkind = \"sobol\"\npoints = 8\nmirrored = true\n" + loss)
            .find("a sobol is not mirrored") != std::string::npos);
  const std::string constraint =
      "[[constraint]]\nfactor = \"advice.interest_loss\"\nat_most = 0.1\n";
  CHECK(problem_in(head + pairs + "6\n" + loss + constraint)
            .find("constraints would leave halves of pairs out") != std::string::npos);
}

TEST_CASE("a constraint bounds a factor by a number or another factor") {
  const std::string decay = "[[factor]]\npath = \"learning.skill_decay\"\nrange = [0, 0.2]\n";
  const std::string sobol = "[design]\nkind = \"sobol\"\npoints = 8\n";
  const std::string constraint =
      "[[constraint]]\nfactor = \"learning.skill_decay\"\nat_most = \"advice.interest_loss\"\n"
      "times = 2\n";
  const SweepStudy study = study_of(head + sobol + loss + decay + constraint);
  REQUIRE(study.constraints.size() == 1);
  const std::vector<double> inside = {.05, .1}, outside = {.05, .11};
  CHECK(study.constraints[0].holds(inside.data()));
  CHECK_FALSE(study.constraints[0].holds(outside.data()));
  CHECK(study.constraints[0].text(study.factors) ==
        "learning.skill_decay at most 2 times advice.interest_loss");
  CHECK(problem_in(head + design + loss + decay + constraint)
            .find("a latin_hypercube is none without some of its points") != std::string::npos);
  CHECK(problem_in(head + sobol + loss + decay +
                   "[[constraint]]\nfactor = \"learning.skil_decay\"\nat_least = 0\n")
            .find("did you mean learning.skill_decay?") != std::string::npos);
  CHECK(problem_in(head + sobol + loss + decay +
                   "[[constraint]]\nfactor = \"learning.skill_decay\"\n")
            .find("no at_most and no at_least") != std::string::npos);
}

TEST_CASE("a table of points: columns are factors, rows are points") {
  const std::string study = head + "table = \"points.csv\"\n[design]\nkind = \"table\"\n";
  const auto reading = [&](const std::string& table) {
    return read_sweep_text(study, "study.toml", scenario, table);
  };
  const SweepStudy sound =
      reading("advice.tries,run.knowledge\n1,ex_post\n\n3,ex_ante_2007\n1,ex_ante_2007\n");
  REQUIRE(sound.factors.size() == 2);
  CHECK(sound.factors[0].values == std::vector<std::string>{"1", "3"});
  CHECK(sound.factors[1].values == std::vector<std::string>{"\"ex_post\"", "\"ex_ante_2007\""});
  CHECK(sound.table_levels == std::vector<int>{0, 0, 1, 1, 0, 1});
  CHECK(sound.foundation() != reading("advice.tries,run.knowledge\n1,ex_post\n").foundation());
  const auto problem = [&](const std::string& table) {
    try {
      reading(table);
    } catch (const ScenarioError& error) {
      const Problem first = error.problems().in_order().front();
      return first.where.text() + ": " + first.what;
    }
    return std::string("none");
  };
  CHECK(problem("advice.tries\n") == "points.csv: has no point");
  CHECK(problem("advice.tries,run.knowledge\n1\n") == "points.csv:2:1: 1 values, and 2 columns");
  CHECK(problem("advice.tries\n1\nx\n").find("points.csv:1:1: advice.tries=\"x\"") == 0);
  CHECK(problem("advice.tires\n1\n").find("points.csv:1:1") == 0);
  CHECK(problem_in(head + "[design]\nkind = \"table\"\n").find("there is no `table`") !=
        std::string::npos);
}

TEST_CASE("all that is wrong with a study is told at once, with place and remedy") {
  const auto all = problems_in(
      "schema = 1\nscenario = \"x.toml\"\nreplications = 0\nresponses = [\"productivity_efect\"]\n"
      "[design]\nkind = \"sobbol\"\n[[factor]]\npath = \"advice.tries\"\nvalues = [1]\n");
  REQUIRE(all.size() == 4);
  CHECK(all[0].starts_with("study.toml:3:16 replications"));
  CHECK(all[1] ==
        "study.toml:4:14 responses: \"productivity_efect\" is not one of them; did you mean "
        "productivity_effect?");
  CHECK(all[2].find("did you mean sobol") != std::string::npos);
  CHECK(all[3].find("allowed: a list of 2 to 10,000 values") != std::string::npos);
}

TEST_CASE("a factor that the scenario does not allow is told by the scenario's own words") {
  CHECK(problem_in(head + design + "[[factor]]\npath = \"advice.tires\"\nrange = [1, 2]\n")
            .find("did you mean advice.tries") != std::string::npos);
  CHECK(problem_in(head + design + "[[factor]]\npath = \"advice.long_share\"\nrange = [0.5, 1.5]\n")
            .find("advice.long_share=1.5: 1.5 is out of range; allowed: 0 to 1") !=
        std::string::npos);
}

TEST_CASE("a factor says once what it may be, and stands there once") {
  CHECK(problem_in(head + design + "[[factor]]\npath = \"advice.tries\"\n")
            .find("says not once what it may be") != std::string::npos);
  CHECK(problem_in(head + design + factor + factor).find("is a factor already") !=
        std::string::npos);
  CHECK(problem_in(head + design + "[[factor]]\npath = \"advice.tries\"\nrange = [3, 1]\n")
            .find("least is not below its most") != std::string::npos);
  CHECK(problem_in(head + design).find("nothing varies") != std::string::npos);
}

TEST_CASE("a design that needs lists is told the factor that has none") {
  CHECK(problem_in(head + "[design]\nkind = \"full_factorial\"\n" + factor +
                   "[[factor]]\npath = \"advice.interest_loss\"\nrange = [0.02, 0.12]\n")
            .find("advice.interest_loss has no `values`") != std::string::npos);
  CHECK(problem_in(head + "[design]\nkind = \"morris\"\nlevels = 5\n" + factor)
            .find("allowed: an even number") != std::string::npos);
}

TEST_CASE("a kind of design that does not exist brings no other problems") {
  CHECK(problem_in(head +
                   "[design]\nkind = \"lhs\"\n[[factor]]\npath = \"advice.interest_loss\"\nrange = "
                   "[0.02, 0.12]\n")
            .find("kind") != std::string::npos);
}

TEST_CASE("the foundation of a study changes with what its blocks rest on, not with its size") {
  const std::string base = study_of(head + design + factor).foundation();
  CHECK(study_of(head + "replications = 7\n" +
                 "[design]\nkind = \"latin_hypercube\"\npoints = 16\n" + factor)
            .foundation() == base);
  CHECK(study_of(head + design + "[[factor]]\npath = \"advice.tries\"\nvalues = [1, 2, 3]\n")
            .foundation() != base);
  CHECK(study_of(head + design + "seed = 2\n" + factor).foundation() != base);
}
