// SPDX-License-Identifier: Apache-2.0
// The performance review in whole replications: what it counts, when it moves money, what it
// leaves.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <functional>

#include "sim/context.hpp"
#include "sim/programmes/review_scores.hpp"
#include "tests/sim/study_results.hpp"

using namespace coopsim;
using namespace coopsim::testing;

namespace {

constexpr std::array training = {Account::A1, Account::A2, Account::A5, Account::A6};
constexpr std::array rest = {Account::B1, Account::B2, Account::B5, Account::B7,
                             Account::B8, Account::B9, Account::C1, Account::C2};

// Money of both sides; Korea alone pays C1 and C5, Japan alone B11.
Scenario reviewed(std::vector<Change> changes) {
  Scenario scenario = small_scenario();
  const auto give = [&](Account account, std::int64_t million, double korea) {
    scenario.accounts[index(account)] = {krw_million(million), korea};
  };
  for (const Account account : {Account::B1, Account::B2, Account::B5, Account::B9})
    give(account, 180, .5);
  give(Account::B8, 180, .5);
  give(Account::B11, 80, 0);
  give(Account::C1, 150, 1);
  give(Account::C2, 90, .5);
  give(Account::C5, 60, 1);
  scenario.parameters.outsourcing.opens = date(1995, 1, 1);
  scenario.parameters.budget.cut_chance = 0.0;
  scenario.policies[0].money = Appropriations(scenario.accounts, 1.0, 1992, 2000);
  Policy policy = scenario.policies[0];
  policy.name = "reviewed";
  policy.baseline = false;
  for (const Change& change : changes)
    policy.levers.push_back(std::make_shared<Once>(date(1996, 1, 1), change));
  scenario.policies.push_back(policy);
  return scenario;
}

constexpr ConcentrationChanged strong{1, 18};
constexpr IndicatorsChanged outcome_without_noise{10, 60, 20, 10, 0};

std::vector<double> responses(const Scenario& scenario, int policy) {
  for (const Outcome& each : outcomes_of(scenario, {.replications = 1}))
    if (each.world == Outcome::World::policy && each.policy == policy) {
      REQUIRE(each.error == "");
      return each.responses;
    }
  throw std::logic_error("no such policy");
}

bool same_bits(const std::vector<double>& a, const std::vector<double>& b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(double)) == 0;
}

double appropriated(const Results& results, int year, int policy, Account account) {
  return results("budget_appropriated", year, policy, account, Split::account);
}

template <class Accounts>
double side(const Results& results, int year, int policy, const Accounts& accounts) {
  double sum = 0;
  for (const Account account : accounts) sum += appropriated(results, year, policy, account);
  return sum;
}

// The policy's replication, run to `when`.
Replication run_to(const Study& study, Time when) {
  Replication replication(study, 0, nullptr);
  replication.run_until(date(1996, 1, 1));
  replication.announce(study.scenario.policies[1]);
  replication.run_until(when);
  return replication;
}

}  // namespace

TEST_CASE("a review that moves nothing changes no bit, whatever its indicators are") {
  const Scenario scenario =
      reviewed({ConcentrationChanged{0, 18}, IndicatorsChanged{60, 0, 20, 20, 1.5f}});
  CHECK(same_bits(responses(scenario, 0), responses(scenario, 1)));
}

TEST_CASE("indicators without concentration change no bit") {
  const Scenario scenario = reviewed({IndicatorsChanged{0, 0, 0, 100, 0}});
  CHECK(same_bits(responses(scenario, 0), responses(scenario, 1)));
}

TEST_CASE("money moves from the January after the first November, and only within its side") {
  const Results results(reviewed({strong}), 2);
  for (const Account account : rest)
    CHECK(appropriated(results, 1996, 0, account) == appropriated(results, 1996, 1, account));
  CHECK(results("money_reallocated", 1996, 1) == 0);
  for (const int year : {1997, 1998}) {
    CAPTURE(year);
    CHECK(results("money_reallocated", year, 1) > 0);
    CHECK(side(results, year, 0, training) == side(results, year, 1, training));
    CHECK(results("budget_appropriated", year, 0) == results("budget_appropriated", year, 1));
    CHECK(appropriated(results, year, 0, Account::C5) ==
          appropriated(results, year, 1, Account::C5));
    CHECK(appropriated(results, year, 1, Account::A2) !=
          appropriated(results, year, 0, Account::A2));
    CHECK(appropriated(results, year, 1, Account::B7) !=
          appropriated(results, year, 0, Account::B7));
    CHECK(results("training_share", year, 0) == results("training_share", year, 1));
  }
}

