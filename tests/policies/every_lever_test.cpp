// SPDX-License-Identifier: Apache-2.0
// No lever of the catalogue without a test of what it does first, and none that does anything at
// its neutral value. A new lever fails here until it has its entry.
#include <catch2/catch.hpp>

#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "tests/policies/all_programmes.hpp"

using namespace coopsim;
using namespace coopsim::testing;
using enum coopsim::Account;

namespace {

struct Proof {
  PolicyLeverPtr neutral;                 // settings that change nothing in all_programmes()
  std::vector<std::string> first_effect;  // test cases that show its direction and size
};

template <class L, class Change>
PolicyLeverPtr set(Change change) {
  L lever;
  change(lever);
  return make_lever(std::move(lever));
}

constexpr double training_share = 885. / 4'516;  // of all_programmes()

const char* const money_levers = "levers of money change seats and amounts by their arithmetic";
const char* const cuts_in_year = "a cut within the year takes its share of each account on its day";
const char* const review =
    "concentration moves shares by exp(strength x score), and weights say what scores";

std::vector<Proof> entries_of_money() {
  const Weights courses{{{A1, 90}, {A2, 500}, {A3, 60}, {A4, 50}, {A5, 78}, {A6, 107}}};
  const Weights equal{{{B1, 1}, {B2, 1}, {B3, 1}, {B4, 1}, {B5, 1}, {B6, 1}}};
  return {
      {set<Total>([](Total& l) { l.factor = 1.0; }), {money_levers}},
      {set<SharePath>([](SharePath& l) { l.path = training_share; }), {money_levers}},
      {set<Composition>([&](Composition& l) { l.weights = courses; }), {money_levers}},
      // With the neutral share path nothing is released, whatever this says.
      {set<ReleaseTo>([](ReleaseTo& l) { l.account = AccountChoice::named("advice"); }),
       {money_levers}},
      {set<FieldWeights>([&](FieldWeights& l) { l.weights = equal; }),
       {"a field with twice the weight has twice the projects"}},
      {make_lever(JapanRequest{}),
       {"a request to Japan brings its part, assured hosts keep their places for a fee"}},
      {make_lever(AnnouncedCut{}), {money_levers}},
      {set<AbruptCut>([](AbruptCut& l) { l.on = date(1997, 7, 1); }), {cuts_in_year}},
      {set<MidyearCut>([](MidyearCut& l) { l.year = 1997; }), {cuts_in_year}},
      {make_lever(JapanFundingEnd{}), {money_levers}},
  };
}

std::vector<Proof> entries_with_a_cost() {
  return {
      {make_lever(CaseManagers{}),
       {"more case managers shorten the line, so that deals come sooner; they cost their wages",
        "pre-screening lifts the quotation's chance, and always costs what it needs"}},
      {make_lever(OutsourcingCandidates{}),
       {"twice the candidates: the centre finds twice as many, and their cases cost C1 more"}},
      {make_lever(Fairs{}),
       {"fairs of twice the size have twice the places and about twice the consultations"}},
      {make_lever(ServiceLevel{}),
       {"half the service of the site: half the questions, fewer contracts per consultation"}},
      {make_lever(ScoutingEffort{}),
       {"scouting in Korea finds more firms, scouting in Japan more partners for them"}},
      {set<RegionalMeetings>([](RegionalMeetings& l) { l.pairs = 2; }),
       {"five pairs of regions propose two and a half times as much as two"}},
      {make_lever(BaseInJapan{}),
       {"a base in Japan costs its year and lifts the chance of a contract"}},
      {set<GroupStudy>([](GroupStudy& l) { l.firms = 12.0; }),
       {"study groups: as many firms as asked, and more of them where a group is larger"}},
  };
}

std::vector<Proof> entries_of_programmes() {
  return {
      {make_lever(AssociationCourses{}),
       {"one association whose turn comes every fourth year holds one course, for its sector"}},
      {make_lever(Selection{}),
       {"first come, first served selects early files; a lottery ignores what firms can absorb"}},
      {make_lever(Recruitment{}),
       {"recruitment brings advisers in proportion, and its upkeep leaves less for engagements"}},
      {make_lever(LongShortMix{}), {"the mix decides which engagements are long"}},
      {make_lever(Subsidy{}),
       {"twice the public share: half the engagements for the money, more firms that ask"}},
      {make_lever(MatchingDays{}),
       {"the wait for an adviser is half of the time between two matching days"}},
      {make_lever(Retention{}),
       {"a bond keeps trained workers, follow-up visits pass on sooner and cost seats"}},
      {make_lever(Concentration{}), {review}},
      {make_lever(IndicatorWeights{}), {review}},
      {set<WinWin>([](WinWin& l) { l.share = .1; }),  // the parameters' path from 1996 to 1998
       {"win-win alliances and deals last longer, and Japan's reluctance falls"}},
      {set<Coverage>([](Coverage& l) { l.target.served = Asked::yes, l.target.others = 10'000; }),
       {"directed to new firms, the same money reaches more of them",
        "a region that alone is meant gets all that is given"}},
      {make_lever(Safeguards{}),
       {"safeguards make leaks rarer by 1 + level, and engagements dearer by their cost"}},
      {make_lever(EconomyShock{}),
       {"a shock of the economy multiplies what it names from a day until another"}},
      {set<AdviserWave>([](AdviserWave& l) { l.share = 1.0; }),
       {"half the wave: half of the same engineers register, the upkeep stays"}},
  };
}

std::vector<Proof> entries() {
  std::vector<Proof> all = entries_of_money();
  for (const auto& more : {entries_with_a_cost(), entries_of_programmes()})
    all.insert(all.end(), more.begin(), more.end());
  return all;
}

// Sentences of the test cases of this folder.
std::set<std::string> test_cases() {
  const std::regex sentence("TEST_CASE\\(\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
  std::set<std::string> found;
  for (const auto& each :
       std::filesystem::directory_iterator(COOPSIM_SOURCE_DIR "/tests/policies")) {
    std::ifstream file(each.path());
    const std::string text((std::istreambuf_iterator<char>(file)), {});
    for (std::sregex_iterator it(text.begin(), text.end(), sentence), end; it != end; ++it)
      found.insert((*it)[1]);
  }
  return found;
}

}  // namespace

TEST_CASE("every lever has a test that shows the direction and size of its first effect") {
  std::map<std::string, Proof> by_name;
  for (const Proof& entry : entries()) {
    CAPTURE(entry.neutral->name());
    CHECK(by_name.emplace(entry.neutral->name(), entry).second);
  }
  const std::set<std::string> sentences = test_cases();
  for_each_lever([&]<class L>(Of<L>) {
    CAPTURE(L::name);
    const auto found = by_name.find(std::string(L::name));
    REQUIRE(found != by_name.end());
    CHECK_FALSE(found->second.first_effect.empty());
    for (const std::string& sentence : found->second.first_effect) {
      CAPTURE(sentence);
      CHECK(sentences.contains(sentence));
    }
  });
}

TEST_CASE("every lever at its neutral value leaves every response and every draw as it was") {
  Scenario scenario = all_programmes();
  PolicyLeverPtr share_path;
  for (const Proof& entry : entries()) {
    if (entry.neutral->name() == SharePath::name) share_path = entry.neutral;
    if (entry.neutral->name() == ReleaseTo::name)
      add_policy(scenario, {share_path, entry.neutral});
    else
      add_policy(scenario, {entry.neutral});
    scenario.policies.back().name = entry.neutral->name();
  }
  std::vector<Outcome> baseline;
  for (const Outcome& outcome : outcomes_of(scenario, {.replications = 1})) {
    REQUIRE(outcome.error == "");
    if (outcome.world != Outcome::World::policy) continue;
    if (baseline.empty()) baseline.push_back(outcome);
    const std::string lever = scenario.policies[std::size_t(outcome.policy)].name;
    CAPTURE(lever);
    const std::vector<double>&first = baseline[0].responses, &now = outcome.responses;
    CHECK((first.size() == now.size() &&
           std::memcmp(first.data(), now.data(), first.size() * sizeof(double)) == 0));
    // A review draws its scores even where its strength moves nothing.
    if (lever != Concentration::name) CHECK(outcome.work.draws == baseline[0].work.draws);
  }
}
