// SPDX-License-Identifier: Apache-2.0
#include "analysis/factorial.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>
#include <optional>
#include <stdexcept>

namespace coopsim {
namespace {

constexpr int most_basic = 10;

void refuse_bad_levels(std::span<const int> levels) {
  if (levels.empty())
    throw std::invalid_argument("a factorial design of 0 factors; allowed: 1 or more");
  for (std::size_t factor = 0; factor < levels.size(); ++factor)
    if (levels[factor] < 1)
      throw std::invalid_argument(
          fmt::format("factor {} of a factorial design has {} levels; "
                      "allowed: 1 or more",
                      factor, levels[factor]));
}

void refuse_bad_base(std::span<const int> levels, std::span<const int> base) {
  if (base.size() != levels.size())
    throw std::invalid_argument(
        fmt::format("a base of {} levels for {} factors; allowed: one level a factor, or none",
                    base.size(), levels.size()));
  for (std::size_t factor = 0; factor < levels.size(); ++factor)
    if (base[factor] < 0 || base[factor] >= levels[factor])
      throw std::invalid_argument(fmt::format("base level {} of factor {}; allowed: 0 to {}",
                                              base[factor], factor, levels[factor] - 1));
}

std::size_t count_combinations(std::span<const int> levels) {
  std::size_t count = 1;
  for (const int of_factor : levels)
    if (__builtin_mul_overflow(count, std::size_t(of_factor), &count) ||
        count > most_factorial_points)
      throw std::invalid_argument(
          fmt::format("a full factorial of {} combinations or more; allowed: at most {}. Give "
                      "fewer levels or factors, or take a fraction",
                      most_factorial_points + 1, most_factorial_points));
  return count;
}

// Columns, and of every vector of bits the fewest of them that sum to it (modulo 2). A vector that
// takes n of them makes, as a further column, a word of n + 1 factors.
class ColumnSet {
 public:
  // Begins with the `basic` single bits, of which every vector takes as many as it has ones.
  explicit ColumnSet(int basic) : taken_(std::size_t{1} << basic) {
    for (std::uint32_t vector = 0; vector < taken_.size(); ++vector)
      taken_[vector] = std::popcount(vector);
    for (int bit = 0; bit < basic; ++bit) columns_.push_back(1u << bit);
  }

  const std::vector<std::uint32_t>& columns() const { return columns_; }
  int word(std::uint32_t column) const { return taken_[column] + 1; }
  void add(std::uint32_t column) {
    const auto before = taken_;
    for (std::uint32_t vector = 0; vector < taken_.size(); ++vector)
      taken_[vector] = std::min(taken_[vector], before[vector ^ column] + 1);
    columns_.push_back(column);
  }

 private:
  std::vector<int> taken_;
  std::vector<std::uint32_t> columns_;
};

// Adds each candidate, in order, that makes no word shorter than the resolution.
std::optional<TwoLevelColumns> grown(int basic, std::size_t factors, int resolution,
                                     std::span<const std::uint32_t> candidates) {
  ColumnSet set(basic);
  int shortest = 0;
  for (const std::uint32_t column : candidates) {
    if (set.columns().size() == factors) break;
    const int word = set.word(column);
    if (word < resolution) continue;
    shortest = shortest == 0 ? word : std::min(shortest, word);
    set.add(column);
  }
  if (set.columns().size() < factors) return std::nullopt;
  return TwoLevelColumns{basic, set.columns(), shortest};
}

// Where taking vectors in ascending order does not reach the most factors that resolution V allows
// (23 of 512 runs, 33 of 1024: tables of Brouwer and Verhoeff 1993), these generators do. Found by
// a search among sets with a symmetry; the first is as large as Wagner's code (1965).
constexpr auto generators_of_512 = std::to_array<std::uint32_t>(
    {23, 43, 125, 190, 207, 293, 319, 331, 378, 394, 440, 473, 483, 492});
constexpr auto generators_of_1024 =
    std::to_array<std::uint32_t>({45,  90,  107, 180, 214, 335, 360, 381, 428, 485,  523, 607,
                                  633, 670, 707, 720, 762, 781, 833, 856, 970, 1001, 1023});

std::optional<TwoLevelColumns> fraction_of(int basic, std::size_t factors, int resolution) {
  std::vector<std::uint32_t> ascending((std::size_t{1} << basic) - 1);
  std::iota(ascending.begin(), ascending.end(), 1u);
  const int most = int(std::min(factors, std::size_t(basic) + 1));  // one generator: all factors
  for (int tried = most; tried >= resolution; --tried)
    if (auto found = grown(basic, factors, tried, ascending)) return found;
  if (basic == 9) return grown(basic, factors, resolution, generators_of_512);
  if (basic == 10) return grown(basic, factors, resolution, generators_of_1024);
  return std::nullopt;
}

}  // namespace

LevelDesign one_at_a_time(std::span<const int> levels, std::span<const int> base) {
  refuse_bad_levels(levels);
  const std::vector<int> low(levels.size());
  if (base.empty()) base = low;
  refuse_bad_base(levels, base);
  LevelDesign design{levels.size(), {base.begin(), base.end()}};
  for (std::size_t factor = 0; factor < levels.size(); ++factor)
    for (int level = 0; level < levels[factor]; ++level) {
      if (level == base[factor]) continue;
      design.levels.insert(design.levels.end(), base.begin(), base.end());
      design.levels[design.levels.size() - levels.size() + factor] = level;
    }
  return design;
}

LevelDesign full_factorial(std::span<const int> levels) {
  refuse_bad_levels(levels);
  const std::size_t points = count_combinations(levels);
  LevelDesign design{levels.size(), std::vector<int>(points * levels.size())};
  for (std::size_t i = 0; i < points; ++i) {
    std::size_t rest = i;
    for (std::size_t factor = levels.size(); factor-- > 0;) {
      const auto count = std::size_t(levels[factor]);
      design.levels[i * levels.size() + factor] = int(rest % count);
      rest /= count;
    }
  }
  return design;
}

TwoLevelColumns two_level_columns(std::size_t factors, int resolution) {
  if (resolution < 3 || resolution > 5)
    throw std::invalid_argument(
        fmt::format("a fraction of resolution {}; allowed: 3, 4 or 5", resolution));
  constexpr std::array<std::size_t, 3> most = {1023, 512, 33};
  const std::size_t allowed = most[std::size_t(resolution - 3)];
  if (factors < 1 || factors > allowed)
    throw std::invalid_argument(fmt::format(
        "a fraction of resolution {} of {} factors; allowed: 1 to {} factors (at most 1024 points)",
        resolution, factors, allowed));
  for (int basic = 1; basic <= most_basic; ++basic) {
    if (std::size_t(basic) >= factors) return {basic, ColumnSet(basic).columns(), 0};
    if (auto found = fraction_of(basic, factors, resolution)) return *found;
  }
  throw std::logic_error("no fraction found within its limits");
}

LevelDesign two_level_fraction(std::size_t factors, int resolution) {
  const TwoLevelColumns found = two_level_columns(factors, resolution);
  LevelDesign design{factors, {}};
  for (std::uint32_t run = 0; run < 1u << found.basic; ++run)
    for (const std::uint32_t column : found.columns)
      design.levels.push_back(std::popcount(run & column) % 2);
  return design;
}

}  // namespace coopsim
