// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "tests/policies/table_2_2.hpp"

using namespace coopsim;
using namespace table_2_2;
using Catch::Matchers::Contains;
using enum coopsim::Account;

namespace {

std::vector<LeverProblem> conflicts_of(const Ptrs& levers) {
  return conflicts(levers, Parameters{});
}

// The one problem that planning money finds.
LeverProblem only_problem(const Ptrs& levers) {
  const auto problems = plan(levers).problems;
  REQUIRE(problems.size() == 1);
  return problems[0];
}

LeverProblem only_conflict(const Ptrs& levers) {
  const auto problems = conflicts_of(levers);
  REQUIRE(problems.size() == 1);
  CHECK_FALSE(problems[0].remedy.empty());
  return problems[0];
}

AnnouncedCut cut_of(std::string_view account, int year) {
  return {AccountChoice::named(account), .5, from(year)};
}

}  // namespace

TEST_CASE("training beyond what B and C hold is an unfunded mandate with account, money and year") {
  SharePath share;
  share.path = {{from(2007), .45}, {from(2009), .9}};
  // 8,100 for training; without the head office there are 7,920.
  const auto problem = only_problem({make_lever(share)});
  CHECK_THAT(problem.what, Contains("unfunded mandate") && Contains("training") &&
                               Contains("180 million KRW") && Contains("2009 and 7 more years"));
  CHECK(problem.lever == 0);
  // Up to the last won it can be paid.
  share.path = {{from(2009), .88}};
  CHECK(plan({make_lever(share)}).problems.empty());
}

TEST_CASE("a year that cannot be funded is left as it was") {
  SharePath share;
  share.path = .9;
  CHECK(plan({make_lever(share)}).money == status_quo());
}

TEST_CASE("recruitment that B7 cannot pay is an unfunded mandate naming B7 and the year") {
  Recruitment recruitment;
  recruitment.effort = 6;  // 600 a year of upkeep; B7 has 500
  recruitment.from = from(2010);
  const auto problem = only_problem({make_lever(recruitment)});
  CHECK_THAT(problem.what, Contains("unfunded mandate") && Contains("B7") &&
                               Contains("600 million KRW") && Contains("500 million KRW") &&
                               Contains("2010 and 6 more years"));
  // The announced path gives B7 850 from 2008: paid.
  Ptrs funded = announced_path();
  funded.push_back(make_lever(recruitment));
  CHECK(plan(funded).problems.empty());
  recruitment.effort = 5;
  CHECK(plan({make_lever(recruitment)}).problems.empty());
}

TEST_CASE("the problem names the lever by its number, in whatever order levers are given") {
  SharePath share;
  share.path = .9;
  CHECK(only_problem({make_lever(Retention{}), make_lever(Subsidy{}), make_lever(share)}).lever ==
        2);
}

TEST_CASE("weights that cannot divide anything are refused with place and reason") {
  const auto wrong = [](Weights parts) {
    Composition lever;
    lever.weights = {{from(2008), std::move(parts)}};
    return only_problem({make_lever(lever)}).what;
  };
  CHECK_THAT(wrong(weights({{A1, 1}, {B7, 1}})), Contains("2008-01-01") && Contains("B7"));
  CHECK_THAT(wrong(weights({{A1, 0}, {A2, 0}})), Contains("sum to zero"));
  CHECK_THAT(wrong(weights({{A1, -1}, {A2, 2}})), Contains("A1"));
  CHECK_THAT(wrong(weights({{A1, 1}, {A2, 2}, {A1, 3}})), Contains("A1 occurs twice"));
  CHECK_THAT(wrong(weights({})), Contains("sum to zero"));

  SharePath share;
  share.path = .3;
  ReleaseTo release;
  release.weights = Path<Weights>(weights({{head_office, 1}}));
  CHECK_THAT(only_problem({make_lever(share), make_lever(release)}).what, Contains("head office"));
}

TEST_CASE("release_to needs a share path, and parts that fit into one") {
  CHECK_THAT(only_problem({make_lever(announced_release())}).what, Contains("no share_path"));
  ReleaseTo release;
  release.account = AccountChoice::named("B7");
  release.share = .7;
  release.treasury = .4;
  CHECK_THAT(only_problem({make_lever(announced_share()), make_lever(release)}).what,
             Contains("more than 1"));
}

TEST_CASE("a cut within the year needs a day on which money is there") {
  AbruptCut cut;
  cut.share = .1;
  CHECK_THAT(only_problem({make_lever(cut)}).what, Contains("1970-01-01"));  // no day was given
  cut.on = date(2008, 1, 1);
  CHECK_THAT(only_problem({make_lever(cut)}).what, Contains("Korea's fiscal year opens"));
  cut.on = date(2008, 4, 1);
  CHECK_THAT(only_problem({make_lever(cut)}).what, Contains("Japan's fiscal year opens"));
  cut.authority = CutAuthority::korea;
  CHECK(plan({make_lever(cut)}).problems.empty());
  MidyearCut midyear;
  midyear.year = 2006;
  CHECK_THAT(only_problem({make_lever(midyear)}).what, Contains("2006-07-01"));
}

