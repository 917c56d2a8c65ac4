// SPDX-License-Identifier: Apache-2.0
// Why two policies differ: the worlds watched are the worlds of the experiment, they part where a
// lever acts, and what firms gained adds up to how they differ.
#include "analysis/explanation.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

#include "tests/sim/small_scenario.hpp"

using namespace coopsim;
using namespace coopsim::testing;

namespace {

constexpr Side none{Outcome::World::none, -1}, stop{Outcome::World::stop, -1};
constexpr Side policy(int number) { return {Outcome::World::policy, number}; }

// A baseline and one policy that makes this change on that day, if any.
Scenario with_change(Time when, const Change& change) {
  Scenario scenario = small_scenario();
  Policy other = scaled_policy(scenario, "other", 1.0);
  other.levers.push_back(std::make_shared<Once>(when, change));
  scenario.policies.push_back(other);
  return scenario;
}

Scenario with_money(double factor) {
  Scenario scenario = small_scenario();
  scenario.policies.push_back(scaled_policy(scenario, "other", factor));
  return scenario;
}

Explanation explanation_of(const Scenario& scenario, Side a, Side b, ExplanationSize size = {},
                           int replication = 0) {
  return explain(SideBySide(scenario, replication, a, b), size);
}

std::string_view programme_of(const Parting& parting) { return programme_name(parting.programme); }
std::string_view event_of(const Parting& parting) { return event_name(parting.either().event); }

Fingerprint::Value fingerprint_of(const std::vector<Outcome>& all, const Side& side) {
  for (const Outcome& each : all)
    if (each.world == side.world && each.policy == side.policy) return each.fingerprint;
  throw std::logic_error("no such world");
}

}  // namespace

TEST_CASE("worlds side by side are those of the experiment to the last bit", "[explain]") {
  Scenario scenario = with_money(.5);
  scenario.policies.push_back(scaled_policy(scenario, "third", 1.5));
  ExperimentOptions options;
  options.first_replication = 2;
  options.replications = 1;
  const auto all = outcomes_of(scenario, options);
  const std::pair<Side, Side> pairs[] = {
      {policy(0), policy(1)}, {policy(2), policy(1)}, {policy(2), stop}, {none, policy(1)}};
  for (const auto& [a, b] : pairs) {
    const Explanation found = explanation_of(scenario, a, b, {}, 2);
    CHECK(found.fingerprint_a == fingerprint_of(all, a));
    CHECK(found.fingerprint_b == fingerprint_of(all, b));
  }
}

