// SPDX-License-Identifier: Apache-2.0
#include "analysis/surrogate.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <optional>

#include "analysis/estimates.hpp"
#include "analysis/least_squares.hpp"
#include "analysis/orthonormal.hpp"

namespace coopsim {
namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

double squared_off(std::span<const double> y, double from) {
  double sum = 0;
  for (const double value : y) sum += (value - from) * (value - from);
  return sum;
}

double mean_of(std::span<const double> y) {
  Moments moments;
  for (const double value : y) moments.add(value);
  return moments.mean();
}

}  // namespace

struct Surrogate::Fit {
  std::vector<Term> terms;
  std::vector<double> weights, fitted, predicted;  // predicted: by the others; NaN: cannot be
  double press = 0;                                // squared left-out errors
  int degree = 0;
};

std::vector<Surrogate::Term> Surrogate::all_terms(int degree) const {
  const std::size_t factors = least_.size();
  std::vector<Term> terms{{none, none, 0}};
  for (std::size_t i = 0; degree > 0 && i < factors; ++i) terms.push_back({i, none, 1});
  for (std::size_t i = 0; degree > 1 && i < factors; ++i) {
    terms.push_back({i, none, 2});
    for (std::size_t j = i + 1; j < factors; ++j) terms.push_back({i, j, 2});
  }
  return terms;
}

double Surrogate::value(const Term& term, std::span<const double> point) const {
  const auto scaled = [&](std::size_t i) {
    return most_[i] > least_[i] ? 2 * ((point[i] - least_[i]) / (most_[i] - least_[i])) - 1 : 0.0;
  };
  if (term.degree == 0) return 1;
  const double x = scaled(term.a);
  if (term.degree == 1) return x;
  return term.b == none ? (3 * x * x - 1) / 2 : x * scaled(term.b);
}

Surrogate::Fit Surrogate::fit(const FactorTable& table, const std::vector<std::size_t>& known,
                              std::span<const double> y, int degree) const {
  Orthonormal basis;
  Fit made;
  made.degree = degree;
  for (const Term& term : all_terms(degree)) {
    std::vector<double> column;
    for (const std::size_t i : known) column.push_back(value(term, table.point(i)));
    if (basis.add(std::move(column))) made.terms.push_back(term);
  }
  std::vector<double> of_q, leverages(y.size());
  made.fitted.resize(y.size());
  for (const auto& q : basis.columns()) {
    of_q.push_back(dot(q, y));
    for (std::size_t i = 0; i < y.size(); ++i) {
      made.fitted[i] += of_q.back() * q[i];
      leverages[i] += q[i] * q[i];
    }
  }
  made.weights = basis.weights(std::move(of_q));
  const double mean = mean_of(y);
  for (std::size_t i = 0; i < y.size(); ++i) {
    const bool alone = !(leverages[i] < all_by_itself);
    const double error = alone ? y[i] - mean : (y[i] - made.fitted[i]) / (1 - leverages[i]);
    made.predicted.push_back(alone ? missing : y[i] - error);
    made.press += error * error;
  }
  return made;
}

void Surrogate::keep(Fit fit, const std::vector<std::size_t>& known, std::span<const double> y,
                     std::size_t all) {
  predictions_.assign(all, missing);
  for (std::size_t i = 0; i < known.size(); ++i) predictions_[known[i]] = fit.predicted[i];
  double off = 0;
  for (std::size_t i = 0; i < y.size(); ++i) off += (y[i] - fit.fitted[i]) * (y[i] - fit.fitted[i]);
  const double spread = squared_off(y, mean_of(y));
  if (spread > 0) {
    r_squared_ = 1 - off / spread;
    predictive_r_squared_ = 1 - fit.press / spread;
  }
  left_out_error_ = y.empty() ? missing : std::sqrt(fit.press / double(y.size()));
  degree_ = fit.degree;
  terms_ = std::move(fit.terms);
  weights_ = std::move(fit.weights);
}

Surrogate::Surrogate(const FactorTable& table, std::span<const double> responses,
                     const SurrogateOptions& options) {
  assert(options.most_degree >= 0 && options.most_degree <= 2);
  const auto known = answered(table, responses);
  points_ = known.size();
  left_out_ = responses.size() - known.size();
  std::vector<double> y;
  for (const std::size_t i : known) {
    const auto point = table.point(i);
    if (y.empty()) {
      least_.assign(point.begin(), point.end());
      most_ = least_;
    }
    for (std::size_t j = 0; j < point.size(); ++j) {
      least_[j] = std::min(least_[j], point[j]);
      most_[j] = std::max(most_[j], point[j]);
    }
    y.push_back(responses[i]);
  }
  std::optional<Fit> best;
  // Where lines already fit to the last digit, squares would win by its rounding.
  const double rounding = nothing_new * nothing_new * dot(y, y);
  for (int degree = 0; degree <= options.most_degree; ++degree) {
    const auto terms = double(PolynomialBasis::terms_of(table.factors, degree));
    if (degree > 0 && double(y.size()) < options.points_a_term * terms) break;
    Fit next = fit(table, known, y, degree);
    if (!best || next.press < best->press - rounding) best = std::move(next);
  }
  keep(std::move(*best), known, y, responses.size());
}

double Surrogate::at(std::span<const double> point) const {
  assert(weights_.empty() || point.size() == least_.size());
  if (weights_.empty()) return missing;
  double sum = 0;
  for (std::size_t i = 0; i < terms_.size(); ++i) sum += weights_[i] * value(terms_[i], point);
  return sum;
}

bool Surrogate::within(std::span<const double> point) const {
  if (weights_.empty()) return false;
  for (std::size_t i = 0; i < point.size(); ++i)
    if (point[i] < least_[i] || point[i] > most_[i]) return false;
  return true;
}

}  // namespace coopsim
