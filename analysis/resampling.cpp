// SPDX-License-Identifier: Apache-2.0
#include "analysis/resampling.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

#include "analysis/estimates.hpp"

namespace coopsim {
namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

// A whole number below `count`. Rounding never lifts u * count to it for counts below 2^52.
std::size_t below(double u, std::size_t count) {
  return std::min(count - 1, std::size_t(u * double(count)));
}

}  // namespace

Resamples::Resamples(std::int64_t seed, std::size_t size, Resampling why)
    : size_(size), why_(Purpose(why)), random_(std::uint64_t(seed), 0) {}

void Resamples::with_replacement(std::uint32_t number, std::vector<std::size_t>& members) const {
  members.resize(size_);
  for (std::size_t i = 0; i < size_; i += 2) {
    const auto two = random_.uniforms({number}, why_, std::uint32_t(i / 2));
    members[i] = below(two[0], size_);
    if (i + 1 < size_) members[i + 1] = below(two[1], size_);
  }
}

void Resamples::shuffled(std::uint32_t number, std::vector<std::size_t>& members) const {
  members.resize(size_);
  std::iota(members.begin(), members.end(), std::size_t{0});
  for (std::size_t left = size_; left > 1; --left) {
    const double u = random_.uniform({number}, why_, std::uint32_t(left));
    std::swap(members[left - 1], members[below(u, left)]);
  }
}

PercentileInterval percentile_interval(std::vector<double> statistics, double confidence) {
  const std::size_t all = statistics.size();
  std::erase_if(statistics, [](double value) { return std::isnan(value); });
  if (statistics.empty() || 2 * statistics.size() < all) return {missing, missing};
  std::ranges::sort(statistics);
  const double tail = (1 - confidence) / 2;
  return {quantile(statistics, tail), quantile(statistics, 1 - tail)};
}

}  // namespace coopsim