TEST_CASE("a total takes a factor or an amount, not both") {
  Total total;
  total.factor = 1.0;
  total.amount = krw_million(9'000);
  CHECK_THAT(only_problem({make_lever(total)}).what, Contains("both factor and amount"));
}

TEST_CASE("the levers of the announced path do not contradict each other") {
  Ptrs levers = announced_path();
  AbruptCut cut;
  cut.on = date(2007, 7, 1);
  cut.later = .8;
  levers.push_back(make_lever(cut));
  levers.push_back(make_lever(AssociationCourses{6, 2, from(2008)}));
  CHECK(conflicts_of(levers).empty());
}

TEST_CASE("two levers that set the same money at the same time are named with it and the date") {
  const auto share_and_cut =
      only_conflict({make_lever(announced_share()), make_lever(cut_of("A2", 2009))});
  CHECK_THAT(share_and_cut.what, Contains("share_path") && Contains("announced_cut") &&
                                     Contains("A2") && Contains("2009-01-01"));
  CHECK(share_and_cut.lever == 1);
  CHECK(share_and_cut.other == 0);
  CHECK_THAT(
      only_conflict({make_lever(announced_composition()), make_lever(cut_of("A2", 2009))}).what,
      Contains("composition") && Contains("the division of training money"));
  // A cut of training as a whole leaves its division alone.
  CHECK(conflicts_of({make_lever(announced_composition()), make_lever(cut_of("training", 2009))})
            .empty());
  CHECK_THAT(only_conflict({make_lever(announced_release()), make_lever(cut_of("B7", 2009))}).what,
             Contains("release_to") && Contains("B7"));
  CHECK(conflicts_of({make_lever(announced_release()), make_lever(cut_of("B11", 2009))}).empty());
  // What ends before the other starts does not contradict it.
  ReleaseTo release = announced_release();
  release.weights = {{from(2007), weights({{C6, 1}})}, {from(2008), weights({{C7, 1}})}};
  CHECK(conflicts_of({make_lever(release), make_lever(cut_of("C6", 2008))}).empty());
  CHECK(conflicts_of({make_lever(release), make_lever(cut_of("C6", 2007))}).size() == 1);
}

TEST_CASE("levers that both set the total contradict each other") {
  Total total;
  total.factor = {{from(2010), .9}};
  AbruptCut abrupt;
  abrupt.on = date(2007, 7, 1);
  abrupt.later = .8;
  CHECK_THAT(only_conflict({make_lever(total), make_lever(cut_of("all", 2008))}).what,
             Contains("the total appropriation from 2010-01-01"));
  CHECK_THAT(only_conflict({make_lever(total), make_lever(abrupt)}).what,
             Contains("total and abrupt_cut"));
  abrupt.later = 1;
  CHECK(conflicts_of({make_lever(total), make_lever(abrupt)}).empty());
}

TEST_CASE("two cuts within the same fiscal year of one authority contradict each other") {
  MidyearCut midyear;
  midyear.year = 2008;
  AbruptCut abrupt;
  abrupt.share = .1;
  const auto pair_with_cut_on = [&](Time day) {
    abrupt.on = day;
    return conflicts_of({make_lever(midyear), make_lever(abrupt)});
  };
  REQUIRE(pair_with_cut_on(date(2008, 10, 1)).size() == 1);
  CHECK_THAT(pair_with_cut_on(date(2008, 10, 1))[0].what,
             Contains("Korea's appropriation of fiscal year 2008"));
  CHECK(pair_with_cut_on(date(2009, 10, 1)).empty());
  midyear.authority = CutAuthority::japan;  // its fiscal year 2008 runs to 31 March 2009
  CHECK(pair_with_cut_on(date(2009, 3, 1)).size() == 1);
}

TEST_CASE("two policies stacked on each other agree where their levers are equal") {
  SharePath other = announced_share();
  other.path = {{from(2007), .2}};
  CHECK(conflicts_of({make_lever(announced_share()), make_lever(announced_share())}).empty());
  CHECK_THAT(only_conflict({make_lever(announced_share()), make_lever(other)}).what,
             Contains("share_path and share_path both set the money of A1 from 2007-01-01"));
  // An equal lever given twice acts once.
  AnnouncedCut half = cut_of("all", 2008);
  CHECK(plan({make_lever(half), make_lever(half)}).money.total(2008) == krw_million(4'500));
}

TEST_CASE("a lever that sets nothing, or only after the end, is reported") {
  CHECK_THAT(only_conflict({make_lever(SharePath{})}).what, Contains("share_path sets nothing"));
  CHECK_THAT(only_conflict({make_lever(Total{})}).what, Contains("total sets nothing"));
  Subsidy late;
  late.from = date(2017, 1, 1);
  CHECK_THAT(only_conflict({make_lever(late)}).what, Contains("subsidy starts on 2017-01-01"));
  late.from = date(2016, 12, 31);
  CHECK(conflicts_of({make_lever(late)}).empty());
}

TEST_CASE("two levers that aim one account at different firms contradict each other") {
  Fairs fairs;
  fairs.target.exporter = Asked::no;
  Coverage coverage;
  coverage.account = AccountChoice::named("market");
  coverage.target.served = Asked::no;
  CHECK_THAT(only_conflict({make_lever(fairs), make_lever(coverage)}).what,
             Contains("fairs and coverage both set whom C2 serves"));
  coverage.account = AccountChoice::named("foundation");
  CHECK(conflicts_of({make_lever(fairs), make_lever(coverage)}).empty());
  CHECK_THAT(only_conflict({make_lever(Coverage{})}).what, Contains("coverage sets nothing"));
}

TEST_CASE("a cut of some of the six fields contradicts their weights, a cut of all leaves them") {
  FieldWeights fields;
  fields.weights = Path<Weights>(weights({{B1, 1}, {B2, 2}}));
  CHECK_THAT(only_conflict({make_lever(fields), make_lever(cut_of("B2", 2009))}).what,
             Contains("the division of money between the six fields from 2009-01-01"));
  CHECK(conflicts_of({make_lever(fields), make_lever(cut_of("cooperation", 2009))}).empty());
}
