// SPDX-License-Identifier: Apache-2.0
// Policies that act while a response is inside a band: on, off, on again; never; always; with
// margin; and that every change can be taken back.
#include <catch2/catch.hpp>

#include <bit>
#include <cmath>
#include <limits>
#include <set>

#include "sim/steering.hpp"
#include "tests/policies/all_programmes.hpp"

using namespace coopsim;
using namespace coopsim::testing;
using enum coopsim::Account;

namespace {

Condition watching(std::string_view response) {
  Condition condition;
  condition.metric = WatchedResponse::named(response);
  REQUIRE_FALSE(condition.metric.metric.empty());
  return condition;
}

// Adds a policy of these levers that rests as the status quo does.
void add_conditional(Scenario& scenario, Condition condition, std::vector<PolicyLeverPtr> levers) {
  add_policy(scenario, std::move(levers));
  Conditional when{std::move(condition), scenario.policies[0].money, {}};
  scenario.policies.back().when = std::make_shared<const Conditional>(std::move(when));
}

// Levers of every kind of change, with money of their own, from a day on.
std::vector<PolicyLeverPtr> many_levers(Time from) {
  SharePath share;
  share.path = {{date(1997, 1, 1), .3}};
  GroupStudy groups;
  groups.firms = 30.0;
  groups.size = 5;
  groups.from = from;
  CaseManagers managers{5, krw_million(10), Prescreening::always, from};
  OutsourcingCandidates candidates;
  candidates.a_year = 50;
  candidates.from = from;
  Coverage coverage;
  coverage.account = AccountChoice::named("foundation");
  coverage.target.exporter = Asked::yes;
  coverage.target.others = 2'500;
  coverage.from = from;
  return {make_lever(share),
          make_lever(managers),
          make_lever(candidates),
          make_lever(groups),
          make_lever(JapanRequest{0, .5, 1, krw_million(1), from}),
          make_lever(ScoutingEffort{2, 2, {}, from}),
          make_lever(AssociationCourses{6, 2, from}),
          make_lever(Selection{SelectionRule::lottery, from}),
          make_lever(Recruitment{1.5, from}),
          make_lever(LongShortMix{.9, from}),
          make_lever(Subsidy{.5, from}),
          make_lever(MatchingDays{6, from}),
          make_lever(Retention{.5, .5, krw_million(2), from}),
          make_lever(WinWin{.8, from}),
          make_lever(Concentration{1, 9, from}),
          make_lever(IndicatorWeights{.6, 0, .2, .2, 1, from}),
          make_lever(coverage)};
}

// Responses but the one that tells whether a conditional policy acts, bit by bit.
std::vector<std::string> differing(const Scenario& scenario, const Outcome& a, const Outcome& b) {
  const ResponseLayout layout = Study(scenario).recording->layout();
  std::vector<std::string> ids;
  for (const Series& series : layout.series()) {
    const std::string id(metrics()[series.metric].id);
    if (id == "policy_acts") continue;
    const std::size_t end = series.offset + split_size(series.split) * layout.years();
    for (std::size_t i = series.offset; i < end; ++i)
      if (std::bit_cast<std::uint64_t>(a.responses[i]) !=
          std::bit_cast<std::uint64_t>(b.responses[i])) {
        ids.push_back(id);
        break;
      }
  }
  return ids;
}

std::vector<Outcome> policies_of(const Scenario& scenario, int replications = 1) {
  std::vector<Outcome> outcomes;
  for (const Outcome& each : outcomes_of(scenario, {.replications = replications})) {
    REQUIRE(each.error == "");
    if (each.world == Outcome::World::policy) outcomes.push_back(each);
  }
  return outcomes;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("a band holds at its bounds, and with a margin only beyond them") {
  Condition band = watching("needs_served");
  band.at_least = .2;
  band.at_most = .5;
  const Time day = date(2007, 11, 1);
  for (const bool acts_now : {false, true}) {
    CHECK(band.acts(.2, acts_now, day));
    CHECK(band.acts(.5, acts_now, day));
    CHECK_FALSE(band.acts(.19, acts_now, day));
    CHECK_FALSE(band.acts(.51, acts_now, day));
    CHECK(band.acts(std::numeric_limits<double>::quiet_NaN(), acts_now, day) == acts_now);
  }
  band.margin = .1;
  CHECK_FALSE(band.acts(.55, false, day));
  CHECK(band.acts(.55, true, day));
  CHECK_FALSE(band.acts(.65, true, day));
  CHECK(band.acts(.15, true, day));
  band.at_most = {{date(2008, 1, 1), .9}};  // no such bound before: the policy rests
  CHECK_FALSE(band.acts(.3, true, day));
  CHECK(band.acts(.3, false, date(2008, 11, 1)));
}

TEST_CASE("only what a planner can see is watched") {
  std::string problem;
  CHECK(WatchedResponse::named("training_wait.A2").split == Split::course);
  CHECK(WatchedResponse::named("consultations.automobile").cell == index(Sector::automobile));
  CHECK(WatchedResponse::named("productivity_effect", &problem).metric.empty());
  CHECK(problem.find("nobody can observe") != std::string::npos);
  CHECK(WatchedResponse::named("training_weight", &problem).metric.empty());
  CHECK(problem == "no such response");
  CHECK(WatchedResponse::named("needs_served.C9", &problem).metric.empty());
}

TEST_CASE("a condition that never holds gives the baseline, bit by bit and draw by draw") {
  Scenario scenario = all_programmes();
  Condition never = watching("firms");
  never.at_most = -1.0;
  add_conditional(scenario, never, many_levers({}));
  const auto outcomes = policies_of(scenario);
  CHECK(differing(scenario, outcomes[0], outcomes[1]) == Ids{});
  CHECK(outcomes[0].work.draws == outcomes[1].work.draws);
  // Two decisions (November 1996 and 1997) and three years steered.
  CHECK(outcomes[1].work.events == outcomes[0].work.events + 5);
}

TEST_CASE("a condition that always holds is the policy itself from the first decision on") {
  Scenario scenario = all_programmes();
  Condition always = watching("firms");
  always.at_least = 0.0;
  add_conditional(scenario, always, many_levers({}));
  add_policy(scenario, many_levers(date(1997, 1, 1)));
  const auto outcomes = policies_of(scenario);
  CHECK(differing(scenario, outcomes[2], outcomes[1]) == Ids{});
  CHECK(outcomes[2].work.draws == outcomes[1].work.draws);
  CHECK(differing(scenario, outcomes[0], outcomes[1]).size() > 20);
}

TEST_CASE("every kind of change can be taken back: all at once made and unmade changes nothing") {
  Scenario scenario = all_programmes();
  const Time start = scenario.parameters.run.policies_start;
  std::set<std::size_t> kinds;
  const std::vector<Change> neutral = neutral_changes(scenario.parameters);
  for (const Change& change : neutral) kinds.insert(change.index());
  // All but those that are done and stay done.
  CHECK(kinds.size() == std::variant_size_v<Change> - 2);
  CHECK_FALSE(kinds.contains(Change(Rescinded{}).index()));
  CHECK_FALSE(kinds.contains(Change(ReluctanceShocked{}).index()));

  Policy policy = scenario.policies[0];
  policy.baseline = false;
  policy.name = "made_and_unmade";
  const auto made = many_levers({});
  policy.levers.assign(made.begin(), made.end());
  policy.levers.push_back(std::make_shared<Once>(start, EconomyShocked{500'000, 500'000}));
  policy.levers.push_back(std::make_shared<Once>(start, AdviserWaveChanged{.5}));
  policy.levers.push_back(std::make_shared<Once>(start, SafeguardsChanged{1, 1'000}));
  for (const Change& change : neutral)
    policy.levers.push_back(std::make_shared<Once>(start, change));
  scenario.policies.push_back(policy);
  const auto outcomes = policies_of(scenario);
  CHECK(differing(scenario, outcomes[0], outcomes[1]) == Ids{});
}

TEST_CASE("on, off, on again: the value of y - 1 decides in November of y about y + 1") {
  Scenario scenario = all_programmes();
  scenario.parameters.run.end = date(2003, 1, 1);
  scenario.policies[0].money = Appropriations(scenario.accounts, 1.0, 1992, 2003);
  // An exchange rate above 1 000 in 1996, 1998 and 1999 only; known in all years.
  scenario.parameters.macro.known_to = 2003;
  scenario.parameters.macro.exchange_rate = {{date(1993, 1, 1), 900},
                                             {date(1996, 1, 1), 1'100},
                                             {date(1997, 1, 1), 900},
                                             {date(1998, 1, 1), 1'100},
                                             {date(2000, 1, 1), 900}};
  Condition high = watching("exchange_rate");
  high.at_least = 1'000.0;
  Fairs none;
  none.consultations = 0;
  LongShortMix all_long;
  all_long.long_share = 1;
  add_conditional(scenario, high, {make_lever(none), make_lever(all_long)});
  const Results results(scenario, 2);
  // 1996 -> 1998, 1998 -> 2000, 1999 -> 2001.
  const std::set<int> acting = {1998, 2000, 2001};
  for (int year = 1996; year <= 2002; ++year) {
    CAPTURE(year);
    CHECK(results("policy_acts", year, 1) == (acting.contains(year) ? 1 : 0));
    CHECK(results("fair_places", year, 1, C2, Split::channel) == (acting.contains(year) ? 0 : 100));
    CHECK(results("budget_appropriated", year, 1, C2, Split::account) ==
          (acting.contains(year) ? 0 : 150'000));
    CHECK(results("budget_appropriated", year, 1) == results("budget_appropriated", year, 0));
    // Renewals keep their length, so a year's mix is not pure; a year of rest is never all long.
    if (!acting.contains(year)) CHECK(results("engagements_long", year, 1) < .95);
  }
  CHECK(std::isnan(results("policy_acts", 1997, 0)));
  CHECK(results("engagements_long", 2001, 1) > results("engagements_long", 2001, 0));
}

TEST_CASE("a margin keeps a policy acting where it would have rested") {
  Scenario scenario = all_programmes();
  scenario.parameters.run.end = date(2003, 1, 1);
  scenario.policies[0].money = Appropriations(scenario.accounts, 1.0, 1992, 2003);
  scenario.parameters.macro.known_to = 2003;
  scenario.parameters.macro.exchange_rate = {{date(1993, 1, 1), 900},
                                             {date(1996, 1, 1), 1'100},
                                             {date(1997, 1, 1), 950},
                                             {date(1999, 1, 1), 800}};
  Condition high = watching("exchange_rate");
  high.at_least = 1'000.0;
  high.margin = 100;
  Fairs none;
  none.consultations = 0;
  add_conditional(scenario, high, {make_lever(none)});
  const Results results(scenario, 1);
  for (int year = 1996; year <= 2002; ++year) {
    CAPTURE(year);  // on by 1996's value, held by those of 1997 and 1998, off by 1999's
    CHECK(results("policy_acts", year, 1) == (1998 <= year && year <= 2000 ? 1 : 0));
  }
}

TEST_CASE("a cut falls only in a year in which its policy acts") {
  for (const double bound : {1'000.0, 800.0}) {  // the exchange rate is 900
    Scenario scenario = all_programmes();
    scenario.parameters.macro.known_to = 1999;
    Condition condition = watching("exchange_rate");
    condition.at_least = bound;
    MidyearCut cut;
    cut.year = 1998;
    cut.share = .5;
    add_conditional(scenario, condition, {make_lever(cut)});
    const Results results(scenario, 1);
    CHECK((results("budget_cut", 1998, 1) > 0) == (bound < 900));
  }
}
