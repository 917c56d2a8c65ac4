// SPDX-License-Identifier: Apache-2.0
// Who is among the best: Hsu's intervals on paired differences.
#include "analysis/best.hpp"

#include <array>
#include <cmath>
#include <limits>

#include "analysis/simultaneous.hpp"
#include "sim/kernel/random.hpp"
#include "tests/kernel/property.hpp"

using namespace coopsim;

namespace {

std::vector<std::span<const double>> rows(const std::vector<std::vector<double>>& values) {
  return {values.begin(), values.end()};
}

}  // namespace

TEST_CASE("Hsu's interval of two policies is that of their difference, cut at zero") {
  const std::vector<std::vector<double>> values = {{2, 4, 6, 8}, {1, 3, 4, 8}};  // 1, 1, 2, 0
  const double error = std::sqrt(2.0 / 3) / 2;
  const double width = bonferroni_one_sided(3, 1) * error;
  const auto found = compare_with_best(rows(values));
  REQUIRE(found.size() == 2);
  CHECK(found[0].high == Approx(1 + width).epsilon(1e-12));
  CHECK(found[0].low == Approx(std::min(0.0, 1 - width)).margin(1e-12));
  CHECK(found[1].low == Approx(-1 - width).epsilon(1e-12));
  CHECK(found[1].high == Approx(std::max(0.0, width - 1)).margin(1e-12));
}

TEST_CASE("a policy that is shown to be worse is not among the best; near ties are") {
  std::vector<std::vector<double>> values(3);
  for (int i = 0; i < 40; ++i) {
    const double world = i * i % 17;  // shared by all: pairing takes it out
    values[0].push_back(world + i % 2);
    values[1].push_back(world + (i + 1) % 2 + .05);
    values[2].push_back(world - 2 + i % 3 * .1);
  }
  const auto found = compare_with_best(rows(values));
  CHECK(found[0].among_the_best);
  CHECK(found[1].among_the_best);
  CHECK_FALSE(found[2].among_the_best);
  CHECK(found[2].high == 0);
  CHECK(found[2].low < -1);
}

TEST_CASE("policies without any difference are all among the best") {
  const std::vector<std::vector<double>> values(4, {1, 2, 3, 4});
  for (const BestInterval& one : compare_with_best(rows(values))) {
    CHECK(one.among_the_best);
    CHECK((one.low == 0 && one.high == 0));
  }
}

TEST_CASE("replications that lack a policy's value are left out; too few say nothing") {
  const double missing = std::numeric_limits<double>::quiet_NaN();
  CHECK(compare_with_best(rows({{1, 2, missing}, {1, missing, 2}})).empty());
  CHECK(compare_with_best(rows({{1, 2, 3}})).empty());
  CHECK(compare_with_best(rows({{1, 2, missing, 5}, {0, 1, 2, 4}})).size() == 2);
}

TEST_CASE("the truly best is kept with the confidence asked for, under shared random numbers") {
  // Five policies of equal means, the hardest case: each may be called worse in 5 % at most.
  constexpr int samples = 2000;
  const Random random(5, 0);
  int kept = 0;
  for (std::uint32_t s = 0; s < samples; ++s) {
    std::vector<std::vector<double>> values(5);
    for (std::uint32_t i = 0; i < 10; ++i) {
      const double world = random.uniform(EntityId{s}, Purpose{9}, i);
      for (std::uint32_t p = 0; p < 5; ++p)
        values[p].push_back(3 * world +
                            (p + 1) * random.uniform(EntityId{s}, Purpose{std::uint8_t(p)}, i) -
                            .5 * (p + 1));
    }
    kept += compare_with_best(rows(values))[2].among_the_best;
  }
  CHECK(double(kept) / samples > .95 - 3 * .005);
}
