// SPDX-License-Identifier: Apache-2.0
// Least squares on polynomials of a few inputs.
#include "analysis/least_squares.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>

#include "sim/kernel/random.hpp"

using namespace coopsim;

namespace {

InputTable inputs(std::uint32_t samples, std::uint32_t count) {
  const Random random(20070412, 0);
  InputTable made;
  for (std::uint32_t i = 0; i < samples; ++i) {
    made.emplace_back();
    for (std::uint32_t j = 0; j < count; ++j)
      made.back().push_back(10 + 3 * random.uniform(EntityId{i}, Purpose{0}, j));
  }
  return made;
}

template <class Of>
std::vector<double> values_of(const InputTable& table, Of&& of) {
  std::vector<double> values;
  for (const auto& row : table) values.push_back(of(row));
  return values;
}

}  // namespace

TEST_CASE("a polynomial of the basis's degree is fitted exactly, also away from zero") {
  const InputTable table = inputs(200, 2);
  const auto y = values_of(table, [](const auto& x) {
    return 3 - x[0] + .2 * x[0] * x[1] * x[1] + .1 * x[0] * x[0] * x[0];
  });
  const PolynomialBasis basis(table, 3);
  CHECK(basis.terms() == PolynomialBasis::terms_of(2, 3));
  CHECK(basis.terms() == 10);
  const auto fitted = basis.fitted(y);
  for (std::size_t i = 0; i < y.size(); ++i) CHECK(fitted[i] == Approx(y[i]).epsilon(1e-10));
}

TEST_CASE("fitted values keep the mean, and leverages sum to the number of terms") {
  const InputTable table = inputs(60, 1);
  const auto y = values_of(table, [](const auto& x) { return std::sin(5 * x[0]); });
  const PolynomialBasis basis(table, 2);
  const auto fitted = basis.fitted(y);
  CHECK(std::accumulate(fitted.begin(), fitted.end(), 0.0) ==
        Approx(std::accumulate(y.begin(), y.end(), 0.0)).epsilon(1e-10));
  CHECK(std::accumulate(basis.leverages().begin(), basis.leverages().end(), 0.0) == Approx(3));
}

TEST_CASE("an input that does not vary, or repeats another, adds no term") {
  InputTable table = inputs(50, 1);
  for (auto& row : table) row.insert(row.end(), {7.0, 2 * row[0] + 1});
  CHECK(PolynomialBasis(table, 1).terms() == 2);
  CHECK(PolynomialBasis(table, 3).terms() == 4);
}

TEST_CASE("left-out predictions are those of fits without the sample") {
  const InputTable table = inputs(15, 1);
  const auto y = values_of(table, [](const auto& x) { return x[0] * x[0] + std::sin(9 * x[0]); });
  const PolynomialBasis basis(table, 1);
  const auto predicted = left_out_predictions(basis, y, basis.fitted(y));
  for (std::size_t out = 0; out < y.size(); ++out) {
    double n = 0, sx = 0, sy = 0, sxx = 0, sxy = 0;  // the line through the others
    for (std::size_t i = 0; i < y.size(); ++i) {
      if (i == out) continue;
      ++n, sx += table[i][0], sy += y[i], sxx += table[i][0] * table[i][0],
          sxy += table[i][0] * y[i];
    }
    const double slope = (n * sxy - sx * sy) / (n * sxx - sx * sx);
    CHECK(predicted[out] == Approx(sy / n + slope * (table[out][0] - sx / n)).epsilon(1e-9));
  }
}

TEST_CASE("without inputs the fit is the mean") {
  const InputTable table(4);
  const std::vector<double> y = {1, 2, 3, 6};
  for (const double value : PolynomialBasis(table, 2).fitted(y)) CHECK(value == Approx(3));
}
