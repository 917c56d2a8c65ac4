// SPDX-License-Identifier: Apache-2.0
// Indices on growing parts of a sample.
#include "analysis/convergence.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

using namespace coopsim;

TEST_CASE("a sample is taken by an eighth, a quarter, a half and whole") {
  const auto steps = convergence(100, [](std::size_t units) {
    return std::vector{1 - 1 / double(units), .5};
  });
  REQUIRE(steps.size() == 4);
  CHECK(steps[0].units == 12);
  CHECK(steps[1].units == 25);
  CHECK(steps[2].units == 50);
  CHECK(steps[3].units == 100);
  CHECK(last_change(steps) == Approx(.01));
}

TEST_CASE("parts too small to say anything are left out, but never the whole") {
  const auto nothing = [](std::size_t) { return std::vector{0.0}; };
  CHECK(convergence(100, nothing, 30).size() == 2);
  CHECK(convergence(7, nothing).size() == 2);
  CHECK(convergence(1, nothing).size() == 1);
  CHECK(std::isnan(last_change(convergence(1, nothing))));
  CHECK(same_order(convergence(1, nothing)));
}

TEST_CASE("a changed order of the factors is told, unless they are tied or not known") {
  const double missing = std::numeric_limits<double>::quiet_NaN();
  const std::vector<ConvergenceStep> steps = {{10, {.5, .4, missing}}, {20, {.45, .47, .9}}};
  CHECK_FALSE(same_order(steps));
  CHECK(same_order(steps, .05));
  CHECK(last_change(steps) == Approx(.07));
}