TEST_CASE("each authority pays what it planned, side by side, to the thousand") {
  const Scenario scenario = reviewed({strong});
  const Study study(scenario);
  const Replication moved = run_to(study, date(1998, 6, 1));
  const Appropriations& before = scenario.policies[1].money;
  const Appropriations& after = moved.world().reviewed;
  REQUIRE_FALSE(after.none());
  CHECK_FALSE(before == after);
  for (int year = 1992; year <= 2000; ++year)
    for (const Authority who : authorities) {
      Money sides[2][2] = {};  // training or not; before, after
      for (std::size_t i = 0; i < account_count; ++i) {
        sides[i >= course_count][0] += before.of(Account(i), who, year);
        sides[i >= course_count][1] += after.of(Account(i), who, year);
      }
      CHECK(sides[0][0] == sides[0][1]);
      CHECK(sides[1][0] == sides[1][1]);
    }
  CHECK(after.of(Account::C1, Authority::japan, 1998) == Money{});
  CHECK(after.of(Account::B11, Authority::korea, 1998) == Money{});
}

namespace {

double cumulated(const Context& context, Account account, Money Fund::*what) {
  const Budget& budget = context.world.budget;
  return double(
      (budget.fund(account, Authority::korea).*what + budget.fund(account, Authority::japan).*what)
          .thousand);
}

// How the ln money of training accounts moved in 1997 where only one indicator counts, beside that
// indicator on the eve of the evaluation. Amounts are the same each year, so what was paid and
// appropriated since 1993 stands for what was since January.
struct Step {
  std::vector<double> z, growth;
};
Step step_of(const IndicatorsChanged& weights,
             const std::function<double(Context&, Account)>& indicator) {
  const Scenario scenario = reviewed({strong, weights});
  const Study study(scenario);
  Replication eve = run_to(study, date(1996, 11, 30));
  std::vector<std::optional<double>> values;
  eve.intervene([&](Context& context) {
    for (const Account account : training) values.push_back(indicator(context, account));
  });
  const Replication after = run_to(study, date(1997, 1, 1) + Duration(1));
  Step step{standardised(values, 2), {}};
  for (const Account account : training)
    step.growth.push_back(std::log(double(after.world().reviewed.of(account, 1997).thousand) /
                                   double(scenario.policies[1].money.of(account, 1997).thousand)));
  return step;
}

void check_order(const Step& step) {
  constexpr double rounding = 1e-4;  // steps are bounded: two at the bound differ by a thousand won
  for (std::size_t i = 0; i < step.z.size(); ++i)
    for (std::size_t j = 0; j < step.z.size(); ++j)
      if (step.z[i] > step.z[j] + .3) CHECK(step.growth[i] > step.growth[j] - rounding);
  const auto [least, most] = std::minmax_element(step.growth.begin(), step.growth.end());
  CHECK(*most - *least > .35);
  CHECK(*most - *least < .7001);
}

}  // namespace

TEST_CASE("with outcome weights money follows what firms gained per won") {
  check_order(step_of({0, 100, 0, 0, 0}, [](Context& context, Account account) {
    if (account == Account::A2) CHECK(context.world.indicators.of(account).gain > 0);
    return context.world.indicators.of(account).gain / cumulated(context, account, &Fund::paid);
  }));
}

TEST_CASE("with output weights money follows delivery, whatever firms gained") {
  check_order(step_of({100, 0, 0, 0, 0}, [](Context& context, Account account) {
    const Performance& seen = context.world.indicators.of(account);
    return seen.delivered / seen.planned;
  }));
}

TEST_CASE("money follows strength") {
  const auto moved_by = [](float strength) {
    const Results results(reviewed({ConcentrationChanged{strength, 18}, outcome_without_noise}), 2);
    return results("money_reallocated", 1997, 1);
  };
  const double weak = moved_by(.05f), twice = moved_by(.1f), bound = moved_by(9);
  CHECK(weak > 0);
  CHECK(twice == Approx(2 * weak).epsilon(.1));
  CHECK(bound > twice);
  CHECK(bound < .35 * 2'500'000);  // no more than the limit of a step
}

