// SPDX-License-Identifier: Apache-2.0
#include "output/repeated_worlds.hpp"

#include <catch2/catch.hpp>
#include <numeric>

using namespace coopsim;

namespace {

const SweepContent content{{"productivity_effect"}, 2005, 1};
const SweepExtent extent{4, 4, {"a", "b"}};

BlockValues values_of(const SweepBlock& block) {
  BlockValues values(block, content);
  for (std::size_t p = 0; p < block.points; ++p)
    for (std::size_t r = 0; r < block.replications; ++r)
      values.fingerprints[BlockValues::place(block, p, 0, r)] = {block.first_point + p,
                                                                 block.first_replication + r};
  return values;
}
std::ptrdiff_t counting(RepeatedWorlds& worlds, const SweepBlock& block,
                        const BlockValues& values) {
  const auto all = worlds.counting(block, values);
  return std::count(all.begin(), all.end(), true);
}

const SweepBlock one{0, 2, 0, 4, {"a"}}, other{1, 2, 2, 2, {"a"}};

}  // namespace

TEST_CASE("a world that is there twice counts once") {
  RepeatedWorlds worlds({{one, "", "", 0, 0}, {other, "", "", 0, 0}}, extent);
  CHECK(counting(worlds, one, values_of(one)) == 8);
  CHECK(counting(worlds, other, values_of(other)) == 2);  // point 2; point 1 was there
}

TEST_CASE("of a world that failed and did not, the one that did not counts, in either order") {
  BlockValues failing = values_of(other);
  failing.errors.assign(failing.errors.size(), "no memory");
  RepeatedWorlds first({{one, "", "", 0, 0}, {other, "", "", 0, 4}}, extent);
  CHECK(counting(first, one, values_of(one)) == 8);
  CHECK(counting(first, other, failing) == 2);
  RepeatedWorlds last({{other, "", "", 0, 4}, {one, "", "", 0, 0}}, extent);
  CHECK(counting(last, other, failing) == 4);
  CHECK(counting(last, one, values_of(one)) == 8);
}

TEST_CASE("what lies beyond the sweep does not count") {
  const SweepBlock beyond{3, 2, 3, 2, {"a", "c"}};
  RepeatedWorlds worlds({{beyond, "", "", 0, 0}}, extent);
  CHECK(counting(worlds, beyond, BlockValues(beyond, content)) == 1);
}

TEST_CASE("equal worlds with different bits are an alarm") {
  RepeatedWorlds worlds({{one, "", "", 0, 0}, {other, "", "", 0, 0}}, extent);
  worlds.counting(one, values_of(one));
  BlockValues different = values_of(other);
  different.fingerprints[0].low ^= 1;
  CHECK_THROWS_AS(worlds.counting(other, different), std::logic_error);
}
