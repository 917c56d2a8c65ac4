// SPDX-License-Identifier: Apache-2.0
// Applications from the fields that a review keeps come first under the score rule (F30): how far,
// and that nothing moves without a review, without a choice of fields, or under another rule.
#include <catch2/catch.hpp>

#include <cstring>

#include "sim/context.hpp"
#include "tests/sim/study_results.hpp"

using namespace coopsim;
using namespace coopsim::testing;

namespace {

constexpr int replications = 6;

// Only A2 has seats, 20 a year for many times as many persons. From 1996 on a review watches
// projects of four fields; in 1997 it keeps `fields` of the eighteen. It moves no money of
// training.
Scenario reviewed(double priority, int fields, SelectionRule rule = SelectionRule::score) {
  Scenario scenario = small_scenario();
  for (const Account account : {Account::A1, Account::A5, Account::A6})
    scenario.accounts[index(account)] = {Money{}, .5};
  for (const Account account : {Account::B1, Account::B2, Account::B5, Account::B9})
    scenario.accounts[index(account)] = {krw_million(180), .5};
  scenario.parameters.training.field_priority = priority;
  scenario.parameters.training.selection = rule;
  scenario.parameters.training.a2.application_rate = .5;
  scenario.parameters.budget.cut_chance = 0.0;
  scenario.policies[0].money = Appropriations(scenario.accounts, 1.0, 1992, 2000);
  Policy policy = scenario.policies[0];
  policy.name = "reviewed";
  policy.baseline = false;
  policy.levers.push_back(
      std::make_shared<Once>(date(1996, 1, 1), ConcentrationChanged{0, fields}));
  scenario.policies.push_back(policy);
  return scenario;
}

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

// The sectors of the fields kept on 1 January 1997.
std::array<bool, sector_count> kept_sectors(const Study& study, int number) {
  Replication replication(study, number, nullptr);
  replication.run_until(date(1996, 1, 1));
  replication.announce(study.scenario.policies[1]);
  replication.run_until(date(1997, 1, 2));
  const FieldsKept& fields = replication.world().fields;
  REQUIRE(fields.kept == 6);
  std::array<bool, sector_count> kept{};
  for (int nth = 0; nth < fields.kept; ++nth)
    kept[index(association_sectors[std::size_t(fields.association(nth))])] = true;
  return kept;
}

// Share of the persons of 1997 who came from firms of kept sectors, of those who applied and of
// those who were trained.
struct Shares {
  double applied = 0, trained = 0;
};
Shares shares_of_kept(double priority) {
  const Scenario scenario = reviewed(priority, 6);
  const Study study(scenario);
  const ResponseLayout& layout = study.recording->layout();
  double sums[2][2] = {};  // applied or trained; kept or all
  for (const Outcome& each : outcomes_of(scenario, {.replications = replications})) {
    REQUIRE(each.error == "");
    if (each.world != Outcome::World::policy || each.policy != 1) continue;
    const auto kept = kept_sectors(study, each.replication);
    for (std::size_t sector = 0; sector < sector_count; ++sector)
      for (const int what : {0, 1}) {
        const double persons =
            each.responses[layout.offset(what ? "trainees_returned" : "applications", Split::sector,
                                         sector) +
                           std::size_t(1997 - layout.first_year())];
        sums[what][0] += kept[sector] ? persons : 0;
        sums[what][1] += persons;
      }
  }
  REQUIRE(sums[1][1] > 15 * replications);
  return {sums[0][0] / sums[0][1], sums[1][0] / sums[1][1]};
}

}  // namespace

TEST_CASE(
    "kept fields get more seats the more their priority counts, and all if it outweighs all") {
  const Shares none = shares_of_kept(0), some = shares_of_kept(.5), all = shares_of_kept(1000);
  INFO("trained: " << none.trained << ", " << some.trained << ", " << all.trained);
  INFO("applied: " << none.applied);
  CHECK(none.applied == all.applied);                  // who applies does not change in the year
  CHECK(std::abs(none.trained - none.applied) < .15);  // without priority none is favoured
  CHECK(some.trained > none.trained + .05);
  CHECK(some.trained < .95);  // a good application of another field still gets a seat
  CHECK(all.trained == 1);    // there are more applications from kept fields than seats
}

TEST_CASE("without a review the priority of kept fields changes no bit") {
  CHECK(same_bits(responses(reviewed(0, 6), 0), responses(reviewed(9, 6), 0)));
}

TEST_CASE("a review that keeps all fields gives none of them priority") {
  CHECK(same_bits(responses(reviewed(0, 18), 1), responses(reviewed(9, 18), 1)));
  CHECK_FALSE(same_bits(responses(reviewed(0, 6), 1), responses(reviewed(9, 6), 1)));
}

TEST_CASE("priority belongs to the score: lottery and first come know none") {
  for (const SelectionRule rule : {SelectionRule::lottery, SelectionRule::first_come})
    CHECK(same_bits(responses(reviewed(0, 6, rule), 1), responses(reviewed(9, 6, rule), 1)));
}
