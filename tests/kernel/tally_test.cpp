// SPDX-License-Identifier: Apache-2.0
#include "sim/kernel/tally.hpp"

#include <cmath>
#include <stdexcept>
#include <vector>

#include "tests/kernel/property.hpp"

using namespace coopsim;

namespace {

Tally of(const std::vector<double>& observations) {
  Tally tally;
  for (const double each : observations) tally.add(each);
  return tally;
}

Time after(std::int64_t seconds) { return date(2007, 1, 1) + Duration(seconds); }

}  // namespace

TEST_CASE("a tally has count, mean, variance and extremes of its observations") {
  const Tally tally = of({3, 1, 4, 1, 5});
  CHECK(tally.count() == 5);
  CHECK(tally.sum() == Approx(14));
  CHECK(tally.mean() == Approx(2.8));
  CHECK(tally.variance() == Approx(12.8 / 4));  // squares 52 less 5 times 2.8 squared, over n - 1
  CHECK(tally.deviation() == Approx(std::sqrt(3.2)));
  CHECK(tally.least() == 1);
  CHECK(tally.most() == 5);
}

TEST_CASE("what a tally cannot know is missing, not zero") {
  CHECK(std::isnan(Tally().mean()));
  CHECK(std::isnan(Tally().least()));
  CHECK(std::isnan(Tally().most()));
  CHECK(std::isnan(of({7}).variance()));
  CHECK(of({7}).mean() == 7);
  CHECK(Tally().sum() == 0);
}

TEST_CASE("a large offset does not drown the variance") {  // after NIST NumAcc4
  Tally tally;
  tally.add(1e7 + 0.2);
  for (int pair = 0; pair < 500; ++pair) tally.add(1e7 + 0.1), tally.add(1e7 + 0.3);
  CHECK(tally.deviation() == Approx(0.1).epsilon(1e-8));
}

TEST_CASE("merging two tallies of large numbers keeps their variance exactly") {
  Tally first = of({1e9 + 4, 1e9 + 7});
  first.merge(of({1e9 + 13, 1e9 + 16}));
  CHECK(first.variance() == 30);
  CHECK(first.mean() == 1e9 + 10);
  CHECK(first.count() == 4);
}

TEST_CASE("merging with an empty tally changes nothing, either way round") {
  const Tally some = of({1, 2, 5});
  Tally left = some, right;
  left.merge(Tally());
  right.merge(some);
  CHECK(left == some);
  CHECK(right == some);
}

TEST_CASE("a merged tally agrees with one that saw everything") {
  CHECK(holds("any split of any observations",
              [](const std::vector<int>& a, const std::vector<int>& b) {
                Tally all, first, second;
                for (const int x : a) all.add(x), first.add(x);
                for (const int x : b) all.add(x), second.add(x);
                first.merge(second);
                RC_ASSERT(first.count() == all.count());
                if (all.count() == 0) return;
                const double size = 1 + std::max(std::abs(all.least()), std::abs(all.most()));
                RC_ASSERT(std::abs(first.mean() - all.mean()) <= 1e-12 * size);
                RC_ASSERT(first.least() == all.least() && first.most() == all.most());
                if (all.count() > 1)
                  RC_ASSERT(std::abs(first.variance() - all.variance()) <= 1e-12 * size * size);
              }));
}

TEST_CASE("a level is weighted by the time it holds") {
  TimeWeighted level(after(0), 2);
  level.set(after(10), 5);
  level.add(after(14), -4);
  CHECK(level.level() == 1);
  CHECK(level.area(after(20)) == 2 * 10 + 5 * 4 + 1 * 6);
  CHECK(level.mean(after(20)) == Approx(46.0 / 20));
  CHECK(level.least() == 1);
  CHECK(level.most() == 5);
}

TEST_CASE("a level without time is its own mean, and a restart forgets all but the level") {
  TimeWeighted level(after(0), 3);
  CHECK(level.mean(after(0)) == 3);
  level.set(after(5), 9);
  level.set(after(5), 4);
  level.restart(after(10));
  CHECK(level.area(after(10)) == 0);
  CHECK(level.mean(after(12)) == 4);
  CHECK(level.most() == 4);
}

TEST_CASE("a level refuses to be observed before its last change") {
  TimeWeighted level(after(10), 1);
  CHECK_THROWS_AS(level.set(after(9), 2), std::logic_error);
  CHECK_THROWS_AS(level.area(after(9)), std::logic_error);
}
