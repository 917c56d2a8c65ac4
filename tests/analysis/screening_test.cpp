// SPDX-License-Identifier: Apache-2.0
// Designs that ask which factors matter.
#include "analysis/screening.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <functional>
#include <numeric>
#include <set>

#include "analysis/space_filling.hpp"
#include "sim/kernel/fingerprint.hpp"
#include "tests/kernel/property.hpp"

using namespace coopsim;
using Catch::Matchers::Contains;

namespace {

std::string hash(const std::vector<double>& values) {
  Fingerprint all;
  for (const double value : values) all.add(value);
  return all.value().hex();
}

template <class Value>
bool begins_with(const std::vector<Value>& longer, const std::vector<Value>& shorter) {
  return longer.size() >= shorter.size() &&
         std::equal(shorter.begin(), shorter.end(), longer.begin());
}

int level(double u, std::size_t levels) { return int(u * double(levels)); }

// Steps of one trajectory hold each factor once, and each moves by half the levels, as told.
void check_trajectory(const MorrisDesign& design, std::size_t trajectory) {
  std::set<std::size_t> changed;
  for (std::size_t step = 0; step < design.points.factors; ++step) {
    const std::size_t from = design.first_point(trajectory) + step;
    const MorrisChange& change = design.change(trajectory, step);
    for (std::size_t factor = 0; factor < design.points.factors; ++factor) {
      const double before = design.points.point(from)[factor],
                   after = design.points.point(from + 1)[factor];
      const int moved = level(after, design.levels) - level(before, design.levels);
      REQUIRE(moved == (factor == change.factor ? change.sign * int(design.levels) / 2 : 0));
      if (factor == change.factor)
        REQUIRE(after - before == Approx(.5 * change.sign));
      else
        REQUIRE(after == before);
      // Levels are the centres of their strata.
      REQUIRE(before == (level(before, design.levels) + .5) / double(design.levels));
    }
    changed.insert(change.factor);
  }
  REQUIRE(changed.size() == design.points.factors);
}

// The shortest set of columns, of at most five, that sums to nothing: tried one by one.
int shortest_word(const std::vector<std::uint32_t>& columns) {
  int shortest = 99;
  const std::function<void(std::size_t, std::uint32_t, int)> look =
      [&](std::size_t from, std::uint32_t sum, int taken) {
        if (taken > 0 && sum == 0) shortest = std::min(shortest, taken);
        if (taken == 5) return;
        for (std::size_t i = from; i < columns.size(); ++i)
          look(i + 1, sum ^ columns[i], taken + 1);
      };
  look(0, 0, 0);
  return shortest;
}

// In any `strength` factors all combinations of levels occur equally often.
bool is_orthogonal(const LevelDesign& design, std::size_t strength) {
  for (std::uint32_t set = 0; set < 1u << design.factors; ++set) {
    if (std::size_t(std::popcount(set)) != strength) continue;
    std::vector<int> counts(std::size_t{1} << strength);
    for (std::size_t run = 0; run < design.points(); ++run) {
      std::size_t cell = 0;
      for (std::size_t factor = 0; factor < design.factors; ++factor)
        if (set >> factor & 1) cell = cell * 2 + std::size_t(design.point(run)[factor]);
      ++counts[cell];
    }
    if (std::ranges::count(counts, counts.front()) != std::ptrdiff_t(counts.size())) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("every Morris trajectory changes each factor once by delta") {
  for (const std::size_t levels : {2u, 4u, 6u, 10u, 1000u})
    for (const std::size_t factors : {1u, 2u, 7u, 30u}) {
      const MorrisDesign design = morris_trajectories(factors, 12, levels, 3);
      REQUIRE(design.points.points() == 12 * (factors + 1));
      CHECK(design.delta == Approx(double(levels) / double(2 * (levels - 1))));
      for (std::size_t t = 0; t < 12; ++t) check_trajectory(design, t);
    }
}

TEST_CASE("Morris points use every level, and both directions, alike often") {
  const MorrisDesign design = morris_trajectories(3, 4000, 4, 8);
  std::array<int, 4> counts{};
  int up = 0;
  for (std::size_t t = 0; t < 4000; ++t)
    ++counts[std::size_t(level(design.points.point(design.first_point(t))[1], 4))];
  for (const MorrisChange& change : design.changes) up += change.sign > 0;
  for (const int count : counts) CHECK(count == Approx(1000).margin(110));
  CHECK(up == Approx(6000).margin(250));
}

TEST_CASE("Morris trajectories of a sum show every slope") {
  const MorrisDesign design = morris_trajectories(4, 3, 6, 1);
  const auto model = [](std::span<const double> u) {
    return 1 * u[0] - 2 * u[1] + 30 * u[2] + 0 * u[3];
  };
  const std::array<double, 4> slopes = {1, -2, 30, 0};
  for (std::size_t t = 0; t < 3; ++t)
    for (std::size_t step = 0; step < 4; ++step) {
      const std::size_t from = design.first_point(t) + step;
      const auto& change = design.change(t, step);
      const double rise = model(design.points.point(from + 1)) - model(design.points.point(from));
      CHECK(rise * change.sign / .5 == Approx(slopes[change.factor]).margin(1e-12));
    }
}

TEST_CASE("more Morris trajectories and more Saltelli rows only append") {
  CHECK(holds("prefix", [] {
    const auto factors = *rc::gen::inRange<std::size_t>(1, 12);
    const auto count = *rc::gen::inRange<std::size_t>(0, 20);
    const auto more = *rc::gen::inRange<std::size_t>(0, 20);
    const auto seed = *rc::gen::arbitrary<std::uint64_t>();
    const auto few = morris_trajectories(factors, count, 4, seed),
               many = morris_trajectories(factors, count + more, 4, seed);
    RC_ASSERT(begins_with(many.points.values, few.points.values));
    for (std::size_t i = 0; i < few.changes.size(); ++i) {
      RC_ASSERT(many.changes[i].factor == few.changes[i].factor);
      RC_ASSERT(many.changes[i].sign == few.changes[i].sign);
    }
    RC_ASSERT(begins_with(saltelli_rows(factors, count + more, seed).values,
                          saltelli_rows(factors, count, seed).values));
    for (const double u : many.points.values) RC_ASSERT(u > 0 && u < 1);
    for (const double u : saltelli_rows(factors, count, seed).values) RC_ASSERT(u > 0 && u < 1);
  }));
}

TEST_CASE("a Saltelli row is A, B and A with one coordinate of B each") {
  const std::size_t factors = 5, rows = 16, each = saltelli_row_points(factors);
  const UnitDesign design = saltelli_rows(factors, rows, 77);
  const UnitDesign both = sobol_points(2 * factors, rows, 77, true);
  REQUIRE(design.points() == rows * each);
  for (std::size_t row = 0; row < rows; ++row) {
    const auto a = design.point(row * each), b = design.point(row * each + 1);
    CHECK(std::ranges::equal(a, both.point(row).first(factors)));
    CHECK(std::ranges::equal(b, both.point(row).last(factors)));
    for (std::size_t i = 0; i < factors; ++i)
      for (std::size_t j = 0; j < factors; ++j)
        CHECK(design.point(row * each + 2 + i)[j] == (i == j ? b[j] : a[j]));
  }
}

TEST_CASE("Saltelli rows of a sum give the shares of its variance") {
  // f = u1 + 2 u2: a fifth and four fifths (estimator of Saltelli and others 2010).
  const std::size_t rows = 1024;
  const UnitDesign design = saltelli_rows(2, rows, 5);
  const auto f = [&](std::size_t i) { return design.point(i)[0] + 2 * design.point(i)[1] - 1.5; };
  std::array<double, 2> share{};
  for (std::size_t row = 0; row < rows; ++row)
    for (std::size_t i = 0; i < 2; ++i)
      share[i] += f(4 * row + 1) * (f(4 * row + 2 + i) - f(4 * row)) / double(rows) / (5. / 12);
  CHECK(share[0] == Approx(.2).margin(.01));
  CHECK(share[1] == Approx(.8).margin(.01));
}

TEST_CASE("the same Morris and Saltelli bits on every machine") {
  CHECK(hash(morris_trajectories(9, 20, 6, 20070412).points.values) ==
        "1a7df76dd59090afdbecae45566b0090");
  CHECK(hash(saltelli_rows(9, 20, 20070412).values) == "613ce0fc63415f8ed99f9e725a20a753");
}

TEST_CASE("one at a time keeps all factors but one at the base") {
  const std::array levels = {2, 3, 1}, base = {0, 1, 0};
  CHECK(one_at_a_time(levels).levels == std::vector<int>{0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 2, 0});
  CHECK(one_at_a_time(levels, base).levels == std::vector<int>{0, 1, 0, 1, 1, 0, 0, 0, 0, 0, 2, 0});
}

TEST_CASE("a full factorial holds every combination once, the last factor fastest") {
  const LevelDesign small = full_factorial(std::array{2, 3});
  CHECK(small.levels == std::vector<int>{0, 0, 0, 1, 0, 2, 1, 0, 1, 1, 1, 2});
  const LevelDesign large = full_factorial(std::array{3, 4, 1, 5});
  std::set<std::vector<int>> seen;
  for (std::size_t i = 0; i < large.points(); ++i)
    seen.insert({large.point(i).begin(), large.point(i).end()});
  CHECK(large.points() == 60);
  CHECK(seen.size() == 60);
}

TEST_CASE("no word of a fraction is shorter than its resolution") {
  for (const int resolution : {3, 4, 5})
    for (std::size_t factors = 1; factors <= 33; ++factors) {
      INFO(factors << " factors, resolution " << resolution);
      const TwoLevelColumns found = two_level_columns(factors, resolution);
      REQUIRE(found.columns.size() == factors);
      const int word = shortest_word(found.columns);
      CHECK(word >= resolution);
      if (word == 99)
        CHECK((found.resolution == 0 || found.resolution > 5));
      else
        CHECK(word == found.resolution);
      CHECK((found.resolution == 0) == (factors <= std::size_t(found.basic)));
    }
}

TEST_CASE("fractions are as small as tables of Box and Hunter and of codes say") {
  const auto runs = [](std::size_t factors, int resolution) {
    return 1 << two_level_columns(factors, resolution).basic;
  };
  const std::vector<std::pair<std::size_t, int>> third = {
      {2, 4}, {3, 4}, {4, 8}, {7, 8}, {8, 16}, {15, 16}, {16, 32}, {31, 32}, {1023, 1024}};
  const std::vector<std::pair<std::size_t, int>> fourth = {
      {4, 8}, {5, 16}, {8, 16}, {9, 32}, {16, 32}, {17, 64}, {32, 64}, {512, 1024}};
  const std::vector<std::pair<std::size_t, int>> fifth = {
      {5, 16},   {6, 32},   {7, 64},   {8, 64},   {9, 128},   {11, 128},
      {12, 256}, {17, 256}, {18, 512}, {23, 512}, {24, 1024}, {33, 1024}};
  for (const auto& [factors, points] : third) CHECK(runs(factors, 3) == points);
  for (const auto& [factors, points] : fourth) CHECK(runs(factors, 4) == points);
  for (const auto& [factors, points] : fifth) CHECK(runs(factors, 5) == points);
}

TEST_CASE("a fraction takes a higher resolution where it costs no more points") {
  CHECK(two_level_columns(4, 3).resolution == 4);
  CHECK(two_level_columns(4, 3).columns == std::vector<std::uint32_t>{1, 2, 4, 7});
  CHECK(two_level_columns(7, 5).resolution == 7);
  CHECK(two_level_columns(6, 4).resolution == 4);
  CHECK(two_level_columns(5, 3).columns == std::vector<std::uint32_t>{1, 2, 4, 3, 5});
}

TEST_CASE("a fraction of resolution R shows any R - 1 factors as a balanced full factorial") {
  for (const int resolution : {3, 4, 5})
    for (const std::size_t factors : {5u, 8u, 11u}) {
      const LevelDesign design = two_level_fraction(factors, resolution);
      CHECK(is_orthogonal(design, std::size_t(resolution) - 1));
      CHECK(std::ranges::all_of(design.point(0), [](int low) { return low == 0; }));
    }
}

TEST_CASE("a screening design that cannot be is refused with what is allowed") {
  CHECK_THROWS_WITH(morris_trajectories(3, 5, 5, 1), Contains("5 levels") && Contains("even"));
  CHECK_THROWS_WITH(morris_trajectories(3, 5, 0, 1), Contains("0 levels"));
  CHECK_THROWS_WITH(morris_trajectories(0, 5, 4, 1), Contains("0 factors; allowed: 1 or more"));
  CHECK_THROWS_AS(morris_trajectories(3, ~std::size_t{0} / 2, 4, 1), std::invalid_argument);
  CHECK_THROWS_WITH(saltelli_rows(1834, 1, 1), Contains("1834") && Contains("at most 1833"));
  CHECK_THROWS_AS(saltelli_rows(0, 1, 1), std::invalid_argument);
  CHECK_THROWS_WITH(full_factorial(std::vector<int>(70, 2)), Contains("at most 16777216"));
  CHECK_THROWS_WITH(full_factorial(std::vector<int>(64, 4)), Contains("at most 16777216"));
  CHECK_THROWS_WITH(full_factorial(std::array{2, 0}), Contains("factor 1") && Contains("0 levels"));
  CHECK_THROWS_AS(full_factorial({}), std::invalid_argument);
  CHECK_THROWS_WITH(one_at_a_time(std::array{2, 2}, std::array{0, 2}), Contains("allowed: 0 to 1"));
  CHECK_THROWS_WITH(one_at_a_time(std::array{2, 2}, std::array{0}), Contains("one level a factor"));
  CHECK_THROWS_WITH(two_level_columns(5, 6), Contains("resolution 6") && Contains("3, 4 or 5"));
  CHECK_THROWS_WITH(two_level_columns(34, 5), Contains("34 factors") && Contains("1 to 33"));
  CHECK_THROWS_AS(two_level_columns(0, 3), std::invalid_argument);
  CHECK_THROWS_AS(two_level_columns(1024, 3), std::invalid_argument);
}
