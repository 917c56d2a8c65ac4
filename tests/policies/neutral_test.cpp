// SPDX-License-Identifier: Apache-2.0
// A lever whose settings restate the baseline explicitly changes nothing.
#include <catch2/catch.hpp>

#include "tests/policies/table_2_2.hpp"

using namespace coopsim;
using namespace table_2_2;
using enum coopsim::Account;

namespace {

Composition composition_of_2006() {
  Composition lever;
  lever.weights =
      Path<Weights>(weights({{A1, 648}, {A2, 2300}, {A3, 216}, {A4, 120}, {A5, 624}, {A6, 142}}));
  return lever;
}

}  // namespace

TEST_CASE("neutral money levers leave every part of every account as it was, one by one") {
  Total total;
  SECTION("a total of factor 1") { total.factor = 1.0; }
  SECTION("a total of the amount there is") { total.amount = krw_million(9'000); }
  if (!total.factor.steps.empty() || !total.amount.steps.empty())
    CHECK(plan({make_lever(total)}).money == status_quo());

  SharePath share;
  share.path = .45;  // 4,050 of 9,000
  CHECK(plan({make_lever(share)}).money == status_quo());
  CHECK(plan({make_lever(composition_of_2006())}).money == status_quo());
  AnnouncedCut announced;
  CHECK(plan({make_lever(announced)}).money == status_quo());
  AbruptCut abrupt;
  abrupt.on = date(2009, 10, 1);
  CHECK(plan({make_lever(abrupt)}).money == status_quo());
}

TEST_CASE("neutral money levers together leave every part of every account as it was") {
  Total total;
  total.factor = 1.0;
  SharePath share;
  share.path = .45;
  const auto [money, problems] =
      plan({make_lever(total), make_lever(share), make_lever(composition_of_2006()),
            make_lever(announced_release())});
  CHECK(problems.empty());
  CHECK(money == status_quo());
}

TEST_CASE("an account with parts that a scenario set apart keeps them under neutral levers") {
  // Japan's half of 2009 follows another amount than Korea's: the step is dated in February.
  std::array<AccountPlan, account_count> plans;
  plans[index(A1)].amount = {{from(2005), krw_million(100)}, {date(2009, 2, 1), krw_million(300)}};
  plans[index(B1)].amount = krw_million(100);
  const Appropriations base(plans, 1, 2005, 2012);
  SharePath share;
  share.path = {{from(2007), .5}, {from(2009), 2. / 3}, {from(2010), .75}};
  std::vector<LeverProblem> problems;
  const Ptrs levers = {make_lever(share)};
  CHECK(plan_money(base, {}, levers, problems) == base);
  CHECK(problems.empty());
}

TEST_CASE("release_to without any setting says what happens without it") {
  SharePath share;
  share.path = .30;
  CHECK(plan({make_lever(share), make_lever(ReleaseTo{})}).money ==
        plan({make_lever(share)}).money);
}

TEST_CASE("the defaults of levers that change a programme are the programme's own parameters") {
  const TrainingParameters training;
  const AdviceParameters advice;
  CHECK(AssociationCourses{}.associations == training.associations);
  CHECK(AssociationCourses{}.interval == training.association_interval);
  CHECK(Selection{}.rule == training.selection);
  CHECK(Recruitment{}.effort == advice.recruitment_effort);
  CHECK(LongShortMix{}.long_share == advice.long_share);
  CHECK(MatchingDays{}.days_a_year == advice.matching_days);
  CHECK(Subsidy{}.share == advice.public_share.steps.front().value);
  const ReviewParameters review;
  CHECK(IndicatorWeights{}.delivered == review.weight_delivered);
  CHECK(IndicatorWeights{}.gain == review.weight_gain);
  CHECK(IndicatorWeights{}.applications == review.weight_applications);
  CHECK(IndicatorWeights{}.execution == review.weight_execution);
  CHECK(IndicatorWeights{}.noise == review.noise);
}
