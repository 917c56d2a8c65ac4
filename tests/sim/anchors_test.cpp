// SPDX-License-Identifier: Apache-2.0
// The size of one engagement, one visit of trainees, one cohort and one lesson against what the
// evidence says of them (docs/model.md 8.6), through the model's own programmes.
#include <catch2/catch.hpp>

#include <cmath>

#include "sim/context.hpp"
#include "sim/world/learning.hpp"
#include "tests/sim/study_results.hpp"

using namespace coopsim;
using namespace coopsim::testing;

namespace {

// Firms that neither come, go nor forget, all with the practice at which gains are not scaled.
Scenario lasting() {
  Scenario scenario = small_scenario();
  Parameters& p = scenario.parameters;
  p.firms.exit_rate = 0;
  p.firms.practice_sd = 0;
  p.learning.practice_decay = 0;
  p.learning.skill_decay = 0;
  p.budget.cut_chance = 0.0;
  p.japan.withdrawal_rate = 0;
  return scenario;
}

// ... and all have some 90 staff, give or take a twentieth a year. A2 alone trains,
// one cohort in 1994, with seats for all who apply; nobody drops out.
Scenario one_cohort() {
  Scenario scenario = lasting();
  Parameters& p = scenario.parameters;
  p.firms.staff_median = 90;
  p.firms.staff_log_sd = .01;
  p.firms.growth_scale = 0;  // held at its least, .05
  p.firms.growth_response = 0;
  p.training.a2.start_months = MonthSet::of({5});
  p.training.dropout = 0;
  p.japan.host_places = 10'000;
  p.japan.host_reference_year = 1994;
  p.training.tie_chance = 0;
  p.learning.eta_training = 0;
  for (AccountPlan& account : scenario.accounts) account.amount = Money{0};
  scenario.accounts[index(Account::A2)].amount =
      Path<Money>{{date(1993, 1, 1), Money{}},
                  {date(1994, 1, 1), krw_million(20'000)},
                  {date(1995, 1, 1), Money{}}};
  scenario.policies[0].money = Appropriations(scenario.accounts, 1.0, 1992, 2000);
  return scenario;
}

// Effect on ln productivity, in percent, of the cohort on a firm that sent it the mean number of
// persons: the sum over all firms by what one application stands for.
double effect_of_a_visit(const Scenario& scenario) {
  const Results results(scenario);
  const double trainees = results("trainees_returned", 1994);
  CAPTURE(results("seats_offered", 1994), results("applications", 1994));
  REQUIRE(trainees > 60);
  const TrainingParameters& p = scenario.parameters.training;
  const double persons = 1 + (p.persons_most - 1) * p.persons_chance;
  const double sum = results("productivity_effect", 1998) / 100 * results("firms", 1998);
  return sum / (trainees / persons);
}

}  // namespace

TEST_CASE("a visit of 1.76 trainees to a firm of 90 raises productivity by some 1.2 % (E20)") {
  Scenario scenario = one_cohort();
  scenario.parameters.training.quit_rate = 0;
  scenario.parameters.learning.practice_training_cap = 1;
  // .020 a person, of which 1 - exp(-.7 x 2) is passed on in two years, times .45
  const double stays = 1.76 * .020 * (1 - std::exp(-.7 * 730 / 365.25)) * .45 * 100;
  CHECK(stays == Approx(1.19).margin(.01));
  CHECK(effect_of_a_visit(scenario) == Approx(stays).epsilon(.06));  // gains narrow their own room

  Scenario capped = scenario;
  capped.parameters.learning.practice_training_cap = .05;  // holds the few firms that send three
  CHECK(effect_of_a_visit(capped) > .9 * stays);
  CHECK(effect_of_a_visit(capped) < stays);

  Scenario quits = capped;
  quits.parameters.training.quit_rate = .117;
  quits.parameters.training.rival_share = 0;
  CHECK(effect_of_a_visit(quits) > .8 * stays);
  CHECK(effect_of_a_visit(quits) < effect_of_a_visit(capped));
}

TEST_CASE("the effect of a cohort is that of its visits, whatever its size") {
  Scenario small = one_cohort(), large = one_cohort();
  small.parameters.training.a2.application_rate = .1;
  large.parameters.training.a2.application_rate = .3;
  CHECK(Results(large)("trainees_returned", 1994) > 2 * Results(small)("trainees_returned", 1994));
  CHECK(effect_of_a_visit(large) == Approx(effect_of_a_visit(small)).epsilon(.05));
}

TEST_CASE("an engagement with full result raises productivity by .045 at mean uptake (E18, E17)") {
  Scenario scenario = lasting();
  LearningParameters& p = scenario.parameters.learning;
  p.eta_advice = 0;
  p.full_result = 1;
  p.partial_result = 0;
  p.absorb_base = p.mean_uptake;  // the same in all firms
  p.absorb_research = p.absorb_skill = p.absorb_practice = 0;
  scenario.parameters.advice.renewal = 0;
  scenario.parameters.training.tie_chance = 0;
  for (const Account account : {Account::A1, Account::A2, Account::A5, Account::A6})
    scenario.accounts[index(account)].amount = Money{};
  scenario.policies[0].money = Appropriations(scenario.accounts, 1.0, 1992, 2000);
  const Results results(scenario, 4);
  // Each of n visits closes .10 / .60 / n of the room above .40: all in all nearly .0921, not .10.
  const double room = .6 * (1 - std::exp(-.10 / .6));
  CHECK(results("engagement_effect", 1996) > .45 * room * 100 * .95);  // second engagements
  CHECK(results("engagement_effect", 1996) < .45 * .10 * 100);
}

TEST_CASE(
    "engagements as they come raise productivity by nearly what Korean guidance reports (E14)") {
  const Results results(small_scenario());
  for (const int year : {1996, 1997, 1998}) {
    CHECK(results("engagement_effect", year) > 3);
    CHECK(results("engagement_effect", year) < 5.5);
  }
}

TEST_CASE("a lesson from conventional technology adds some .15 in one field of ten") {
  const LearningParameters p;
  const TechnologyClock in_2005{1, 1};
  const Lesson lesson = {.eta = p.eta_training,
                         .dose = std::log(1 + 60 / p.dose_training_days),
                         .quality = 1,
                         .outcome = 1,
                         .core = false};
  const double uptake = .65;  // of a firm of average research, skill and practice
  const double gain = skill_gain(7, uptake, lesson, in_2005, p);
  CHECK(gain == Approx(.10 * .65 * 4 * .5 * .5 * 2 * std::log(3.)));  // source 9, gap 2, x = .5
  CHECK(gain > .12);
  CHECK(gain < .18);
}
