// SPDX-License-Identifier: Apache-2.0
// What each lever does to planned money, beyond the policies of the model tables.
#include <catch2/catch.hpp>

#include "tests/policies/table_2_2.hpp"

using namespace coopsim;
using namespace table_2_2;
using enum coopsim::Account;

TEST_CASE("without release_to, released money goes to all B and C accounts pro rata") {
  SharePath share;
  share.path = {{from(2010), .30}};
  const auto [money, problems] = plan({make_lever(share)});
  CHECK(problems.empty());
  CHECK(is_column(money, 2009, y2006));
  CHECK(money.total(2010) == krw_million(9'000));
  CHECK(money.training(2010) == krw_million(2'700));
  for (std::size_t i = 0; i < course_count; ++i)  // courses keep their proportions: x 2,700 / 4,050
    CHECK(is_quota(money.of(static_cast<Account>(i), 2010), krw_million(y2006[i]), 2, 3));
  for (const Account account : b_and_c)  // x (3,870 + 1,350) / 3,870
    CHECK(is_quota(money.of(account, 2010), whole(y2006, account), 5'220, 3'870));
}

TEST_CASE(
    "a share for one account leaves the rest of released money to accounts that got no gift") {
  SharePath share;
  share.path = .30;  // frees 1,350
  ReleaseTo release;
  release.account = AccountChoice::named("B7");
  release.share = .5;
  release.treasury = .2;
  const auto [money, problems] = plan({make_lever(share), make_lever(release)});
  CHECK(problems.empty());
  CHECK(money.total(2012) == krw_million(9'000 - 270));  // .2 of 1,350 returned
  CHECK(money.of(B7, 2012) == krw_million(500 + 675));   // .5
  for (const Account account : b_and_c)                  // .3 = 405 over 3,870 - 500
    if (account != B7)
      CHECK(is_quota(money.of(account, 2012), whole(y2006, account), 3'370 + 405, 3'370));
}

TEST_CASE("what the treasury leaves goes by weights") {
  SharePath share;
  share.path = .30;  // frees 1,350
  ReleaseTo release;
  release.treasury = .2;  // 270; 1,080 are left
  release.weights = Path<Weights>(weights({{B8, 2}, {C6, 1}}));
  const auto [money, problems] = plan({make_lever(share), make_lever(release)});
  CHECK(problems.empty());
  CHECK(money.total(2012) == krw_million(9'000 - 270));
  CHECK(money.of(B8, 2012) == krw_million(120 + 720));
  CHECK(money.of(C6, 2012) == krw_million(200 + 360));
  CHECK(money.of(B7, 2012) == krw_million(500));
}

TEST_CASE("a share path of another group takes from and gives to B and C, never training") {
  SharePath share;
  share.account = AccountChoice::named("advice");
  share.path = {{from(2007), .1}, {from(2010), .05}};  // 900, then 450, of 500
  const auto [money, problems] = plan({make_lever(share)});
  CHECK(problems.empty());
  for (const int year : {2007, 2010}) {
    const std::int64_t advice = year == 2007 ? 900 : 450;
    CHECK(money.of(B7, year) == krw_million(advice));
    CHECK(money.total(year) == krw_million(9'000));
    for (std::size_t i = 0; i < course_count; ++i)
      CHECK(money.of(static_cast<Account>(i), year) == krw_million(y2006[i]));
    for (const Account account : b_and_c)
      if (account != B7)
        CHECK(is_quota(money.of(account, year), whole(y2006, account), 3'870 - advice, 3'370));
  }
}

TEST_CASE("a group that receives released money divides it pro rata") {
  SharePath share;
  share.path = .30;
  ReleaseTo release;
  release.account = AccountChoice::named("meetings");  // C2 150, C3 150, C4 270
  const auto [money, problems] = plan({make_lever(share), make_lever(release)});
  CHECK(problems.empty());
  for (const Account account : {C2, C3, C4})
    CHECK(is_quota(money.of(account, 2012), whole(y2006, account), 570 + 1'350, 570));
  CHECK(money.of(B7, 2012) == krw_million(500));
  CHECK(money.total(2012) == krw_million(9'000));
}

TEST_CASE("a total path scales every account and the head office, by factor or to an amount") {
  Total by_factor, to_amount;
  by_factor.factor = {{from(2009), .5}};
  to_amount.amount = {{from(2009), krw_million(4'500)}};
  const auto [money, problems] = plan({make_lever(by_factor)});
  CHECK(problems.empty());
  CHECK(money == plan({make_lever(to_amount)}).money);
  CHECK(is_column(money, 2008, y2006));
  for (std::size_t i = 0; i < account_count; ++i)
    CHECK(money.of(static_cast<Account>(i), 2009) == Money{y2006[i] * 500});
}

TEST_CASE("a share path takes its share of the total that the policy sets") {
  Total total;
  total.amount = krw_million(8'000);
  SharePath share;
  share.path = .25;
  const auto [money, problems] = plan({make_lever(share), make_lever(total)});
  CHECK(problems.empty());
  CHECK(money.total(2007) == krw_million(8'000));
  CHECK(money.training(2007) == krw_million(2'000));
  CHECK(money.of(head_office, 2007) == krw_million(960));  // 1,080 x 8 / 9
}

TEST_CASE("an announced cut of one group touches nothing else") {
  AnnouncedCut cut;
  cut.account = AccountChoice::named("market");
  cut.factor = .5;
  cut.from = from(2010);
  const auto [money, problems] = plan({make_lever(cut)});
  CHECK(problems.empty());
  Column halved = y2006;
  for (const Account account : accounts_named("market")) halved[index(account)] /= 2;
  CHECK(is_column(money, 2009, y2006));
  CHECK(is_column(money, 2010, halved));
}

TEST_CASE("a date within a year counts from the next fiscal year") {
  AnnouncedCut cut;
  cut.factor = .5;
  cut.from = date(2009, 2, 1);
  const auto [money, problems] = plan({make_lever(cut)});
  CHECK(is_column(money, 2009, y2006));
  CHECK(money.total(2010) == krw_million(4'500));
}

TEST_CASE("an abrupt cut of one authority lowers its later years only") {
  AbruptCut cut;
  cut.on = date(2008, 2, 1);  // Japan's fiscal year 2007 still runs, its 2008 opens in April
  cut.authority = CutAuthority::japan;
  cut.later = .5;
  const auto [money, problems] = plan({make_lever(cut)});
  CHECK(problems.empty());
  CHECK(is_column(money, 2007, y2006));
  for (int year = 2008; year <= 2016; ++year) {
    CHECK(korea_sum(money, year) == krw_million(4'700));
    CHECK(money.total(year) == krw_million(4'700 + 2'150));
  }
}

TEST_CASE("totals hold to the KRW thousand at odd scales and shares") {
  std::array<AccountPlan, account_count> plans;
  for (std::size_t i = 0; i < account_count; ++i) {
    plans[i].amount = whole(y2006, static_cast<Account>(i));
    plans[i].korea = table_2_2::korea(static_cast<Account>(i));
  }
  const Appropriations base(plans, .0123, 2005, 2016);
  SharePath share = announced_share();
  share.path = {{from(2007), .3717}, {from(2010), .111}, {from(2013), .71}};
  ReleaseTo release;
  release.account = AccountChoice::named("foundation");
  release.share = .377;
  release.weights = Path<Weights>(weights({{C1, .1}, {C2, .2}, {C7, .7}}));
  std::vector<LeverProblem> problems;
  const Ptrs levers = {make_lever(share), make_lever(announced_composition()), make_lever(release)};
  const Appropriations money = plan_money(base, {}, levers, problems);
  CHECK(problems.empty());
  for (int year = 2005; year <= 2016; ++year) {
    CHECK(money.total(year) == base.total(year));
    CHECK(money.of(head_office, year) == base.of(head_office, year));
    if (const double* wanted = in_force(share.path, year))
      CHECK(money.training(year) == portion(base.total(year), *wanted));
    for (std::size_t i = 0; i < account_count; ++i)
      CHECK(money.of(static_cast<Account>(i), year) >= Money{});
  }
}
