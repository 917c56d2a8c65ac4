// SPDX-License-Identifier: Apache-2.0
// A policy taken apart into its levers and put together again.
#include "policies/package.hpp"

#include <catch2/catch.hpp>

#include "tests/scenarios/reading.hpp"

using namespace coopsim;
using namespace coopsim::test;

namespace {

const std::string three =
    "share_path = { path = [{ from = 2009, value = 0.25 }] }\n"
    "release_to = { account = \"B7\", share = 1.0 }\n"
    "matching_days = { days_a_year = 12 }\n";

Scenario with(const std::string& lines) {
  return scenario_of(money + "[[policy]]\nname = \"mine\"\n" + lines);
}

Package package_of(const Scenario& scenario, const std::vector<std::string>& only = {}) {
  return {scenario, scenario.policies[1], scenario.policies[0], only};
}

std::vector<std::string> names_of(const Package& package) {
  std::vector<std::string> names;
  for (const PackagePart& part : package.parts()) names.push_back(part.lever);
  return names;
}

std::vector<std::string> levers_of(const Policy& policy) {
  std::vector<std::string> names;
  for (const auto& lever : policy.levers)
    names.emplace_back(dynamic_cast<const PolicyLever&>(*lever).name());
  return names;
}

}  // namespace

TEST_CASE("all parts make the policy, none makes the baseline") {
  const Scenario scenario = with(three);
  const Package package = package_of(scenario);
  CHECK(names_of(package) == std::vector<std::string>{"share_path", "release_to", "matching_days"});
  const Policy whole = package.policy(7), none = package.policy(0);
  CHECK(whole.money == scenario.policies[1].money);
  CHECK(levers_of(whole) == levers_of(scenario.policies[1]));
  CHECK(none.money == scenario.policies[0].money);
  CHECK(none.levers.empty());
  CHECK(whole.name == "share_path+release_to+matching_days");
}

TEST_CASE("a combination has the money of its own levers alone") {
  const Scenario scenario = with(three), first = with(
                                             "share_path = { path = [{ from = 2009, "
                                             "value = 0.25 }] }");
  const Policy one = package_of(scenario).policy(1);
  CHECK(one.money == first.policies[1].money);
  CHECK(levers_of(one) == std::vector<std::string>{"share_path"});
}

TEST_CASE("money to hand out that nobody sets free leaves a combination as it is without it") {
  const Scenario scenario = with(three);
  const Package package = package_of(scenario);
  CHECK(package.effective(0b010) == 0);
  CHECK(package.effective(0b110) == 0b100);
  CHECK(package.effective(0b011) == 0b011);
  CHECK(package.effective(0b111) == 0b111);
}

TEST_CASE("levers that are not chosen belong to every combination") {
  const Scenario scenario = with(three);
  const Package package = package_of(scenario, {"release_to"});
  CHECK(names_of(package) == std::vector<std::string>{"release_to"});
  CHECK(levers_of(package.policy(0)) == std::vector<std::string>{"share_path", "matching_days"});
  CHECK(package.effective(1) == 1);
  CHECK(package.policy(1).money == scenario.policies[1].money);
}

TEST_CASE("what the baseline sets otherwise is one part, and what both set alike is none") {
  const Scenario scenario = scenario_of(
      "schema = 1\n"
      "[[policy]]\nname = \"quo\"\nbaseline = true\nmatching_days = { days_a_year = 6 }\n"
      "subsidy = { share = 0.5 }\n"
      "[[policy]]\nname = \"mine\"\nmatching_days = { days_a_year = 12 }\nsubsidy = { share = 0.5 "
      "}\n");
  const Package package = package_of(scenario);
  CHECK(names_of(package) == std::vector<std::string>{"matching_days"});
  CHECK(package.parts()[0].with.size() == 1);
  CHECK(package.parts()[0].without.size() == 1);
  CHECK(levers_of(package.policy(0)).size() == 2);
}
