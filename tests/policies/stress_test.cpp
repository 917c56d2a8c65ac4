// SPDX-License-Identifier: Apache-2.0
// The end of Japanese funding and shocks of the economy: money and dates by hand.
#include <catch2/catch.hpp>

#include "tests/policies/table_2_2.hpp"

using namespace coopsim;
using namespace table_2_2;

namespace {

class Notebook final : public Announcements {
 public:
  void at(Time when, const Change& change) override { entries.push_back({when, change}); }
  Time policies_start() const override { return date(2007, 1, 1); }
  std::vector<std::pair<Time, Change>> entries;
};

template <class L>
std::vector<std::pair<Time, Change>> announced_by(const L& lever) {
  Notebook notebook;
  make_lever(lever)->announce(notebook);
  return notebook.entries;
}

Money whole(const Appropriations& money, Authority who, int year) {
  Money sum;
  for (std::size_t i = 0; i < account_count; ++i) sum += money.of(Account(i), who, year);
  return sum;
}

}  // namespace

TEST_CASE("Japan's money ends with its fiscal year 2009, Korea's stays to the thousand") {
  const auto [money, problems] = plan({make_lever(JapanFundingEnd{1, .3, date(2010, 1, 1)})});
  CHECK(problems.empty());
  for (int year = 2007; year <= 2012; ++year)
    for (std::size_t i = 0; i < account_count; ++i) {
      const auto account = Account(i);
      CHECK(money.of(account, Authority::korea, year) ==
            status_quo().of(account, Authority::korea, year));
      CHECK(money.of(account, Authority::japan, year) ==
            (year < 2010 ? status_quo().of(account, Authority::japan, year) : Money{}));
    }
}

TEST_CASE("half of Japan's money is half of it, account by account") {
  const auto [money, problems] = plan({make_lever(JapanFundingEnd{.5, 0, date(2009, 4, 1)})});
  CHECK(whole(money, Authority::japan, 2008) == whole(status_quo(), Authority::japan, 2008));
  const Money left = whole(money, Authority::japan, 2009);
  CHECK(left == portion(whole(status_quo(), Authority::japan, 2009), .5));
}

TEST_CASE("a day after the opening ends the money of the next fiscal year") {
  const auto [money, problems] = plan({make_lever(JapanFundingEnd{1, 0, date(2009, 4, 2)})});
  CHECK(whole(money, Authority::japan, 2009) > Money{});
  CHECK(whole(money, Authority::japan, 2010) == Money{});
}

TEST_CASE("the share of zero leaves every part of every account as it was") {
  CHECK(plan({make_lever(JapanFundingEnd{})}).money == status_quo());
  CHECK(announced_by(JapanFundingEnd{}).empty());
}

TEST_CASE("reluctance rises on the day the fiscal year opens without the money") {
  const auto entries = announced_by(JapanFundingEnd{1, .3, date(2010, 1, 1)});
  REQUIRE(entries.size() == 1);
  CHECK(entries[0].first == date(2010, 4, 1));
  CHECK(std::get<ReluctanceShocked>(entries[0].second).rise == .3);
}

TEST_CASE("safeguards announce level and cost, without level no cost") {
  const Time day = date(2008, 1, 1);
  const auto change = [&](double level) {
    const auto entries = announced_by(Safeguards{level, krw_million(1), day});
    REQUIRE(entries.size() == 1);
    CHECK(entries[0].first == day);
    return std::get<SafeguardsChanged>(entries[0].second);
  };
  CHECK(change(2).level == 2);
  CHECK(change(2).cost_thousand == 1'000);
  CHECK(change(0).cost_thousand == 0);
}

TEST_CASE("a shock of the economy begins and ends on its days") {
  const auto entries = announced_by(EconomyShock{.7, .85, date(2009, 1, 1), date(2011, 1, 1)});
  REQUIRE(entries.size() == 2);
  CHECK(entries[0].first == date(2009, 1, 1));
  CHECK(std::get<EconomyShocked>(entries[0].second).exchange_ppm == 700'000);
  CHECK(std::get<EconomyShocked>(entries[0].second).exports_ppm == 850'000);
  CHECK(entries[1].first == date(2011, 1, 1));
  CHECK(std::get<EconomyShocked>(entries[1].second).exchange_ppm == 1'000'000);
  CHECK(announced_by(EconomyShock{.7, 1, date(2009, 1, 1), {}}).size() == 1);
  CHECK(announced_by(EconomyShock{.7, 1, {}, date(2006, 1, 1)}).empty());
}
