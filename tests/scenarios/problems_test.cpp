// SPDX-License-Identifier: Apache-2.0
// How problems are told: order, number, place, words, JSON.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/scenarios/reading.hpp"

using namespace coopsim;
using namespace coopsim::test;

namespace {

ScenarioError error_of(const std::string& text) {
  try {
    reading_of(text);
  } catch (const ScenarioError& error) {
    return error;
  }
  FAIL("no problem");
  throw std::logic_error("unreachable");
}

// Where the one problem is.
std::string place_of_problem(const std::string& text) {
  const auto problems = error_of(text).problems().in_order();
  REQUIRE(problems.size() == 1);
  return problems[0].where.text();
}

}  // namespace

TEST_CASE("a key is placed at its first letter, a value at its own") {
  CHECK(place_of_problem(opening + "[run]\n  seeds = 5\n") == "mine.toml:4:3");
  CHECK(place_of_problem(opening + "[run]\n  seed =   -5\n") == "mine.toml:4:12");
  CHECK(place_of_problem(opening + "run.seed = -5\n") == "mine.toml:3:12");
  CHECK(place_of_problem(opening + "run = { seed = -5 }\n") == "mine.toml:3:16");
  CHECK(place_of_problem(opening + "[run]\nseed = { value = -5, source = \"x\" }\n") ==
        "mine.toml:4:18");
  CHECK(place_of_problem(opening + "[japan]\nwin_win = [\n  { from = 1993,\tvalue = 3 } ]\n") ==
        "mine.toml:5:26");
}

TEST_CASE("columns count letters, not bytes; tabs and CR LF are as any editor shows them") {
  CHECK(
      place_of_problem(opening + "[run]\nknowledge = { value = \"한글\", source = \"출처\" }\n") ==
      "mine.toml:4:23");
  CHECK(place_of_problem(opening + "[run]\nseed = { source = \"출처 😀\", value = -5 }\n") ==
        "mine.toml:4:35");
  CHECK(place_of_problem(opening + "[run]\n\tseed = -5\n") == "mine.toml:4:9");
  CHECK(
      place_of_problem(
          "schema = 1\r\npolicy = [{ name = \"a\", baseline = true }]\r\n[run]\r\nseed = -5\r\n") ==
      "mine.toml:4:8");
}

TEST_CASE("a byte order mark moves no place and is noted") {
  CHECK(place_of_problem("\xEF\xBB\xBF" + opening + "[run]\nseed = -5\n") == "mine.toml:4:8");
  const auto reading = reading_of("\xEF\xBB\xBF" + opening);
  REQUIRE(reading.notes.size() == 1);
  CHECK(contains(reading.notes[0].what, "byte order mark"));
}

TEST_CASE("what two values contradict is placed at one and names the other") {
  const auto problems =
      error_of(opening + "[firms]\nstaff_least = 80\nstaff_most = 70\n").problems().in_order();
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].where.text() == "mine.toml:4:15");
  CHECK(contains(problems[0].what, "firms.staff_most"));
  // Only one of the two is in the file: still a place to look at.
  CHECK(place_of_problem(opening + "[firms]\nstaff_most = 4\n") == "mine.toml:3:2");
}

TEST_CASE("problems come in the order of the file, each once") {
  const auto problems = problems_of(
      "policy = [{ name = \"a\", baseline = true, subsidy = { share = 3 } }]\n"
      "[training]\ndropout = 2\n[firms]\ncount = -1\n[run]\nseed = -1\n");
  REQUIRE(problems.size() == 5);
  CHECK(contains(problems[0], "mine.toml schema"));
  CHECK(contains(problems[1], "mine.toml:1:"));
  CHECK(contains(problems[2], "mine.toml:3:"));
  CHECK(contains(problems[3], "mine.toml:5:"));
  CHECK(contains(problems[4], "mine.toml:7:"));
}

