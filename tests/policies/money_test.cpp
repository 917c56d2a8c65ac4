// SPDX-License-Identifier: Apache-2.0
// The policies of the model tables, section 10, as levers on the accounts of table 2.2: every
// account and year against the table, with the arithmetic written here.
#include <catch2/catch.hpp>

#include "tests/policies/table_2_2.hpp"

using namespace coopsim;
using namespace table_2_2;
using enum coopsim::Account;

namespace {

Ptrs with(Ptrs levers, PolicyLeverPtr own) {  // own lever replaces the one of its name
  for (auto& lever : levers)
    if (lever->name() == own->name()) return lever = own, levers;
  levers.push_back(own);
  return levers;
}

}  // namespace

TEST_CASE("the status quo of the tests is the model table: 9,000 a year, 4,700 of it Korea's") {
  const Appropriations money = status_quo();
  CHECK(is_column(money, 2005, y1995));
  CHECK(money.total(2005) == krw_million(9'000));
  CHECK(money.training(2005) == krw_million(6'750));
  CHECK(korea_sum(money, 2005) == krw_million(4'300));
  for (int year = 2006; year <= 2016; ++year) {
    CHECK(is_column(money, year, y2006));
    CHECK(money.total(year) == krw_million(9'000));
    CHECK(money.training(year) == krw_million(4'050));
    CHECK(korea_sum(money, year) == krw_million(4'700));
  }
}

TEST_CASE("S02 announced path: every account of 2007 and of 2008 and later is the table's") {
  const auto [money, problems] = plan(announced_path());
  CHECK(problems.empty());
  CHECK(is_column(money, 2005, y1995));
  CHECK(is_column(money, 2006, y2006));  // Japan's fiscal year 2006 ends in March 2007: untouched
  CHECK(is_column(money, 2007, s02_2007));
  for (int year = 2008; year <= 2016; ++year) CHECK(is_column(money, year, s02_2008));
  for (int year = 2007; year <= 2016; ++year) CHECK(money.total(year) == krw_million(9'000));
  CHECK(korea_sum(money, 2007) == Money{4'787'500});
  CHECK(korea_sum(money, 2008) == krw_million(4'800));
}

TEST_CASE("the order in which levers are given does not matter") {
  Ptrs reversed = announced_path();
  std::reverse(reversed.begin(), reversed.end());
  CHECK(plan(reversed).money == plan(announced_path()).money);
}

TEST_CASE("S03 abrupt cut: planned money of 2007 as announced, every part times .8 from 2008") {
  AbruptCut cut;
  cut.on = date(2007, 7, 1);
  cut.share = .2;
  cut.measure = CutMeasure::rate;
  cut.later = .8;
  const auto [money, problems] = plan(with(announced_path(), make_lever(cut)));
  CHECK(problems.empty());
  CHECK(is_column(money, 2007, s02_2007));
  for (int year = 2008; year <= 2016; ++year) {
    CHECK(money.total(year) == krw_million(7'200));
    for (std::size_t i = 0; i < account_count; ++i) {
      const auto account = static_cast<Account>(i);
      const std::int64_t half = s02_2008[i] * 1'000 / 2;  // even in KRW thousand
      const auto koreas = std::int64_t(2 * table_2_2::korea(account)) * half;
      CHECK(money.of(account, Authority::korea, year).thousand * 10 == koreas * 8);
      CHECK(money.of(account, Authority::japan, year).thousand * 10 == (2 * half - koreas) * 8);
    }
  }
}

TEST_CASE("S03's money of later years is also what an announced cut of all accounts plans") {
  AnnouncedCut announced;
  announced.factor = .8;
  announced.from = from(2008);
  AbruptCut abrupt;
  abrupt.on = date(2007, 7, 1);
  abrupt.later = .8;
  CHECK(plan(with(announced_path(), make_lever(announced))).money ==
        plan(with(announced_path(), make_lever(abrupt))).money);
}

TEST_CASE(
    "S04 cut without reuse: training as announced, all else as 2006, totals 8,325 and 7,650") {
  ReleaseTo nowhere;
  nowhere.treasury = 1;
  const auto [money, problems] = plan(with(announced_path(), make_lever(nowhere)));
  CHECK(problems.empty());
  Column y2007 = y2006, y2008 = y2006;
  for (std::size_t i = 0; i < course_count; ++i) y2007[i] = s02_2007[i], y2008[i] = s02_2008[i];
  CHECK(is_column(money, 2007, y2007));
  CHECK(money.total(2007) == krw_million(9'000 - 675));
  for (int year = 2008; year <= 2016; ++year) {
    CHECK(is_column(money, year, y2008));
    CHECK(money.total(year) == krw_million(9'000 - 1'350));
  }
}

TEST_CASE("S05 dankai: 60 % of released money to B7, the rest pro rata to the other gains of S02") {
  ReleaseTo release = announced_release();
  release.account = AccountChoice::named("advice");
  release.share = .6;
  for (auto& step : release.weights.steps)
    std::erase_if(step.value.parts, [](const auto& part) { return part.first == B7; });
  const auto [money, problems] = plan(with(announced_path(), make_lever(release)));
  CHECK(problems.empty());
  const struct {
    int year;
    std::int64_t released, gain_of_b7;
    const Column& announced;
  } cases[] = {
      {2007, 675, 150, s02_2007}, {2008, 1'350, 350, s02_2008}, {2016, 1'350, 350, s02_2008}};
  for (const auto& [year, released, gain_of_b7, announced] : cases) {
    CHECK(money.total(year) == krw_million(9'000));
    CHECK(money.of(B7, year) == krw_million(500) + krw_million(released * 6 / 10));
    const std::int64_t rest = released * 4 / 10;  // 270, 540
    const std::int64_t gains = released - gain_of_b7;
    for (const Account account : b_and_c) {
      if (account == B7) continue;
      const Money gain = whole(announced, account) - whole(y2006, account);
      CHECK(is_quota(money.of(account, year) - whole(y2006, account), gain, rest, gains));
    }
    for (std::size_t i = 0; i < course_count; ++i)
      CHECK(money.of(static_cast<Account>(i), year) == krw_million(announced[i]));
  }
  CHECK(money.of(B8, 2008) == Money{120'000 + 64'800});  // 120 x 540 / 1,000
}

TEST_CASE("S15 training restored: courses and head office as 1995-2005, B and C shrink pro rata") {
  SharePath share;
  share.path = .75;
  Composition composition;
  composition.weights =
      Path<Weights>(weights({{A1, 648}, {A2, 4500}, {A3, 216}, {A4, 120}, {A5, 624}, {A6, 642}}));
  const auto [money, problems] = plan({make_lever(share), make_lever(composition)});
  CHECK(problems.empty());
  CHECK(is_column(money, 2006, y2006));
  for (int year = 2007; year <= 2016; ++year) {
    for (std::size_t i = 0; i < course_count; ++i)
      CHECK(money.of(static_cast<Account>(i), year) == krw_million(y1995[i]));
    CHECK(money.of(head_office, year) == krw_million(1'080));
    Money rest;
    for (const Account account : b_and_c) {
      CHECK(is_quota(money.of(account, year), whole(y2006, account), 1'170, 3'870));
      rest += money.of(account, year);
    }
    CHECK(rest == krw_million(1'170));
    CHECK(money.total(year) == krw_million(9'000));
  }
  CHECK(money.of(C1, 2007) < krw_million(100));  // below the outsourcing centre's fixed cost
}
