// SPDX-License-Identifier: Apache-2.0
#include "analysis/point_noise.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "analysis/estimates.hpp"

namespace coopsim {
namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

std::vector<double> of_independent(const CrossedTable& values) {
  std::vector<double> noise;
  for (const auto& point : values) {
    Moments moments;
    for (const double value : point)
      if (!std::isnan(value)) moments.add(value);
    noise.push_back(moments.variance() / double(moments.count()));
  }
  return noise;
}

bool whole(const std::vector<double>& point) {
  return std::ranges::none_of(point, [](double value) { return std::isnan(value); });
}

std::vector<Moments> replications_of(const CrossedTable& values) {
  std::vector<Moments> replications(values.empty() ? 0 : values.front().size());
  for (const auto& point : values)
    if (whole(point))
      for (std::size_t r = 0; r < point.size(); ++r) replications[r].add(point[r]);
  return replications;
}

std::vector<double> of_common(const CrossedTable& values) {
  const std::vector<Moments> replications = replications_of(values);
  std::vector<double> noise(values.size(), missing);
  if (replications.size() < 2 || replications.front().count() < 2) return noise;
  const double points = double(replications.front().count());
  for (std::size_t p = 0; p < values.size(); ++p) {
    if (!whole(values[p])) continue;
    Moments rest;
    for (std::size_t r = 0; r < replications.size(); ++r)
      rest.add(values[p][r] - replications[r].mean());
    // The replication's mean holds this point too, which takes 1 / points of the variance away.
    noise[p] = rest.variance() / double(rest.count()) / (1 - 1 / points);
  }
  return noise;
}

}  // namespace

std::vector<double> noise_of_means(const CrossedTable& values, Crossing crossing) {
  return crossing == Crossing::common ? of_common(values) : of_independent(values);
}

}  // namespace coopsim
