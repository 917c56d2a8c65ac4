// SPDX-License-Identifier: Apache-2.0
// What each part of a package brings: a response for every subset of its parts, on shared random
// numbers, taken apart replication by replication.
//
// A subset is a bit mask: part i is in it if bit i is set. Everything is in the unit of the
// response, and sums to what the whole package brings over the empty one.
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "analysis/estimates.hpp"

namespace coopsim {

inline constexpr std::size_t most_parts = 12;  // 4,096 subsets

// [subset][replication]: 2^k rows. NaN is missing.
using SubsetTable = std::vector<std::vector<double>>;

// Of one replication; `values` holds one value a subset.
// Shapley's (1953) share: what part i adds, averaged over all orders in which the parts may come.
// Shares sum to value(all) - value(none).
std::vector<double> shapley_shares(const std::vector<double>& values);
// What is lost when part i alone is left out of the whole package; what it brings all alone.
std::vector<double> left_out_losses(const std::vector<double>& values);
std::vector<double> alone_gains(const std::vector<double>& values);
// Interaction of two parts (Grabisch and Roubens 1999): what both bring beyond the sum of each, the
// others coming and going in all orders. Positive: they help each other.
double interaction(const std::vector<double>& values, std::size_t i, std::size_t j);

struct PartShare {
  Estimate share, left_out, alone;  // paired, replication by replication
};
struct PartInteraction {
  std::size_t first = 0, second = 0;
  Estimate effect;
};
struct PackageSplit {
  Estimate whole;                             // all parts less none
  std::vector<PartShare> parts;               // intervals hold for all parts together (Bonferroni)
  std::vector<PartInteraction> interactions;  // all pairs, likewise; largest |mean| first
  std::size_t left_out = 0;                   // replications in which a subset has no value
};
// REQUIRES: 2^k rows of equal size, 1 <= k <= most_parts.
PackageSplit split_package(const SubsetTable& values, double confidence = .95);

}  // namespace coopsim
