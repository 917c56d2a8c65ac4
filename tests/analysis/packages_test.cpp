// SPDX-License-Identifier: Apache-2.0
// What each part of a package brings.
#include "analysis/packages.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <numeric>

#include "sim/kernel/random.hpp"
#include "tests/kernel/property.hpp"

using namespace coopsim;

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

// Any values of the subsets of so many parts.
std::vector<double> any_values(std::size_t parts, std::uint32_t game) {
  const Random random(20070412, 0);
  std::vector<double> values;
  for (std::uint32_t subset = 0; subset < (1u << parts); ++subset)
    values.push_back(100 * random.uniform(EntityId{game}, Purpose{0}, subset));
  return values;
}

// Shapley's shares as they are defined: over all orders.
std::vector<double> over_all_orders(const std::vector<double>& values) {
  const auto parts = std::size_t(std::bit_width(values.size())) - 1;
  std::vector<std::size_t> order(parts);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::vector<double> shares(parts);
  double orders = 0;
  do {
    std::size_t subset = 0;
    for (const std::size_t part : order) {
      shares[part] += values[subset | (std::size_t{1} << part)] - values[subset];
      subset |= std::size_t{1} << part;
    }
    ++orders;
  } while (std::ranges::next_permutation(order).found);
  for (double& share : shares) share /= orders;
  return shares;
}

double sum_of(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

}  // namespace

TEST_CASE("the glove game: who has the scarce glove gets two thirds") {
  // Part 0 has a left glove, parts 1 and 2 a right one; a pair is worth 1.
  const std::vector<double> values = {0, 0, 0, 1, 0, 1, 0, 1};
  const auto shares = shapley_shares(values);
  CHECK(shares[0] == Approx(2. / 3));
  CHECK(shares[1] == Approx(1. / 6));
  CHECK(shares[2] == Approx(1. / 6));
  CHECK(left_out_losses(values) == std::vector<double>{1, 0, 0});
  CHECK(alone_gains(values) == std::vector<double>{0, 0, 0});
  CHECK(interaction(values, 0, 1) == Approx(.5));
  CHECK(interaction(values, 1, 2) == Approx(-.5));
}

TEST_CASE("shares are those over all orders of the parts, and sum to the whole") {
  for (std::uint32_t game = 0; game < 30; ++game) {
    const std::size_t parts = 1 + game % 6;
    const auto values = any_values(parts, game);
    const auto shares = shapley_shares(values), defined = over_all_orders(values);
    for (std::size_t i = 0; i < parts; ++i)
      CHECK(shares[i] == Approx(defined[i]).epsilon(0).margin(1e-11));
    CHECK(sum_of(shares) == Approx(values.back() - values.front()).epsilon(0).margin(1e-11));
  }
}

TEST_CASE("twelve parts, the most there may be, still sum to the whole") {
  const auto values = any_values(most_parts, 99);
  CHECK(sum_of(shapley_shares(values)) ==
        Approx(values.back() - values.front()).epsilon(0).margin(1e-9));
}

TEST_CASE("a part that adds nothing gets nothing, and two that do the same get the same") {
  std::vector<double> values = any_values(4, 7);
  for (std::size_t subset = 0; subset < values.size(); ++subset) {
    // Part 3 changes nothing; parts 0 and 1 count by their number alone.
    const std::size_t without = subset & 7, pair = without & 3;
    values[subset] = values[pair == 2 ? without - 1 : without];
  }
  const auto shares = shapley_shares(values);
  CHECK(shares[3] == 0);
  CHECK(interaction(values, 0, 3) == 0);
  CHECK(shares[0] == Approx(shares[1]).epsilon(1e-12));
}

TEST_CASE("parts that simply add have their own values as shares and no interaction") {
  const std::vector<double> own = {3, -2, .5};
  std::vector<double> values(8, 10.0);
  for (std::size_t subset = 0; subset < 8; ++subset)
    for (std::size_t i = 0; i < 3; ++i)
      if (subset >> i & 1) values[subset] += own[i];
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(shapley_shares(values)[i] == Approx(own[i]));
    CHECK(left_out_losses(values)[i] == Approx(own[i]));
    CHECK(alone_gains(values)[i] == Approx(own[i]));
  }
  CHECK(interaction(values, 0, 2) == Approx(0).margin(1e-12));
}

TEST_CASE("each share has a paired interval, and what all subsets gain alike widens none") {
  SubsetTable values(4);
  const Random random(20070412, 0);
  for (std::uint32_t r = 0; r < 40; ++r) {
    const double world = 1e3 * random.uniform(EntityId{r}, Purpose{0}, 0);
    const double noise = random.uniform(EntityId{r}, Purpose{0}, 1);
    values[0].push_back(world);
    values[1].push_back(world + 2 + noise);
    values[2].push_back(world + 5);
    values[3].push_back(world + 9 + noise);
  }
  const PackageSplit found = split_package(values);
  CHECK(found.whole.mean == Approx(found.parts[0].share.mean + found.parts[1].share.mean));
  CHECK(found.parts[0].share.mean == Approx(3 + found.whole.mean - 9).margin(1e-9));
  CHECK(found.parts[1].share.mean == Approx(6).margin(1e-9));
  CHECK(found.parts[1].share.half_width == Approx(0).margin(1e-9));
  CHECK(found.parts[0].share.half_width > .05);
  CHECK(found.parts[0].share.half_width < .2);
  // Two parts share the 5 %: t of 39 degrees at 1 - .0125.
  CHECK(found.parts[0].share.half_width ==
        Approx(2.33126426466 * found.parts[0].share.standard_error).epsilon(1e-6));
  REQUIRE(found.interactions.size() == 1);
  CHECK(found.interactions[0].effect.mean == Approx(2).margin(1e-9));
}

TEST_CASE("interactions come in order of size") {
  SubsetTable values(8, std::vector<double>(3));
  for (std::size_t subset = 0; subset < 8; ++subset)
    for (std::size_t r = 0; r < 3; ++r)
      values[subset][r] = ((subset & 3) == 3 ? 1 : 0) + ((subset & 6) == 6 ? -4 : 0);
  const auto pairs = split_package(values).interactions;
  REQUIRE(pairs.size() == 3);
  CHECK(pairs[0].first == 1);
  CHECK(pairs[0].second == 2);
  CHECK(pairs[0].effect.mean == Approx(-4));
  CHECK(pairs[1].effect.mean == Approx(1));
}

TEST_CASE("a replication in which one subset failed is left out of all, and counted") {
  const SubsetTable values = {{1, 2, 3}, {4, missing, 7}};
  const PackageSplit found = split_package(values);
  CHECK(found.left_out == 1);
  CHECK(found.whole.count == 2);
  CHECK(found.parts[0].share.mean == Approx(3.5));
  const PackageSplit nothing = split_package({{missing}, {1}});
  CHECK(nothing.left_out == 1);
  CHECK(nothing.whole.count == 0);
}
