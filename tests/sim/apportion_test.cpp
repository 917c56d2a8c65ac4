// SPDX-License-Identifier: Apache-2.0
#include "sim/world/apportion.hpp"

#include <catch2/catch.hpp>
#include <numeric>

using namespace coopsim;

namespace {

std::vector<std::int64_t> parts(std::int64_t whole, std::vector<std::int64_t> weights) {
  std::vector<std::int64_t> result;
  for (const Money part : apportion(Money{whole}, weights)) result.push_back(part.thousand);
  return result;
}
using List = std::vector<std::int64_t>;

}  // namespace

TEST_CASE("money is apportioned by largest remainders, earlier parts first among equals") {
  CHECK(parts(10, {1, 1, 1}) == List{4, 3, 3});      // 3.33 each: one left, the first gets it
  CHECK(parts(11, {1, 1, 1}) == List{4, 4, 3});      // 3.67 each: two left
  CHECK(parts(7, {5, 3, 2}) == List{4, 2, 1});       // 3.5, 2.1, 1.4: the first
  CHECK(parts(100, {1, 2, 4}) == List{14, 29, 57});  // 14.29, 28.57, 57.14: the second
  CHECK(parts(9, {0, 2, 1}) == List{0, 6, 3});       // exact; no weight, no money
  CHECK(parts(1, {0, 0, 7}) == List{0, 0, 1});
  CHECK(parts(0, {0, 0}) == List{0, 0});
}

TEST_CASE("apportioned parts sum to the whole and lie within one of their quota") {
  std::uint64_t state = 1;
  const auto number = [&](std::uint64_t most) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return static_cast<std::int64_t>((state >> 33) % (most + 1));
  };
  for (int trial = 0; trial < 2'000; ++trial) {
    List weights(static_cast<std::size_t>(1 + number(25)));
    for (auto& weight : weights) weight = number(trial % 2 ? 9 : 1'000'000);
    weights.back() += 1;
    const std::int64_t whole = number(trial % 3 ? 50 : 9'000'000);
    const std::int64_t sum = std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
    const auto result = parts(whole, weights);
    REQUIRE(std::accumulate(result.begin(), result.end(), std::int64_t{0}) == whole);
    for (std::size_t i = 0; i < weights.size(); ++i) {
      const std::int64_t quota = whole * weights[i] / sum;
      REQUIRE(result[i] >= quota);
      REQUIRE(result[i] <= quota + (whole * weights[i] % sum != 0));
    }
  }
}

TEST_CASE("apportioning holds for sums that 64 bits cannot carry") {
  // 9e15 thousand KRW by weights near 1e15: products near 1e31.
  const std::int64_t weight = 1'000'000'000'000'000;
  CHECK(parts(9'000'000'000'000'000, {weight, weight, weight}) ==
        List{3'000'000'000'000'000, 3'000'000'000'000'000, 3'000'000'000'000'000});
}
