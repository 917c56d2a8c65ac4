// SPDX-License-Identifier: Apache-2.0
#include "analysis/regression_effects.hpp"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <limits>
#include <numeric>

#include "analysis/least_squares.hpp"

namespace coopsim {
namespace {

// What is left of a column after the others, at this share of its length, is rounding.
constexpr double rounding = 1e-9;

double dot(std::span<const double> a, std::span<const double> b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return sum;
}

std::vector<double> centred(std::span<const double> values) {
  Moments moments;
  for (const double value : values) moments.add(value);
  std::vector<double> off(values.begin(), values.end());
  for (double& value : off) value -= moments.mean();
  return off;
}

double length(std::span<const double> values) { return std::sqrt(dot(values, values)); }

// Ranks from 1, equal values sharing their mean rank.
std::vector<double> ranks(const std::vector<double>& values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return values[i]; });
  std::vector<double> ranks(values.size());
  for (std::size_t from = 0, to = 0; from < order.size(); from = to) {
    while (to < order.size() && values[order[to]] == values[order[from]]) ++to;
    for (std::size_t i = from; i < to; ++i) ranks[order[i]] = double(from + 1 + to) / 2;
  }
  return ranks;
}

using Columns = std::vector<std::vector<double>>;  // [factor][point]

// The factors of all points as rows, but for one; leave out none: `but` is their number.
InputTable rows_without(const Columns& columns, std::size_t but, std::size_t points) {
  InputTable rows(points);
  for (std::size_t i = 0; i < points; ++i)
    for (std::size_t j = 0; j < columns.size(); ++j)
      if (j != but) rows[i].push_back(columns[j][i]);
  return rows;
}

std::vector<double> left_over(const PolynomialBasis& lines, const std::vector<double>& values) {
  std::vector<double> rest = lines.fitted(values);
  for (std::size_t i = 0; i < rest.size(); ++i) rest[i] = values[i] - rest[i];
  return rest;
}

// Of one factor and the response, both less what straight lines of the other factors make of them.
// The slope is that of the regression on all factors (Frisch and Waugh 1933).
struct Partial {
  double standardised_slope = 0, correlation = 0;
  bool separable = false;
};

Partial partial_of(const Columns& columns, std::size_t factor, const std::vector<double>& y) {
  const PolynomialBasis others(rows_without(columns, factor, y.size()), 1);
  const auto x_rest = left_over(others, columns[factor]), y_rest = left_over(others, y);
  const double spread = length(centred(columns[factor])), y_spread = length(centred(y));
  const double own = length(x_rest), y_own = length(y_rest);
  Partial partial;
  if (!(own > rounding * length(columns[factor])) || !(own > rounding * spread)) return partial;
  partial.separable = true;
  const double together = dot(x_rest, y_rest);
  partial.standardised_slope = together / (own * own) * spread / y_spread;
  if (y_own > rounding * y_spread)
    partial.correlation = std::clamp(together / (own * y_own), -1.0, 1.0);
  return partial;
}

double explained(const Columns& columns, const std::vector<double>& y) {
  const PolynomialBasis all(rows_without(columns, columns.size(), y.size()), 1);
  const double rest = length(left_over(all, y)), spread = length(centred(y));
  return 1 - (rest / spread) * (rest / spread);
}

void add_test(RegressionEffect& effect, double degrees) {
  const double r = effect.prcc, unexplained = 1 - r * r;
  if (!(unexplained > 0)) {
    effect.t = std::copysign(std::numeric_limits<double>::infinity(), r);
    effect.p_value = 0;
    return;
  }
  effect.t = r * std::sqrt(degrees / unexplained);
  const boost::math::students_t law(degrees);
  effect.p_value =
      rounded_to_digits(2 * boost::math::cdf(boost::math::complement(law, std::abs(effect.t))));
}

std::vector<double> values_at(std::span<const double> all, const std::vector<std::size_t>& points) {
  std::vector<double> values;
  for (const std::size_t i : points) values.push_back(all[i]);
  return values;
}

Columns columns_at(const FactorTable& table, const std::vector<std::size_t>& points) {
  Columns columns(table.factors);
  for (const std::size_t i : points)
    for (std::size_t j = 0; j < table.factors; ++j) columns[j].push_back(table.point(i)[j]);
  return columns;
}

}  // namespace

