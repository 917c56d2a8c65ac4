// SPDX-License-Identifier: Apache-2.0
// A small study built without a scenario file: few firms, all programmes with money, short years.
#pragma once
#include "sim/experiment.hpp"
#include "sim/replication.hpp"

namespace coopsim::testing {

// Money of every modelled account from 1993; courses start soon, advisers from 1995.
inline Scenario small_scenario() {
  Scenario scenario;
  scenario.title = {"test", "시험"};
  Parameters& p = scenario.parameters;
  p.run.start = date(1993, 1, 1);
  p.run.policies_start = date(1996, 1, 1);
  p.run.end = date(1999, 1, 1);
  p.run.replications = 4;
  p.run.seed = 7;
  p.firms.count = 600;
  p.budget.scale = 1;
  p.budget.cut_chance = .5;
  p.advice.registrations = 60.0;
  p.advice.first_needs = date(1995, 1, 1);
  p.advice.ramp_start = 1993;
  p.advice.need_rate = .15;
  p.training.a2.application_rate = .1;
  p.macro.exchange_rate = 900.0;
  p.macro.exports = 100.0;
  for (AccountPlan& account : scenario.accounts) account.amount = Money{0};
  const auto give = [&](Account account, std::int64_t million, double korea) {
    scenario.accounts[index(account)] = {krw_million(million), korea};
  };
  give(Account::A1, 90, .5);
  give(Account::A2, 500, .5);
  give(Account::A5, 78, .5);
  give(Account::A6, 107, .5);
  give(Account::B7, 400, .5);
  give(Account::C8, 30, 1);
  give(Account::head_office, 101, .5);
  Policy baseline;
  baseline.name = "status_quo";
  baseline.baseline = true;
  baseline.money = Appropriations(scenario.accounts, 1.0, 1992, 2000);
  scenario.policies = {baseline};
  return scenario;
}

// A policy that multiplies the baseline's money by `factor` in every year.
inline Policy scaled_policy(const Scenario& scenario, std::string name, double factor) {
  Policy policy;
  policy.name = std::move(name);
  policy.money = Appropriations(scenario.accounts, factor, 1992, 2000);
  return policy;
}

// Announces one change at a date.
class Once final : public Lever {
 public:
  Once(Time when, Change change) : when_(when), change_(change) {}
  void announce(Announcements& calendar) const override { calendar.at(when_, change_); }

 private:
  Time when_;
  Change change_;
};

inline std::vector<Outcome> outcomes_of(const Scenario& scenario, ExperimentOptions options = {}) {
  std::vector<Outcome> all;
  run_experiment(scenario, options, [&](const Outcome& outcome) { all.push_back(outcome); });
  return all;
}

}  // namespace coopsim::testing
