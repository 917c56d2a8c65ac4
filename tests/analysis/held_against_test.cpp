// SPDX-License-Identifier: Apache-2.0
// Stress cases are held against the policy that they shake.
#include "analysis/held_against.hpp"

#include <catch2/catch.hpp>

#include "analysis/cost_comparison.hpp"
#include "analysis/policy_comparison.hpp"
#include "analysis/study_totals.hpp"

using namespace coopsim;

namespace {

// Forty replications of 0, 10, 13 and 4, with a little of their own.
StudyTotals study(const std::string& second = "announced_path") {
  StudyTotals made;
  made.replications = 40;
  made.baseline = 0;
  made.policies = {{"today", false}, {second, false}, {"shock", true}, {"other", false}};
  made.responses.push_back({"productivity_effect", "bp", "effect", "효과", {}});
  for (const double level : {0.0, 10.0, 13.0, 4.0})
    for (std::size_t r = 0; r < made.replications; ++r)
      made.responses.front().values.push_back(level + double(r % 5) + .001 * level * double(r));
  return made;
}

}  // namespace

TEST_CASE("a stress case is less the announced path, all others less the baseline") {
  const StudyTotals totals = study();
  const auto found = compare_policies(totals, "productivity_effect", 0);
  CHECK(found.rows[1].held_against == 0);
  CHECK(found.rows[2].held_against == 1);
  CHECK(found.rows[3].held_against == 0);
  CHECK(found.rows[2].against.difference.mean == Approx(3 * (1 + .001 * 19.5)));
  CHECK(found.rows[1].against.difference.mean == Approx(10 * (1 + .001 * 19.5)));
  CHECK(found.comparisons == 2);
  CHECK(comparison_table(totals).held_against ==
        std::vector<std::string>{"today", "today", "announced_path", "today"});
}

TEST_CASE("who chooses what to compare with gets it for stress cases too") {
  const auto found = compare_policies(study(), "productivity_effect", 0,
                                      {.stress_cases = StressCases::against_baseline});
  CHECK(found.rows[2].held_against == 0);
  CHECK(found.rows[2].against.difference.mean == Approx(13 * (1 + .001 * 19.5)));
}

TEST_CASE("without the announced path, or where it is the baseline, the baseline it is") {
  CHECK(held_against(study("another").policies, 2, 0, StressCases::against_their_policy) == 0);
  CHECK(held_against(study().policies, 2, 1, StressCases::against_their_policy) == 1);
  CHECK(held_against(study().policies, 2, 2, StressCases::against_their_policy) == 2);
  StudyTotals shaken = study();
  shaken.policies[1].stress = true;
  CHECK(held_against(shaken.policies, 2, 0, StressCases::against_their_policy) == 0);
}

TEST_CASE("a failed announced path is a failure of its stress cases") {
  StudyTotals totals = study();
  totals.failures.push_back({3, "announced_path"});
  const auto found = compare_policies(totals, "productivity_effect", 0);
  CHECK(found.rows[2].failed == 1);
  CHECK(found.rows[3].failed == 0);
}

TEST_CASE("what a shock costs is told against the same policy") {
  const StudyTotals totals = study();
  std::vector<double> cost;
  for (const double level : {100.0, 150.0, 130.0, 90.0})
    cost.insert(cost.end(), totals.replications, level);
  const CostComparison found = compare_costs(totals, cost, 0);
  CHECK(found.policies[2].held_against == 1);
  CHECK(found.policies[2].more_cost.mean == -20);
  CHECK(found.policies[3].more_cost.mean == -10);
}
