// SPDX-License-Identifier: Apache-2.0
// [[policy]]: names, dates, targets, policies on policies, evidence; contradictions and mandates
// that no money covers.
#include <catch2/catch.hpp>

#include "policies/catalogue.hpp"
#include "tests/scenarios/reading.hpp"

using namespace coopsim;
using namespace coopsim::test;

namespace {

std::string policy(const std::string& name, const std::string& lines) {
  return "[[policy]]\nname = \"" + name + "\"\n" + lines + "\n";
}

std::vector<std::string> levers(const Policy& policy) {
  std::vector<std::string> names;
  for (const auto& lever : policy.levers)
    names.emplace_back(dynamic_cast<const PolicyLever&>(*lever).name());
  return names;
}

// The one problem with a policy of these lines (line 13 and on).
std::string problem(const std::string& lines) {
  const auto problems = problems_of(money + policy("mine", lines));
  for (const std::string& line : problems) UNSCOPED_INFO(line);
  REQUIRE(problems.size() == 1);
  return problems[0];
}

Money planned(const std::string& lines, Account account, int year) {
  return policy_of(scenario_of(money + policy("mine", lines)), "mine").money.of(account, year);
}

}  // namespace

TEST_CASE("a lever acts on its target from its date on") {
  const std::string half = "share_path = { path = [{ from = 2009, value = 0.25 }] }";
  CHECK(planned(half, Account::A1, 2008) == krw_million(40));
  CHECK(planned(half, Account::A1, 2009) == krw_million(20));
  CHECK(planned(half, Account::B7, 2009) == krw_million(30));
  const std::string one = "announced_cut = { account = \"A2\", factor = 0.5, from = 2010-01-01 }";
  CHECK(planned(one, Account::A1, 2010) == krw_million(40));
  CHECK(planned(one, Account::A2, 2010) == krw_million(30));
  CHECK(planned("announced_cut = { account = \"training\", factor = 0.5, from = 2010 }",
                Account::A1, 2010) == krw_million(20));
}

TEST_CASE("a policy on others has their levers; its own replace theirs by name") {
  const Scenario scenario = scenario_of(
      money + policy("one", "subsidy = { share = 0.5 }\nrecruitment = { effort = 0.5 }") +
      policy("two", "on = \"one\"\nsubsidy = { share = 0.1 }") +
      policy("three", "matching_days = { days_a_year = 4 }") +
      policy("four", "stack = [\"two\", \"three\"]") +
      policy("five", "stack = [\"one\", \"one\"]"));
  using Names = std::vector<std::string>;
  CHECK(levers(policy_of(scenario, "one")) == Names{"recruitment", "subsidy"});
  CHECK(levers(policy_of(scenario, "two")) == Names{"recruitment", "subsidy"});
  CHECK(levers(policy_of(scenario, "four")) == Names{"recruitment", "subsidy", "matching_days"});
  CHECK(levers(policy_of(scenario, "five")) == Names{"recruitment", "subsidy"});
  const auto& one = dynamic_cast<const PolicyLever&>(*policy_of(scenario, "one").levers[1]);
  const auto& two = dynamic_cast<const PolicyLever&>(*policy_of(scenario, "two").levers[1]);
  const auto& four = dynamic_cast<const PolicyLever&>(*policy_of(scenario, "four").levers[1]);
  CHECK_FALSE(one.same_as(two));
  CHECK(two.same_as(four));
}

TEST_CASE("a policy may stand on one that comes later in the file") {
  const Scenario scenario = scenario_of(money + policy("early", "on = \"late\"") +
                                        policy("late", "subsidy = { share = 0.5 }"));
  CHECK(policy_of(scenario, "early").levers.size() == 1);
}

TEST_CASE("policies that stand on each other in a circle are named") {
  const auto problems =
      problems_of(money + policy("one", "on = \"two\"") + policy("two", "stack = [\"one\"]"));
  REQUIRE(problems.size() == 2);
  CHECK(contains(problems[0], "mine.toml:15:6 policy.one"));
  CHECK(contains(problems[0], "two -> one -> two"));
  CHECK(contains(problems[1], "mine.toml:18:10 policy.two"));
  CHECK(contains(problems[1], "one -> two -> one"));
}

TEST_CASE("labels are for people, in one language or two") {
  const Scenario scenario = scenario_of(
      money + policy("one", "label = \"One\"") + policy("two", "label = { ko = \"둘\" }") +
      policy("three", "label = { en = \"Three\", ko = \"셋\" }") + policy("four", ""));
  CHECK(policy_of(scenario, "one").label_ko == "One");
  CHECK(policy_of(scenario, "two").label_en == "둘");
  CHECK(policy_of(scenario, "three").label_en == "Three");
  CHECK(policy_of(scenario, "three").label_ko == "셋");
  CHECK(policy_of(scenario, "four").label_en == "four");
  CHECK(contains(problem("label = {}"), "without en and ko"));
  CHECK(contains(problem("label = 5"), "5"));
  CHECK(contains(problem("label = \"" + std::string(201, 'x') + "\""), "200"));
}

