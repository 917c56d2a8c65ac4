// SPDX-License-Identifier: Apache-2.0
// One scenario out of several files.
#include <catch2/catch.hpp>

#include "tests/scenarios/reading.hpp"

using namespace coopsim;
using namespace coopsim::test;

namespace {

const std::string base =
    "schema = 1\n"
    "title = \"base\"\n"
    "[firms]\ncount = 500\ntrend = 0.01\n"
    "[firms.sector_share]\nmachinery = 0.5\n"
    "[japan]\nwin_win = [{ from = 1993, value = 0.1 }, { from = 2006, value = 0.2 }]\n"
    "[training.A1]\nstart_months = [5, 10]\n"
    "[advice]\nmonths = { triangular = [2, 6, 12] }\n"
    "[budget.account.B7]\namount = \"500 million KRW\"\n"
    "[[policy]]\nname = \"first\"\nbaseline = true\nsubsidy = { share = 0.5, from = 2011-05-05 }\n"
    "[[policy]]\nname = \"second\"\nlabel = \"Second\"\nrecruitment = { effort = 2 }\n";

std::string over(const std::string& text) { return "schema = 1\nextends = \"base.toml\"\n" + text; }

Scenario laid_over(const std::string& text) {
  const Folder folder;
  folder.write("base.toml", base);
  return read_scenario(folder.write("mine.toml", over(text)));
}

std::vector<std::string> problems_over(const std::string& text) {
  const Folder folder;
  folder.write("base.toml", base);
  return problems_of_file(folder.write("mine.toml", over(text)));
}

std::vector<std::string> names(const Scenario& scenario) {
  std::vector<std::string> result;
  for (const Policy& policy : scenario.policies) result.push_back(policy.name);
  return result;
}

}  // namespace

TEST_CASE("a file that extends another says only what differs") {
  const Scenario scenario = laid_over("[firms]\ncount = 7\n");
  CHECK(scenario.parameters.firms.count == 7);
  CHECK(scenario.parameters.firms.trend == .01);
  CHECK(scenario.parameters.firms.sector_share.machinery == .5);
  CHECK(scenario.title.en == "base");
  CHECK(names(scenario) == std::vector<std::string>{"first", "second"});
}

TEST_CASE("paths, lists and laws are replaced whole") {
  const Scenario scenario = laid_over(
      "[japan]\nwin_win = [{ from = 2000, value = 0.4 }]\n"
      "[training.A1]\nstart_months = [7]\n"
      "[advice]\nmonths = { uniform = [1, 3] }\n");
  CHECK(scenario.parameters.japan.win_win.steps.size() == 1);
  CHECK(scenario.parameters.training.a1.start_months == MonthSet::of({7}));
  CHECK(scenario.parameters.advice.months == Distribution(Distribution::Law::uniform, {1, 3}));
}

TEST_CASE("policies meet by name: keys merge, a lever is replaced whole") {
  const Scenario scenario = laid_over(
      "[[policy]]\nname = \"second\"\nsubsidy = { share = 0.1 }\n"
      "[[policy]]\nname = \"first\"\nsubsidy = { share = 0.2 }\n"
      "[[policy]]\nname = \"third\"\non = \"first\"\n");
  CHECK(names(scenario) == std::vector<std::string>{"first", "second", "third"});
  CHECK(policy_of(scenario, "first").baseline);
  CHECK(policy_of(scenario, "second").label_en == "Second");
  CHECK(policy_of(scenario, "second").levers.size() == 2);
  // `from` of the lever that was replaced is gone.
  CHECK(contains(scenario.effective_toml, "subsidy = { share = 0.2 }"));
  CHECK_FALSE(contains(scenario.effective_toml, "2011-05-05"));
}

TEST_CASE("remove = true deletes a policy, a lever, a table") {
  CHECK(names(laid_over("[[policy]]\nname = \"second\"\nremove = true\n")) ==
        std::vector<std::string>{"first"});
  const Scenario scenario = laid_over(
      "[[policy]]\nname = \"first\"\nsubsidy = { remove = true }\n"
      "[firms.sector_share]\nremove = true\n");
  CHECK(policy_of(scenario, "first").levers.empty());
  CHECK(scenario.parameters.firms.sector_share.machinery ==
        Parameters().firms.sector_share.machinery);
}

TEST_CASE("remove finds nothing to remove, or stands where it means nothing") {
  CHECK(contains(problems_over("[[policy]]\nname = \"nobody\"\nremove = true\n").at(0),
                 "mine.toml:3:"));
  CHECK(contains(problems_over("[macro]\nremove = true\n").at(0), "nothing to remove"));
  CHECK(contains(problems_over("[firms]\nremove = false\n").at(0), "remove = true alone"));
  CHECK(contains(
      problems_over("[[policy]]\nname = \"first\"\nsubsidy = { share = 0.3, remove = false }\n")
          .at(0),
      "mine.toml:5:"));
}

