// SPDX-License-Identifier: Apache-2.0
#include "sim/values.hpp"

#include <catch2/catch.hpp>

using namespace coopsim;

TEST_CASE("a portion of money is rounded half to even") {
  // Money x share = exact product -> nearest whole number, ties to the even one.
  CHECK(portion(Money{5}, .5) == Money{2});    // 2.5
  CHECK(portion(Money{7}, .5) == Money{4});    // 3.5
  CHECK(portion(Money{10}, .25) == Money{2});  // 2.5
  CHECK(portion(Money{30}, .25) == Money{8});  // 7.5
  CHECK(portion(Money{3}, .5) == Money{2});    // 1.5
  CHECK(portion(Money{1}, .5) == Money{0});    // 0.5
  CHECK(portion(Money{9}, .25) == Money{2});   // 2.25
  CHECK(portion(Money{11}, .25) == Money{3});  // 2.75
}

TEST_CASE("a portion takes shares as the decimal numbers that a scenario writes") {
  // As binary numbers .45 and .05 lie above, .35 below the decimal; all three are ties.
  CHECK(portion(Money{10}, .45) == Money{4});  // 4.5
  CHECK(portion(Money{10}, .05) == Money{0});  // 0.5
  CHECK(portion(Money{10}, .35) == Money{4});  // 3.5
  CHECK(portion(Money{30}, .15) == Money{4});  // 4.5
  // .0021 times 1e12 is 2099999999.9999998 in binary; 5,000 x .0021 = 10.5, 15,000 x .0021 = 31.5.
  CHECK(portion(Money{5'000}, .0021) == Money{10});
  CHECK(portion(Money{15'000}, .0021) == Money{32});
  CHECK(portion(Money{9'000'000}, .30) == Money{2'700'000});
  CHECK(portion(Money{9'000'000}, .375) == Money{3'375'000});
}

TEST_CASE("a portion of negative money mirrors that of positive money") {
  for (const double share : {.5, .45, .3, 1.0, 0.0, 2.5})
    for (const std::int64_t amount : {1, 5, 10, 333, 1'000'001})
      CHECK(portion(Money{-amount}, share) == -portion(Money{amount}, share));
}

TEST_CASE("a portion is exact where a double could not hold the amount") {
  const std::int64_t large = 9'007'199'254'740'993;  // 2^53 + 1
  CHECK(portion(Money{large}, 1) == Money{large});
  CHECK(portion(Money{large}, .5) == Money{4'503'599'627'370'496});  // ..496.5, a tie
  CHECK(portion(Money{large - 1}, 2) == Money{2 * (large - 1)});
  CHECK(portion(Money{large}, 0) == Money{0});
}

TEST_CASE(
    "two portions with shares that sum to one differ from the whole by one thousand at most") {
  for (std::int64_t amount = 0; amount < 1'000; ++amount) {
    const Money sum = portion(Money{amount}, .3) + portion(Money{amount}, .7);
    CHECK(std::abs(sum.thousand - amount) <= 1);
  }
}

TEST_CASE("a path holds each value from its date to the next") {
  const Path<int> path = {{date(2007, 1, 1), 1}, {date(2008, 1, 1), 2}};
  CHECK(path.at(date(2006, 5, 5)) == 1);  // before the first step its value holds
  CHECK(path.at(date(2007, 1, 1)) == 1);
  CHECK(path.at(date(2008, 1, 1) - days(1)) == 1);
  CHECK(path.at(date(2008, 1, 1)) == 2);
  CHECK(path.at(date(2030, 1, 1)) == 2);
}

TEST_CASE("interpolation is linear between dates and constant outside") {
  const Path<double> path = {{date(2008, 1, 1), .35}, {date(2014, 1, 1), .40}};
  CHECK(interpolate(path, date(2000, 1, 1)) == .35);
  CHECK(interpolate(path, date(2008, 1, 1)) == .35);
  CHECK(interpolate(path, date(2014, 1, 1)) == .40);
  CHECK(interpolate(path, date(2020, 1, 1)) == .40);
  // 2008 to 2013 has 2,192 days: two leap days (2008, 2012); half is 1,096 days after 2008-01-01.
  CHECK(interpolate(path, date(2008, 1, 1) + days(1'096)) == Approx(.375).epsilon(1e-14));
  CHECK(interpolate(Path<double>(.7), date(2010, 1, 1)) == .7);

  const Path<double> falling = {
      {date(2001, 1, 1), 4}, {date(2001, 1, 5), 0}, {date(2001, 1, 6), 10}};
  CHECK(interpolate(falling, date(2001, 1, 2)) == 3);
  CHECK(interpolate(falling, date(2001, 1, 5)) == 0);
  CHECK(interpolate(falling, date(2001, 1, 5) + Duration(43'200)) == 5);
}
