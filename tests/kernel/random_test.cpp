// SPDX-License-Identifier: Apache-2.0
#include "sim/kernel/random.hpp"

#include <algorithm>
#include <set>
#include <vector>

using namespace coopsim;

namespace {

constexpr Purpose service{1}, arrival{2};

// SplitMix64's output for a state, written a second time: the keys are part of the results.
std::uint64_t split_mix(std::uint64_t state) {
  std::uint64_t z = state + 0x9e3779b97f4a7c15u;
  z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
  z = (z ^ z >> 27) * 0x94d049bb133111ebu;
  return z ^ z >> 31;
}

}  // namespace

TEST_CASE("Philox 4x32-10 gives the published vectors") {  // Random123, kat_vectors
  const r123::Philox4x32 philox;
  using Block = r123::Philox4x32::ctr_type;
  const std::uint32_t ones = 0xffffffff;
  CHECK(philox({{0, 0, 0, 0}}, {{0, 0}}) ==
        Block{{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}});
  CHECK(philox({{ones, ones, ones, ones}}, {{ones, ones}}) ==
        Block{{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}});
  CHECK(philox({{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}}, {{0xa4093822, 0x299f31d0}}) ==
        Block{{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}});
}

TEST_CASE("the address is laid out as stated: key from seed and purpose, counter from the rest") {
  CHECK(split_mix(1234567) == 6457827717110365317u);  // Vigna's published first output
  const std::uint64_t key = split_mix(split_mix(42) + 2);
  const EntityId who = entity(3, 77, 5, 9);
  const auto expected =
      r123::Philox4x32()({{11, 6, std::uint32_t(who.bits), std::uint32_t(who.bits >> 32)}},
                         {{std::uint32_t(key), std::uint32_t(key >> 32)}});
  const Random::Block drawn = Random(42, 6).block(who, arrival, 11);
  CHECK(std::equal(drawn.begin(), drawn.end(), expected.begin()));
}

TEST_CASE("a uniform is the middle of its cell, and a pair starts with the single one") {
  const Random random(42, 6);
  const Random::Block bits = random.block(entity(1, 1), service, 0);
  const std::uint64_t word = std::uint64_t(bits[1]) << 32 | bits[0];
  const std::uint64_t cell = word >> 12;
  const double u = random.uniform(entity(1, 1), service, 0);
  CHECK(u * 0x1p53 == double(2 * cell + 1));
  CHECK(random.uniforms(entity(1, 1), service, 0)[0] == u);
  CHECK(random.uniforms(entity(1, 1), service, 0)[1] != u);
}

TEST_CASE("every part of the address changes the number") {
  std::set<double> seen;
  std::size_t drawn = 0;
  for (const std::uint64_t seed : {0u, 1u, 20070412u})
    for (const std::uint32_t replication : {0u, 1u, 2u}) {
      const Random random(seed, replication);
      for (const Purpose why : {Purpose{0}, service, arrival, Purpose{255}})
        for (const std::uint32_t occasion : {0u, 1u, 0xffffffffu})
          for (const EntityId who : {entity(0, 0), entity(0, 1), entity(1, 0), entity(1, 0, 1),
                                     entity(1, 0, 0, 1), entity(63, 0xffffff, 1023, 0xffffff)}) {
            seen.insert(random.uniform(who, why, occasion));
            ++drawn;
          }
    }
  CHECK(seen.size() == drawn);
}

TEST_CASE("what was drawn before does not matter, and draws are counted") {
  const Random fresh(7, 0), used(7, 0);
  for (std::uint32_t k = 0; k < 100; ++k) used.uniforms(entity(1, k), arrival, k);
  CHECK(used.uniform(entity(1, 5), service, 3) == fresh.uniform(entity(1, 5), service, 3));
  CHECK(used.draws() == 101);
  CHECK(fresh.draws() == 1);
}

TEST_CASE("uniforms of neighbouring addresses are spread evenly and uncorrelated") {
  // 100,000 numbers: mean and lag-one correlation have sd .00091 and .0032; each tenth holds
  // 10,000 with sd 95. Bounds are 5 sd.
  const Random random(2007, 0);
  std::vector<int> tenth(10, 0);
  double sum = 0, product = 0, before = 0.5;
  constexpr int count = 100'000;
  for (std::uint32_t k = 0; k < count; ++k) {
    const double u = random.uniform(entity(1, k % 1000), service, k / 1000);
    REQUIRE((u > 0 && u < 1));
    ++tenth[std::size_t(u * 10)];
    sum += u;
    product += 12 * (u - 0.5) * (before - 0.5);
    before = u;
  }
  CHECK(std::abs(sum / count - 0.5) < 0.0046);
  CHECK(std::abs(product / count) < 0.016);
  for (const int each : tenth) CHECK(std::abs(each - 10'000) < 475);
}
