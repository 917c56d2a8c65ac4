// SPDX-License-Identifier: Apache-2.0
#include "analysis/packages.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>

namespace coopsim {
namespace {

std::size_t parts_of(std::size_t subsets) {
  assert(std::has_single_bit(subsets));
  return std::size_t(std::bit_width(subsets)) - 1;
}

std::size_t bit(std::size_t part) { return std::size_t{1} << part; }

// Weight of a subset of `size` among those of `others` parts: 1 / ((others + 1) C(others, size)),
// the chance that just these come first in a random order.
std::vector<double> order_weights(std::size_t others) {
  std::vector<double> weights(others + 1);
  double ways = 1;
  for (std::size_t size = 0; size <= others; ++size) {
    weights[size] = 1 / (double(others + 1) * ways);
    ways = ways * double(others - size) / double(size + 1);
  }
  return weights;
}

// One figure a part or pair, over replications.
std::vector<Estimate> estimates_of(const std::vector<Moments>& moments, double confidence) {
  std::vector<Estimate> found;
  const double alone = 1 - (1 - confidence) / double(std::max<std::size_t>(1, moments.size()));
  for (const Moments& one : moments) found.push_back(estimate(one, alone));
  return found;
}

void add_to(std::vector<Moments>& moments, const std::vector<double>& values) {
  for (std::size_t i = 0; i < values.size(); ++i) moments[i].add(values[i]);
}

struct PartMoments {
  explicit PartMoments(std::size_t parts)
      : share(parts), left_out(parts), alone(parts), pairs(parts * (parts - 1) / 2) {}

  void add(const std::vector<double>& values) {
    whole.add(values.back() - values.front());
    add_to(share, shapley_shares(values));
    add_to(left_out, left_out_losses(values));
    add_to(alone, alone_gains(values));
    std::size_t pair = 0;
    for (std::size_t i = 0; i < share.size(); ++i)
      for (std::size_t j = i + 1; j < share.size(); ++j)
        pairs[pair++].add(interaction(values, i, j));
  }

  Moments whole;
  std::vector<Moments> share, left_out, alone, pairs;
};

}  // namespace

std::vector<double> shapley_shares(const std::vector<double>& values) {
  const std::size_t parts = parts_of(values.size());
  std::vector<double> shares(parts);
  if (parts == 0) return shares;
  const auto weights = order_weights(parts - 1);
  for (std::size_t part = 0; part < parts; ++part)
    for (std::size_t subset = 0; subset < values.size(); ++subset)
      if ((subset & bit(part)) == 0)
        shares[part] += weights[std::size_t(std::popcount(subset))] *
                        (values[subset | bit(part)] - values[subset]);
  return shares;
}

std::vector<double> left_out_losses(const std::vector<double>& values) {
  std::vector<double> losses(parts_of(values.size()));
  const std::size_t all = values.size() - 1;
  for (std::size_t part = 0; part < losses.size(); ++part)
    losses[part] = values[all] - values[all & ~bit(part)];
  return losses;
}

std::vector<double> alone_gains(const std::vector<double>& values) {
  std::vector<double> gains(parts_of(values.size()));
  for (std::size_t part = 0; part < gains.size(); ++part)
    gains[part] = values[bit(part)] - values.front();
  return gains;
}

double interaction(const std::vector<double>& values, std::size_t i, std::size_t j) {
  const std::size_t parts = parts_of(values.size());
  assert(i != j && i < parts && j < parts);
  const auto weights = order_weights(parts - 2);
  double sum = 0;
  for (std::size_t subset = 0; subset < values.size(); ++subset) {
    if ((subset & (bit(i) | bit(j))) != 0) continue;
    sum += weights[std::size_t(std::popcount(subset))] *
           (values[subset | bit(i) | bit(j)] - values[subset | bit(i)] - values[subset | bit(j)] +
            values[subset]);
  }
  return sum;
}

PackageSplit split_package(const SubsetTable& values, double confidence) {
  const std::size_t parts = parts_of(values.size());
  assert(parts >= 1 && parts <= most_parts);
  PartMoments moments(parts);
  PackageSplit found;
  std::vector<double> one(values.size());
  for (std::size_t r = 0; r < values.front().size(); ++r) {
    for (std::size_t subset = 0; subset < values.size(); ++subset) one[subset] = values[subset][r];
    if (std::ranges::any_of(one, [](double value) { return std::isnan(value); }))
      ++found.left_out;
    else
      moments.add(one);
  }
  found.whole = estimate(moments.whole, confidence);
  const auto share = estimates_of(moments.share, confidence),
             left_out = estimates_of(moments.left_out, confidence),
             alone = estimates_of(moments.alone, confidence),
             pairs = estimates_of(moments.pairs, confidence);
  for (std::size_t i = 0; i < parts; ++i) found.parts.push_back({share[i], left_out[i], alone[i]});
  std::size_t pair = 0;
  for (std::size_t i = 0; i < parts; ++i)
    for (std::size_t j = i + 1; j < parts; ++j) found.interactions.push_back({i, j, pairs[pair++]});
  std::ranges::stable_sort(found.interactions, [](const auto& a, const auto& b) {
    return std::abs(a.effect.mean) > std::abs(b.effect.mean);
  });
  return found;
}

}  // namespace coopsim
