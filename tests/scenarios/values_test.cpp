// SPDX-License-Identifier: Apache-2.0
// Single values: numbers, spans of time, dates, dated paths, months and laws.
#include <catch2/catch.hpp>

#include "tests/scenarios/reading.hpp"

using namespace coopsim;
using namespace coopsim::test;

namespace {

// The one problem with a line in [advice], without its place.
std::string advice_problem(const std::string& line) {
  const auto problems = problems_of(opening + "[advice]\n" + line + "\n");
  REQUIRE(problems.size() == 1);
  CHECK(contains(problems[0], "mine.toml:4:"));
  return problems[0];
}

AdviceParameters advice(const std::string& lines) {
  return scenario_of(opening + "[advice]\n" + lines + "\n").parameters.advice;
}

JapanParameters japan(const std::string& lines) {
  return scenario_of(opening + "[japan]\n" + lines + "\n").parameters.japan;
}

}  // namespace

TEST_CASE("a scenario that says nothing has the defaults") {
  const Scenario scenario = scenario_of(opening);
  const Parameters standard;
  CHECK(scenario.parameters.firms.count == standard.firms.count);
  CHECK(scenario.parameters.run.end == standard.run.end);
  CHECK(scenario.parameters.advice.months == standard.advice.months);
  CHECK(scenario.parameters.japan.win_win == standard.japan.win_win);
  REQUIRE(scenario.policies.size() == 1);
  CHECK(scenario.policies[0].baseline);
  CHECK(scenario.policies[0].money.total(2000) == Money{});
}

TEST_CASE("a span of time may carry its unit") {
  CHECK(advice("patience_months = 7").patience_months == 7);
  CHECK(advice("patience_months = \"7 months\"").patience_months == 7);
  CHECK(advice("patience_months = \"7.25 month\"").patience_months == 7.25);
  CHECK(advice("age_least = \"58 years\"").age_least == 58);
  CHECK(contains(advice_problem("patience_months = \"7 days\""), "9 months"));
  CHECK(contains(advice_problem("patience_months = \"7\""), "without quotes"));
  CHECK(contains(advice_problem("patience_months = \". months\""), "where a number"));
  CHECK(contains(advice_problem("patience_months = \"1.2.3 months\""), "where a number"));
  CHECK(contains(advice_problem("health_exit = \"0.02 years\""), "where a number"));
}

TEST_CASE("whole numbers serve as numbers, minus zero as zero") {
  CHECK(advice("health_exit = 0").health_exit == 0);
  const double zero = advice("health_exit = -0.0").health_exit;
  CHECK(zero == 0);
  CHECK_FALSE(std::signbit(zero));
  CHECK(advice("health_exit = 2e-2").health_exit == .02);
}

TEST_CASE("the bounds of a range belong to it") {
  CHECK(advice("long_share = 0").long_share == 0);
  CHECK(advice("long_share = 1").long_share == 1);
  CHECK(contains(advice_problem("long_share = 1.0000001"), "0 to 1"));
  CHECK(contains(advice_problem("long_share = -1e-300"), "0 to 1"));
}

TEST_CASE("a date may be a date or a text, and must exist") {
  CHECK(advice("first_needs = 2009-03-31").first_needs == date(2009, 3, 31));
  CHECK(advice("first_needs = \"2009-03-31\"").first_needs == date(2009, 3, 31));
  CHECK(advice("first_needs = 2008-02-29").first_needs == date(2008, 2, 29));
  CHECK(contains(advice_problem("first_needs = \"2007-02-29\""), "not a date that exists"));
  CHECK(contains(advice_problem("first_needs = \"2007-2-9\""), "not a date that exists"));
  CHECK(contains(advice_problem("first_needs = 2201-01-01"), "1900 to 2200"));
}

TEST_CASE("a path holds each value until the next step; one value holds always") {
  const Path<double> path =
      japan("win_win = [{ from = 1993, value = 0.1 }, { from = 2006-07-01, value = 0.2 }]").win_win;
  REQUIRE(path.steps.size() == 2);
  CHECK(path.steps[0].from == date(1993, 1, 1));
  CHECK(path.at(date(2006, 6, 30)) == .1);
  CHECK(path.at(date(2006, 7, 1)) == .2);
  CHECK(path.at(date(1990, 1, 1)) == .1);
  CHECK(japan("win_win = 0.4").win_win.at(date(2050, 1, 1)) == .4);
}

