// SPDX-License-Identifier: Apache-2.0
// What a difference may be in one future, with the worse side of each response.
#include "analysis/policy_risk.hpp"

#include <catch2/catch.hpp>
#include <limits>

using namespace coopsim;

namespace {

// The baseline is 0; of the policy the differences are 1 to `count`.
StudyTotals study(const std::string& metric, std::size_t count) {
  StudyTotals made;
  made.replications = count;
  made.baseline = 0;
  made.policies = {{"today", false}, {"new", false}};
  made.responses.push_back({metric, "bp", metric, metric, std::vector<double>(count, 0.0)});
  for (std::size_t i = 1; i <= count; ++i) made.responses.front().values.push_back(double(i));
  return made;
}

PolicyRisk risk(const std::string& metric, std::size_t count,
                std::optional<double> target = std::nullopt) {
  const StudyTotals totals = study(metric, count);
  const auto found = risk_of(totals, compare_policies(totals, metric, 0), target);
  REQUIRE(found.policies.size() == 1);
  return found.policies.front();
}

}  // namespace

TEST_CASE("the target of the headline is what matters, and reaching it is enough") {
  const PolicyRisk found = risk("productivity_effect", 100);
  CHECK(found.missed->missed == 1);  // 1 is below 2 bp, 2 is not
  CHECK(found.missed->exact.low == Approx(.000253).epsilon(1e-2));
  CHECK(found.missed->exact.high == Approx(.0544594).epsilon(1e-4));  // Clopper and Pearson 1/100
  CHECK(*found.worst_mean == Approx(3));                              // of 1 to 5
  CHECK(found.quantiles[1].value == 50.5);
  CHECK(found.quantiles[1].between->low == 40);  // ranks 40 and 61, as in tables
  CHECK(found.quantiles[1].between->high == 61);
}

TEST_CASE("where less is better, the worst is the largest and the target is not to be exceeded") {
  const PolicyRisk found = risk("training_wait", 100, 90);
  CHECK(found.missed->missed == 10);
  CHECK(*found.worst_mean == Approx(98));                   // of 96 to 100
  CHECK(risk("training_wait", 100).missed->missed == 100);  // none is 0 or less
}

TEST_CASE("where nobody said which way is better there are quantiles only") {
  const PolicyRisk found = risk("trainees_returned", 100);
  CHECK(found.quantiles.size() == 3);
  CHECK_FALSE(found.missed);
  CHECK_FALSE(found.worst_mean);
}

TEST_CASE("too few replications give quantiles without an interval") {
  CHECK(least_count_for_risk() == 72);
  CHECK_FALSE(risk("contracts", 71).quantiles[0].between);
  CHECK_FALSE(risk("contracts", 71).quantiles[2].between);
  for (const QuantileEstimate& each : risk("contracts", 72).quantiles) CHECK(each.between);
  CHECK(*risk("contracts", 7).worst_mean == 1);  // the worst one
}

TEST_CASE("a policy without a value has no risk told") {
  StudyTotals totals = study("contracts", 4);
  for (double& each : totals.responses.front().values)
    each = std::numeric_limits<double>::quiet_NaN();
  const auto found = risk_of(totals, compare_policies(totals, "contracts", 0));
  CHECK(found.policies.front().count == 0);
  CHECK(found.policies.front().quantiles.empty());
  CHECK_FALSE(found.policies.front().missed);
}