TEST_CASE("two policies part on the day on which a lever first acts", "[explain]") {
  const Time day = date(1997, 5, 3);
  SECTION("a selection rule") {
    const Scenario scenario = with_change(day, SelectionChanged{SelectionRule::lottery});
    const Explanation found = explanation_of(scenario, policy(0), policy(1));
    REQUIRE(!found.partings.empty());
    const Parting& first = found.partings.front();
    CHECK(first.at() == day);
    CHECK(programme_of(first) == "Training");
    CHECK(event_of(first) == "SelectionChanged");
    CHECK(!first.a);
    CHECK(first.b);
  }
  SECTION("safeguards, which two programmes heed") {
    const Scenario scenario = with_change(day, SafeguardsChanged{1.0f, 500});
    const Explanation found = explanation_of(scenario, policy(0), policy(1));
    REQUIRE(found.partings.size() > 1);
    for (std::size_t i = 0; i < 2; ++i) {
      CHECK(found.partings[i].at() == day);
      CHECK(event_of(found.partings[i]) == "SafeguardsChanged");
    }
  }
  SECTION("a cut, of which the office tells") {
    const Scenario scenario = with_change(day, Rescinded{Authority::korea, 300'000});
    const Explanation found = explanation_of(scenario, policy(1), policy(0));
    REQUIRE(!found.partings.empty());
    const Parting& first = found.partings.front();
    CHECK(first.at() == day);
    CHECK(programme_of(first) == "Office");
    CHECK(event_of(first) == "Rescinded");
    REQUIRE(first.a);
    CHECK(!first.b);
    // Three tenths of Korea's half of 400 million, as far as they are not spent by then.
    const std::size_t advice = index(Account::B7);
    const Money taken = first.a->money_before[advice] - first.a->money[advice];
    CHECK(taken > Money{});
    CHECK(taken <= krw_million(60));
  }
}

TEST_CASE("the programmes that part follow in the order of time, each once", "[explain]") {
  const Explanation found = explanation_of(with_money(.5), policy(0), policy(1));
  REQUIRE(found.partings.size() > 2);
  CHECK(std::ranges::is_sorted(found.partings, {}, &Parting::at));
  CHECK(found.partings.front().at() >= date(1996, 1, 1));
  std::vector<std::size_t> programmes;
  for (const Parting& one : found.partings) programmes.push_back(one.programme);
  std::ranges::sort(programmes);
  CHECK(std::ranges::adjacent_find(programmes) == programmes.end());
}

TEST_CASE("money that is planned otherwise parts two policies when the year opens", "[explain]") {
  const Explanation found = explanation_of(with_money(.5), policy(0), policy(1));
  REQUIRE(!found.partings.empty());
  const Parting& first = found.partings.front();
  CHECK(event_of(first) == "FiscalYearOpened");
  REQUIRE(first.a);
  REQUIRE(first.b);
  // On 1 January Korea's half is that of the new year, Japan's still that of the last.
  const auto money = [](const Happening& one) { return one.money[index(Account::B7)]; };
  CHECK(money(*first.a) - money(*first.b) == krw_million(100));
}

TEST_CASE("a policy that only has another name never parts from the baseline", "[explain]") {
  const Explanation found = explanation_of(with_money(1.0), policy(0), policy(1));
  CHECK(found.partings.empty());
  CHECK(found.firms.counts.equal == 600 - found.firms.counts.apart);
  CHECK(found.firms.counts.apart == 0);
  CHECK(found.stories.empty());
}

TEST_CASE("what comes to nothing after the last event never parts two policies", "[explain]") {
  const Scenario scenario = with_change(date(2001, 1, 1), SelectionChanged{SelectionRule::lottery});
  CHECK(explanation_of(scenario, policy(0), policy(1)).partings.empty());
}

TEST_CASE("winners and losers are those that the responses count", "[explain]") {
  const Scenario scenario = with_money(.5);
  ExperimentOptions options;
  options.replications = 1;
  const auto all = outcomes_of(scenario, options);
  const ResponseLayout layout = Study(scenario).recording->layout();
  const auto last = [&](std::string_view id) {
    return all.back().responses[layout.offset(id) + layout.years() - 1];
  };
  REQUIRE(all.back().policy == 1);
  const FirmCounts counts = explanation_of(scenario, policy(0), policy(1)).firms.counts;
  const double compared = counts.gaining + counts.losing + counts.less + counts.equal;
  CHECK(counts.losing > 0);
  CHECK(counts.gaining / compared == Approx(last("firms_gaining")).epsilon(1e-12));
  CHECK(counts.losing / compared == Approx(last("firms_losing")).epsilon(1e-12));
  CHECK(counts.apart + compared == 600);
}

TEST_CASE("seen from the other side, winners are losers", "[explain]") {
  const Scenario scenario = with_money(.5);
  const Explanation here = explanation_of(scenario, policy(0), policy(1), {4, 0});
  const Explanation there = explanation_of(scenario, policy(1), policy(0), {4, 0});
  CHECK(here.firms.counts.gaining == there.firms.counts.losing);
  CHECK(here.firms.counts.losing == there.firms.counts.gaining);
  REQUIRE(here.firms.lost.size() == 4);
  REQUIRE(there.firms.gained.size() == 4);
  for (std::size_t i = 0; i < 4; ++i) {
    CHECK(here.firms.lost[i].firm == there.firms.gained[i].firm);
    CHECK(here.firms.lost[i].difference() == -there.firms.gained[i].difference());
  }
  REQUIRE(here.partings.size() == there.partings.size());
  for (std::size_t i = 0; i < here.partings.size(); ++i) {
    CHECK(here.partings[i].at() == there.partings[i].at());
    CHECK(here.partings[i].a.has_value() == there.partings[i].b.has_value());
  }
}

TEST_CASE("the largest come first", "[explain]") {
  const FirmComparison firms =
      explanation_of(with_money(.5), policy(0), policy(1), {1000, 0}).firms;
  CHECK(int(firms.gained.size()) == firms.counts.gaining);
  CHECK(int(firms.lost.size()) == firms.counts.losing);
  CHECK(std::ranges::is_sorted(firms.lost, {}, &FirmDifference::difference));
  CHECK(std::ranges::is_sorted(firms.gained, std::greater(), &FirmDifference::difference));
}

TEST_CASE("what a firm gained event by event is what it has in the end", "[explain]") {
  Scenario scenario = with_money(2.0);
  scenario.parameters.learning.practice_decay = 0;
  scenario.parameters.learning.skill_decay = 0;
  const Explanation found = explanation_of(scenario, policy(0), policy(1), {5, 5});
  REQUIRE(found.stories.size() >= 5);
  for (const FirmStory& story : found.stories) {
    double practice = 0, technology = 0;
    for (const GainSum& one : story.gains) {
      practice += one.b.practice - one.a.practice;
      technology += one.b.technology - one.a.technology;
    }
    CHECK(story.firm.b.practice - story.firm.a.practice == Approx(practice).margin(1e-6));
    CHECK(story.firm.b.technology - story.firm.a.technology == Approx(technology).margin(1e-4));
    CHECK(!story.gains.empty());
    REQUIRE(!story.years.empty());
    CHECK(story.years.back().year == found.year);
    CHECK(story.years.back().b.log_productivity == story.firm.b.log_productivity);
  }
}

TEST_CASE("a winner's story has events that only one of the policies knows", "[explain]") {
  const Explanation found = explanation_of(with_money(2.0), policy(0), policy(1), {3, 3});
  REQUIRE(!found.stories.empty());
  const FirmStory& winner = found.stories.front();
  CHECK(winner.firm.difference() > 0);
  CHECK(!winner.events.empty());
  for (const EventPair& pair : winner.events) CHECK(pair.either().firm == winner.firm.firm);
}

TEST_CASE("against the world without programme everything is the programme's", "[explain]") {
  const Explanation found = explanation_of(small_scenario(), none, policy(0), {3, 1});
  REQUIRE(!found.partings.empty());
  CHECK(found.partings.front().at() == date(1993, 1, 1));
  CHECK(found.firms.counts.gaining > 0);
  REQUIRE(!found.stories.empty());
  for (const EventPair& pair : found.stories.front().events) CHECK(!pair.a);
  for (const GainSum& one : found.stories.front().gains) CHECK(one.a.times == 0);
}
