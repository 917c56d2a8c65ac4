// SPDX-License-Identifier: Apache-2.0
#include "analysis/least_squares.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

namespace coopsim {
namespace {

// Legendre polynomials of degrees 0 to `degree` of one input, [degree][sample].
std::vector<std::vector<double>> legendre(const InputTable& inputs, std::size_t input, int degree) {
  double least = inputs.front()[input], most = least;
  for (const auto& sample : inputs) {
    least = std::min(least, sample[input]);
    most = std::max(most, sample[input]);
  }
  std::vector<std::vector<double>> values(std::size_t(degree) + 1,
                                          std::vector<double>(inputs.size()));
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    const double x = most > least ? 2 * ((inputs[i][input] - least) / (most - least)) - 1 : 0.0;
    values[0][i] = 1;
    if (degree > 0) values[1][i] = x;
    for (std::size_t n = 2; n <= std::size_t(degree); ++n)
      values[n][i] =
          (double(2 * n - 1) * x * values[n - 1][i] - double(n - 1) * values[n - 2][i]) / double(n);
  }
  return values;
}

// Calls visit(degrees) for every way to give the inputs degrees that sum to exactly `total`.
template <class Visit>
void for_each_term(std::vector<int>& degrees, std::size_t input, int total, Visit&& visit) {
  if (input + 1 == degrees.size()) {
    degrees[input] = total;
    visit();
    return;
  }
  for (int own = total; own >= 0; --own) {
    degrees[input] = own;
    for_each_term(degrees, input + 1, total - own, visit);
  }
}

}  // namespace

PolynomialBasis::PolynomialBasis(const InputTable& inputs, int degree)
    : samples_(inputs.size()), leverages_(inputs.size()) {
  assert(degree >= 0);
  if (inputs.empty()) return;
  const std::size_t count = inputs.front().size();
  std::vector<std::vector<std::vector<double>>> powers;  // [input][degree][sample]
  for (std::size_t input = 0; input < count; ++input)
    powers.push_back(legendre(inputs, input, degree));
  add(std::vector<double>(samples_, 1.0));
  std::vector<int> degrees(count);
  for (int total = 1; total <= degree && count > 0; ++total)
    for_each_term(degrees, 0, total, [&] {
      std::vector<double> column(samples_, 1.0);
      for (std::size_t input = 0; input < count; ++input)
        for (std::size_t i = 0; i < samples_; ++i)
          column[i] *= powers[input][std::size_t(degrees[input])][i];
      add(std::move(column));
    });
}

std::size_t PolynomialBasis::terms_of(std::size_t inputs, int degree) {
  std::size_t terms = 1;
  for (std::size_t i = 1; i <= std::size_t(degree); ++i) terms = terms * (inputs + i) / i;
  return terms;
}

void PolynomialBasis::add(std::vector<double> column) {
  if (!basis_.add(std::move(column))) return;
  const std::vector<double>& added = basis_.columns().back();
  for (std::size_t i = 0; i < samples_; ++i) leverages_[i] += added[i] * added[i];
}

std::vector<double> PolynomialBasis::fitted(std::span<const double> y) const {
  assert(y.size() == samples_);
  std::vector<double> values(samples_);
  for (const auto& column : basis_.columns()) {
    const double part = dot(column, y);
    for (std::size_t i = 0; i < samples_; ++i) values[i] += part * column[i];
  }
  return values;
}

std::vector<double> left_out_predictions(const PolynomialBasis& basis, std::span<const double> y,
                                         std::span<const double> fitted) {
  std::vector<double> predicted(fitted.begin(), fitted.end());
  for (std::size_t i = 0; i < predicted.size(); ++i)
    if (const double leverage = basis.leverages()[i]; leverage < all_by_itself)
      predicted[i] = y[i] - (y[i] - fitted[i]) / (1 - leverage);
  return predicted;
}

}  // namespace coopsim
