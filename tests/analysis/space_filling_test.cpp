// SPDX-License-Identifier: Apache-2.0
// Designs that spread points over the unit cube.
#include "analysis/space_filling.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <set>
#include <string>

#include "sim/kernel/fingerprint.hpp"
#include "tests/kernel/property.hpp"

using namespace coopsim;
using Catch::Matchers::Contains;

namespace {

using Maker = std::function<UnitDesign(std::size_t factors, std::size_t points, std::uint64_t)>;
struct Named {
  std::string name;
  Maker make;
};

const std::vector<Named> sequences = {
    {"Sobol", [](auto k, auto n, auto seed) { return sobol_points(k, n, seed, false); }},
    {"Owen", [](auto k, auto n, auto seed) { return sobol_points(k, n, seed, true); }},
    {"Halton", [](auto k, auto n, auto seed) { return halton_points(k, n, seed, false); }},
    {"digits", [](auto k, auto n, auto seed) { return halton_points(k, n, seed, true); }},
    {"Monte Carlo", [](auto k, auto n, auto seed) { return monte_carlo(k, n, seed); }}};
const std::vector<Named> latin = {
    {"Latin", [](auto k, auto n, auto seed) { return latin_hypercube(k, n, seed, false); }},
    {"maximin", [](auto k, auto n, auto seed) { return latin_hypercube(k, n, seed, true); }}};

std::vector<Named> all_designs() {
  auto all = sequences;
  all.insert(all.end(), latin.begin(), latin.end());
  return all;
}

bool begins_with(const UnitDesign& longer, const UnitDesign& shorter) {
  return longer.factors == shorter.factors && longer.values.size() >= shorter.values.size() &&
         std::equal(shorter.values.begin(), shorter.values.end(), longer.values.begin());
}

// The stratum, of `count` equal ones, in which u lies.
std::size_t stratum(double u, std::size_t count) { return std::size_t(u * double(count)); }

// Every axis has one of the points [from, from + count) in each of `count` strata.
bool one_a_stratum(const UnitDesign& design, std::size_t from, std::size_t count) {
  for (std::size_t factor = 0; factor < design.factors; ++factor) {
    std::set<std::size_t> seen;
    for (std::size_t i = from; i < from + count; ++i)
      seen.insert(stratum(design.point(i)[factor], count));
    if (seen.size() != count || *seen.rbegin() != count - 1) return false;
  }
  return true;
}

// The first two factors of 2^m points hold one in every box of 2^a by 2^(m - a) of the square.
bool is_net(const UnitDesign& design, std::size_t from, int m) {
  for (int a = 0; a <= m; ++a) {
    const std::size_t wide = std::size_t{1} << a, high = std::size_t{1} << (m - a);
    std::set<std::size_t> boxes;
    for (std::size_t i = from; i < from + wide * high; ++i)
      boxes.insert(stratum(design.point(i)[0], wide) * high + stratum(design.point(i)[1], high));
    if (boxes.size() != wide * high) return false;
  }
  return true;
}

std::string hash(const UnitDesign& design) {
  Fingerprint all;
  all.add(design.factors);
  for (const double value : design.values) all.add(value);
  return all.value().hex();
}

// Root of the mean squared error, over 32 seeds, of the mean of a smooth product whose true mean
// is 1.
double error_of(const Maker& make, std::size_t points) {
  double squares = 0;
  for (std::uint64_t seed = 1; seed <= 32; ++seed) {
    const UnitDesign design = make(4, points, seed);
    double mean = 0;
    for (std::size_t i = 0; i < points; ++i) {
      double product = 1;
      for (const double u : design.point(i)) product *= .5 + 1.5 * u * u;
      mean += product / double(points);
    }
    squares += (mean - 1) * (mean - 1) / 32;
  }
  return std::sqrt(squares);
}

double least_distance(const UnitDesign& design) {
  double least = 1e9;
  for (std::size_t i = 0; i < design.points(); ++i)
    for (std::size_t j = 0; j < i; ++j) {
      double sum = 0;
      for (std::size_t f = 0; f < design.factors; ++f)
        sum +=
            (design.point(i)[f] - design.point(j)[f]) * (design.point(i)[f] - design.point(j)[f]);
      least = std::min(least, std::sqrt(sum));
    }
  return least;
}

}  // namespace

TEST_CASE("KA-44: Sobol points in three factors after the origin") {
  const UnitDesign design = sobol_points(3, 5, 1, false);
  CHECK(design.values ==
        std::vector<double>{0, 0, 0, .5, .5, .5, .75, .25, .25, .25, .75, .75, .375, .375, .625});
}

