// SPDX-License-Identifier: Apache-2.0
// Money: the stages of a budget, cuts, advance commitments, and that every won is accounted for.
#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <random>

#include "sim/world/budget.hpp"

using namespace coopsim;

namespace {

constexpr auto A2 = Account::A2;
constexpr auto korea = Authority::korea;
constexpr auto japan = Authority::japan;

std::array<bool, account_count> only_a2() {
  std::array<bool, account_count> modelled{};
  modelled[index(A2)] = true;
  return modelled;
}

// A2 has `million` KRW a year, half from each side; B1 has 10.
Appropriations plan(std::int64_t million) {
  std::array<AccountPlan, account_count> accounts;
  for (AccountPlan& account : accounts) account.amount = Money{0};
  accounts[index(A2)] = {krw_million(million), .5};
  accounts[index(Account::B1)] = {krw_million(10), .5};
  return Appropriations(accounts, 1.0, 1990, 2020);
}

Budget opened(std::int64_t million) {
  Budget budget({}, only_a2());
  budget.open(korea, 2000, plan(million));
  budget.open(japan, 2000, plan(million));
  return budget;
}

}  // namespace

TEST_CASE("a commitment takes Korea's money first, then Japan's") {
  Budget budget = opened(100);
  const CommitmentId id = budget.commit(A2, krw_million(70));
  REQUIRE(id != no_commitment);
  CHECK(budget.fund(A2, korea).free == Money{0});
  CHECK(budget.fund(A2, japan).free == krw_million(30));
  CHECK(budget.available(A2) == krw_million(30));
  CHECK(budget.commit(A2, krw_million(31)) == no_commitment);
  CHECK(budget.check().empty());
}

TEST_CASE("what is paid is paid, the rest of a commitment goes back to the open year") {
  Budget budget = opened(100);
  const CommitmentId id = budget.commit(A2, krw_million(60));
  budget.pay(id, krw_million(20));
  CHECK(budget.open_amount(id) == krw_million(40));
  budget.release(id);
  CHECK(budget.open_amount(id) == Money{0});
  CHECK(budget.available(A2) == krw_million(80));
  CHECK(budget.fund(A2, korea).paid == krw_million(20));
  CHECK(budget.check().empty());
}

