// SPDX-License-Identifier: Apache-2.0
// What of a series to leave out at its start.
#include "analysis/warm_up.hpp"

#include <numeric>

#include "tests/kernel/property.hpp"

using namespace coopsim;

namespace {

// Twenty 10s, then +1, -1 forty times.
std::vector<double> settled_after_20() {
  std::vector<double> values(20, 10.0);
  for (int i = 0; i < 40; ++i) values.insert(values.end(), {1.0, -1.0});
  return values;
}

// The rule as it is written, without a running sum.
std::size_t by_definition(const std::vector<double>& values) {
  std::size_t best = 0;
  double least = 0;
  for (std::size_t d = 0; d <= values.size() / 2; ++d) {
    const auto n = double(values.size() - d);
    const double mean = std::accumulate(values.begin() + std::ptrdiff_t(d), values.end(), 0.0) / n;
    double squares = 0;
    for (std::size_t i = d; i < values.size(); ++i)
      squares += (values[i] - mean) * (values[i] - mean);
    if (d == 0 || squares / (n * n) < least - 1e-12) {
      least = squares / (n * n);
      best = d;
    }
  }
  return best;
}

}  // namespace

TEST_CASE("KA-42: MSER leaves out the twenty values of the start") {
  const WarmUp found = marginal_error_rule(settled_after_20(), 1);
  CHECK_FALSE(found.refused);
  CHECK(found.batches == 20);
  CHECK(found.observations == 20);
  CHECK(found.statistic == Approx(.0125).epsilon(1e-12));
}

TEST_CASE("KA-42: MSER-5 leaves out four batches, at a statistic of .0025") {
  const WarmUp found = marginal_error_rule(settled_after_20());
  CHECK_FALSE(found.refused);
  CHECK(found.batches == 4);
  CHECK(found.observations == 20);
  CHECK(found.statistic == Approx(.0025).epsilon(1e-12));
}

TEST_CASE("a series that has not settled by its half is refused") {
  std::vector<double> rising(200);
  std::iota(rising.begin(), rising.end(), 0.0);
  const WarmUp found = marginal_error_rule(rising);
  CHECK(found.refused);
  CHECK(found.batches == 20);  // of 40: the bound
}

TEST_CASE("a series too short for ten batches is refused, an empty one too") {
  CHECK(marginal_error_rule(std::vector<double>(49, 1.0)).refused);
  CHECK_FALSE(marginal_error_rule(std::vector<double>(50, 1.0)).refused);
  const WarmUp nothing = marginal_error_rule({});
  CHECK(nothing.refused);
  CHECK(nothing.statistic == 0);
}

TEST_CASE("a series that never varies keeps all of it") {
  const WarmUp found = marginal_error_rule(std::vector<double>(100, 3.0));
  CHECK(found.batches == 0);
  CHECK(found.statistic == 0);
}

TEST_CASE("values beyond the last whole batch are not looked at") {
  std::vector<double> values = settled_after_20();
  values.insert(values.end(), {1e6, 1e6, 1e6, 1e6});
  CHECK(marginal_error_rule(values).statistic == Approx(.0025).epsilon(1e-12));
}

TEST_CASE("the rule agrees with its definition on any series") {
  CHECK(holds("MSER", [](const std::vector<signed char>& numbers) {
    const std::vector<double> values(numbers.begin(), numbers.end());
    if (values.size() < 2) return;
    RC_ASSERT(marginal_error_rule(values, 1).batches == by_definition(values));
  }));
}
