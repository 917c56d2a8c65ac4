// SPDX-License-Identifier: Apache-2.0
// Worlds of a sweep that were simulated more than once: again after they failed, or by two
// processes that did not know of each other. The first that did not fail counts, and all others
// must have the same bits.
#pragma once
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "output/sweep_folder.hpp"

namespace coopsim {

class RepeatedWorlds {
 public:
  RepeatedWorlds(const std::vector<PublishedBlock>& blocks, const SweepExtent& extent);

  // Which of a block's worlds count, in the order of its values; the others stand in an earlier
  // block or beyond the extent. REQUIRES: called once a block. Throws std::logic_error where equal
  // worlds have different bits.
  std::vector<bool> counting(const SweepBlock& block, const BlockValues& values);

 private:
  std::optional<std::size_t> cell_of(std::size_t point, const std::string& policy,
                                     std::size_t replication) const;
  bool counts(std::size_t cell, const SweepBlock& block, std::size_t world,
              const BlockValues& values);

  const SweepExtent extent_;
  // Of each world that is there more than once: its fingerprint, once one did not fail.
  std::map<std::size_t, std::optional<Fingerprint::Value>> repeated_;
};

}  // namespace coopsim