TEST_CASE("every wrong step of a path is found") {
  const auto problems = problems_of(opening +
                                    "[japan]\nwin_win = [\n"
                                    "  { from = 1993, value = 2 },\n"
                                    "  { from = \"never\", value = 0.1 },\n"
                                    "  { value = 0.1 },\n"
                                    "  { from = 1994, value = 0.1, until = 1995 },\n"
                                    "  7,\n"
                                    "]\n");
  REQUIRE(problems.size() == 5);
  for (std::size_t i = 0; i < 5; ++i)
    CHECK(contains(problems[i], "mine.toml:" + std::to_string(5 + i) + ":"));
}

TEST_CASE("an integer year is the fiscal year of the authority that pays") {
  const Scenario scenario = scenario_of(opening +
                                        "[budget.account.A2]\nkorea = 0.5\n"
                                        "amount = [{ from = 1993, value = \"2 million KRW\" }, { "
                                        "from = 2007, value = \"4 million KRW\" }]\n");
  const Appropriations& money = scenario.policies[0].money;
  CHECK(money.of(Account::A2, Authority::japan, 2006) == krw_million(1));
  CHECK(money.of(Account::A2, Authority::japan, 2007) == krw_million(2));
  CHECK(money.of(Account::A2, Authority::korea, 2007) == krw_million(2));
}

TEST_CASE("months are a list of numbers, each once") {
  const auto months = [](const std::string& list) {
    return scenario_of(opening + "[training.A2]\nstart_months = " + list + "\n")
        .parameters.training.a2.start_months;
  };
  CHECK(months("[5, 10]") == MonthSet::of({5, 10}));
  CHECK(months("[12, 1]") == MonthSet::of({1, 12}));
  for (const char* wrong : {"[]", "[0]", "[13]", "[5, 5]", "[5.0]", "\"May\"", "5"})
    CHECK(problems_of(opening + "[training.A2]\nstart_months = " + wrong + "\n").size() == 1);
}

TEST_CASE("a law is named, with as many numbers as it needs") {
  using Law = Distribution::Law;
  CHECK(advice("months = 6").months == Distribution(6));
  CHECK(advice("months = { uniform = [2, 12] }").months == Distribution(Law::uniform, {2, 12}));
  CHECK(advice("months = { exponential = 6 }").months == Distribution(Law::exponential, {6}));
  CHECK(advice("months = { exponential = [6] }").months == Distribution(Law::exponential, {6}));
  CHECK(advice("months = { normal = [6, 1] }").months == Distribution(Law::normal, {6, 1}));
  CHECK(advice("months = { log_normal = [6, 0.5] }").months ==
        Distribution(Law::log_normal, {6, .5}));
  CHECK(advice("months = { triangular = [2, 6, 12] }").months ==
        Distribution(Law::triangular, {2, 6, 12}));
  CHECK(advice("months = { laplace = [6, 1] }").months == Distribution(Law::laplace, {6, 1}));
  CHECK(advice("months = { discrete_uniform = [2, 12] }").months ==
        Distribution(Law::discrete_uniform, {2, 12}));
  CHECK(advice("months = { empirical = [2, 3, 12] }").months ==
        Distribution(Law::empirical, {2, 3, 12}));
}

TEST_CASE("a law that makes no sense is refused with what it needs") {
  CHECK(contains(advice_problem("months = { uniform = [12, 2] }"), "[least, most]"));
  CHECK(contains(advice_problem("months = { uniform = [2] }"), "[least, most]"));
  CHECK(contains(advice_problem("months = { exponential = -1 }"), "[mean]"));
  CHECK(contains(advice_problem("months = { log_normal = [0, 1] }"), "median"));
  CHECK(contains(advice_problem("months = { laplace = [6, -1] }"), "scale"));
  CHECK(contains(advice_problem("months = { discrete_uniform = [2, 3.5] }"), "whole"));
  CHECK(contains(advice_problem("months = { empirical = [2] }"), "two"));
  CHECK(contains(advice_problem("months = { gamma = [2, 3] }"), "no law gamma"));
  CHECK(contains(advice_problem("months = {}"), "0 keys"));
  CHECK(contains(advice_problem("months = { uniform = [\"2\", 3] }"), "\"2\""));
  CHECK(contains(advice_problem("months = { triangular = [2, 6, 1200] }"), "0.1 to 120"));
  CHECK(contains(advice_problem("months = \"six\""), "\"six\""));
}
