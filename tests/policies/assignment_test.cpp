// SPDX-License-Identifier: Apache-2.0
// The rule of funding: what levers with a cost of their own do to planned money.
#include <catch2/catch.hpp>

#include "policies/assignment.hpp"
#include "tests/policies/table_2_2.hpp"

using namespace coopsim;
using namespace table_2_2;
using enum coopsim::Account;

namespace {

Money million(double amount) { return Money{std::int64_t(amount * 1000 + .5)}; }

// Money of an account in 2010 under the levers; they must raise no problem.
Money held(const Ptrs& levers, Account account, int year = 2010) {
  const auto [money, problems] = plan(levers);
  REQUIRE(problems.empty());
  CHECK(money.total(year) == krw_million(9'000));
  return money.of(account, year);
}

Ptrs on_announced_path(std::vector<PolicyLeverPtr> more) {
  Ptrs levers = announced_path();
  levers.insert(levers.end(), more.begin(), more.end());
  return levers;
}

template <class L>
PolicyLeverPtr from_2008(L lever) {
  lever.from = from(2008);
  return make_lever(std::move(lever));
}

}  // namespace

TEST_CASE("a lever's cost comes pro rata from what the other B and C accounts gained") {
  // S11: scouting three times as much needs 600 more than the 300 of the announced path. The other
  // accounts gained 1 250 over the status quo, B7 350 of them.
  ScoutingEffort three;
  three.korea = three.japan = 3;
  const Ptrs levers = on_announced_path({from_2008(three)});
  CHECK(held(levers, C7) == million(900));
  CHECK(held(levers, B7) == million(850 - 350 * 600. / 1'250));
  CHECK(held(levers, C2) == million(300 - 150 * 600. / 1'250));
  CHECK(held(levers, B1) == million(135));        // gained nothing, gives nothing
  CHECK(held(levers, A2) == million(1'600));      // training never pays
  CHECK(held(levers, C7, 2007) == million(250));  // not before its date
}

TEST_CASE("where nothing was gained the other B and C accounts give pro rata to all they hold") {
  GroupStudy groups;
  groups.firms = 60.0;  // 600, of which B8 holds 120; the others hold 3 750
  const Ptrs levers = {make_lever(groups)};
  CHECK(held(levers, B8) == million(600));
  CHECK(held(levers, B7).thousand == Approx(500'000 * (1 - 480. / 3'750)).margin(1));
  CHECK(held(levers, C5).thousand == Approx(500'000 * (1 - 480. / 3'750)).margin(1));
}

TEST_CASE("gains go first, the rest is taken from all") {
  GroupStudy groups;
  groups.firms = 150.0;  // 1 500: 1 260 more; the others gained 1 230
  const Ptrs levers = on_announced_path({from_2008(groups)});
  CHECK(held(levers, B8) == million(1'500));
  // 30 more from the 3 750 that the others hold of the status quo.
  CHECK(held(levers, B7).thousand == Approx(500'000 * (1 - 30. / 3'750)).margin(1));
}

TEST_CASE("levers that stand together keep what each was given") {
  // S08: the centre gets 325 more: 35 cases at 5 and three managers at 50.
  OutsourcingCandidates seventy;
  seventy.a_year = 70;
  CaseManagers six;
  six.managers = 6;
  const Ptrs push = on_announced_path({from_2008(six), from_2008(seventy)});
  CHECK(held(push, C1) == million(725));
  GroupStudy groups;
  groups.firms = 100.0;
  Ptrs both = push;
  both.push_back(from_2008(groups));
  CHECK(held(both, C1) == million(725));
  CHECK(held(both, B8) == million(1'000));
}

TEST_CASE("each lever's account gets what its unit costs say") {
  RegionalMeetings five;
  five.pairs = 5;
  CHECK(held(on_announced_path({from_2008(five)}), C6) == million(500));
  BaseInJapan base;
  base.bases = 1;
  CHECK(held({make_lever(base)}, C8) == million(400));
  Fairs more;
  more.consultations = 2;
  more.missions = 4. / 3;
  CHECK(held({make_lever(more)}, C2) == million(300));
  CHECK(held({make_lever(more)}, C4) == million(360));
  CaseManagers screened;
  screened.prescreening = Prescreening::always;
  CHECK(held({make_lever(screened)}, C1) == million(400));
  ServiceLevel half;
  half.level = .5;
  CHECK(held({make_lever(half)}, C5) == million(250));
  CHECK(held({make_lever(half)}, B7).thousand ==
        Approx(500'000 * (1 + 250. / 3'370)).margin(1));  // of 3 870 less C5's 500
}

TEST_CASE("the six fields share their money by weight") {
  FieldWeights weights_of_fields;
  weights_of_fields.weights = Path<Weights>(weights({{B1, 1}, {B2, 2}}));
  const Ptrs levers = {make_lever(weights_of_fields)};
  CHECK(held(levers, B1) == million(270));
  CHECK(held(levers, B2) == million(540));
  CHECK(held(levers, B3) == Money{});
  CHECK(held(levers, B9) == million(135));
}

TEST_CASE("what Japan grants comes on top of its money alone") {
  JapanRequest request;
  request.request = .4;
  request.granted = .5;
  const auto [money, problems] = plan({make_lever(request)});
  REQUIRE(problems.empty());
  CHECK(money.of(A2, Authority::japan, 2010) == million(1.2 * 1'150));
  CHECK(money.of(A2, Authority::korea, 2010) == million(1'150));
  CHECK(money.total(2010) == krw_million(9'000 + 860));  // a fifth of 4 300
  CHECK(money.of(C1, 2010) == million(300));             // Korea's alone
}

TEST_CASE("levers with a cost act by whole fiscal years") {
  BaseInJapan base;
  base.bases = 1;
  base.from = date(2009, 7, 1);
  CHECK(held({make_lever(base)}, C8, 2009) == Money{});
  CHECK(held({make_lever(base)}, C8, 2010) == million(400));
  CHECK(fiscal_day(date(2009, 7, 1)) == date(2010, 1, 1));
  CHECK(fiscal_day(date(2009, 1, 1)) == date(2009, 1, 1));
}

TEST_CASE("neutral values of levers with a cost leave every part of every account as it was") {
  RegionalMeetings two;
  two.pairs = 2;
  GroupStudy twelve;
  twelve.firms = 12.0;
  FieldWeights equal;
  equal.weights = Path<Weights>(weights({{B1, 1}, {B2, 1}, {B3, 1}, {B4, 1}, {B5, 1}, {B6, 1}}));
  const Ptrs levers = {make_lever(OutsourcingCandidates{}),
                       make_lever(CaseManagers{}),
                       make_lever(Fairs{}),
                       make_lever(ServiceLevel{}),
                       make_lever(ScoutingEffort{}),
                       make_lever(two),
                       make_lever(BaseInJapan{}),
                       make_lever(twelve),
                       make_lever(JapanRequest{}),
                       make_lever(equal)};
  const auto [money, problems] = plan(levers);
  CHECK(problems.empty());
  CHECK(money == status_quo());
}

TEST_CASE("what the accounts cannot bear is an unfunded mandate, told with account, money, years") {
  Fairs far_too_many;
  far_too_many.consultations = 30;  // 4 500 of 3 870 in all
  const auto [money, problems] = plan({make_lever(far_too_many)});
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].what.find("unfunded mandate: fairs needs 4500 million KRW in account C2 in "
                              "2007 and 9 more years, 630 million KRW more") == 0);
  CHECK(money == status_quo());
}

TEST_CASE("more groups than can be led, and more pairs than may meet, are told") {
  GroupStudy too_many;
  too_many.firms = 200.0;
  CHECK(plan({make_lever(too_many)}).problems.size() == 1);
  RegionalMeetings three;
  three.pairs = 3;
  three.target.regions = 1u << index(Region::busan);
  const auto problems = plan({make_lever(three)}).problems;
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].what == "3 pairs of regions, but only 1 can meet");
}

TEST_CASE("a cut of an account that another lever funds contradicts it, a cut of all does not") {
  BaseInJapan base;
  base.bases = 1;
  AnnouncedCut cut;
  cut.account = AccountChoice::named("C8");
  cut.factor = .5;
  const auto problems = plan({make_lever(base), make_lever(cut)}).problems;
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].what.find("C8") != std::string::npos);
  cut.account = AccountChoice::named("all");
  const auto [money, none] = plan({make_lever(base), make_lever(cut)});
  CHECK(none.empty());
  CHECK(money.of(C8, 2010) == million(200));
}
