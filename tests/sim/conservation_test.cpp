// SPDX-License-Identifier: Apache-2.0
// Every won of every account, in both authorities' books and both fiscal years: kept by hand beside
// the budget under random steps, and in whole worlds under random amounts, cuts and reviews.
#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "tests/kernel/property.hpp"
#include "tests/sim/small_scenario.hpp"

using namespace coopsim;
using namespace coopsim::testing;

namespace {

constexpr auto korea = Authority::korea;
constexpr auto japan = Authority::japan;

std::array<AccountPlan, account_count> any_amounts(std::int64_t most_million) {
  std::array<AccountPlan, account_count> plans;
  for (AccountPlan& each : plans)
    each = {Money{*rc::gen::inRange<std::int64_t>(0, most_million * 1000)},
            *rc::gen::inRange(0, 5) / 4.0};
  return plans;
}

// A budget, and beside it what every step must have done to it.
class TwoBooks {
 public:
  TwoBooks() : budget_({}, modelled()), money_(any_amounts(300), 1, 1999, 2010) {}

  void next_quarter() {
    if (quarter_ == 0) {
      if (year_ > 2000) budget_.close(korea);
      forget(budget_.open(korea, year_, money_));
      appropriated_[0] += whole_year(korea);
    }
    if (quarter_ == 1) {
      if (year_ > 2000) budget_.close(japan);
      forget(budget_.open(japan, year_, money_));
      appropriated_[1] += whole_year(japan);
    }
    quarter_ = (quarter_ + 1) % 4;
    if (quarter_ == 0) ++year_;
  }
  void commit() {
    const auto account = Account(*rc::gen::inRange<std::size_t>(0, account_count));
    const Money before = budget_.available(account);
    const Money amount{*rc::gen::inRange<std::int64_t>(1, 60'000)};
    const CommitmentId id = budget_.commit(account, amount);
    RC_ASSERT((id != no_commitment) == (amount <= before));
    if (id == no_commitment) return;
    RC_ASSERT(budget_.available(account) == before - amount);
    open_[id] = amount;
    if (*rc::gen::inRange(0, 3) == 0) {
      budget_.protect(id);
      protected_.insert(id);
    }
  }
  // On the day of the last commitment, or any day after: a cut knows no days. Up to the whole.
  void cut() {
    const auto who = authorities[*rc::gen::inRange<std::size_t>(0, 2)];
    const auto ppm = *rc::gen::inRange<std::int64_t>(0, 1'000'001);
    std::array<Money, account_count> before;
    for (std::size_t i = 0; i < account_count; ++i) before[i] = budget_.fund(Account(i), who).cut;
    forget(budget_.cut(who, ppm));
    for (std::size_t i = 0; i < account_count; ++i) {
      const Fund& fund = budget_.fund(Account(i), who);
      RC_ASSERT(fund.cut - before[i] >= Money{});
      RC_ASSERT(fund.cut - before[i] <= portion(fund.year_amount, double(ppm) / 1e6));
    }
  }
  void pay() {
    const auto id = any_open();
    if (id == no_commitment) return;
    const Money amount{*rc::gen::inRange<std::int64_t>(0, open_[id].thousand + 1)};
    budget_.pay(id, amount);
    open_[id] -= amount;
    paid_ += amount;
  }
  void release() {
    const auto id = any_open();
    if (id == no_commitment) return;
    budget_.release(id);
    open_.erase(id);
  }

  void check() const {
    RC_ASSERT(budget_.check() == "");
    Money committed, open, paid, moved;
    std::array<Money, 2> appropriated;
    for (std::size_t i = 0; i < account_count; ++i) {
      Money between;
      for (const Authority who : authorities) {
        const Fund& fund = budget_.fund(Account(i), who);
        RC_ASSERT(fund.appropriated + fund.moved == fund.paid + fund.cut + fund.lapsed +
                                                        fund.not_modelled + fund.free +
                                                        fund.committed);
        RC_ASSERT((fund.committed >= Money{} && fund.lapsed >= Money{}));
        appropriated[index(who)] += fund.appropriated;
        committed += fund.committed;
        paid += fund.paid;
        between += fund.moved;
      }
      RC_ASSERT(between == Money{});  // what one authority takes over the other has given
    }
    for (const auto& [id, amount] : open_) {
      RC_ASSERT(budget_.open_amount(id) == amount);
      open += amount;
    }
    RC_ASSERT(committed == open);
    RC_ASSERT(paid == paid_);
    RC_ASSERT(appropriated == appropriated_);
  }

 private:
  static std::array<bool, account_count> modelled() {
    std::array<bool, account_count> all;
    for (bool& each : all) each = *rc::gen::inRange(0, 6) > 0;
    return all;
  }
  Money whole_year(Authority who) const {
    Money sum;
    for (std::size_t i = 0; i < account_count; ++i) sum += money_.of(Account(i), who, year_);
    return sum;
  }
  CommitmentId any_open() const {
    if (open_.empty()) return no_commitment;
    const auto nth = *rc::gen::inRange<std::size_t>(0, open_.size());
    return std::next(open_.begin(), std::ptrdiff_t(nth))->first;
  }
  void forget(const std::vector<Budget::Cancelled>& cancelled) {
    for (const auto& each : cancelled) {
      RC_ASSERT_FALSE(protected_.contains(each.commitment));
      RC_ASSERT(open_.erase(each.commitment) == 1u);
    }
  }

  Budget budget_;
  Appropriations money_;
  std::map<CommitmentId, Money> open_;
  std::set<CommitmentId> protected_;
  std::array<Money, 2> appropriated_{};
  Money paid_;
  int year_ = 2000, quarter_ = 0;
};

// Money of the accounts of both authorities that fiscal years of 1993 to 1998 open with.
Money planned(const Appropriations& money) {
  Money sum;
  for (int year = 1993; year <= 1998; ++year)
    for (std::size_t i = 0; i < account_count; ++i) sum += money.of(Account(i), year);
  return sum;
}

// Runs policy 1 to the end, which throws where anything is not accounted for, and adds up again.
// Returns what cuts took.
Money cut_in_whole_world(const Scenario& scenario, int number = 0) {
  const Study study(scenario);
  Replication world(study, number, nullptr);
  world.run_until(scenario.parameters.run.policies_start);
  world.announce(scenario.policies[1]);
  world.finish();
  Money appropriated, gone, left, cut;
  for (std::size_t i = 0; i < account_count; ++i)
    for (const Authority who : authorities) {
      const Fund& fund = world.world().budget.fund(Account(i), who);
      appropriated += fund.appropriated;
      gone += fund.paid + fund.cut + fund.lapsed + fund.not_modelled;
      left += fund.free + fund.committed;
      cut += fund.cut;
    }
  if (appropriated != planned(scenario.policies[1].money))
    throw std::logic_error("what was appropriated is not what was planned");
  if (appropriated != gone + left) throw std::logic_error("money is not all gone or left");
  return cut;
}

Scenario with_cuts(const std::array<AccountPlan, account_count>& accounts,
                   const std::vector<std::pair<Time, Rescinded>>& cuts) {
  Scenario scenario = small_scenario();
  Parameters& p = scenario.parameters;
  p.firms.count = 300;
  p.training.a6.application_rate = .1;  // so that its few seats are taken
  p.budget.cut_chance = 0.0;
  p.outsourcing.opens = p.scouting.opens = p.information.opens = date(1993, 1, 1);
  scenario.accounts = accounts;
  scenario.policies[0].money = Appropriations(accounts, 1.0, 1992, 2000);
  Policy policy = scenario.policies[0];
  policy.name = "cut";
  policy.baseline = false;
  for (const auto& [when, cut] : cuts) policy.levers.push_back(std::make_shared<Once>(when, cut));
  scenario.policies.push_back(policy);
  return scenario;
}

std::array<AccountPlan, account_count> every_account() {
  std::array<AccountPlan, account_count> plans;
  for (AccountPlan& each : plans) each = {krw_million(300), .5};
  return plans;
}

// Days of 1997 on which an account commits money, by account.
std::map<Account, std::vector<Time>> days_of_commitment() {
  const Scenario scenario = with_cuts(every_account(), {});
  const Study study(scenario);
  Replication world(study, 0, nullptr);
  std::map<Account, std::vector<Time>> found;
  std::array<Money, account_count> before{};
  for (Time day = date(1997, 1, 1); day < date(1998, 1, 1); day += days(1)) {
    world.run_until(day);
    for (std::size_t i = 0; i < account_count; ++i) {
      Money promised;  // ever: paid or still to be paid
      for (const Authority who : authorities) {
        const Fund& fund = world.world().budget.fund(Account(i), who);
        promised += fund.paid + fund.committed;
      }
      if (promised > before[i] && day > date(1997, 1, 1))
        found[Account(i)].push_back(day - days(1));
      before[i] = promised;
    }
  }
  return found;
}

}  // namespace

TEST_CASE("both books hold every won of every account after any sequence of steps") {
  CHECK(holds("money is conserved", [] {
    TwoBooks books;
    books.next_quarter();
    for (int step = 0; step < 120; ++step) {
      const int what = *rc::gen::inRange(0, 12);
      if (what == 0)
        books.next_quarter();
      else if (what <= 2)
        books.cut();
      else if (what <= 4)
        books.pay();
      else if (what == 5)
        books.release();
      else
        books.commit();
      books.check();
    }
  }));
}

TEST_CASE("a cut before, on, and after the day of commitment of each account loses no won") {
  const auto days_by_account = days_of_commitment();
  for (std::size_t i = 0; i < account_count; ++i) {
    CAPTURE(accounts[i].id);
    REQUIRE(days_by_account.contains(Account(i)));
  }
  constexpr Duration end_of_day = days(1) - Duration(1);
  for (const auto& [account, found] : days_by_account) {
    const Time day = found[found.size() / 2];
    CAPTURE(accounts[index(account)].id, day.time_since_epoch().count());
    const auto both = [](Time when, std::int32_t ppm) {
      return std::vector<std::pair<Time, Rescinded>>{{when, {korea, ppm}}, {when, {japan, ppm}}};
    };
    // In the morning before any commitment, in the evening, and the evening after.
    for (const Time when : {day, day + end_of_day, day + days(1) + end_of_day})
      for (const std::int32_t ppm : {150'000, 1'000'000}) {
        Money taken;
        REQUIRE_NOTHROW(taken = cut_in_whole_world(with_cuts(every_account(), both(when, ppm))));
        CHECK(taken > Money{});
      }
    // Twice in one year of each authority, the second takes from what the first has left.
    auto twice = both(day + end_of_day, 300'000);
    for (const auto& again : both(std::min(day + days(2), date(1997, 12, 30)), 300'000))
      twice.push_back(again);
    Money once, both_times;
    REQUIRE_NOTHROW(
        once = cut_in_whole_world(with_cuts(every_account(), both(day + end_of_day, 300'000))));
    REQUIRE_NOTHROW(both_times = cut_in_whole_world(with_cuts(every_account(), twice)));
    CHECK(both_times > once);
  }
}

TEST_CASE("random budgets, cuts, reviews and ends of funding: whole worlds account for every won") {
  CHECK(holds("worlds conserve money", [] {
    const auto days_in_policies = (date(1999, 1, 1) - date(1996, 1, 1)) / days(1);
    std::vector<std::pair<Time, Rescinded>> cuts;
    for (int count = *rc::gen::inRange(0, 7); count > 0; --count) {
      const Time day =
          date(1996, 1, 1) + days(*rc::gen::inRange<std::int64_t>(0, days_in_policies));
      const Duration moment(*rc::gen::element(0, 1, 43'200, 86'399));
      cuts.push_back({day + moment,
                      {authorities[*rc::gen::inRange<std::size_t>(0, 2)],
                       *rc::gen::inRange<std::int32_t>(0, 1'000'001)}});
    }
    Scenario scenario =
        with_cuts(any_amounts(*rc::gen::element<std::int64_t>(20, 400, 2'000)), cuts);
    scenario.parameters.budget.cut_chance = *rc::gen::element(0.0, .5, 1.0);
    Policy& policy = scenario.policies[1];
    if (*rc::gen::arbitrary<bool>())
      policy.levers.push_back(std::make_shared<Once>(
          date(1996, 1, 1), ConcentrationChanged{2, *rc::gen::element(3, 18)}));
    if (*rc::gen::inRange(0, 4) == 0)  // Japan pays nothing any more
      for (int year = 1997; year <= 2000; ++year)
        for (std::size_t i = 0; i < account_count; ++i)
          policy.money.set(Account(i), japan, year, Money{});
    std::string problem;
    try {
      cut_in_whole_world(scenario, *rc::gen::inRange(0, 1'000));
    } catch (const std::exception& error) {
      problem = error.what();
    }
    RC_ASSERT(problem == "");
  }));
}
