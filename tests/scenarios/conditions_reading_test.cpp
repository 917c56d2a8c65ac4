// SPDX-License-Identifier: Apache-2.0
// `when` of a policy: what it needs, what it may name, and that it is kept.
#include <catch2/catch.hpp>

#include "sim/condition.hpp"
#include "tests/scenarios/reading.hpp"

using namespace coopsim;
using namespace coopsim::test;

namespace {

const std::string two =
    "schema = 1\n"
    "[budget.account.B7]\namount = \"20 million KRW\"\n"
    "[[policy]]\nname = \"quo\"\nbaseline = true\n"
    "[[policy]]\nname = \"half\"\nannounced_cut = { factor = 0.5 }\n";

std::string mine(const std::string& when) {
  return two + "[[policy]]\nname = \"mine\"\nannounced_cut = { factor = 0.2 }\nwhen = " + when +
         "\n";
}

// The one problem with this condition.
std::string problem(const std::string& when) {
  const auto problems = problems_of(mine(when));
  for (const std::string& line : problems) UNSCOPED_INFO(line);
  REQUIRE(problems.size() == 1);
  return problems[0];
}

}  // namespace

TEST_CASE("a condition rests as the baseline, or as the policy it names") {
  const Policy quiet =
      policy_of(scenario_of(mine("{ metric = \"needs_served\", at_most = 0.5 }")), "mine");
  REQUIRE(quiet.when);
  CHECK(quiet.when->condition.metric.metric == "needs_served");
  CHECK(quiet.when->condition.margin == 0);
  CHECK(quiet.when->condition.month == 11);
  CHECK(quiet.when->money.of(Account::B7, 2010) == krw_million(20));
  CHECK(quiet.money.of(Account::B7, 2010) == krw_million(4));
  const Policy half = policy_of(
      scenario_of(mine("{ metric = \"consultations.C2\", at_least = 3, otherwise = \"half\" }")),
      "mine");
  CHECK(half.when->money.of(Account::B7, 2010) == krw_million(10));
  CHECK(half.when->levers.size() == 1);
  CHECK_FALSE(policy_of(scenario_of(two), "half").when);
}

TEST_CASE("a condition is kept in the effective scenario") {
  const std::string text =
      scenario_of(mine("{ metric = \"training_wait.A2\", at_least = [{ from = 2008, value = 60 }], "
                       "margin = 5, month = 10, otherwise = \"half\", source = \"a rule\" }"))
          .effective_toml;
  CHECK(contains(text,
                 "when = { metric = \"training_wait.A2\", at_least = [{ from = 2008-01-01, "
                 "value = 60 }], margin = 5, month = 10"));
  CHECK(contains(text, "otherwise = \"half\""));
  CHECK(contains(text, "a rule"));
  CHECK(scenario_of(text).effective_toml == text);
}

TEST_CASE("a condition that cannot be is told with its place and what is allowed") {
  CHECK(contains(problem("{ at_most = 1 }"), "without metric"));
  CHECK(contains(problem("{ metric = \"needs_served\" }"), "always holds"));
  CHECK(
      contains(problem("{ metric = \"need_served\", at_most = 1 }"), "did you mean needs_served?"));
  CHECK(
      contains(problem("{ metric = \"productivity_effect\", at_most = 1 }"), "nobody can observe"));
  CHECK(contains(problem("{ metric = \"needs_served.A2\", at_most = 1 }"), "no part of that name"));
  CHECK(contains(problem("{ metric = \"needs_served\", atmost = 1 }"), "did you mean"));
  CHECK(contains(problem("{ metric = \"needs_served\", at_most = 1, otherwise = \"halves\" }"),
                 "to stand on"));
  CHECK(contains(problem("{ metric = \"needs_served\", at_most = 1, otherwise = \"mine\" }"),
                 "has a condition itself"));
  CHECK(contains(problem("{ metric = \"needs_served\", at_most = 1, month = 3 }"),
                 "allowed: 7 to 12"));
}

TEST_CASE("the baseline always acts") {
  const auto baseline = problems_of(
      "schema = 1\n[[policy]]\nname = \"quo\"\nbaseline = true\n"
      "when = { metric = \"needs_served\", at_most = 1 }\n");
  REQUIRE(baseline.size() == 1);
  CHECK(contains(baseline[0], "the baseline has a condition"));
}