TEST_CASE("the first Halton points are the mirrored digits of their numbers") {
  const UnitDesign design = halton_points(3, 5, 1, false);
  const std::vector<double> expected = {0,      0,      0,      1. / 2, 1. / 3,
                                        1. / 5, 1. / 4, 2. / 3, 2. / 5, 3. / 4,
                                        1. / 9, 3. / 5, 1. / 8, 4. / 9, 4. / 5};
  REQUIRE(design.values.size() == expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i)
    CHECK(design.values[i] == Approx(expected[i]).margin(1e-14));
}

TEST_CASE("every block of 2^m Sobol points has one in each stratum of every axis") {
  for (const bool scrambled : {false, true})
    for (const std::uint64_t seed : {1u, 2u, 99u}) {
      const UnitDesign design = sobol_points(40, 512, seed, scrambled);
      for (int m = 0; m <= 9; ++m)
        for (std::size_t from = 0; from < 512; from += std::size_t{1} << m)
          REQUIRE(one_a_stratum(design, from, std::size_t{1} << m));
    }
}

TEST_CASE("the first two Sobol factors fill every elementary box, scrambled or not") {
  for (const bool scrambled : {false, true})
    for (const std::uint64_t seed : {1u, 2u, 99u}) {
      const UnitDesign design = sobol_points(2, 256, seed, scrambled);
      for (int m = 0; m <= 8; ++m)
        for (std::size_t from = 0; from < 256; from += std::size_t{1} << m)
          REQUIRE(is_net(design, from, m));
    }
}

TEST_CASE("scrambling moves a point to anywhere in the cube, alike likely") {
  // The origin and its next neighbour under many seeds: uniform, and apart by more than one half.
  std::array<int, 8> origin{}, next{};
  for (std::uint64_t seed = 0; seed < 8000; ++seed) {
    const UnitDesign design = sobol_points(2, 2, seed, true);
    ++origin[stratum(design.point(0)[1], 8)];
    ++next[stratum(design.point(1)[1], 8)];
    REQUIRE((design.point(0)[1] < .5) != (design.point(1)[1] < .5));
  }
  for (const auto& counts : {origin, next}) {
    double square = 0;
    for (const int count : counts) square += (count - 1000.) * (count - 1000.) / 1000;
    CHECK(square < 24.3);  // chi-squared of 7 degrees, .999
  }
}

TEST_CASE("the scramble is nested: equal leading bits stay equal, and flips differ by prefix") {
  const std::size_t points = 1024;
  const UnitDesign plain = sobol_points(1, points, 0, false),
                   scrambled = sobol_points(1, points, 5, true);
  for (int m = 0; m < 10; ++m) {
    const std::size_t count = std::size_t{1} << m;
    std::vector<int> image(count, -1);
    std::set<int> flips;
    for (std::size_t i = 0; i < points; ++i) {
      const std::size_t from = stratum(plain.values[i], count);
      const int to = int(stratum(scrambled.values[i], count));
      REQUIRE((image[from] == -1 || image[from] == to));
      image[from] = to;
      flips.insert(to ^ int(from));
    }
    if (m >= 3) CHECK(flips.size() > 1);  // a digital shift would flip all alike
  }
}

TEST_CASE("every coordinate is at least 0 and below 1, and none that is drawn is 0") {
  CHECK(holds("in the unit cube", [] {
    const auto factors = *rc::gen::inRange<std::size_t>(1, 40);
    const auto points = *rc::gen::inRange<std::size_t>(0, 65);
    const auto seed = *rc::gen::arbitrary<std::uint64_t>();
    for (const Named& design : all_designs()) {
      const UnitDesign made = design.make(factors, points, seed);
      RC_ASSERT(made.factors == factors);
      RC_ASSERT(made.points() == points);
      const bool drawn = design.name != "Sobol" && design.name != "Halton";
      for (const double u : made.values) RC_ASSERT((drawn ? u > 0 : u >= 0) && u < 1);
    }
  }));
}

TEST_CASE("a longer sequence begins with the shorter one") {
  CHECK(holds("prefix", [] {
    const auto factors = *rc::gen::inRange<std::size_t>(1, 20);
    const auto points = *rc::gen::inRange<std::size_t>(1, 60);
    const auto more = *rc::gen::inRange<std::size_t>(0, 60);
    const auto seed = *rc::gen::arbitrary<std::uint64_t>();
    for (const Named& design : sequences)
      RC_ASSERT(begins_with(design.make(factors, points + more, seed),
                            design.make(factors, points, seed)));
  }));
}

TEST_CASE("a sequence of fewer factors is the same in those factors") {
  for (const Named& design : sequences) {
    INFO(design.name);
    const UnitDesign few = design.make(3, 20, 7), many = design.make(9, 20, 7);
    for (std::size_t i = 0; i < 20; ++i)
      CHECK(std::ranges::equal(few.point(i), many.point(i).first(3)));
  }
}

