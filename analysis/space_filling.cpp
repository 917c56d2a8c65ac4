// SPDX-License-Identifier: Apache-2.0
#include "analysis/space_filling.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/random/sobol.hpp>
#include <numeric>
#include <stdexcept>
#include <string_view>

#include "analysis/design_draws.hpp"

namespace coopsim {
namespace {

static_assert(most_sobol_factors == boost::random::default_sobol_table::max_dimension);

void refuse_over(std::string_view design, std::size_t most, std::size_t factors) {
  if (factors > most)
    throw std::invalid_argument(
        fmt::format("{} of {} factors; allowed: at most {}", design, factors, most));
}

// Owen's nested uniform scramble in base 2. Each bit is flipped or not by a fair draw of its own,
// addressed by the factor and all bits before it. A block of 128 random bits serves the 127 nodes
// of seven levels of that tree, numbered as in a heap.
class OwenScramble {
 public:
  static constexpr int bits = 52;  // one less than a double holds: the centre of the cell is exact

  explicit OwenScramble(std::uint64_t seed) : random_(seed, 0) {}

  // `coordinate`: a fraction of 2^64. In (0, 1).
  double operator()(std::uint64_t coordinate, std::uint32_t factor) const {
    const std::uint64_t plain = coordinate >> (64 - bits);
    std::uint64_t scrambled = 0;
    for (int done = 0; done < bits; done += levels) {
      const int count = std::min(levels, bits - done);
      // A one before the bits that lead here tells prefixes of different length apart.
      const std::uint64_t prefix = std::uint64_t{1} << done | plain >> (bits - done);
      const auto flips = random_.block({prefix}, design_draw::owen_scramble, factor);
      for (int i = 0, node = 1; i < count; ++i) {
        const std::uint64_t bit = plain >> (bits - 1 - done - i) & 1;
        const std::uint64_t flip = flips[std::size_t(node / 32)] >> (node % 32) & 1;
        scrambled = scrambled << 1 | (bit ^ flip);
        node = 2 * node + int(bit);
      }
    }
    return (double(scrambled) + .5) * 0x1p-52;
  }

 private:
  static constexpr int levels = 7;
  Random random_;
};

std::vector<std::uint32_t> first_primes(std::size_t count) {
  std::vector<std::uint32_t> primes;
  for (std::uint32_t number = 2; primes.size() < count; ++number) {
    bool prime = true;
    for (std::size_t i = 0; prime && i < primes.size() && primes[i] * primes[i] <= number; ++i)
      prime = number % primes[i] != 0;
    if (prime) primes.push_back(number);
  }
  return primes;
}

// The digits of one factor of Halton's sequence: as many as make whole numbers below 2^52, so that
// the coordinate is one division of two exact numbers, and below 1.
class RadicalInverse {
 public:
  explicit RadicalInverse(std::uint32_t base) : base_(base) {
    for (; cells_ <= (std::uint64_t{1} << 52) / base; cells_ *= base) {
      images_.emplace_back(base);
      std::iota(images_.back().begin(), images_.back().end(), 0u);
    }
  }
  void scramble(const Random& random, std::uint64_t factor) {
    for (std::size_t digit = 0; digit < images_.size(); ++digit)
      shuffle(images_[digit], random, {factor << 8 | digit}, design_draw::halton_digits);
    offset_ = .5;
  }
  double operator()(std::uint64_t number) const {
    std::uint64_t cell = 0;
    for (const auto& image : images_) {
      cell = cell * base_ + image[number % base_];
      number /= base_;
    }
    return (double(cell) + offset_) / double(cells_);
  }

 private:
  std::uint32_t base_;
  std::uint64_t cells_ = 1;
  std::vector<std::vector<std::uint32_t>> images_;  // [digit, highest first][digit's value]
  double offset_ = 0;                               // of a point within its cell
};

}  // namespace

UnitDesign sobol_points(std::size_t factors, std::size_t points, std::uint64_t seed,
                        bool scrambled) {
  refuse_over("a Sobol design", most_sobol_factors, factors);
  UnitDesign design = zero_design("a Sobol design", factors, points);
  boost::random::sobol sequence(factors);  // begins with the point after the origin
  const OwenScramble scramble(seed);
  for (std::size_t i = 0; i < design.values.size(); ++i) {
    const std::uint64_t coordinate = i < factors ? 0 : sequence();
    design.values[i] = scrambled ? scramble(coordinate, std::uint32_t(i % factors))
                                 : double(coordinate >> 11) * 0x1p-53;
  }
  return design;
}

UnitDesign halton_points(std::size_t factors, std::size_t points, std::uint64_t seed,
                         bool scrambled) {
  refuse_over("a Halton design", most_halton_factors, factors);
  UnitDesign design = zero_design("a Halton design", factors, points);
  const auto primes = first_primes(factors);
  const Random random(seed, 0);
  for (std::size_t factor = 0; factor < factors; ++factor) {
    RadicalInverse inverse(primes[factor]);
    if (scrambled) inverse.scramble(random, factor);
    for (std::size_t i = 0; i < points; ++i) design.values[i * factors + factor] = inverse(i);
  }
  return design;
}

UnitDesign monte_carlo(std::size_t factors, std::size_t points, std::uint64_t seed) {
  UnitDesign design = zero_design("a Monte Carlo design", factors, points);
  const Random random(seed, 0);
  for (std::size_t i = 0; i < design.values.size(); ++i)
    design.values[i] =
        random.uniform({i % factors}, design_draw::monte_carlo, std::uint32_t(i / factors));
  return design;
}

UnitDesign mirrored_monte_carlo(std::size_t factors, std::size_t points, std::uint64_t seed) {
  assert(points % 2 == 0);
  const UnitDesign half = monte_carlo(factors, points / 2, seed);
  UnitDesign design{factors, {}};
  for (std::size_t i = 0; i < half.points(); ++i) {
    for (const double u : half.point(i)) design.values.push_back(u);
    for (const double u : half.point(i)) design.values.push_back(1 - u);
  }
  return design;
}

}  // namespace coopsim
