// SPDX-License-Identifier: Apache-2.0
#include "analysis/sample_mean.hpp"

#include <cassert>
#include <cmath>
#include <vector>

#include "analysis/variance_reduction.hpp"

namespace coopsim {
namespace {

constexpr double known_mean = .5;  // of a coordinate of the unit cube

std::vector<double> column_of(const FactorTable& table, std::size_t factor) {
  std::vector<double> column;
  for (std::size_t i = 0; i < table.points(); ++i) column.push_back(table.point(i)[factor]);
  return column;
}

// Is so high a share of explained variance beyond the luck of the best of that many factors?
bool is_sure(double variance_reduction, std::size_t count, std::size_t factors) {
  if (count < 3 || !(variance_reduction > 1)) return false;
  const auto degrees = double(count - 2);
  const double t = std::sqrt((variance_reduction - 1) * degrees);  // r / sqrt((1 - r^2) / degrees)
  return t > t_multiplier(degrees, 1 - .01 / double(factors));
}

// Every second response, from the first or the second on.
std::vector<double> every_second(std::span<const double> responses, std::size_t first) {
  std::vector<double> half;
  for (std::size_t i = first; i < responses.size(); i += 2) half.push_back(responses[i]);
  return half;
}

}  // namespace

SampleMean independent_mean(const FactorTable& points, std::span<const double> responses) {
  assert(responses.size() == points.points());
  SampleMean found{estimate(responses), 1, false, {}};
  double best = 1;
  for (std::size_t factor = 0; factor < points.factors; ++factor) {
    const ControlledMean held = controlled_mean(responses, column_of(points, factor), known_mean);
    if (!(held.variance_reduction > best)) continue;
    best = held.variance_reduction;
    if (is_sure(best, held.mean.count, points.factors)) found = {held.mean, best, false, factor};
  }
  return found;
}

SampleMean mirrored_mean(std::span<const double> responses) {
  assert(responses.size() % 2 == 0);
  const AntitheticMean pairs =
      antithetic_mean(every_second(responses, 0), every_second(responses, 1));
  return {pairs.mean, pairs.variance_reduction, true, {}};
}

Estimate mirrored_main_effect(const FactorTable& points, std::span<const double> responses,
                              std::size_t factor) {
  assert(points.points() % 2 == 0 && responses.size() == points.points());
  std::vector<double> upper, lower;
  for (std::size_t i = 0; i < responses.size(); i += 2) {
    const bool first_above = points.point(i)[factor] > known_mean;
    upper.push_back(responses[first_above ? i : i + 1]);
    lower.push_back(responses[first_above ? i + 1 : i]);
  }
  return paired_difference(upper, lower);
}

}  // namespace coopsim
