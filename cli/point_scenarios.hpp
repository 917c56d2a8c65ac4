// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "cli/open_sweep.hpp"

namespace coopsim::cli {

// Points of a block that are simulated together: one, or all that share a history.
struct PointGroup {
  std::once_flag read;
  // Of several points: that of the reference, with the policies of all of them. Null where none
  // can be read.
  std::shared_ptr<const Scenario> scenario;
  std::vector<std::string> errors;   // of each point: why it cannot be read; empty: it can
  std::vector<int> policies;         // numbers of the policies to run, each once
  std::vector<std::size_t> outcome;  // of each (point, policy of the block): place in `policies`
};

// The scenarios of the points in hand, each read once, by whichever thread needs it first.
class PointScenarios {
 public:
  // Keeps the last `kept` groups: more than can be in hand at once. `sweep` must outlive it.
  PointScenarios(const OpenSweep& sweep, std::size_t kept) : sweep_(sweep), kept_(kept) {}

  // The block's points from `first_point` on. From any thread.
  std::shared_ptr<const PointGroup> of(const SweepBlock& block, std::size_t first_point,
                                       std::size_t points);

 private:
  struct Entry {
    const SweepBlock* block;
    std::size_t first_point;
    std::shared_ptr<PointGroup> group;
  };
  std::shared_ptr<PointGroup> entry(const SweepBlock& block, std::size_t first_point);
  void read(const SweepBlock& block, std::size_t first_point, PointGroup& group) const;

  const OpenSweep& sweep_;
  const std::size_t kept_;
  std::mutex mutex_;
  std::list<Entry> recent_;
};

}  // namespace coopsim::cli
