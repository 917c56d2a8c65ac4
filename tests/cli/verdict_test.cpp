// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

#include "cli/result_summary.hpp"

using namespace coopsim::cli;

namespace {

// `count` differences that alternate by `spread` around `mean`: their standard error is close to
// spread / sqrt(count), so the t statistic is close to mean * sqrt(count) / spread.
std::string verdict_on(std::size_t count, double mean, double spread) {
  std::vector<double> policy, baseline(count, 20.0);
  for (std::size_t i = 0; i < count; ++i)
    policy.push_back(20.0 + mean + (i % 2 == 0 ? spread : -spread));
  return verdict(policy, baseline);
}

}  // namespace

TEST_CASE("a verdict says which side of zero, and how surely") {
  // t of 63 degrees: 1.998 (95 %), 2.656 (99 %), 3.450 (99.9 %); here t = 8 mean.
  CHECK(verdict_on(64, 1.0, 1.0) == "higher, >99.9 %");
  CHECK(verdict_on(64, -1.0, 1.0) == "lower, >99.9 %");
  CHECK(verdict_on(64, 0.38, 1.0) == "higher, 99 %");
  CHECK(verdict_on(64, -0.29, 1.0) == "lower, 95 %");
  CHECK(verdict_on(64, 0.24, 1.0) == "cannot tell");
  CHECK(verdict_on(64, 0.0, 1.0) == "cannot tell");
}

TEST_CASE("few replications give no verdict, however clear they look") {
  CHECK(verdict_on(29, 10.0, 1.0) == "under 30 replications");
  CHECK(verdict_on(30, 10.0, 1.0) == "higher, >99.9 %");
  CHECK(verdict_on(1, 10.0, 0.0) == "under 30 replications");
}

TEST_CASE("differences that never vary are named so, and not called sure") {
  CHECK(verdict_on(64, 0.0, 0.0) == "no difference");
  CHECK(verdict_on(64, 2.0, 0.0) == "the same in every run");
}

TEST_CASE("missing values do not count as replications") {
  std::vector<double> policy(64, std::nan("")), baseline(64, 20.0);
  for (std::size_t i = 0; i < 20; ++i) policy[i] = 30.0 + double(i % 2);
  CHECK(verdict(policy, baseline) == "under 30 replications");
}