TEST_CASE(
    "a policy, a lever and a setting may each cite evidence, kept in the effective scenario") {
  const Scenario scenario = scenario_of(
      money +
      policy("mine",
             "source = \"F21\"\nconfidence = \"article\"\n"
             "subsidy = { share = { value = 0.5, source = \"E12\", confidence = \"external\", "
             "grade = \"B\" }, source = \"F32\", confidence = \"derived\", note = \"why\" }"));
  CHECK(contains(scenario.effective_toml,
                 "source = \"F21\"\nconfidence = \"article\"\ngrade = \"A\"\n"));
  CHECK(contains(scenario.effective_toml,
                 "subsidy = { share = { value = 0.5, source = \"E12\", confidence = \"external\", "
                 "grade = \"B\" }, source = \"F32\", confidence = \"derived\", grade = \"D\", "
                 "note = \"why\" }\n"));
  CHECK(scenario_of(scenario.effective_toml).effective_toml == scenario.effective_toml);
  CHECK(contains(problem("confidence = \"sure\""), "policy.mine.confidence") == false);
  CHECK(contains(problem("confidence = \"sure\""), "\"sure\""));
  CHECK(contains(problem("subsidy = { share = 0.5, grade = \"E\" }"), "A, B, C, D"));
  CHECK(contains(problem("subsidy = { share = 0.5, source = 7 }"), "7"));
}

TEST_CASE("two levers that set the same quantity at the same time are both named") {
  const std::string both = problem(
      "share_path = { path = 0.4 }\nannounced_cut = { account = \"A2\", factor = 0.5, from = 2009 "
      "}");
  CHECK(contains(both, "mine.toml:16:1 policy.mine.announced_cut"));
  CHECK(contains(both, "share_path and announced_cut both set the money of A2 from 2009-01-01"));
  CHECK(contains(problem("total = { factor = 0.9 }\nannounced_cut = { factor = 0.9 }"),
                 "total and announced_cut both set the total appropriation"));
  CHECK(contains(problem("abrupt_cut = { on = 2008-07-01, share = 0.1, authority = \"korea\" }\n"
                         "midyear_cut = { year = 2008, share = 0.1 }"),
                 "abrupt_cut and midyear_cut both set"));
}

TEST_CASE("a contradiction with a lever of the policy below says where that one is given") {
  const auto problems =
      problems_of(money + policy("below", "total = { factor = 0.9 }") +
                  policy("mine", "on = \"below\"\nannounced_cut = { factor = 0.9, from = 2010 }"));
  REQUIRE(problems.size() == 1);
  CHECK(contains(problems[0], "policy.mine.announced_cut"));
  CHECK(contains(problems[0], "total and announced_cut"));
}

TEST_CASE("a mandate that no money covers names account, money and year") {
  // The head office keeps its 20 of 220, so training cannot have all.
  std::string text = money;
  text.insert(text.find("[[policy]]"),
              "[budget.account.head_office]\namount = \"20 million KRW\"\n");
  const auto problems =
      problems_of(text + policy("mine", "share_path = { path = [{ from = 2009, value = 1 }] }"));
  REQUIRE(problems.size() == 1);
  CHECK(contains(problems[0], "mine.toml:17:1 policy.mine.share_path"));
  CHECK(contains(problems[0], "training needs 20 million KRW in 2009 and 7 more years"));
  const std::string advice = problem("recruitment = { effort = 10 }");
  CHECK(contains(advice, "policy.mine.recruitment"));
  CHECK(contains(advice, "B7"));
  CHECK(contains(advice, "million KRW"));
  CHECK(contains(advice, "2007"));
}

TEST_CASE("a lever that can do nothing is refused") {
  CHECK(contains(problem("subsidy = { share = 0.5, from = 2017 }"), "before 2017-01-01"));
  CHECK(contains(problem("share_path = {}"), "sets nothing"));
  CHECK(contains(problem("release_to = { account = \"advice\" }"), "no money is released"));
}

TEST_CASE("a target is read line by line and kept in the effective scenario") {
  const std::string lines =
      "coverage = { account = \"training\", target = { sector = [\"moulds\", \"optics\"], "
      "size_class = [\"5-9\"], exporter = true, former = false, others = 0.25 } }";
  const ScenarioReading reading = reading_of(money + policy("mine", lines));
  const std::string& text = reading.scenario.effective_toml;
  CHECK(contains(text,
                 "target = { sector = [\"moulds\", \"optics\"], size_class = [\"5-9\"], "
                 "exporter = true, former = false, others = 0.25 }"));
  CHECK(scenario_of(text).effective_toml == text);
}

TEST_CASE("a target that cannot be is told with what is allowed") {
  const auto told = [](const std::string& target) {
    return problem("coverage = { target = " + target + " }");
  };
  CHECK(contains(told("{ sectors = [\"moulds\"] }"), "did you mean sector?"));
  CHECK(contains(told("{ sector = [\"mould\"] }"), "did you mean moulds?"));
  CHECK(contains(told("{ sector = \"moulds\" }"), "a list of names is needed"));
  CHECK(contains(told("{ others = 0.5 }"), "leaves out nobody"));
  CHECK(contains(told("{ exporter = true, others = 2 }"), "allowed: 0 to 1"));
  CHECK(contains(told("{ exporter = 1 }"), "true or false"));
  CHECK(contains(told("true"), "a target such as"));
}
