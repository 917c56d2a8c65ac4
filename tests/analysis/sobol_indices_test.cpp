// SPDX-License-Identifier: Apache-2.0
// Which share of the variance a factor brings.
#include "analysis/sobol_indices.hpp"

#include <boost/random/sobol.hpp>
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "analysis/convergence.hpp"
#include "analysis/point_noise.hpp"
#include "sim/kernel/random.hpp"

using namespace coopsim;

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();
const double pi = std::acos(-1.0);

// Rows f_A, f_B, f_AB1 .. f_ABk at points of a Sobol' sequence, its zero point put first.
template <class Function>
std::vector<double> rows_of(std::size_t factors, std::size_t count, Function&& f) {
  boost::random::sobol sequence(2 * factors);
  std::vector<double> rows, a(factors), b(factors);
  for (std::size_t row = 0; row < count; ++row) {
    for (std::size_t i = 0; row > 0 && i < 2 * factors; ++i)
      (i < factors ? a[i] : b[i - factors]) = double(sequence()) * 0x1p-64;
    rows.push_back(f(a));
    rows.push_back(f(b));
    for (std::size_t i = 0; i < factors; ++i) {
      auto ab = a;
      ab[i] = b[i];
      rows.push_back(f(ab));
    }
  }
  return rows;
}

double ishigami(const std::vector<double>& u) {
  const auto x = [&](std::size_t i) { return pi * (2 * u[i] - 1); };
  const double s = std::sin(x(1));
  return std::sin(x(0)) + 7 * s * s + .1 * std::pow(x(2), 4) * std::sin(x(0));
}

double linear(const std::vector<double>& u) { return u[0] + 2 * u[1]; }

BootstrapOptions resamples(int count) {
  BootstrapOptions options;
  options.resamples = count;
  return options;
}

// Nearly normal, deviation 1.
double normal(const Random& random, std::uint32_t point, std::uint32_t replication) {
  double sum = -6;
  for (std::uint32_t i = 0; i < 12; ++i)
    sum += random.uniform(EntityId{point}, Purpose{0}, 12 * replication + i);
  return sum;
}

}  // namespace

TEST_CASE("KA-45: Sobol' indices of the Ishigami function, within their own intervals") {
  const auto rows = rows_of(3, 1 << 14, ishigami);
  const auto found = sobol_indices(3, rows, {}, resamples(200));
  CHECK(found.variance == Approx(13.844587940719).epsilon(.01));
  CHECK(found.mean == Approx(3.5).epsilon(.01));
  const double first[] = {.313905191148, .442411144790, 0};
  const double total[] = {.557588855210, .442411144790, .243683664062};
  for (std::size_t i = 0; i < 3; ++i) {
    const auto& index = found.factors[i];
    CHECK(std::abs(index.first - first[i]) < .01);
    CHECK(std::abs(index.total - total[i]) < .01);
    CHECK(index.first_low <= first[i]);
    CHECK(index.first_high >= first[i]);
    CHECK(index.total_low <= total[i]);
    CHECK(index.total_high >= total[i]);
    CHECK(index.rows == 1 << 14);
  }
  // x1 and x3 act together: what each has beyond its own share is S13.
  CHECK(std::abs(found.factors[0].total - found.factors[0].first - .243683664062) < .015);
}

TEST_CASE("KA-47: of x1 + 2 x2 the variance is 5/12, the shares .2 and .8") {
  const auto found = sobol_indices(2, rows_of(2, 1 << 12, linear), {}, resamples(100));
  CHECK(found.variance == Approx(5. / 12).epsilon(.003));
  CHECK(found.factors[0].first == Approx(.2).margin(.003));
  CHECK(found.factors[1].first == Approx(.8).margin(.003));
  CHECK(found.factors[0].total == Approx(.2).margin(.003));
  CHECK(found.factors[1].total == Approx(.8).margin(.003));
}

TEST_CASE("a large constant changes no index and costs no digits") {
  const auto rows = rows_of(2, 256, linear);
  auto shifted = rows;
  for (double& value : shifted) value += 1e6;
  const auto plain = sobol_indices(2, rows, {}, resamples(50));
  const auto found = sobol_indices(2, shifted, {}, resamples(50));
  for (std::size_t i = 0; i < 2; ++i) {
    CHECK(found.factors[i].first == Approx(plain.factors[i].first).epsilon(1e-7));
    CHECK(found.factors[i].total_high == Approx(plain.factors[i].total_high).epsilon(1e-7));
  }
}

TEST_CASE("a response that does not vary has indices of 0 and says so") {
  for (const double value : {0.0, .1, 1e9}) {
    const std::vector<double> rows(5 * 40, value);
    const auto found = sobol_indices(3, rows, rows);
    CHECK(found.no_variance);
    CHECK(found.variance == 0);
    CHECK(found.mean == value);
    CHECK(found.chance_share == 0);
    for (const auto& index : found.factors) {
      for (const double share : {index.first, index.first_low, index.first_high, index.total,
                                 index.total_low, index.total_high})
        CHECK(share == 0);
    }
  }
  CHECK(sobol_indices(3, {}).no_variance);
}

