// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <bit>
#include <limits>
#include <stdexcept>

#include "analysis/design_draws.hpp"
#include "analysis/space_filling.hpp"

namespace coopsim {
namespace {

constexpr std::uint32_t candidates = 100;  // part of the results

// A Latin hypercube that doubles. Places are whole numbers of a grid of b 2^depth cells an axis,
// the same however often it is doubled, so that no rounding moves a point to another stratum.
class GrowingLatin {
 public:
  GrowingLatin(std::size_t factors, std::uint64_t odd, std::uint64_t seed)
      : factors_(factors), strata_(odd), random_(seed, 0) {
    // At most 2^50 cells: u * n then finds the stratum in floating point, too.
    depth_ = 50 - int(std::bit_width(odd - 1));
    cells_ = double(odd << depth_);
  }

  std::size_t points() const { return values_.size() / factors_; }
  void grow(bool maximin);
  std::vector<double> take() && { return std::move(values_); }

 private:
  using Cells = std::vector<std::uint64_t>;  // row by row
  Cells drawn(std::uint32_t candidate) const;
  std::vector<double> values_of(const Cells& cells) const;
  double least_distance(const std::vector<double>& added, double enough) const;

  std::size_t factors_;
  std::uint64_t strata_;  // of an axis, when the growth at hand is done
  int stage_ = 0;         // doublings so far
  int depth_ = 0;
  double cells_ = 0;  // of an axis
  Random random_;
  Cells taken_;
  std::vector<double> values_;
};

// One way to fill all strata that are free, on every axis.
GrowingLatin::Cells GrowingLatin::drawn(std::uint32_t candidate) const {
  const int within = depth_ - stage_;  // bits of a place inside its stratum
  const std::size_t added = std::size_t(strata_) - points();
  Cells cells(added * factors_);
  for (std::size_t factor = 0; factor < factors_; ++factor) {
    std::vector<bool> occupied(strata_);
    for (std::size_t i = 0; i < points(); ++i)
      occupied[taken_[i * factors_ + factor] >> within] = true;
    Cells strata;
    for (std::uint64_t s = 0; s < strata_; ++s)
      if (!occupied[s]) strata.push_back(s);
    const EntityId who{std::uint64_t(candidate) << 48 | std::uint64_t(stage_) << 40 | factor};
    shuffle(strata, random_, who, design_draw::latin_strata);
    for (std::size_t i = 0; i < added; ++i) {
      const auto bits = random_.block(who, design_draw::latin_place, std::uint32_t(i));
      const std::uint64_t word = std::uint64_t(bits[1]) << 32 | bits[0];
      cells[i * factors_ + factor] = strata[i] << within | word >> (64 - within);
    }
  }
  return cells;
}

std::vector<double> GrowingLatin::values_of(const Cells& cells) const {
  std::vector<double> values;
  values.reserve(cells.size());
  for (const std::uint64_t cell : cells) values.push_back((double(cell) + .5) / cells_);
  return values;
}

// Squared, from a point of `added` to another or to one there before; gives up at `enough`.
double GrowingLatin::least_distance(const std::vector<double>& added, double enough) const {
  double least = std::numeric_limits<double>::infinity();
  const auto look = [&](const double* a, const double* b) {
    double sum = 0;
    for (std::size_t factor = 0; factor < factors_; ++factor) {
      const double apart = a[factor] - b[factor];
      sum += apart * apart;
    }
    if (sum < least) least = sum;
  };
  for (std::size_t i = 0; i < added.size() && least > enough; i += factors_) {
    for (std::size_t j = 0; j < i; j += factors_) look(&added[i], &added[j]);
    for (std::size_t j = 0; j < values_.size(); j += factors_) look(&added[i], &values_[j]);
  }
  return least;
}

void GrowingLatin::grow(bool maximin) {
  Cells best = drawn(0);
  double farthest = maximin ? least_distance(values_of(best), 0) : 0;
  for (std::uint32_t candidate = 1; maximin && candidate < candidates; ++candidate) {
    Cells cells = drawn(candidate);
    const double distance = least_distance(values_of(cells), farthest);
    if (distance <= farthest) continue;
    farthest = distance;
    best = std::move(cells);
  }
  const auto values = values_of(best);
  taken_.insert(taken_.end(), best.begin(), best.end());
  values_.insert(values_.end(), values.begin(), values.end());
  strata_ *= 2;
  ++stage_;
}

}  // namespace

UnitDesign latin_hypercube(std::size_t factors, std::size_t points, std::uint64_t seed,
                           bool maximin) {
  UnitDesign design = zero_design("a Latin hypercube", factors, points);
  if (maximin && points > most_maximin_points)
    throw std::invalid_argument(
        fmt::format("a maximin Latin hypercube of {} points; allowed: at most {}, or without "
                    "maximin",
                    points, most_maximin_points));
  if (points == 0) return design;
  GrowingLatin latin(factors, std::uint64_t(points) >> std::countr_zero(points), seed);
  while (latin.points() < points) latin.grow(maximin);
  design.values = std::move(latin).take();
  return design;
}

}  // namespace coopsim