TEST_CASE("concentration raises the concentration index, as accounts with money drift apart") {
  const Results results(reviewed({strong, outcome_without_noise}), 3);
  CHECK(results("budget_concentration", 1996, 1) == results("budget_concentration", 1996, 0));
  double by_hand = 0, whole = 0;
  for (std::size_t i = 0; i + 1 < account_count; ++i) {
    const double amount = appropriated(results, 1998, 0, Account(i));
    by_hand += amount * amount, whole += amount;
  }
  CHECK(results("budget_concentration", 1998, 0) == Approx(by_hand / (whole * whole)));
  CHECK(results("budget_concentration", 1998, 1) != results("budget_concentration", 1998, 0));
}

TEST_CASE("fields that are not kept lose projects and courses, others get the money") {
  const Scenario scenario = reviewed({ConcentrationChanged{0, 6}, outcome_without_noise});
  const Study study(scenario);
  const Replication replication = run_to(study, date(1997, 6, 1));
  int open = 0;
  for (const Account account : {Account::B1, Account::B2, Account::B5, Account::B9}) {
    const Money money = replication.world().reviewed.of(account, 1997);
    CHECK((money == Money{} || money > krw_million(180)));
    open += money > Money{};
  }
  CHECK(open == 3);  // round(8 x 6 / 18) of the eight; four had money
  const FieldsKept& fields = replication.world().fields;
  CHECK(fields.kept == 6);
  CHECK(replication.world().reviewed.of(Account::A5, 1997) ==
        scenario.policies[1].money.of(Account::A5, 1997));
}

TEST_CASE("noise moves money by itself, the same in every policy") {
  const IndicatorsChanged noise_only{0, 0, 0, 0, 1};
  const Scenario scenario = reviewed({strong, noise_only});
  const Results results(scenario, 2);
  CHECK(results("money_reallocated", 1997, 1) > 0);
  Scenario two = scenario;
  two.policies.push_back(two.policies[1]);
  two.policies[2].name = "again";
  two.policies[2].levers.push_back(
      std::make_shared<Once>(date(1996, 3, 1), SelectionChanged{SelectionRule::lottery}));
  const Results again(two, 2);
  for (const Account account : rest)
    CHECK(appropriated(again, 1997, 1, account) == appropriated(again, 1997, 2, account));
}

TEST_CASE("under cuts of both authorities twice a year every won is accounted for") {
  Scenario scenario = reviewed({ConcentrationChanged{1, 6}, Rescinded{Authority::korea, 200'000}});
  scenario.parameters.budget.cut_chance = 1.0;
  for (const int year : {1996, 1997, 1998})
    for (const Authority who : authorities)
      scenario.policies[1].levers.push_back(
          std::make_shared<Once>(date(year, 11, 30), Rescinded{who, 300'000}));
  for (const Outcome& each : outcomes_of(scenario, {.replications = 3})) CHECK(each.error == "");
  CHECK(Results(scenario, 3)("budget_cut", 1997, 1) > 0);
}

TEST_CASE("a review gives nothing back to an authority that pays nothing any more") {
  Scenario scenario = reviewed({strong});
  Appropriations& money = scenario.policies[1].money;
  for (int year = 1997; year <= 2000; ++year)
    for (std::size_t i = 0; i < account_count; ++i)
      money.set(Account(i), Authority::japan, year, Money{});
  const Study study(scenario);
  const Replication moved = run_to(study, date(1997, 6, 1));
  Money korea_before, korea_after;
  for (std::size_t i = 0; i < account_count; ++i) {
    CHECK(moved.world().reviewed.of(Account(i), Authority::japan, 1997) == Money{});
    korea_before += money.of(Account(i), Authority::korea, 1997);
    korea_after += moved.world().reviewed.of(Account(i), Authority::korea, 1997);
  }
  CHECK(korea_before == korea_after);
  CHECK(moved.world().reviewed.of(Account::A2, 1997) != money.of(Account::A2, 1997));
}

TEST_CASE("a copy amid reviewed years goes on as the original, with plans of its own") {
  const Scenario scenario =
      reviewed({ConcentrationChanged{1, 6}, IndicatorsChanged{30, 40, 20, 10, 1}});
  const Study study(scenario);
  Replication original = run_to(study, date(1997, 6, 1));
  Replication copy = original;
  original.finish();
  copy.run_until(date(1998, 6, 1));
  CHECK_FALSE(copy.world().reviewed.none());
  copy.finish();
  CHECK(copy.fingerprint() == original.fingerprint());
  CHECK(copy.world().reviewed == original.world().reviewed);
}
