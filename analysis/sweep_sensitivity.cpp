// SPDX-License-Identifier: Apache-2.0
#include "analysis/sweep_sensitivity.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

#include "analysis/point_noise.hpp"
#include "analysis/surrogate.hpp"
#include "analysis/sweep_axes.hpp"

namespace coopsim {
namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

// [point][replication], the reference among them.
CrossedTable values_of(const SweepTotals& totals, const SweepTotals::Response& response,
                       std::size_t policy, std::optional<std::size_t> less) {
  CrossedTable values(totals.point_count(), std::vector<double>(totals.replications));
  for (std::size_t p = 0; p < values.size(); ++p)
    for (std::size_t r = 0; r < totals.replications; ++r)
      values[p][r] =
          totals.value(response, p, policy, r) - (less ? totals.value(response, p, *less, r) : 0);
  return values;
}

double mean_of(const std::vector<double>& values) {
  Moments moments;
  for (const double value : values)
    if (std::isnan(value))
      return missing;  // survivors are no sample of all
    else
      moments.add(value);
  return moments.mean();
}

double chance_share(const std::vector<double>& noise, const std::vector<double>& response) {
  Moments between, chance;
  for (std::size_t p = 0; p < response.size(); ++p)
    if (!std::isnan(response[p]) && !std::isnan(noise[p])) {
      between.add(response[p]);
      chance.add(noise[p]);
    }
  return between.variance() > 0 ? chance.mean() / between.variance() : missing;
}

// The index on growing parts of the design, in units of `each` points.
void watch(
    SweepSensitivity& found, const FactorTable& table, std::size_t each,
    const std::function<std::vector<double>(const FactorTable&, std::span<const double>)>& index) {
  found.steps = convergence(found.response.size() / each, [&](std::size_t units) {
    const auto end = table.values.begin() + std::ptrdiff_t(units * each * table.factors);
    return index({table.factors, {table.values.begin(), end}},
                 std::span(found.response).first(units * each));
  });
}

std::vector<double> sizes(const FactorTable& table, std::span<const double> responses) {
  std::vector<double> all;
  for (const FactorScreening& one : elementary_effects(table, responses, {200}).factors)
    all.push_back(one.mu_star);
  return all;
}

std::vector<double> total_shares(const FactorTable& table, std::span<const double> responses) {
  std::vector<double> all;
  for (const SobolIndex& one : sobol_indices(table.factors, responses, {}, {200}).factors)
    all.push_back(one.total);
  return all;
}

// What one knows of a mirrored sample as pairs; as single points they are not independent.
void take_pairs(SweepSensitivity& found, const FactorTable& table) {
  found.mean = mirrored_mean(found.response);
  for (std::size_t factor = 0; factor < table.factors; ++factor)
    found.main_effects[factor] = mirrored_main_effect(table, found.response, factor);
}

std::vector<double> means_of(const CrossedTable& values) {
  std::vector<double> means;
  for (const auto& point : values) means.push_back(mean_of(point));
  return means;
}

}  // namespace

std::vector<double> point_means(const SweepTotals& totals, const SweepTotals::Response& response,
                                std::size_t policy, std::optional<std::size_t> less) {
  return means_of(values_of(totals, response, policy, less));
}

SweepSensitivity sweep_sensitivity(const SweepTotals& totals, const SweepTotals::Response& response,
                                   std::size_t policy, std::optional<std::size_t> less) {
  const SweepAxes axes = sweep_axes(totals.points);
  const FactorTable table = axis_table(totals.points, axes, totals.points.coordinates);
  CrossedTable values = values_of(totals, response, policy, less);
  SweepSensitivity found;
  found.factors = axes.names;
  found.reference = mean_of(values.front());
  values.erase(values.begin());
  found.response = means_of(values);
  found.left_out = std::size_t(
      std::ranges::count_if(found.response, [](double value) { return std::isnan(value); }));
  const auto noise = noise_of_means(values, Crossing::common);
  found.chance_share = chance_share(noise, found.response);
  if (totals.kind == "morris") {
    found.screening = elementary_effects(table, found.response);
    watch(found, table, table.factors + 1, sizes);
  } else if (totals.kind == "saltelli") {
    found.indices = sobol_indices(table.factors, found.response, noise);
    watch(found, table, table.factors + 2, total_shares);
  } else {
    found.regression = regression_effects(table, found.response);
    found.main_effects = main_effects(table, found.response);
    found.interactions = interactions(table, found.response);
  }
  if (totals.points.sampling == independent_sampling)
    found.mean = independent_mean(table, found.response);
  else if (totals.points.sampling == mirrored_sampling)
    take_pairs(found, table);
  found.predictive_r_squared =
      Surrogate(axis_table(totals.points, axes, totals.points.values), found.response)
          .predictive_r_squared();
  return found;
}

Discovery discover(const SweepTotals& totals, const SweepTotals::Response& response,
                   std::size_t policy, std::optional<std::size_t> less, double threshold,
                   bool below) {
  const std::size_t factors = totals.points.factors.size();
  FactorTable table{factors, {}};
  Discovery found;
  found.means = point_means(totals, response, policy, less);
  found.means.erase(found.means.begin());  // the reference
  for (std::size_t p = 1; p < totals.point_count(); ++p) {
    const auto row = totals.points.values.begin() + std::ptrdiff_t(p * factors);
    table.values.insert(table.values.end(), row, row + std::ptrdiff_t(factors));
  }
  found.cases = below ? cases_below(found.means, threshold) : cases_above(found.means, threshold);
  found.box = prim(table, found.cases);
  return found;
}

}  // namespace coopsim
