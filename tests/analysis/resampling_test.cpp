// SPDX-License-Identifier: Apache-2.0
// Resamples by addressed draws.
#include "analysis/resampling.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

using namespace coopsim;

TEST_CASE("a shuffled order holds every member once, each place each member alike") {
  const Resamples resamples(1, 5, Resampling::labels);
  std::vector<std::size_t> order;
  int counts[5][5] = {};
  for (std::uint32_t r = 0; r < 2000; ++r) {
    resamples.shuffled(r, order);
    for (std::size_t i = 0; i < 5; ++i) ++counts[i][order[i]];
    std::ranges::sort(order);
    CHECK(order == std::vector<std::size_t>{0, 1, 2, 3, 4});
  }
  for (const auto& place : counts)
    for (const int count : place) CHECK(std::abs(count - 400) < 4 * std::sqrt(320.));
}

TEST_CASE("a resample depends on its number alone, not on those drawn before") {
  const Resamples resamples(1, 7, Resampling::rows);
  std::vector<std::size_t> first, again;
  resamples.with_replacement(3, first);
  resamples.with_replacement(2, again);
  CHECK(again != first);
  resamples.with_replacement(3, again);
  CHECK(again == first);
  CHECK(std::ranges::max(first) < 7);
}

TEST_CASE("resamples that tell nothing are left out of the interval, unless they are most") {
  const double missing = std::numeric_limits<double>::quiet_NaN();
  const auto found = percentile_interval({3, 1, missing, 2, 5, 4}, .5);
  CHECK(found.low == Approx(2));
  CHECK(found.high == Approx(4));
  CHECK(std::isnan(percentile_interval({1, missing, missing}, .5).low));
}
