// SPDX-License-Identifier: Apache-2.0
// A block of a sweep: all policies asked for, in a range of design points and of replications; and
// what its worlds brought. Blocks are the unit of work that is published, and never done twice.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "sim/kernel/fingerprint.hpp"

namespace coopsim {

struct SweepBlock {
  std::size_t first_point = 0, points = 0;
  std::size_t first_replication = 0, replications = 0;
  std::vector<std::string> policies;

  std::size_t worlds() const { return points * policies.size() * replications; }
  friend bool operator==(const SweepBlock&, const SweepBlock&) = default;
};

// What a sweep keeps of every world.
struct SweepContent {
  std::vector<std::string> responses;  // ids of whole responses
  int first_year = 0;
  std::size_t years = 0;
};

// The worlds of a block in the order (point, policy, replication).
struct BlockValues {
  std::vector<std::vector<double>> responses;    // of each: (world, year), NaN where missing
  std::vector<Fingerprint::Value> fingerprints;  // of each world
  std::vector<std::string> errors;               // of each world; empty: none

  BlockValues() = default;
  BlockValues(const SweepBlock& block, const SweepContent& content);
  std::size_t failed() const;  // worlds
  static std::size_t place(const SweepBlock& block, std::size_t point, std::size_t policy,
                           std::size_t replication) {
    return (point * block.policies.size() + policy) * block.replications + replication;
  }
};

}  // namespace coopsim
