// SPDX-License-Identifier: Apache-2.0
// What services cost firms and what gains are worth, in whole replications.
#include <catch2/catch.hpp>
#include <cmath>

#include "sim/metrics/economics.hpp"
#include "sim/programmes/firm_costs.hpp"
#include "tests/sim/study_results.hpp"

using namespace coopsim;
using namespace coopsim::testing;

namespace {

constexpr int first_year = 1993, policy_year = 1996, last_year = 1998;
constexpr double firm_part_of_training = .15 / .85;

// Firms that do not close, so that all of a service's costs are borne.
Scenario lasting_firms() {
  Scenario scenario = small_scenario();
  scenario.parameters.firms.exit_rate = 0;
  return scenario;
}

Scenario with_fairs(double win_win) {
  Scenario scenario = small_scenario();
  scenario.accounts[index(Account::C2)] = {krw_million(300), .5};
  scenario.policies[0].money = Appropriations(scenario.accounts, 1.0, 1992, 2000);
  scenario.parameters.japan.win_win = win_win;
  return scenario;
}

Flows flows_from(const Scenario& scenario, const Outcome& outcome) {
  return flows_of(Study(scenario).recording->layout(), outcome.responses, policy_year);
}

}  // namespace

TEST_CASE("without effects nothing is gained and no job made, though firms pay") {
  Scenario scenario = small_scenario();
  LearningParameters& p = scenario.parameters.learning;
  p.practice_training = p.practice_advice = p.eta_training = p.eta_advice = 0;
  const Results results(scenario, 2);
  for (int year = first_year; year <= last_year; ++year) {
    CHECK(results("value_added_gain", year) == 0);
    CHECK(results("jobs_effect", year) == 0);
  }
  CHECK(results("firm_cost", 1995) > 0);
}

TEST_CASE("costs of firms by account sum to the whole") {
  const Results results(small_scenario(), 2);
  for (int year = first_year; year <= last_year; ++year) {
    double sum = 0;
    for (std::size_t i = 0; i < account_count; ++i)
      sum += results("firm_cost", year, 0, Account(i), Split::account);
    CHECK(sum == results("firm_cost", year));
  }
  CHECK(results("firm_cost", 1997, 0, Account::B7, Split::account) > 0);
  CHECK(results("firm_cost", 1997, 0, Account::head_office, Split::account) == 0);
}

TEST_CASE("firms pay their part of seats and of engagements") {
  Scenario scenario = lasting_firms();
  EconomicsParameters& p = scenario.parameters.economics;
  p.absence_value = 0;
  scenario.parameters.advice.upkeep = Money{0};
  scenario.parameters.advice.public_share = .35;
  const Results results(scenario, 2);
  for (const Account account : {Account::A2, Account::B7}) {
    const double part = account == Account::A2 ? firm_part_of_training : .65 / .35;
    for (int year = 1996; year <= last_year; ++year) {
      const double spent = results("budget_spent", year, 0, account, Split::account);
      CHECK(spent > 0);
      CHECK(results("firm_cost", year, 0, account, Split::account) ==
            Approx(part * spent).epsilon(1e-3));  // each payment is rounded to a thousand won
    }
  }
}

TEST_CASE("absence costs days of value added") {
  Scenario scenario = lasting_firms();
  scenario.parameters.economics.training_share = 0;
  const auto cost = [&] {
    return Results(scenario, 2)("firm_cost", 1996, 0, Account::A2, Split::account);
  };
  const double usual = cost();
  CHECK(usual > 0);
  scenario.parameters.economics.absence_value *= 2;
  CHECK(cost() == Approx(2 * usual).epsilon(1e-4));
  scenario.parameters.economics.absence_year = 366;
  CHECK(cost() == Approx(2 * usual * 250 / 366).epsilon(1e-4));
}

