// SPDX-License-Identifier: Apache-2.0
// Fewer retired engineers than expected, as a stress: direction and size, and the neutral share.
#include <catch2/catch.hpp>

#include <bit>

#include "tests/policies/all_programmes.hpp"

using namespace coopsim;
using namespace coopsim::testing;

TEST_CASE("half the wave: half of the same engineers register, the upkeep stays") {
  AdviserWave half;
  half.share = {{date(1996, 1, 1), .5}};
  const Results results(with_levers(all_programmes(), half), 6);
  CHECK(results("advisers_registered", 1997, 1) / results("advisers_registered", 1997, 0) ==
        Approx(.5).margin(.1));
  CHECK(results("budget_appropriated", 1997, 1) == results("budget_appropriated", 1997, 0));
}

TEST_CASE("the whole wave leaves every response as it was") {
  AdviserWave none;
  none.share = 1.0;
  std::vector<Outcome> policies;
  for (const Outcome& each : outcomes_of(with_levers(all_programmes(), none), {.replications = 1}))
    if (each.world == Outcome::World::policy) policies.push_back(each);
  REQUIRE(policies.size() == 2);
  for (std::size_t i = 0; i < policies[0].responses.size(); ++i)
    REQUIRE(std::bit_cast<std::uint64_t>(policies[0].responses[i]) ==
            std::bit_cast<std::uint64_t>(policies[1].responses[i]));
  CHECK(policies[0].work.draws == policies[1].work.draws);
}
