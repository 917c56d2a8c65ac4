// SPDX-License-Identifier: Apache-2.0
#include "sim/world/appropriations.hpp"

#include <catch2/catch.hpp>

using namespace coopsim;

namespace {

using Plans = std::array<AccountPlan, account_count>;

AccountPlan& plan_of(Plans& plans, Account account) { return plans[index(account)]; }

}  // namespace

TEST_CASE("an appropriation is split into Korea's rounded part and the rest for Japan") {
  Plans plans;
  plan_of(plans, Account::A1) = {Money{1'001}, .5};  // 500.5 -> 500
  plan_of(plans, Account::A2) = {Money{1'003}, .5};  // 501.5 -> 502
  plan_of(plans, Account::B11) = {krw_million(400), 0};
  plan_of(plans, Account::C1) = {krw_million(300), 1};
  const Appropriations money(plans, 1, 2000, 2002);
  for (int year = 2000; year <= 2002; ++year) {
    CHECK(money.of(Account::A1, Authority::korea, year) == Money{500});
    CHECK(money.of(Account::A1, Authority::japan, year) == Money{501});
    CHECK(money.of(Account::A2, Authority::korea, year) == Money{502});
    CHECK(money.of(Account::A2, Authority::japan, year) == Money{501});
    CHECK(money.of(Account::B11, Authority::korea, year) == Money{0});
    CHECK(money.of(Account::C1, Authority::japan, year) == Money{0});
    CHECK(money.training(year) == Money{1'001 + 1'003});
    CHECK(money.total(year) == Money{1'001 + 1'003 + 700'000});
  }
}

TEST_CASE("a path step counts for the fiscal year that opens at or after it, for each authority") {
  Plans plans;
  // Korea's years open on 1 January, Japan's on 1 April: a step in February 2001 comes too late for
  // Korea's 2001 but in time for Japan's.
  plan_of(plans, Account::A1).amount = {{date(2000, 1, 1), krw_million(100)},
                                        {date(2001, 2, 1), krw_million(200)},
                                        {date(2003, 1, 1), krw_million(40)}};
  const Appropriations money(plans, 1, 2000, 2003);
  const auto halves = [&](int year) {
    return std::pair(money.of(Account::A1, Authority::korea, year).thousand,
                     money.of(Account::A1, Authority::japan, year).thousand);
  };
  CHECK(halves(2000) == std::pair<std::int64_t, std::int64_t>(50'000, 50'000));
  CHECK(halves(2001) == std::pair<std::int64_t, std::int64_t>(50'000, 100'000));
  CHECK(halves(2002) == std::pair<std::int64_t, std::int64_t>(100'000, 100'000));
  CHECK(halves(2003) == std::pair<std::int64_t, std::int64_t>(20'000, 20'000));
}

TEST_CASE("a scale multiplies every account before it is split") {
  Plans plans;
  plan_of(plans, Account::A6) = {krw_million(642), .5};
  plan_of(plans, Account::head_office) = {krw_million(1'080), .5};
  const Appropriations money(plans, .05, 1995, 1995);
  CHECK(money.of(Account::A6, 1995) == Money{32'100});
  CHECK(money.of(Account::head_office, 1995) == Money{54'000});
  CHECK(money.total(1995) == Money{86'100});
  CHECK(money.training(1995) == Money{32'100});
}

TEST_CASE("years outside the plan have no money, and an account without a path has none") {
  Plans plans;
  plan_of(plans, Account::A1).amount = krw_million(100);
  const Appropriations money(plans, 1, 2000, 2001);
  CHECK(money.total(1999) == Money{});
  CHECK(money.total(2002) == Money{});
  CHECK(money.of(Account::C8, 2000) == Money{});
  CHECK(money.first_year() == 2000);
  CHECK(money.last_year() == 2001);
  CHECK_FALSE(money.none());
  CHECK(Appropriations().none());
  CHECK(Appropriations().total(2000) == Money{});
}

TEST_CASE("setting a whole splits it anew, setting a part leaves the other part") {
  Plans plans;
  plan_of(plans, Account::B7) = {krw_million(500), .25};
  Appropriations money(plans, 1, 2007, 2008);
  money.set(Account::B7, 2008, krw_million(800));
  CHECK(money.of(Account::B7, Authority::korea, 2008) == krw_million(200));
  CHECK(money.of(Account::B7, Authority::japan, 2008) == krw_million(600));
  CHECK(money.of(Account::B7, 2007) == krw_million(500));
  money.set(Account::B7, Authority::japan, 2008, krw_million(1));
  CHECK(money.of(Account::B7, Authority::korea, 2008) == krw_million(200));
  CHECK(money.of(Account::B7, 2008) == krw_million(201));
}
