// SPDX-License-Identifier: Apache-2.0
// Boxes of cases of interest, and boxes that are not there.
#include "analysis/prim.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "sim/kernel/random.hpp"

using namespace coopsim;

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();
constexpr double everything = std::numeric_limits<double>::infinity();

// One point in each of 20 x 20 cells, and a third factor of no importance.
FactorTable stratified() {
  const Random random(20070412, 0);
  FactorTable table{3, {}};
  for (std::uint32_t cell = 0; cell < 400; ++cell) {
    const auto u = [&](std::uint32_t j) { return random.uniform(EntityId{cell}, Purpose{0}, j); };
    table.values.insert(table.values.end(),
                        {(cell / 20 + u(0)) / 20, (cell % 20 + u(1)) / 20, u(2)});
  }
  return table;
}

bool planted(std::span<const double> x) { return x[0] > .4 && x[1] < .5; }

// Inside the planted box cases come with one chance, outside with another.
std::vector<double> cases_of(const FactorTable& table, double inside, double outside) {
  const Random random(1, 0);
  std::vector<double> cases;
  for (std::uint32_t i = 0; i < table.points(); ++i) {
    const double u = random.uniform(EntityId{i}, Purpose{1});
    cases.push_back(u < (planted(table.point(i)) ? inside : outside) ? 1.0 : 0.0);
  }
  return cases;
}

FactorTable small_table(std::uint32_t seed) {
  const Random random(seed, 0);
  FactorTable table{2, {}};
  for (std::uint32_t i = 0; i < 60; ++i)
    for (const double u : random.uniforms(EntityId{i}, Purpose{0})) table.values.push_back(u);
  return table;
}

}  // namespace

TEST_CASE("a planted box is found within a stratum, and only its own limits") {
  const auto table = stratified();
  const auto found = prim(table, cases_of(table, 1, 0));
  REQUIRE(found.found);
  CHECK(found.p_value == Approx(1. / 200));
  CHECK(std::abs(found.box.low[0] - .4) < .05);
  CHECK(std::abs(found.box.high[1] - .5) < .05);
  CHECK_FALSE(found.box.restricts(2));
  CHECK(found.box.high[0] == everything);
  CHECK(found.box.low[1] == -everything);
  CHECK(found.box.coverage > .95);
  CHECK(found.box.density > .95);
  CHECK(found.box.fit >= found.trajectory[found.best].fit);
  REQUIRE(found.limits.size() == 2);
  for (const auto& limit : found.limits) CHECK(limit.significant);
  CHECK(found.limits[0].factor == 0);
  CHECK(found.limits[0].lower);
  CHECK(found.limits[1].factor == 1);
  CHECK_FALSE(found.limits[1].lower);
  CHECK(found.restricted_again[0] == Approx(1));
  CHECK(found.restricted_again[1] == Approx(1));
}

TEST_CASE("a planted box is found where cases come by chance") {
  const auto table = stratified();
  const auto found = prim(table, cases_of(table, .8, .1));
  REQUIRE(found.found);
  CHECK(std::abs(found.box.low[0] - .4) < .1);
  CHECK(std::abs(found.box.high[1] - .5) < .1);
  CHECK(found.box.density > .7);
  CHECK(found.box.coverage > .6);
  for (const auto& limit : found.limits)
    if (limit.factor == 2) CHECK_FALSE(limit.significant);
  CHECK(found.restricted_again[2] < found.restricted_again[0]);
  CHECK_FALSE(found.essential.restricts(2));
  REQUIRE(found.essential_limits.size() == 2);
  CHECK(found.essential.low[0] == found.box.low[0]);
  CHECK(found.essential.high[1] == found.box.high[1]);
  CHECK(found.essential.coverage >= found.box.coverage);
}

TEST_CASE("the trajectory goes inwards: mass and coverage fall, as the counts say") {
  const auto table = stratified();
  const auto found = prim(table, cases_of(table, .8, .1));
  CHECK(found.trajectory.front().mass == 1);
  CHECK(found.trajectory.front().coverage == 1);
  CHECK(found.trajectory.back().mass >= .05);
  for (std::size_t i = 0; i < found.trajectory.size(); ++i) {
    const Box& box = found.trajectory[i];
    std::size_t inside = 0;
    for (std::size_t p = 0; p < table.points(); ++p) inside += box.holds(table.point(p));
    CHECK(box.points == inside);
    CHECK(box.density == Approx(double(box.cases) / double(box.points)));
    if (i == 0) continue;
    CHECK(box.mass < found.trajectory[i - 1].mass);
    CHECK(box.mass > found.trajectory[i - 1].mass * .94 - .005);
    CHECK(box.coverage <= found.trajectory[i - 1].coverage);
  }
}

