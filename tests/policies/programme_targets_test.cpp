// SPDX-License-Identifier: Apache-2.0
// Targets in every programme that chooses firms, and neutral levers: the same bits as without.
#include <catch2/catch.hpp>

#include <cmath>
#include <cstring>

#include "tests/policies/all_programmes.hpp"

using namespace coopsim;
using namespace coopsim::testing;
using enum coopsim::Account;

namespace {

Scenario directed_to(TargetFirms target) {
  Coverage coverage;
  coverage.target = target;
  return with_levers(all_programmes(), coverage);
}

// The part of a response that lies in one cell of a split, 1997 and 1998.
double part(const Results& results, const char* id, Split split, std::size_t cell, int policy) {
  double in = 0, all = 0;
  for (const int year : {1997, 1998}) {
    in += results(id, year, policy, cell_of(cell), split);
    all += results(id, year, policy);
  }
  return in / all;
}

constexpr std::array chosen_firms = {"applications",   "needs_posted",
                                     "consultations",  "cooperation_cases",
                                     "only_one_firms", "outsourcing_candidates"};

bool same_bits(const std::vector<double>& a, const std::vector<double>& b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(double)) == 0;
}

}  // namespace

TEST_CASE("a region that alone is meant gets all that is given") {
  TargetFirms busan;
  busan.regions = 1u << index(Region::busan);
  const Results results(directed_to(busan), 3);
  for (const char* id : chosen_firms) {
    CAPTURE(id);
    CHECK(part(results, id, Split::region, index(Region::busan), 1) == 1);
    CHECK(part(results, id, Split::region, index(Region::busan), 0) < .5);
  }
}

TEST_CASE("a size class that alone is meant gets nearly all: firms grow between choice and day") {
  TargetFirms small;
  small.size_classes = 1u << size_class_of(30);
  const Results results(directed_to(small), 3);
  for (const char* id : chosen_firms) {
    CAPTURE(id);
    CHECK(part(results, id, Split::size_class, size_class_of(30), 1) > .85);
    CHECK(part(results, id, Split::size_class, size_class_of(30), 0) < .75);
  }
}

TEST_CASE("exporters that alone are meant learn the rest nothing") {
  TargetFirms exporters;
  exporters.exporter = Asked::yes;
  const Scenario scenario = directed_to(exporters);
  const Study study(scenario);
  Replication world(study, 0, nullptr);
  world.run_until(date(1996, 1, 1));
  world.announce(scenario.policies[1]);
  world.run_until(date(1997, 1, 1));
  const Firms& firms = world.world().firms;
  std::vector<bool> before(firms.count());
  for (std::uint32_t slot = 0; slot < firms.count(); ++slot) before[slot] = firms[slot].served;
  world.run_until(date(1997, 12, 31));
  int exporters_served = 0, others_served = 0;
  for (std::uint32_t slot = 0; slot < firms.count(); ++slot)
    if (!before[slot] && firms[slot].served)
      ++(firms[slot].exporter ? exporters_served : others_served);
  CHECK(exporters_served > 10);
  CHECK(others_served < exporters_served / 4);  // what was under way, entrants
}

TEST_CASE("regions that are meant meet first") {
  RegionalMeetings capital;
  capital.pairs = 2;
  capital.target.regions = 1u << index(Region::capital) | 1u << index(Region::daegu);
  Scenario scenario = with_levers(all_programmes(), capital);
  scenario.parameters.scouting.alliance_chance = 0;  // alliances of meetings only
  const Results results(scenario, 6);
  // One proposal in five may come from elsewhere, but must fit the target too.
  for (const Region region : {Region::busan, Region::other, Region::daejeon})
    CHECK(part(results, "alliances_started", Split::region, index(region), 1) == 0);
}

TEST_CASE("levers at their neutral values leave every response and every draw as it was") {
  std::vector<PolicyLeverPtr> neutral = {
      make_lever(OutsourcingCandidates{}), make_lever(CaseManagers{}),   make_lever(Fairs{}),
      make_lever(ServiceLevel{}),          make_lever(ScoutingEffort{}), make_lever(BaseInJapan{}),
      make_lever(JapanRequest{})};
  RegionalMeetings two;
  two.pairs = 2;
  neutral.push_back(make_lever(two));
  GroupStudy twelve;
  twelve.firms = 12.0;
  neutral.push_back(make_lever(twelve));
  FieldWeights equal;
  equal.weights = Path<Weights>(Weights{{{B1, 1}, {B2, 1}, {B3, 1}, {B4, 1}, {B5, 1}, {B6, 1}}});
  neutral.push_back(make_lever(equal));
  WinWin usual;
  usual.share = .1;  // the parameters' path in 1996 to 1998
  neutral.push_back(make_lever(usual));
  Coverage everyone;
  everyone.target.served = Asked::yes;
  everyone.target.others = 10'000;
  neutral.push_back(make_lever(everyone));

  Scenario scenario = all_programmes();
  add_policy(scenario, neutral);
  for (const PolicyLeverPtr& one : neutral) add_policy(scenario, {one});
  std::vector<Outcome> first;
  for (const Outcome& outcome : outcomes_of(scenario, {.replications = 1})) {
    REQUIRE(outcome.error == "");
    if (outcome.world != Outcome::World::policy) continue;
    if (first.empty()) first.push_back(outcome);
    CAPTURE(outcome.policy);
    CHECK(same_bits(outcome.responses, first[0].responses));
    CHECK(outcome.work.draws == first[0].work.draws);
  }
}
