// SPDX-License-Identifier: Apache-2.0
// The arithmetic of the performance review, by hand and for random money.
#include "sim/programmes/review_scores.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <numeric>

#include "tests/kernel/property.hpp"

using namespace coopsim;

namespace {

using Values = std::vector<std::optional<double>>;

std::vector<Money> thousands(std::initializer_list<std::int64_t> amounts) {
  std::vector<Money> all;
  for (const std::int64_t each : amounts) all.push_back({each});
  return all;
}

std::int64_t sum(const std::vector<Money>& amounts) {
  std::int64_t all = 0;
  for (const Money each : amounts) all += each.thousand;
  return all;
}

constexpr Money no_floor{0}, no_ceiling{1'000'000'000};

}  // namespace

TEST_CASE("an indicator is standardised over the accounts that have it") {
  const auto z = standardised(Values{1.0, std::nullopt, 2.0, 3.0}, 2);
  CHECK(z[0] == Approx(-1 / std::sqrt(2. / 3)));
  CHECK(z[1] == 0);
  CHECK(z[2] == 0);
  CHECK(z[3] == Approx(1 / std::sqrt(2. / 3)));
  CHECK(standardised(Values{5.0, 5.0}, 2) == std::vector<double>{0, 0});
  CHECK(standardised(Values{std::nullopt}, 2) == std::vector<double>{0});
}

TEST_CASE("an outlier counts no further than the limit") {
  Values values(10, 0.0);
  values[9] = 100.0;  // three standard deviations above the mean
  CHECK(standardised(values, 4)[9] == Approx(3));
  CHECK(standardised(values, 2)[9] == 2);
}

TEST_CASE("money follows its factor, the sum stays") {
  const std::vector<double> factors = {2, 1, 1};
  CHECK(moved(thousands({100, 100, 200}), factors, no_floor, no_ceiling) ==
        thousands({160, 80, 160}));
  const std::vector<double> equal = {1.7, 1.7, 1.7};
  CHECK(moved(thousands({101, 7, 13}), equal, no_floor, no_ceiling) == thousands({101, 7, 13}));
}

TEST_CASE("no account falls below the floor or rises above the ceiling") {
  const std::vector<double> down = {.1, 1, 1};
  CHECK(moved(thousands({50, 1'000, 950}), down, Money{45}, no_ceiling) ==
        thousands({45, 1'003, 952}));  // 1,955 in the proportion of 1,000 to 950
  const std::vector<double> up = {9, 1, 1};
  CHECK(moved(thousands({200, 300, 500}), up, no_floor, Money{400}) == thousands({400, 225, 375}));
}

TEST_CASE("a bound moves nobody that is beyond it already") {
  const std::vector<double> factors = {1, 1, 2};
  // 30 is below the floor of 45 and may not fall; 2,000 is above the ceiling and may.
  const auto after = moved(thousands({30, 2'000, 970}), factors, Money{45}, Money{1'500});
  CHECK(after[0] == Money{30});
  CHECK(after[1] < Money{2'000});
  CHECK(after[2] == Money{1'462});  // 2,970 in the proportion of 2,000 to 1,940
  CHECK(sum(after) == 3'000);
}

TEST_CASE("a field that is given up gets nothing, whatever the floor, and others get its money") {
  const std::vector<double> factors = {0, 1, 1};
  CHECK(moved(thousands({100, 100, 300}), factors, Money{45}, no_ceiling) ==
        thousands({0, 125, 375}));
  const std::vector<double> none = {0, 0, 0};
  CHECK(moved(thousands({100, 100, 300}), none, no_floor, no_ceiling) ==
        thousands({100, 100, 300}));
}

TEST_CASE("what is freed goes over the ceilings rather than being lost") {
  const std::vector<double> factors = {0, 1, 1};
  CHECK(moved(thousands({800, 100, 100}), factors, no_floor, Money{300}) ==
        thousands({0, 500, 500}));
}

TEST_CASE("random money and factors: every won stays, bounds hold, better factors get more") {
  const bool held = holds("reviews conserve money", [] {
    const auto count = std::size_t(*rc::gen::inRange(1, 17));
    std::vector<Money> amounts;
    std::vector<double> factors;
    for (std::size_t i = 0; i < count; ++i) {
      amounts.push_back({*rc::gen::inRange<std::int64_t>(0, 3'000'000)});
      factors.push_back(std::exp(*rc::gen::inRange(-350, 351) / 1000.0));
    }
    const Money floor{*rc::gen::inRange<std::int64_t>(0, 50'000)};
    const Money ceiling{*rc::gen::inRange<std::int64_t>(1'000'000, 4'000'000)};
    const auto after = moved(amounts, factors, floor, ceiling);
    RC_ASSERT(sum(after) == sum(amounts));
    for (std::size_t i = 0; i < count; ++i) {
      RC_ASSERT(after[i].thousand >= std::min(floor, amounts[i]).thousand - 1);
      RC_ASSERT(after[i].thousand <= std::max(ceiling, amounts[i]).thousand + 1);
      RC_ASSERT(amounts[i].thousand != 0 || after[i].thousand == 0);
      for (std::size_t j = 0; j < count; ++j)
        if (amounts[i] == amounts[j] && factors[i] > factors[j])
          RC_ASSERT(after[i].thousand >= after[j].thousand - 1);
    }
  });
  CHECK(held);
}