TEST_CASE("at the end of the year one twentieth is carried over and the rest lapses") {
  Budget budget = opened(100);
  budget.close(korea);
  CHECK(budget.fund(A2, korea).free == Money{2'500});  // 5 % of 50 million
  CHECK(budget.fund(A2, korea).lapsed == Money{47'500});
  budget.open(korea, 2001, plan(100));
  CHECK(budget.fund(A2, korea).free == Money{52'500});
  CHECK(budget.check().empty());
}

TEST_CASE("an account without a programme lapses whole, under its own name") {
  Budget budget = opened(100);
  budget.close(korea);
  CHECK(budget.fund(Account::B1, korea).not_modelled == krw_million(5));
  CHECK(budget.fund(Account::B1, korea).lapsed == Money{0});
  CHECK(budget.fund(Account::B1, korea).free == Money{0});
}

TEST_CASE("money released after its year has closed lapses") {
  Budget budget = opened(100);
  const CommitmentId id = budget.commit(A2, krw_million(50));
  budget.close(korea);
  budget.open(korea, 2001, plan(100));
  const Money before = budget.fund(A2, korea).free;
  budget.release(id);
  CHECK(budget.fund(A2, korea).free == before);
  CHECK(budget.fund(A2, korea).lapsed == krw_million(50));
  CHECK(budget.check().empty());
}

TEST_CASE("a cut takes free money first and then the latest unprotected commitments") {
  Budget budget = opened(100);
  const CommitmentId early = budget.commit(A2, krw_million(20));
  const CommitmentId guarded = budget.commit(A2, krw_million(10));
  const CommitmentId late = budget.commit(A2, krw_million(15));  // 5 of 50 are free
  budget.protect(guarded);
  // 20 % of 50 = 10: 5 free, then the latest commitment goes.
  const auto cancelled = budget.cut(korea, 200'000);
  REQUIRE(cancelled.size() == 1);
  CHECK(cancelled[0].commitment == late);
  CHECK(budget.fund(A2, korea).cut == krw_million(10));
  CHECK(budget.fund(A2, korea).free == krw_million(10));  // 5 + 15 - 10
  CHECK(budget.open_amount(early) == krw_million(20));
  CHECK(budget.check().empty());
  // 80 % = 40, but 10 are protected: all the rest goes, no more.
  CHECK(budget.cut(korea, 800'000).size() == 1);
  CHECK(budget.fund(A2, korea).cut == krw_million(40));
  CHECK(budget.open_amount(guarded) == krw_million(10));
  CHECK(budget.check().empty());
}

TEST_CASE("before April Japan's part is committed in advance, up to half of last year's account") {
  Budget budget = opened(100);
  budget.close(korea);
  budget.open(korea, 2001, plan(100));  // Japan's year 2000 is still open, all of it free
  CHECK(budget.available(A2) == Money{52'500} + krw_million(50) + krw_million(50));
  const CommitmentId id = budget.commit(A2, krw_million(150));
  REQUIRE(id != no_commitment);
  CHECK(budget.fund(A2, japan).free == Money{-47'500});
  budget.close(japan);
  CHECK(budget.fund(A2, japan).free == Money{-47'500});
  CHECK(budget.open(japan, 2001, plan(100)).empty());
  CHECK(budget.fund(A2, japan).free == Money{2'500});
  CHECK(budget.check().empty());
}

TEST_CASE("a Japanese shortfall is borne by Korea's free money, then the latest commitments go") {
  Budget budget = opened(100);
  budget.close(korea);
  budget.open(korea, 2001, plan(100));
  const CommitmentId first = budget.commit(A2, krw_million(100));  // 52.5 Korea, 47.5 Japan's 2000
  const CommitmentId second = budget.commit(A2, krw_million(30));  // 2.5 Japan's 2000, 27.5 ahead
  budget.close(japan);
  const auto cancelled = budget.open(japan, 2001, plan(0));
  REQUIRE(cancelled.size() == 1);
  CHECK(cancelled[0].commitment == second);
  CHECK(budget.open_amount(first) == krw_million(100));
  CHECK(budget.fund(A2, japan).free >= Money{0});
  CHECK(budget.check().empty());
}

TEST_CASE("every won is accounted for after any sequence of steps") {
  std::mt19937 steps(20070412);
  for (int round = 0; round < 60; ++round) {
    Budget budget({}, only_a2());
    std::map<CommitmentId, bool> open;
    int year = 2000, quarter = 0;
    for (int step = 0; step < 400; ++step) {
      switch (steps() % 8) {
        case 0: {  // the next quarter
          const Appropriations money = plan(40 + int(steps() % 100));
          if (quarter == 0) budget.open(korea, year, money);
          if (quarter == 1) {
            budget.close(japan);
            for (const auto& each : budget.open(japan, year, money)) open.erase(each.commitment);
          }
          if (quarter == 3) budget.close(korea), ++year;
          quarter = (quarter + 1) % 4;
          break;
        }
        case 1:
          for (const auto& each : budget.cut(steps() % 2 ? korea : japan, steps() % 400'000))
            open.erase(each.commitment);
          break;
        case 2:
        case 3:
          if (!open.empty()) {
            const CommitmentId id = open.begin()->first;
            budget.pay(id, Money{std::int64_t(steps()) % (budget.open_amount(id).thousand + 1)});
          }
          break;
        case 4:
          if (!open.empty()) {
            budget.release(open.rbegin()->first);
            open.erase(std::prev(open.end()));
          }
          break;
        default: {
          const CommitmentId id = budget.commit(A2, Money{1 + std::int64_t(steps() % 20'000)});
          if (id != no_commitment) {
            open[id] = true;
            if (steps() % 3 == 0) budget.protect(id);
          }
        }
      }
      REQUIRE(budget.check() == "");
    }
  }
}
