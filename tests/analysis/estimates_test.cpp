// SPDX-License-Identifier: Apache-2.0
// Known answers of the statistics; the result file's own are held against SciPy in tests/python.
#include "analysis/estimates.hpp"

#include <array>
#include <cmath>
#include <limits>

#include "tests/kernel/property.hpp"

using namespace coopsim;

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

Approx exactly(double value) { return Approx(value).epsilon(1e-12).margin(0); }
double at(const Summary& summary, Statistic which) { return summary[std::size_t(which)]; }

Moments moments_of(const std::vector<double>& values) {
  Moments moments;
  for (const double value : values) moments.add(value);
  return moments;
}

// NIST's NumAcc4: 10000000.2, then 10000000.1 and 10000000.3 in turn; standard deviation .1.
std::vector<double> num_acc_4() {
  std::vector<double> values = {10000000.2};
  for (int i = 0; i < 500; ++i) values.insert(values.end(), {10000000.1, 10000000.3});
  return values;
}

}  // namespace

TEST_CASE("KA-30: quantiles of Student's t, to 12 digits") {
  CHECK(t_multiplier(1) == exactly(12.7062047362));
  CHECK(t_multiplier(4) == exactly(2.77644510520));
  CHECK(t_multiplier(9) == exactly(2.26215716280));
  CHECK(t_multiplier(19) == exactly(2.09302405441));
  CHECK(t_multiplier(99) == exactly(1.98421695159));
  CHECK(t_multiplier(9, .99) == exactly(3.24983554159));
  CHECK(t_multiplier(1) == 12.7062047362);  // rounded to 12 digits, not merely close
}

TEST_CASE("KA-31: a paired difference, and Welch's degrees of freedom") {
  const std::vector<double> a = {10.5, 21.1, 29.8, 40.9, 50.7}, b = {10, 20, 30, 40, 50};
  const Estimate found = paired_difference(a, b);
  CHECK(found.count == 5);
  CHECK(found.mean == exactly(.6));
  CHECK(found.half_width == exactly(.620831999102));
  CHECK(found.low() == Approx(.6 - .620831999102).margin(1e-12));
  CHECK(found.high() == exactly(.6 + .620831999102));
  const Moments ten = moments_of({3, -3, 3, -3, 0, 0, 0, 0, 0, 0});  // variance 4
  std::vector<double> threes = {0};
  for (int i = 0; i < 7; ++i) threes.insert(threes.end(), {3, -3});
  const Moments fifteen = moments_of(threes);
  REQUIRE(ten.variance() == 4);
  REQUIRE(fifteen.variance() == 9);
  CHECK(welch_degrees(ten, fifteen) == exactly(22.992700729927));
}

TEST_CASE("KA-54: a variance beside a large mean, where sums of squares turn negative") {
  const std::vector<double> values = num_acc_4();
  const Moments moments = moments_of(values);
  CHECK(moments.mean() == exactly(10000000.2));
  CHECK(std::sqrt(moments.variance()) == Approx(.1).epsilon(1e-8).margin(0));
  double sum = 0, squares = 0;  // the formula of the text books, on the same values
  for (const double value : values) sum += value, squares += value * value;
  CHECK_FALSE(squares - sum * sum / 1001 == Approx(10).epsilon(.1));
}

TEST_CASE("KA-54: merged moments are those of all values") {
  Moments left = moments_of({1e9 + 4, 1e9 + 7});
  left.merge(moments_of({1e9 + 13, 1e9 + 16}));
  CHECK(left.variance() == 30);
  CHECK(left.mean() == 1e9 + 10);
  Moments nothing;
  nothing.merge(left);
  left.merge(Moments());
  CHECK(nothing.variance() == 30);
  CHECK(left.count() == 4);
}

TEST_CASE("merging in any place gives the moments of the whole") {
  CHECK(holds("merge", [](const std::vector<int>& numbers, unsigned place) {
    std::vector<double> values(numbers.begin(), numbers.end());
    const std::size_t cut = values.empty() ? 0 : place % (values.size() + 1);
    Moments left = moments_of({values.begin(), values.begin() + std::ptrdiff_t(cut)});
    left.merge(moments_of({values.begin() + std::ptrdiff_t(cut), values.end()}));
    const Moments whole = moments_of(values);
    RC_ASSERT(left.count() == whole.count());
    if (whole.count() < 2) return;
    RC_ASSERT(left.mean() == Approx(whole.mean()).epsilon(1e-12).margin(1e-4));
    RC_ASSERT(left.variance() == Approx(whole.variance()).epsilon(1e-9));
  }));
}

TEST_CASE("below two values there is no interval, not one of zero width") {
  for (const std::vector<double>& few : {std::vector<double>{}, {missing}, {7.0}, {missing, 7.0}}) {
    const Estimate found = estimate(few);
    CHECK(std::isnan(found.standard_error));
    CHECK(std::isnan(found.half_width));
    CHECK(std::isnan(found.low()));
    CHECK(std::isnan(found.high()));
    CHECK((found.count == 1 ? found.mean == 7 : std::isnan(found.mean)));
  }
  Summariser summarise;
  const Summary none = summarise({}), one = summarise(std::array{7.0});
  CHECK(at(one, Statistic::mean) == 7);
  for (std::size_t s = 0; s < statistic_count; ++s) {
    CHECK(std::isnan(none[s]));
    CHECK((s == std::size_t(Statistic::mean) || std::isnan(one[s])));
  }
}

TEST_CASE("equal values have a standard error of zero and are their own interval and quantiles") {
  Summariser summarise;
  const Summary found = summarise(std::vector<double>(64, .1));
  CHECK(at(found, Statistic::se) == 0);
  for (std::size_t s = 0; s < statistic_count; ++s)
    if (s != std::size_t(Statistic::se)) CHECK(found[s] == .1);
}

TEST_CASE("missing values and pairs are left out") {
  CHECK(estimate(std::array{1.0, missing, 3.0}).count == 2);
  CHECK(estimate(std::array{1.0, missing, 3.0}).mean == 2);
  const Estimate pairs =
      paired_difference(std::array{5.0, missing, 9.0, 4.0}, std::array{1.0, 1.0, missing, 2.0});
  CHECK(pairs.count == 2);
  CHECK(pairs.mean == 3);
}

TEST_CASE("quantiles are of type 7") {
  const std::vector<double> five = {1, 2, 3, 4, 10};
  CHECK(quantile(five, 0) == 1);
  CHECK(quantile(five, .05) == exactly(1.2));
  CHECK(quantile(five, .5) == 3);
  CHECK(quantile(five, .95) == exactly(8.8));
  CHECK(quantile(five, 1) == 10);
  CHECK(quantile(std::array{7.0}, .25) == 7);
}

TEST_CASE("a summariser that was used before says the same as a new one") {
  Summariser used;
  for (const std::size_t size : {3, 64, 2, 3}) {
    std::vector<double> values;
    for (std::size_t i = 0; i < size; ++i) values.push_back(double(i * i) / 7);
    Summariser fresh;
    CHECK(used(values) == fresh(values));
  }
}