RegressionEffects regression_effects(const FactorTable& table, std::span<const double> responses) {
  const auto known = answered(table, responses);
  RegressionEffects effects;
  effects.factors.resize(table.factors);
  effects.points = known.size();
  effects.left_out = responses.size() - known.size();
  effects.too_few_points = known.size() < table.factors + 2;
  if (effects.too_few_points) return effects;
  const std::vector<double> y = values_at(responses, known);
  effects.no_variance = !(length(centred(y)) > 1e-12 * length(y));
  if (effects.no_variance) return effects;
  const Columns columns = columns_at(table, known);
  Columns rank_columns;
  for (const auto& column : columns) rank_columns.push_back(ranks(column));
  const std::vector<double> y_ranks = ranks(y);
  effects.r_squared = explained(columns, y);
  effects.rank_r_squared = explained(rank_columns, y_ranks);
  for (std::size_t j = 0; j < table.factors; ++j) {
    const Partial line = partial_of(columns, j, y), rank = partial_of(rank_columns, j, y_ranks);
    RegressionEffect& effect = effects.factors[j];
    effect.separable = line.separable && rank.separable;
    if (!effect.separable) continue;
    effect.src = line.standardised_slope;
    effect.prcc = rank.correlation;
    add_test(effect, double(known.size() - table.factors - 1));
  }
  return effects;
}

std::vector<Estimate> main_effects(const FactorTable& table, std::span<const double> responses) {
  const auto known = answered(table, responses);
  const std::vector<double> y = values_at(responses, known);
  std::vector<Estimate> effects;
  for (const auto& column : columns_at(table, known)) {
    Moments lower, upper;
    const auto [least, most] = std::ranges::minmax_element(column);
    const double middle = column.empty() ? 0 : *least + (*most - *least) / 2;
    for (std::size_t i = 0; i < column.size(); ++i)
      if (column[i] != middle) (column[i] < middle ? lower : upper).add(y[i]);
    effects.push_back(welch_difference(upper, lower));
  }
  return effects;
}

namespace {

// -1 at the lower of two levels, 1 at the upper; empty where there are not two.
std::vector<int> signs_of(const std::vector<double>& column) {
  if (column.empty()) return {};
  const auto [least, most] = std::ranges::minmax(column);
  std::vector<int> signs;
  for (const double value : column) {
    if (value != least && value != most) return {};
    signs.push_back(value == most ? 1 : -1);
  }
  return least < most ? signs : std::vector<int>{};
}

// Do they always change together, in step or against it?
bool alike(const std::vector<int>& a, const std::vector<int>& b) {
  const int with = a.front() * b.front();
  for (std::size_t i = 0; i < a.size(); ++i)
    if (a[i] * b[i] != with) return false;
  return true;
}

struct Contrast {
  Interaction interaction;
  std::vector<int> signs;
};

// Adds the pair, unless a cell is empty.
void add_pair(std::vector<Contrast>& contrasts, const std::vector<std::vector<int>>& signs,
              std::size_t first, std::size_t second, const std::vector<double>& y) {
  const auto &a = signs[first], &b = signs[second];
  if (a.empty() || b.empty()) return;
  Moments cells[2][2];
  Contrast made{{first, second, 0, false}, {}};
  for (std::size_t i = 0; i < y.size(); ++i) {
    cells[a[i] > 0][b[i] > 0].add(y[i]);
    made.signs.push_back(a[i] * b[i]);
  }
  const double twice = (cells[1][1].mean() - cells[1][0].mean()) -  //
                       (cells[0][1].mean() - cells[0][0].mean());
  if (std::isnan(twice)) return;
  made.interaction.effect = twice / 2;
  contrasts.push_back(std::move(made));
}

}  // namespace

std::vector<Interaction> interactions(const FactorTable& table, std::span<const double> responses) {
  const auto known = answered(table, responses);
  const std::vector<double> y = values_at(responses, known);
  std::vector<std::vector<int>> signs;
  for (const auto& column : columns_at(table, known)) signs.push_back(signs_of(column));
  std::vector<Contrast> contrasts;
  for (std::size_t i = 0; i < table.factors; ++i)
    for (std::size_t j = i + 1; j < table.factors; ++j) add_pair(contrasts, signs, i, j, y);
  std::vector<Interaction> found;
  for (const Contrast& contrast : contrasts) {
    const auto as_this = [&](const std::vector<int>& other) {
      return !other.empty() && &other != &contrast.signs && alike(other, contrast.signs);
    };
    found.push_back(contrast.interaction);
    found.back().aliased = std::ranges::any_of(signs, as_this) ||
                           std::ranges::any_of(contrasts, as_this, &Contrast::signs);
  }
  return found;
}

}  // namespace coopsim
