// SPDX-License-Identifier: Apache-2.0
#include "output/repeated_worlds.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <stdexcept>

namespace coopsim {
namespace {

// Calls what(point, policy, replication, place) for every world of a block.
template <class What>
void for_each_world(const SweepBlock& block, const What& what) {
  for (std::size_t p = 0; p < block.points; ++p)
    for (std::size_t i = 0; i < block.policies.size(); ++i)
      for (std::size_t r = 0; r < block.replications; ++r)
        what(block.first_point + p, block.policies[i], block.first_replication + r,
             BlockValues::place(block, p, i, r));
}

}  // namespace

RepeatedWorlds::RepeatedWorlds(const std::vector<PublishedBlock>& blocks, const SweepExtent& extent)
    : extent_(extent) {
  std::vector<bool> there(extent.points * extent.policies.size() * extent.replications);
  for (const PublishedBlock& one : blocks)
    for_each_world(one.block, [&](std::size_t point, const std::string& policy,
                                  std::size_t replication, std::size_t) {
      const auto cell = cell_of(point, policy, replication);
      if (!cell) return;
      if (there[*cell]) repeated_.emplace(*cell, std::nullopt);
      there[*cell] = true;
    });
}

std::optional<std::size_t> RepeatedWorlds::cell_of(std::size_t point, const std::string& policy,
                                                   std::size_t replication) const {
  const auto found = std::ranges::find(extent_.policies, policy);
  if (point >= extent_.points || replication >= extent_.replications ||
      found == extent_.policies.end())
    return std::nullopt;
  const std::size_t number = std::size_t(found - extent_.policies.begin());
  return (point * extent_.policies.size() + number) * extent_.replications + replication;
}

std::vector<bool> RepeatedWorlds::counting(const SweepBlock& block, const BlockValues& values) {
  std::vector<bool> all(block.worlds());
  for_each_world(block, [&](std::size_t point, const std::string& policy, std::size_t replication,
                            std::size_t world) {
    const auto cell = cell_of(point, policy, replication);
    all[world] = cell && counts(*cell, block, world, values);
  });
  return all;
}

bool RepeatedWorlds::counts(std::size_t cell, const SweepBlock& block, std::size_t world,
                            const BlockValues& values) {
  const auto found = repeated_.find(cell);
  if (found == repeated_.end()) return true;
  const bool failed = !values.errors[world].empty();
  auto& known = found->second;
  if (!known) {
    if (!failed) known = values.fingerprints[world];
    return true;
  }
  if (!failed && *known != values.fingerprints[world])
    throw std::logic_error(
        fmt::format("two processes simulated the same world of design points {} to {}, "
                    "replications {} to {}, and their fingerprints differ: {} and {}",
                    block.first_point, block.first_point + block.points - 1,
                    block.first_replication, block.first_replication + block.replications - 1,
                    known->hex(), values.fingerprints[world].hex()));
  return false;
}

}  // namespace coopsim