TEST_CASE("where factors decide nothing, a box is found at the stated rate") {
  PrimOptions options;
  options.permutations = 99;
  options.halves = 0;
  options.level = .1;
  int found = 0;
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    const auto table = small_table(seed);
    std::vector<double> cases;
    for (std::uint32_t i = 0; i < 60; ++i)
      cases.push_back(Random(seed, 1).uniform(EntityId{i}, Purpose{2}) < .3 ? 1.0 : 0.0);
    options.seed = seed;
    const auto result = prim(table, cases, options);
    found += result.found;
    if (!result.found) {
      CHECK(result.limits.empty());
      CHECK(result.essential.mass == 1);
      CHECK(result.box.points == 60);
    }
  }
  const double error = std::sqrt(200 * .1 * .9);
  INFO(found << " of 200");
  CHECK(found <= 20 + 3 * error);
  CHECK(found >= 20 - 3 * error);
}

TEST_CASE("no cases, or nothing but cases, make no box") {
  const auto table = small_table(1);
  for (const double value : {0.0, 1.0, missing}) {
    const auto found = prim(table, std::vector(60, value));
    CHECK_FALSE(found.found);
    CHECK(found.p_value == 1);
    CHECK(found.limits.empty());
    CHECK(found.trajectory.size() == 1);
  }
}

TEST_CASE("points without an answer are left out and counted") {
  const auto table = stratified();
  auto cases = cases_of(table, 1, 0);
  FactorTable fewer{3, {}};
  std::vector<double> fewer_cases;
  for (std::size_t i = 0; i < 400; ++i) {
    if (i % 7 == 0) {
      cases[i] = missing;
      continue;
    }
    fewer.values.insert(fewer.values.end(), table.point(i).begin(), table.point(i).end());
    fewer_cases.push_back(cases[i]);
  }
  const auto found = prim(table, cases), same = prim(fewer, fewer_cases);
  CHECK(found.left_out == 58);
  CHECK(found.points == 342);
  CHECK(found.box.low == same.box.low);
  CHECK(found.box.high == same.box.high);
  CHECK(found.restricted_again == same.restricted_again);
}

TEST_CASE("a lever of two levels is peeled whole and does not crowd out a fine factor") {
  FactorTable table{2, {}};
  std::vector<double> cases;
  for (int i = 0; i < 200; ++i) {
    table.values.insert(table.values.end(), {double(i % 2), i / 200.});
    cases.push_back(i >= 120 && i % 2 == 1 ? 1.0 : 0.0);
  }
  const auto found = prim(table, cases);
  REQUIRE(found.found);
  CHECK(found.box.low[0] == 1);
  CHECK(found.box.low[1] == Approx(121 / 200.));
  CHECK(found.box.fit == Approx(1));
}

TEST_CASE("the quasi-p-value is the binomial's upper tail at the density without the limit") {
  // 20 points on a line, 10 of them beyond .5; the box holds 9 cases of 10, all points 10 of 20.
  FactorTable table{1, {}};
  std::vector<double> cases;
  for (int i = 0; i < 20; ++i) {
    table.values.push_back(i / 20.);
    cases.push_back(i == 3 || (i >= 10 && i != 15) ? 1.0 : 0.0);
  }
  const auto limits = box_limits(table, cases, Box{{.5}, {everything}});
  REQUIRE(limits.size() == 1);
  CHECK(limits[0].quasi_p == Approx(11. / 1024).epsilon(1e-11));  // (10 + 1) / 2^10
  CHECK(limits[0].significant);
}

TEST_CASE("thresholds make cases, and missing responses stay missing") {
  const std::vector responses = {1., 2., 3., missing};
  const auto above = cases_above(responses, 2), below = cases_below(responses, 2);
  CHECK(above[0] == 0);
  CHECK(above[1] == 0);
  CHECK(above[2] == 1);
  CHECK(below[0] == 1);
  CHECK(below[1] == 0);
  CHECK(std::isnan(above[3]));
}
