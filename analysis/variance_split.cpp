// SPDX-License-Identifier: Apache-2.0
#include "analysis/variance_split.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/estimates.hpp"

namespace coopsim {
namespace {

CrossedTable whole_draws(const CrossedTable& values) {
  CrossedTable kept;
  for (const auto& draw : values)
    if (std::ranges::none_of(draw, [](double value) { return std::isnan(value); }))
      kept.push_back(draw);
  return kept;
}

// Mean squares of the analysis of variance; of `common` the replications' own beside them.
struct MeanSquares {
  double draws = 0;         // n Var(means of draws)
  double replications = 0;  // m Var(means of replications)
  double cells = 0;         // within draws
  double rest = 0;          // what neither draw nor replication explains
};

double variance_of(const std::vector<double>& values) {
  Moments moments;
  for (const double value : values) moments.add(value);
  return moments.variance();
}

MeanSquares mean_squares(const CrossedTable& values) {
  const std::size_t draws = values.size(), replications = values.front().size();
  const auto m = double(draws), n = double(replications);
  std::vector<double> row_means, column_means;
  Moments all;
  double within = 0;
  for (const auto& draw : values) {
    Moments row;
    for (const double value : draw) row.add(value);
    row_means.push_back(row.mean());
    within += row.variance() * (n - 1);
    all.merge(row);
  }
  for (std::size_t r = 0; r < replications; ++r) {
    Moments column;
    for (const auto& draw : values) column.add(draw[r]);
    column_means.push_back(column.mean());
  }
  double rest = 0;
  for (std::size_t i = 0; i < draws; ++i)
    for (std::size_t r = 0; r < replications; ++r) {
      const double off = values[i][r] - row_means[i] - column_means[r] + all.mean();
      rest += off * off;
    }
  return {n * variance_of(row_means), m * variance_of(column_means), within / (m * (n - 1)),
          rest / ((m - 1) * (n - 1))};
}

}  // namespace

VarianceSplit variance_split(const CrossedTable& values, Crossing crossing) {
  const CrossedTable whole = whole_draws(values);
  VarianceSplit found;
  found.draws = whole.size();
  found.left_out = values.size() - whole.size();
  found.replications = whole.empty() ? 0 : whole.front().size();
  if (found.draws < 2 || found.replications < 2) return found;
  const MeanSquares squares = mean_squares(whole);
  const auto m = double(found.draws), n = double(found.replications);
  if (crossing == Crossing::independent) {
    found.raw_parameters = (squares.draws - squares.cells) / n;
    found.raw_chance = squares.cells;
  } else {
    found.raw_parameters = (squares.draws - squares.rest) / n;
    found.raw_chance = (squares.replications - squares.rest) / m + squares.rest;
  }
  found.of_parameters = std::max(0.0, found.raw_parameters);
  found.of_chance = std::max(0.0, found.raw_chance);
  found.set_to_zero = found.raw_parameters < 0 || found.raw_chance < 0;
  return found;
}

}  // namespace coopsim
