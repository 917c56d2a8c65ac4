// SPDX-License-Identifier: Apache-2.0
#include "analysis/sobol_indices.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>

#include "analysis/resampling.hpp"

namespace coopsim {
namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

// A standard deviation of less than this share of the values themselves is rounding.
constexpr double rounding = 1e-12;

// The rows that have f_A and f_B, less the mean of both.
struct Rows {
  std::size_t factors = 0, count = 0;
  double mean = 0, largest = 0;  // largest: size of a value before centring
  std::vector<double> values;
  const double* row(std::size_t i) const { return values.data() + i * (factors + 2); }
};

Rows rows_of(std::size_t factors, std::span<const double> values) {
  const std::size_t width = factors + 2;
  Rows rows{factors, 0, 0, 0, {}};
  Moments moments;
  for (std::size_t at = 0; at < values.size(); at += width) {
    const auto row = values.subspan(at, width);
    if (std::isnan(row[0]) || std::isnan(row[1])) continue;
    for (const double value : row.first(2)) {
      moments.add(value);
      rows.largest = std::max(rows.largest, std::abs(value));
    }
    rows.values.insert(rows.values.end(), row.begin(), row.end());
    ++rows.count;
  }
  if (rows.count == 0) return rows;
  rows.mean = moments.mean();
  for (double& value : rows.values) value -= rows.mean;
  return rows;
}

struct Sums {
  double moved = 0, product = 0, squares = 0;  // of d, f_B d, d^2 with d = f_ABi - f_A
  std::size_t count = 0;
};

struct Estimates {
  double variance = 0;
  std::vector<double> first, total;  // not yet divided by the variance; NaN without a row
};

Estimates estimates_of(const Rows& rows, const std::vector<std::size_t>& members) {
  double sum = 0, squares = 0;
  std::vector<Sums> sums(rows.factors);
  for (const std::size_t member : members) {
    const double* row = rows.row(member);
    const double a = row[0], b = row[1];
    sum += a + b;
    squares += a * a + b * b;
    for (std::size_t i = 0; i < rows.factors; ++i) {
      const double d = row[2 + i] - a;
      if (std::isnan(d)) continue;
      sums[i].moved += d;
      sums[i].product += b * d;
      sums[i].squares += d * d;
      ++sums[i].count;
    }
  }
  const double values = 2 * double(members.size()), mean = sum / values;
  Estimates found;
  found.variance = (squares - values * mean * mean) / (values - 1);
  for (const Sums& of : sums) {
    const auto count = double(of.count);
    found.first.push_back(of.count == 0 ? missing : (of.product - mean * of.moved) / count);
    found.total.push_back(of.count == 0 ? missing : of.squares / (2 * count));
  }
  return found;
}

// Is that more than rounding?
bool varies(double variance, const Rows& rows) {
  return variance > (rounding * rows.largest) * (rounding * rows.largest);
}

void add_intervals(SobolIndices& indices, const Rows& rows, const BootstrapOptions& options) {
  const Resamples resamples(options.seed, rows.count, Resampling::rows);
  std::vector<std::vector<double>> first(rows.factors), total(rows.factors);
  std::vector<std::size_t> members;
  for (int r = 0; r < options.resamples; ++r) {
    resamples.with_replacement(std::uint32_t(r), members);
    const Estimates found = estimates_of(rows, members);
    const double variance = varies(found.variance, rows) ? found.variance : missing;
    for (std::size_t i = 0; i < rows.factors; ++i) {
      first[i].push_back(found.first[i] / variance);
      total[i].push_back(found.total[i] / variance);
    }
  }
  for (std::size_t i = 0; i < rows.factors; ++i) {
    const auto of_first = percentile_interval(std::move(first[i]), options.confidence);
    const auto of_total = percentile_interval(std::move(total[i]), options.confidence);
    SobolIndex& index = indices.factors[i];
    index.first_low = of_first.low, index.first_high = of_first.high;
    index.total_low = of_total.low, index.total_high = of_total.high;
  }
}

double mean_known(const std::vector<double>& values) {
  Moments moments;
  for (const double value : values)
    if (!std::isnan(value)) moments.add(value);
  return moments.count() == 0 ? 0 : moments.mean();
}

// Noise of the rows in use: of A and B, and of A and AB_i as the squared differences hold it.
void add_chance(SobolIndices& indices, const Estimates& found, std::span<const double> values,
                std::span<const double> noise) {
  const std::size_t factors = indices.factors.size(), width = factors + 2;
  std::vector<double> of_points;
  std::vector<std::vector<double>> of_steps(factors);
  for (std::size_t at = 0; at < values.size(); at += width) {
    if (std::isnan(values[at]) || std::isnan(values[at + 1])) continue;
    of_points.insert(of_points.end(), {noise[at], noise[at + 1]});
    for (std::size_t i = 0; i < factors; ++i)
      if (!std::isnan(values[at + 2 + i]))
        of_steps[i].push_back((noise[at] + noise[at + 2 + i]) / 2);
  }
  indices.chance = mean_known(of_points);
  if (indices.no_variance) return;
  indices.chance_share = indices.chance / indices.variance;
  const double left = indices.variance - indices.chance;
  if (!(left > 0)) return;
  for (std::size_t i = 0; i < factors; ++i)
    indices.corrected.push_back(
        {found.first[i] / left, (found.total[i] - mean_known(of_steps[i])) / left});
}

void count_rows(SobolIndices& indices, std::span<const double> values) {
  const std::size_t width = indices.factors.size() + 2;
  for (std::size_t at = 0; at < values.size(); at += width) {
    const auto row = values.subspan(at, width);
    indices.missing_points +=
        std::size_t(std::ranges::count_if(row, [](double value) { return std::isnan(value); }));
    const bool whole = !std::isnan(row[0]) && !std::isnan(row[1]);
    ++(whole ? indices.rows : indices.left_out_rows);
    for (std::size_t i = 0; whole && i < indices.factors.size(); ++i)
      if (!std::isnan(row[2 + i])) ++indices.factors[i].rows;
  }
}

}  // namespace

SobolIndices sobol_indices(std::size_t factors, std::span<const double> values,
                           std::span<const double> noise, const BootstrapOptions& options) {
  assert(values.size() % (factors + 2) == 0 && options.resamples > 0);
  assert(noise.empty() || noise.size() == values.size());
  SobolIndices indices;
  indices.factors.resize(factors);
  count_rows(indices, values);
  const Rows rows = rows_of(factors, values);
  indices.mean = rows.mean;
  indices.no_variance = true;
  Estimates found;
  if (rows.count > 0) {
    std::vector<std::size_t> all(rows.count);
    std::iota(all.begin(), all.end(), std::size_t{0});
    found = estimates_of(rows, all);
    indices.no_variance = !varies(found.variance, rows);
  }
  if (!indices.no_variance) {
    indices.variance = found.variance;
    for (std::size_t i = 0; i < factors; ++i) {
      indices.factors[i].first = found.first[i] / indices.variance;
      indices.factors[i].total = found.total[i] / indices.variance;
    }
    add_intervals(indices, rows, options);
  }
  if (!noise.empty()) add_chance(indices, found, values, noise);
  return indices;
}

}  // namespace coopsim