TEST_CASE("a missing A or B costs the row, a missing AB only its factor's part of it") {
  auto rows = rows_of(2, 512, linear);
  const auto shorter = sobol_indices(2, std::span(rows).subspan(4), {}, resamples(50));
  rows[1] = missing;
  const auto found = sobol_indices(2, rows, {}, resamples(50));
  CHECK(found.rows == 511);
  CHECK(found.left_out_rows == 1);
  CHECK(found.missing_points == 1);
  CHECK(found.factors[0].first == shorter.factors[0].first);
  CHECK(found.factors[1].total_low == shorter.factors[1].total_low);

  rows[4 * 7 + 2] = missing;  // row 7, AB of the first factor
  const auto less = sobol_indices(2, rows, {}, resamples(50));
  CHECK(less.rows == 511);
  CHECK(less.factors[0].rows == 510);
  CHECK(less.factors[1].rows == 511);
  CHECK(less.factors[1].first == found.factors[1].first);
  CHECK(less.factors[0].first == Approx(found.factors[0].first).margin(.01));
}

TEST_CASE("equal seeds give equal bits, another seed another interval") {
  const auto rows = rows_of(2, 128, linear);
  const auto a = sobol_indices(2, rows), b = sobol_indices(2, rows);
  BootstrapOptions other;
  other.seed = 2;
  const auto c = sobol_indices(2, rows, {}, other);
  CHECK(a.factors[0].first_low == b.factors[0].first_low);
  CHECK(a.factors[0].first_low != c.factors[0].first_low);
  CHECK(a.factors[0].first == c.factors[0].first);
}

TEST_CASE("chance in the points' means is told, and taken off the indices") {
  const Random random(20070412, 0);
  auto means = rows_of(2, 2000, linear);
  std::vector<double> noise;
  CrossedTable table;
  for (std::uint32_t p = 0; p < means.size(); ++p) {
    table.emplace_back();
    for (std::uint32_t r = 0; r < 5; ++r)
      table.back().push_back(means[p] + normal(random, p, r));  // of a mean of five: .2
  }
  noise = noise_of_means(table, Crossing::independent);
  for (std::size_t p = 0; p < means.size(); ++p) {
    Moments moments;
    for (const double value : table[p]) moments.add(value);
    means[p] = moments.mean();
  }
  const auto found = sobol_indices(2, means, noise, resamples(50));
  CHECK(found.chance == Approx(.2).epsilon(.03));
  CHECK(found.chance_share == Approx(.2 / (.2 + 5. / 12)).epsilon(.05));
  CHECK(found.factors[0].first < .16);  // of .2: V holds the noise too
  CHECK(found.factors[0].total > .4);
  REQUIRE(found.corrected.size() == 2);
  CHECK(found.corrected[0].first == Approx(.2).margin(.04));
  CHECK(found.corrected[0].total == Approx(.2).margin(.04));
  CHECK(found.corrected[1].first == Approx(.8).margin(.04));
  CHECK(found.corrected[1].total == Approx(.8).margin(.04));
}

TEST_CASE("what a replication brings to all points alike is no noise between them") {
  const Random random(7, 0);
  CrossedTable table;
  for (std::uint32_t p = 0; p < 400; ++p) {
    table.emplace_back();
    for (std::uint32_t r = 0; r < 20; ++r)
      table.back().push_back(10 * normal(random, 999'999, r) + normal(random, p, r));
  }
  const auto mean_of = [](const std::vector<double>& values) {
    Moments moments;
    for (const double value : values) moments.add(value);
    return moments.mean();
  };
  CHECK(mean_of(noise_of_means(table, Crossing::common)) == Approx(.05).epsilon(.1));
  CHECK(mean_of(noise_of_means(table, Crossing::independent)) > 2);
  table[3][2] = missing;
  CHECK(std::isnan(noise_of_means(table, Crossing::common)[3]));
  CHECK(noise_of_means(table, Crossing::independent)[3] > 0);
}

TEST_CASE("indices on growing parts of the rows settle") {
  const auto rows = rows_of(3, 1 << 12, ishigami);
  const auto steps = convergence(1 << 12, [&](std::size_t units) {
    std::vector<double> totals;
    for (const auto& index :
         sobol_indices(3, std::span(rows).first(5 * units), {}, resamples(1)).factors)
      totals.push_back(index.total);
    return totals;
  });
  REQUIRE(steps.size() == 4);
  CHECK(steps[0].units == 512);
  CHECK(steps[3].units == 4096);
  CHECK(last_change(steps) < .02);
  CHECK(same_order(steps));
}