TEST_CASE("instalments differ by a thousand won at most and sum to the whole") {
  for (const int count : {1, 7, 12}) {
    Money sum{};
    for (int nth = 1; nth <= count; ++nth) {
      const Money one = instalment(Money{20'000}, nth, count);
      CHECK(std::abs(one.thousand - 20'000 / count) <= 1);
      sum += one;
    }
    CHECK(sum == Money{20'000});
  }
}

TEST_CASE("value added is gained at the staff that firms have without programme") {
  const Scenario scenario = small_scenario();
  const Study study(scenario);
  Reference reference;
  Replication(study, 0, nullptr).run_without_programme(reference);
  Replication with(study, 0, &reference), without(study, 0, nullptr);
  without.stop();
  const Time then = date(last_year, 12, 31);
  for (Replication* each : {&with, &without}) each->run_until(then + Duration(1));
  const Firms &mine = with.world().firms, &other = without.world().firms;
  double gained = 0, jobs = 0;
  for (std::uint32_t slot = 0; slot < mine.count(); ++slot) {
    if (mine[slot].generation != other[slot].generation) continue;
    const double effect = mine.effect(slot, mine.gains(slot, then), mine.technology_clock(then));
    gained += 1000 * other.staff(slot) * std::exp(other.log_productivity(slot, then, 0.0)) *
              std::expm1(effect);
    jobs += mine.staff(slot) - other.staff(slot);
  }
  REQUIRE(gained > 1000);
  REQUIRE(std::abs(jobs) > .1);
  const auto responses = with.responses();
  const ResponseLayout& layout = study.recording->layout();
  const std::size_t last = std::size_t(last_year - first_year);
  CHECK(responses[layout.offset("value_added_gain") + last] == Approx(gained).epsilon(1e-5));
  CHECK(responses[layout.offset("jobs_effect") + last] == Approx(jobs).epsilon(1e-3));
}

TEST_CASE("a policy without money is the stopped programme: no cost, no benefit") {
  Scenario scenario = small_scenario();
  scenario.policies.push_back(scaled_policy(scenario, "none_left", 0));
  const auto all = outcomes_of(scenario, {.replications = 1});
  const Rates rates = {.discount = .055, .gain_years = 3.6, .trade_years = 3};
  const Flows stop = flows_from(scenario, all[1]);
  REQUIRE(all[1].world == Outcome::World::stop);
  CHECK(stop.public_cost.front() > 0);  // seats and engagements promised before
  const Appraisal without = appraise(flows_from(scenario, all[3]), stop, rates);
  CHECK(without.public_cost == 0);
  CHECK(without.firm_cost == 0);
  CHECK(without.benefit[0] == 0);
  const Appraisal with = appraise(flows_from(scenario, all[2]), stop, rates);
  CHECK(with.public_cost > 0);
  CHECK(with.firm_cost > 0);
  CHECK(with.benefit[0] > 0);
}

TEST_CASE("exports bring their margin, less what win-win deals leave to the partner") {
  const Results own(with_fairs(0), 3), shared(with_fairs(1), 3);
  CHECK(own("programme_exports", last_year) > 0);
  CHECK(own("export_gain", last_year) == Approx(95.5 * own("programme_exports", last_year)));
  CHECK(shared("export_gain", last_year) ==
        Approx(.9 * 95.5 * shared("programme_exports", last_year)));
  CHECK(own("export_learning", last_year) > 0);
  Scenario dull = with_fairs(0);
  dull.parameters.trade.learning_practice = 0;
  CHECK(Results(dull, 1)("export_learning", last_year) == 0);
}

TEST_CASE("a place at a fair costs its firm the same everywhere") {
  Scenario scenario = with_fairs(0);
  scenario.parameters.firms.exit_rate = 0;
  scenario.parameters.budget.cut_chance = 0.0;
  const Results results(scenario, 2);
  CHECK(results("firm_cost", 1995, 0, Account::C2, Split::account) ==
        Approx(1500 * results("fair_places", 1995)));
}

TEST_CASE("cost per outcome is money paid per outcome, missing where there is none") {
  const Results results(small_scenario(), 1);
  double training = 0;
  for (const Account account :
       {Account::A1, Account::A2, Account::A3, Account::A4, Account::A5, Account::A6})
    training += results("budget_spent", 1996, 0, account, Split::account);
  CHECK(results("cost_per_trainee", 1996) == Approx(training / results("trainees_returned", 1996)));
  CHECK(results("cost_per_engagement", 1996) ==
        Approx(results("budget_spent", 1996, 0, Account::B7, Split::account) /
               results("engagements_started", 1996)));
  CHECK(std::isnan(results("cost_per_engagement", 1993)));
  CHECK(std::isnan(results("cost_per_contract", 1996)));
}
