// SPDX-License-Identifier: Apache-2.0
// What not knowing the parameters means for the choice, on made-up draws with known answers.
#include "analysis/assumption_study.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

using namespace coopsim;

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t draw_count = 100, replication_count = 4;

double noise(std::size_t replication) { return replication % 2 == 0 ? 1 : -1; }

// Policies `base`, `sure`, `risky` and a stress case; unknowns x (0 to 99 in order) and y (a part
// without a role). In the headline sure is 10 above base, risky 0 where x < 60, else 20: what
// Raiffa and Schlaifer's two-action example has.
StudyDraws study() {
  StudyDraws draws;
  draws.unknowns = {{"learning.x", "learning", "1", "x", "x", "{ uniform = [0, 99] }", "50", "D"},
                    {"training.y", "training", "1", "y", "y", "{ uniform = [0, 1] }", "0", "B"}};
  draws.draws = draw_count;
  draws.replications = replication_count;
  draws.policies = {{"base", false}, {"sure", false}, {"risky", false}, {"storm", true}};
  draws.baseline = 0;
  draws.responses = {{"productivity_effect", "bp", "effect", "효과", {}},
                     {"trainees_returned", "person", "trainees", "연수생", {}}};
  for (std::size_t d = 0; d < draw_count; ++d) {
    draws.values.insert(draws.values.end(), {double(d), double(d * 37 % 100)});
    draws.fingerprints.push_back("f");
    for (std::size_t policy = 0; policy < 4; ++policy)
      for (std::size_t r = 0; r < replication_count; ++r) {
        const double above[] = {0, 10, d < 60 ? 0.0 : 20.0, 1000};
        draws.responses[0].values.push_back(100 + noise(r) * (policy == 1 ? 3 : 1) + above[policy]);
        draws.responses[1].values.push_back(double(policy));
      }
  }
  return draws;
}

double& value(StudyDraws& draws, std::size_t draw, std::size_t policy, std::size_t replication) {
  return draws.responses[0].values[(draw * 4 + policy) * replication_count + replication];
}

AssumptionStudy headline(const StudyDraws& draws) {
  return assess_assumptions(draws, "productivity_effect", 0);
}

}  // namespace

TEST_CASE("KA-52 by draws: knowing everything is worth what choosing blindly loses") {
  const AssumptionStudy found = headline(study());
  REQUIRE(found.ranked);
  CHECK(found.choices == std::vector<std::size_t>{0, 1, 2});
  CHECK(found.choices[found.information.best] == 1);
  CHECK(found.information.value == Approx(4));
  CHECK(found.information.share_changed == Approx(.4));
  CHECK(found.unknowns[0].value > 3);
  CHECK(found.unknowns[0].value <= 4);
  CHECK(found.unknowns[1].value < .5);
  REQUIRE(found.sections.size() == 2);
  CHECK(found.sections[0].value == found.unknowns[0].value);
}

TEST_CASE("differences over draws, and how many draws are above") {
  const AssumptionStudy found = headline(study());
  const DrawnPolicy& sure = found.rows[1];
  CHECK(sure.difference.mean == Approx(10));
  CHECK(sure.share_above == 1);
  CHECK(sure.q05 == Approx(10));
  const DrawnPolicy& risky = found.rows[2];
  CHECK(risky.difference.mean == Approx(8));
  CHECK(risky.difference.count == draw_count);
  CHECK(risky.share_above == Approx(.4 + .6 / 2));
  CHECK(risky.q95 == Approx(20));
  CHECK(risky.thirds[0].low == Approx(0));
  CHECK(risky.thirds[0].high == Approx(20));
  CHECK(std::abs(risky.thirds[1].high - risky.thirds[1].low) < 5);
}

TEST_CASE("the spread of a difference is divided between unknowns and chance") {
  const AssumptionStudy found = headline(study());
  CHECK(found.rows[1].split.share_of_parameters() == 0);  // chance alone: two times the noise
  CHECK(found.rows[1].split.of_chance == Approx(4.0 * 4 / 3));
  CHECK(found.rows[2].split.share_of_parameters() == Approx(1));
  CHECK(found.rows[2].split.of_parameters == Approx(400 * .24 * 100 / 99));
}

TEST_CASE("regret over draws is that of the policies one may choose") {
  const AssumptionStudy found = headline(study());
  REQUIRE(found.regret.size() == 3);
  CHECK(found.regret[1].largest == Approx(10));
  CHECK(found.regret[2].largest == Approx(10));
  CHECK(found.regret[0].largest == Approx(20));
  CHECK(found.regret[1].share_best == Approx(.6));
  CHECK(found.least_regret == std::vector<std::size_t>{1, 2});
  CHECK(found.rows[3].stress);
  CHECK(found.rows[3].difference.mean == Approx(1000));
}

TEST_CASE(
    "a stress case is less the policy that it shakes, unless somebody chose with what to compare") {
  StudyDraws draws = study();
  draws.policies[1].name = "announced_path";
  CHECK(headline(draws).rows[3].held_against == 1);
  CHECK(headline(draws).rows[3].difference.mean == Approx(990));
  CHECK(headline(draws).rows[2].difference.mean == Approx(8));
  const AssumptionStudy chosen =
      assess_assumptions(draws, "productivity_effect", 0, StressCases::against_baseline);
  CHECK(chosen.rows[3].difference.mean == Approx(1000));
}

TEST_CASE("a missing replication leaves the draw, a draw without a value leaves the study") {
  StudyDraws draws = study();
  value(draws, 0, 2, 1) = missing;
  CHECK(headline(draws).draws == draw_count);
  for (std::size_t r = 0; r < replication_count; ++r) value(draws, 1, 2, r) = missing;
  const AssumptionStudy found = headline(draws);
  CHECK(found.draws == draw_count - 1);
  CHECK(found.rows[2].difference.count == draw_count - 1);
  CHECK(found.rows[1].difference.count == draw_count);
}

TEST_CASE("nothing is ranked where nobody says what is better") {
  const AssumptionStudy found = assess_assumptions(study(), "trainees_returned", 0);
  CHECK_FALSE(found.ranked);
  CHECK(found.regret.empty());
  CHECK(found.unknowns.empty());
  CHECK(found.rows[2].difference.mean == 2);
}

TEST_CASE("the table for the file has a value for every place of its axes") {
  const StudyDraws draws = study();
  const AssumptionTable table = assumption_table(draws);
  REQUIRE(table.numbers.size() > 10);
  for (const AssumptionTable::Numbers& one : table.numbers) {
    std::size_t size = 1;
    for (const std::string_view axis : one.axes)
      size *= axis == "response" ? 2 : axis == "policy" ? 4 : 2;
    CHECK(one.values.size() == size);
    CHECK_FALSE(one.text.label_ko.empty());
  }
  StudyDraws without = draws;
  without.baseline.reset();
  CHECK(assumption_table(without).numbers.empty());
}
