// SPDX-License-Identifier: Apache-2.0
#include "analysis/elementary_effects.hpp"

#include <fmt/core.h>

#include <cassert>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "analysis/resampling.hpp"

namespace coopsim {
namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

using EffectTable = std::vector<std::vector<double>>;  // [trajectory][factor]; NaN: missing

// The one factor in which row `to` differs from the row before it.
std::size_t factor_moved(const FactorTable& points, std::size_t to) {
  const auto from = points.point(to - 1), now = points.point(to);
  std::size_t moved = points.factors, count = 0;
  for (std::size_t i = 0; i < points.factors; ++i)
    if (from[i] != now[i]) moved = i, ++count;
  if (count != 1)
    throw std::invalid_argument(
        fmt::format("row {} moves {} factors: a trajectory moves one at a time", to + 1, count));
  return moved;
}

EffectTable effects_of(const FactorTable& points, std::span<const double> responses) {
  const std::size_t length = points.factors + 1;
  EffectTable table(points.points() / length, std::vector<double>(points.factors, missing));
  for (std::size_t t = 0; t < table.size(); ++t) {
    std::vector<bool> seen(points.factors);
    for (std::size_t row = t * length + 1; row < (t + 1) * length; ++row) {
      const std::size_t i = factor_moved(points, row);
      if (seen[i])
        throw std::invalid_argument(
            fmt::format("row {} moves a factor that its trajectory has moved before", row + 1));
      seen[i] = true;
      const double step = points.point(row)[i] - points.point(row - 1)[i];
      table[t][i] = (responses[row] - responses[row - 1]) / step;
    }
  }
  return table;
}

FactorScreening screening_of(const EffectTable& table, std::size_t factor) {
  Moments signed_effects, sizes;
  for (const auto& effects : table) {
    if (std::isnan(effects[factor])) continue;
    signed_effects.add(effects[factor]);
    sizes.add(std::abs(effects[factor]));
  }
  return {sizes.count(), signed_effects.mean(),
          sizes.mean(),  missing,
          missing,       std::sqrt(signed_effects.variance())};
}

double mean_size(const EffectTable& table, const std::vector<std::size_t>& members,
                 std::size_t factor) {
  double sum = 0;
  std::size_t count = 0;
  for (const std::size_t t : members)
    if (const double effect = table[t][factor]; !std::isnan(effect))
      sum += std::abs(effect), ++count;
  return count == 0 ? missing : sum / double(count);
}

// Trajectories are resampled whole: their effects share points.
void add_intervals(std::vector<FactorScreening>& factors, const EffectTable& table,
                   const BootstrapOptions& options) {
  const Resamples resamples(options.seed, table.size(), Resampling::rows);
  std::vector<std::vector<double>> found(factors.size());
  std::vector<std::size_t> members;
  for (int r = 0; r < options.resamples; ++r) {
    resamples.with_replacement(std::uint32_t(r), members);
    for (std::size_t i = 0; i < factors.size(); ++i)
      found[i].push_back(mean_size(table, members, i));
  }
  for (std::size_t i = 0; i < factors.size(); ++i) {
    if (factors[i].effects < 2) continue;
    const auto interval = percentile_interval(std::move(found[i]), options.confidence);
    factors[i].mu_star_low = interval.low;
    factors[i].mu_star_high = interval.high;
  }
}

}  // namespace

Screening elementary_effects(const FactorTable& points, std::span<const double> responses,
                             const BootstrapOptions& options) {
  assert(responses.size() == points.points() && options.resamples > 0);
  if (points.points() % (points.factors + 1) != 0)
    throw std::invalid_argument(fmt::format("{} rows are not whole trajectories of {} each",
                                            points.points(), points.factors + 1));
  const EffectTable table = effects_of(points, responses);
  Screening screening;
  screening.trajectories = table.size();
  screening.missing_points = responses.size() - answered(points, responses).size();
  for (std::size_t i = 0; i < points.factors; ++i) {
    screening.factors.push_back(screening_of(table, i));
    screening.missing_effects += table.size() - screening.factors.back().effects;
  }
  add_intervals(screening.factors, table, options);
  return screening;
}

}  // namespace coopsim
