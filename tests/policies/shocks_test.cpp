// SPDX-License-Identifier: Apache-2.0
// What happens from outside in a stress scenario: direction and size, and neutral factors.
#include <catch2/catch.hpp>

#include <bit>

#include "tests/policies/all_programmes.hpp"

using namespace coopsim;
using namespace coopsim::testing;

namespace {

Scenario known_economy() {
  Scenario scenario = all_programmes();
  scenario.parameters.macro.known_to = 1999;
  return scenario;
}

}  // namespace

TEST_CASE("a weak yen is the path times its factor, and fewer consultations end in contracts") {
  Shock weak;
  weak.exchange_rate = {{date(1997, 1, 1), .2}, {date(1998, 1, 1), 1}};
  const Results results(with_levers(known_economy(), weak), 8);
  CHECK(results("exchange_rate", 1996, 1) == Approx(900));
  CHECK(results("exchange_rate", 1997, 1) == Approx(180));
  CHECK(results("exchange_rate", 1998, 1) == Approx(900));
  // .3 ln .2 = -.48 of the logit: about .62 of the chance.
  CHECK(results("contracts_per_consultation", 1997, 1) /
            results("contracts_per_consultation", 1997, 0) ==
        Approx(.62).margin(.15));
}

TEST_CASE("a recession is Korea's exports times its factor, and imports from Japan follow") {
  Shock recession;
  recession.exports = {{date(1997, 1, 1), .8}};
  const Results results(with_levers(known_economy(), recession), 1);
  CHECK(results("korean_exports", 1997, 1) == Approx(80));
  CHECK(results("deficit_without_programme", 1997, 1) <
        results("deficit_without_programme", 1997, 0));
  CHECK(results("deficit_without_programme", 1996, 1) ==
        results("deficit_without_programme", 1996, 0));
}

TEST_CASE("half the wave: half of the same engineers register, the upkeep stays") {
  Shock half;
  half.registrations = {{date(1996, 1, 1), .5}};
  const Results results(with_levers(all_programmes(), half), 6);
  CHECK(results("advisers_registered", 1997, 1) / results("advisers_registered", 1997, 0) ==
        Approx(.5).margin(.1));
  CHECK(results("budget_appropriated", 1997, 1) == results("budget_appropriated", 1997, 0));
}

TEST_CASE("shocks of factor 1 leave every response as it was") {
  Shock none;
  none.exchange_rate = none.exports = none.registrations = 1.0;
  std::vector<Outcome> policies;
  for (const Outcome& each : outcomes_of(with_levers(all_programmes(), none), {.replications = 1}))
    if (each.world == Outcome::World::policy) policies.push_back(each);
  REQUIRE(policies.size() == 2);
  for (std::size_t i = 0; i < policies[0].responses.size(); ++i)
    REQUIRE(std::bit_cast<std::uint64_t>(policies[0].responses[i]) ==
            std::bit_cast<std::uint64_t>(policies[1].responses[i]));
  CHECK(policies[0].work.draws == policies[1].work.draws);
}