TEST_CASE("the first fifty are shown, the others counted") {
  std::string text = opening;
  for (int i = 0; i < 75; ++i) text += "unknown_" + std::to_string(i) + " = 1\n";
  const ScenarioError error = error_of(text);
  CHECK(error.problems().count() == 75);
  CHECK(error.problems().more() == 25);
  CHECK(error.problems().in_order().size() == 50);
  const std::string message = error.what();
  CHECK(contains(message, "has 75 problems, nothing was run"));
  CHECK(contains(message, "unknown_49 "));
  CHECK_FALSE(contains(message, "unknown_50 "));
  CHECK(contains(message, "and 25 more"));
}

TEST_CASE("the message aligns places and keys, by letters") {
  const std::string message = error_of(opening + "\"한글\" = 1\n[run]\nseed = -1\n").what();
  CHECK(contains(message, "mine.toml has 2 problems, nothing was run.\n\n"));
  CHECK(contains(message, "\n  mine.toml:3:1  \"한글\"      no such parameter"));
  CHECK(contains(message, "\n  mine.toml:5:8  run.seed  -1 is out of range"));
}

TEST_CASE("the same as JSON") {
  const ScenarioError error = error_of(opening + "[run]\nseed = -1\nseeds = 2\n");
  const auto document = nlohmann::json::parse(error.json());
  CHECK(document["scenario"] == "mine.toml");
  CHECK(document["more"] == 0);
  REQUIRE(document["problems"].size() == 2);
  const auto& first = document["problems"][0];
  CHECK(first["file"] == "mine.toml");
  CHECK(first["line"] == 4);
  CHECK(first["column"] == 8);
  CHECK(first["key"] == "run.seed");
  CHECK(contains(first["what"], "-1"));
  CHECK(contains(first["remedy"], "0 to"));
}

TEST_CASE("nothing of the file is obeyed by a terminal") {
  for (const std::string text :
       {"[\"a\u202Eb\"]\nx = 1\n", "[run]\nknowledge = \"a\\u001b[2Jb\"\n",
        "[run]\nknowledge = \"a\\u0085b\u200B\"\n", "title = \"a\\u202eb\\u0007\"\n",
        "[[policy2]]\nname = \"\u2066\"\n"}) {
    const std::string message = error_of(opening + text).what();
    for (const char* unwanted : {"\u202E", "\x1B", "\u0085", "\u200B", "\a", "\u2066"})
      CHECK_FALSE(contains(message, unwanted));
  }
}

TEST_CASE("a duplicate names both of its places, wherever it hides") {
  const auto both = [](const std::string& text, const std::string& first,
                       const std::string& second) {
    const auto problems = error_of(opening + text).problems().in_order();
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].where.text() == second);
    CHECK(contains(problems[0].what, first));
  };
  both("[run]\nseed = 1\nseed = 2\n", "mine.toml:4:1", "mine.toml:5:1");
  both("[run]\n[firms]\n[run]\n", "mine.toml:3:2", "mine.toml:5:2");
  both("run = { seed = 1, seed = 2 }\n", "mine.toml:3:9", "mine.toml:3:19");
  both("[run]\n\"seed\" = 1\nseed = 2\n", "mine.toml:4:1", "mine.toml:5:1");
  both("[[x]]\na = 1\n[[x]]\na = 2\na = 3\n", "mine.toml:6:1", "mine.toml:7:1");
}

TEST_CASE("brackets and keys within bounds are not the scan's business") {
  std::string deep = opening + "[firms]\ncount = ";
  deep += std::string(32, '[') + std::string(32, ']');
  CHECK(contains(problems_of(deep + "\n").at(0), "array"));
  CHECK(contains(problems_of(opening + "a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p = 1\n").at(0),
                 "no such parameter"));
  // Brackets, quotes and comments within texts and comments open nothing.
  const std::string quoted = "title = '''\n[[[[ \"not\" # this'''\n# [[[ {{{ \"\n" + opening;
  CHECK(problems_of(quoted).empty());
}
