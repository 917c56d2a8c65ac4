// SPDX-License-Identifier: Apache-2.0
// Variance from parameters and from chance.
#include "analysis/variance_split.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "analysis/estimates.hpp"
#include "sim/kernel/random.hpp"

using namespace coopsim;

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

double nearly_normal(const Random& random, std::uint32_t entity, std::uint32_t member) {
  double sum = -6;
  for (std::uint32_t i = 0; i < 12; ++i)
    sum += random.uniform(EntityId{entity}, Purpose{0}, 12 * member + i);
  return sum;
}

// Five draws by four replications; deviations of what draws, replications and cells add.
CrossedTable study(std::uint32_t number, double draws, double replications, double cells) {
  const Random random(20070412, number);
  CrossedTable table(5, std::vector<double>(4));
  for (std::uint32_t d = 0; d < 5; ++d)
    for (std::uint32_t r = 0; r < 4; ++r)
      table[d][r] = 100 + draws * nearly_normal(random, d, 0) +
                    replications * nearly_normal(random, 100 + r, 0) +
                    cells * nearly_normal(random, 200 + d, r);
  return table;
}

struct Averages {
  Moments parameters, chance;
};

// Of the estimates as they come, negative ones too, over 3,000 studies.
Averages averages(double draws, double replications, double cells, Crossing crossing) {
  Averages found;
  for (std::uint32_t number = 0; number < 3000; ++number) {
    const auto one = variance_split(study(number, draws, replications, cells), crossing);
    found.parameters.add(one.raw_parameters);
    found.chance.add(one.raw_chance);
  }
  return found;
}

void is_unbiased(const Moments& estimates, double truth) {
  INFO(estimates.mean() << " for " << truth << ", error " << estimates.standard_error());
  CHECK(std::abs(estimates.mean() - truth) < 3 * estimates.standard_error());
}

}  // namespace

TEST_CASE("one-way random effects by hand") {
  // Means 2, 5; within 2 each; n Var(means) = 3 x 4.5 = 13.5 (n = 3); within 1.
  const CrossedTable table = {{1, 2, 3}, {4, 5, 6}};
  const auto found = variance_split(table, Crossing::independent);
  CHECK(found.of_chance == Approx(1));
  CHECK(found.of_parameters == Approx((13.5 - 1) / 3));
  CHECK(found.share_of_parameters() == Approx(12.5 / 15.5));
  CHECK_FALSE(found.set_to_zero);
}

TEST_CASE("with common random numbers what a replication brings is no difference between draws") {
  // The same table: replications differ by 1, nothing is left over.
  const auto found = variance_split({{1, 2, 3}, {4, 5, 6}}, Crossing::common);
  CHECK(found.of_parameters == Approx(4.5));
  CHECK(found.of_chance == Approx(1));
}

TEST_CASE("estimates are unbiased, with numbers of their own and with common ones") {
  const auto own = averages(2, 0, 3, Crossing::independent);
  is_unbiased(own.parameters, 4);
  is_unbiased(own.chance, 9);
  const auto common = averages(2, 3, 1, Crossing::common);
  is_unbiased(common.parameters, 4);
  is_unbiased(common.chance, 10);
  const auto none = averages(0, 3, 1, Crossing::common);
  is_unbiased(none.parameters, 0);
}

TEST_CASE("one-way takes common random numbers for less difference between draws than there is") {
  const auto wrong = averages(2, 3, 1, Crossing::independent);
  CHECK(wrong.parameters.mean() < 4 - 3 * wrong.parameters.standard_error());
}

TEST_CASE("a negative estimate is set to zero, and said") {
  const auto found = variance_split({{1, 9}, {9, 1}}, Crossing::independent);
  CHECK(found.raw_parameters == Approx(-16));
  CHECK(found.of_parameters == 0);
  CHECK(found.set_to_zero);
  CHECK(found.share_of_parameters() == 0);
}

TEST_CASE("draws with a missing value are left out, and too small a table gives nothing") {
  const auto found = variance_split({{1, 2, 3}, {missing, 2, 2}, {4, 5, 6}}, Crossing::common);
  CHECK(found.draws == 2);
  CHECK(found.left_out == 1);
  CHECK(found.of_parameters == Approx(4.5));
  for (const CrossedTable& small : {CrossedTable{}, {{1, 2}}, {{1}, {2}}}) {
    const auto nothing = variance_split(small, Crossing::common);
    CHECK((nothing.of_parameters == 0 && nothing.of_chance == 0));
    CHECK(nothing.share_of_parameters() == 0);
  }
}

TEST_CASE("where nothing varies both parts are zero") {
  const auto found = variance_split(CrossedTable(3, std::vector<double>(3, 7)), Crossing::common);
  CHECK(found.share_of_parameters() == 0);
  CHECK_FALSE(found.set_to_zero);
}
