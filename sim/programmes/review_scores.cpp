// SPDX-License-Identifier: Apache-2.0
#include "sim/programmes/review_scores.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "sim/world/apportion.hpp"

namespace coopsim {
namespace {

constexpr double weight_unit = 1 << 20;  // of a KRW thousand: how fine shares are taken

struct Bounds {
  double least, most;
};

// Each weight times one number so that they sum to `sum`, none beyond its bounds.
// REQUIRES: the least sum to no more, the most to no less; a weight is zero only where most is.
std::vector<double> within(std::vector<double> weights, const std::vector<Bounds>& bounds,
                           double sum) {
  std::vector<bool> fixed(weights.size());
  for (std::size_t round = 0; round <= weights.size(); ++round) {
    double left = sum, open = 0;
    for (std::size_t i = 0; i < weights.size(); ++i)
      (fixed[i] ? left : open) += fixed[i] ? -weights[i] : weights[i];
    if (open <= 0) break;
    const double times = left / open;
    // Only the side that is further out may be fixed at once, else the other may come back in.
    double below = 0, above = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
      if (fixed[i]) continue;
      weights[i] *= times;
      below += std::max(0.0, bounds[i].least - weights[i]);
      above += std::max(0.0, weights[i] - bounds[i].most);
    }
    if (below == 0 && above == 0) break;
    for (std::size_t i = 0; i < weights.size(); ++i) {
      if (fixed[i]) continue;
      const bool out = below >= above ? weights[i] < bounds[i].least : weights[i] > bounds[i].most;
      if (!out) continue;
      weights[i] = below >= above ? bounds[i].least : bounds[i].most;
      fixed[i] = true;
    }
  }
  return weights;
}

}  // namespace

std::vector<double> standardised(std::span<const std::optional<double>> values, double limit) {
  double sum = 0, squares = 0, count = 0;
  for (const auto& value : values)
    if (value) sum += *value, count += 1;
  const double mean = count > 0 ? sum / count : 0.0;
  for (const auto& value : values)
    if (value) squares += (*value - mean) * (*value - mean);
  const double deviation = count > 0 ? std::sqrt(squares / count) : 0.0;
  std::vector<double> scores(values.size());
  for (std::size_t i = 0; i < values.size(); ++i)
    if (values[i] && deviation > 0)
      scores[i] = std::clamp((*values[i] - mean) / deviation, -limit, limit);
  return scores;
}

std::vector<Money> moved(std::span<const Money> amounts, std::span<const double> factors,
                         Money floor, Money ceiling) {
  std::int64_t sum = 0;
  std::vector<double> weights(amounts.size());
  std::vector<Bounds> bounds(amounts.size(), {0, 0});
  double open = 0;
  for (std::size_t i = 0; i < amounts.size(); ++i) {
    const Money amount = amounts[i];
    sum += amount.thousand;
    weights[i] = double(amount.thousand) * factors[i];
    open += weights[i];
    if (weights[i] == 0) continue;
    bounds[i] = {double(std::min(floor, amount).thousand),
                 double(std::max(ceiling, amount).thousand)};
  }
  if (open <= 0) return {amounts.begin(), amounts.end()};
  // What closed accounts leave may not fit below the ceilings: then these give way, in proportion.
  double room = 0;
  for (const Bounds& each : bounds) room += each.most;
  if (room < double(sum))
    for (Bounds& each : bounds) each.most *= double(sum) / room;
  weights = within(std::move(weights), bounds, double(sum));
  std::vector<std::int64_t> parts(weights.size());
  for (std::size_t i = 0; i < weights.size(); ++i)
    parts[i] = std::int64_t(std::round(weights[i] * weight_unit));
  return apportion(Money{sum}, parts);
}

}  // namespace coopsim