TEST_CASE("what a removed baseline leaves behind is found") {
  const auto problems = problems_over("[[policy]]\nname = \"first\"\nremove = true\n");
  REQUIRE(problems.size() == 1);
  CHECK(contains(problems[0], "base.toml:"));
  CHECK(contains(problems[0], "no policy is the baseline"));
}

TEST_CASE("a mistake in an extended file names that file and who extends it") {
  const Folder folder;
  folder.write("base.toml", opening + "[run]\nsead = 1\n");
  const auto path = folder.write("mine.toml", over("[run]\nreplications = 0\n"));
  const auto problems = problems_of_file(path);
  REQUIRE(problems.size() == 2);
  CHECK(contains(problems[0], "mine.toml:4:16 run.replications"));
  CHECK(contains(problems[1], "base.toml:4:1 run.sead"));
  try {
    read_scenario(path);
  } catch (const ScenarioError& error) {
    CHECK(contains(error.what(), "(included by mine.toml:2)"));
  }
}

TEST_CASE("files may extend each other up to sixteen deep, never in a circle") {
  const Folder folder;
  const auto name = [](int i) { return std::string("f") + std::to_string(i) + ".toml"; };
  folder.write(name(0), opening + "[firms]\ncount = 9\n");
  for (int i = 1; i <= 17; ++i)
    folder.write(name(i), std::string("schema = 1\nextends = \"") + name(i - 1) + "\"\n");
  CHECK(read_scenario(folder.path() / name(16)).parameters.firms.count == 9);
  const auto deep = problems_of_file(folder.path() / name(17));
  REQUIRE(deep.size() == 1);
  CHECK(contains(deep[0], "f1.toml:2:11 extends | more than 16"));

  folder.write(name(0), "schema = 1\nextends = \"f2.toml\"\n");
  const auto circle = problems_of_file(folder.path() / name(2));
  REQUIRE(circle.size() == 1);
  CHECK(contains(circle[0], "f2.toml -> f1.toml -> f0.toml -> f2.toml"));
}

TEST_CASE("one file by two names is known as one") {
  const Folder folder;
  const auto path = folder.write("mine.toml", "schema = 1\nextends = \"twin.toml\"\n");
  std::filesystem::create_hard_link(path, folder.path() / "twin.toml");
  CHECK(contains(problems_of_file(path).at(0), "mine.toml -> twin.toml"));
  std::filesystem::remove(folder.path() / "twin.toml");
  std::filesystem::create_symlink("mine.toml", folder.path() / "twin.toml");
  CHECK(contains(problems_of_file(path).at(0), "mine.toml -> twin.toml"));
}

TEST_CASE("extends never leaves its folder, and never shows what lies outside") {
  const Folder folder;
  folder.write("outside.toml", "secret = 1\n");
  std::filesystem::create_directories(folder.path() / "inside");
  std::filesystem::create_symlink("../outside.toml", folder.path() / "inside" / "link.toml");
  for (const char* name : {"../outside.toml", "a/../../outside.toml", "/etc/passwd", "link.toml",
                           "", "a\\\\b.toml", "a\\u0007.toml"}) {
    const auto problems = problems_of_file(
        folder.write("inside/mine.toml", std::string("schema = 1\nextends = \"") + name + "\"\n"));
    CAPTURE(name);
    REQUIRE(problems.size() == 1);
    CHECK(contains(problems[0], "mine.toml:2:11 extends"));
    CHECK(contains(problems[0], "beside this one"));
    CHECK_FALSE(contains(problems[0], "secret"));
    CHECK_FALSE(contains(problems[0], folder.path().string()));
  }
}

TEST_CASE("a file that is not beside is looked up among the installed scenarios") {
  const Folder here, installed;
  installed.write("base.toml", base);
  installed.write("sub/deeper.toml", "schema = 1\nextends = \"near.toml\"\n");
  installed.write("sub/near.toml", base);
  const auto mine = here.write("mine.toml", over(""));
  CHECK(problems_of_file(mine).size() == 1);
  CHECK(read_scenario(mine, {{}, installed.path()}).parameters.firms.count == 500);
  // What an extended file extends is looked up beside that one.
  const auto deeper = here.write("other.toml", "schema = 1\nextends = \"sub/deeper.toml\"\n");
  CHECK(read_scenario(deeper, {{}, installed.path()}).parameters.firms.count == 500);
  // What lies beside goes first.
  here.write("base.toml", opening + "[firms]\ncount = 3\n");
  CHECK(read_scenario(mine, {{}, installed.path()}).parameters.firms.count == 3);
}

TEST_CASE("the exit code says whether a file is wrong, missing or shut") {
  const auto code = [](const std::filesystem::path& path) {
    try {
      read_scenario(path);
    } catch (const ScenarioError& error) {
      return error.exit_code();
    }
    return 0;
  };
  const Folder folder;
  CHECK(code(folder.write("sound.toml", opening)) == 0);
  CHECK(code(folder.write("wrong.toml", "schema = 2\n")) == 65);
  CHECK(code(folder.path() / "nowhere.toml") == 66);
  CHECK(code(folder.path()) == 66);
  CHECK(code(folder.write("mine.toml", over(""))) == 66);
}