TEST_CASE("a Latin hypercube has one point a stratum, doubled too, and begins with its half") {
  for (const Named& design : latin)
    for (const std::size_t points : {1u, 3u, 5u, 8u, 12u, 63u, 64u}) {
      INFO(design.name << " of " << points);
      const UnitDesign made = design.make(6, points, 11), twice = design.make(6, 2 * points, 11),
                       fourfold = design.make(6, 4 * points, 11);
      CHECK(one_a_stratum(made, 0, points));
      CHECK(one_a_stratum(twice, 0, 2 * points));
      CHECK(one_a_stratum(fourfold, 0, 4 * points));
      CHECK(begins_with(twice, made));
      CHECK(begins_with(fourfold, twice));
    }
}

TEST_CASE("the Latin property holds for every size") {
  for (std::size_t points = 1; points <= 200; ++points)
    REQUIRE(one_a_stratum(latin_hypercube(3, points, points, false), 0, points));
  CHECK(one_a_stratum(latin_hypercube(1, 99'999, 3, false), 0, 99'999));
}

TEST_CASE("maximin keeps points farther apart than chance does") {
  double plain = 0, apart = 0;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    plain += least_distance(latin_hypercube(3, 20, seed, false)) / 20;
    apart += least_distance(latin_hypercube(3, 20, seed, true)) / 20;
  }
  CHECK(apart > 1.3 * plain);
}

TEST_CASE("seeds differ, one seed repeats, and what is not scrambled knows no seed") {
  for (const Named& design : all_designs()) {
    INFO(design.name);
    const bool drawn = design.name != "Sobol" && design.name != "Halton";
    CHECK(design.make(5, 24, 1).values == design.make(5, 24, 1).values);
    CHECK((design.make(5, 24, 1).values != design.make(5, 24, 2).values) == drawn);
  }
}

TEST_CASE("the same bits on every machine") {
  CHECK(hash(sobol_points(50, 300, 1, false)) == "a8ccfcba5916e71a4c936928bcc927da");
  CHECK(hash(sobol_points(50, 300, 20070412, true)) == "37446547c988e1ba5afd3c7bd094aa77");
  CHECK(hash(halton_points(50, 300, 20070412, true)) == "a2ea3757630d46f14c0b519da2b3edb6");
  CHECK(hash(latin_hypercube(7, 48, 20070412, false)) == "8f5309dbdfc540be1f3804e67d5f77ef");
  CHECK(hash(latin_hypercube(7, 48, 20070412, true)) == "fb8aa411f8f2848f4d8c90292efd6f67");
  CHECK(hash(monte_carlo(50, 300, 20070412)) == "3f46b3dff775179dc09d39177c2f0628");
}

TEST_CASE("the mean over spread points converges faster than over independent ones") {
  const auto rate = [](const Maker& make) { return error_of(make, 256) / error_of(make, 16384); };
  const Maker &owen = sequences[1].make, &digits = sequences[3].make,
              &independent = sequences[4].make;
  CHECK(rate(independent) == Approx(8).margin(2.5));  // n^-.5
  CHECK(rate(digits) > 40);                           // near n^-1: 64
  CHECK(rate(owen) > 128);                            // n^-1.5 (log n)^1.5: 220
  const double chance = error_of(independent, 1024);
  CHECK(error_of(owen, 1024) < chance / 25);
  CHECK(error_of(digits, 1024) < chance / 8);
  // Main effects are .8 of a variance of 1.07; a Latin hypercube takes them out: half the error.
  CHECK(error_of(latin[0].make, 1024) == Approx(chance / 2).epsilon(.35));
}

TEST_CASE("a design that cannot be is refused with what is allowed") {
  for (const Named& design : all_designs()) {
    INFO(design.name);
    CHECK_THROWS_WITH(design.make(0, 4, 1), Contains("0 factors; allowed: 1 or more"));
    CHECK_THROWS_AS(design.make(1, (std::size_t{1} << 32) + 1, 1), std::invalid_argument);
    CHECK_THROWS_AS(design.make(900, ~std::size_t{0}, 1), std::invalid_argument);
    CHECK(design.make(3, 0, 1).points() == 0);
  }
  CHECK(sobol_points(3667, 2, 1, true).points() == 2);
  CHECK_THROWS_WITH(sobol_points(3668, 2, 1, true), Contains("3668") && Contains("at most 3667"));
  CHECK(halton_points(1000, 2, 1, true).points() == 2);
  CHECK_THROWS_WITH(halton_points(1001, 2, 1, true), Contains("1001") && Contains("at most 1000"));
  CHECK_THROWS_WITH(latin_hypercube(2, 4097, 1, true),
                    Contains("4097") && Contains("at most 4096"));
}
