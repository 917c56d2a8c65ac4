// SPDX-License-Identifier: Apache-2.0
// Simulates blocks of a sweep on all cores and publishes each when its last world is there.
#pragma once
#include <atomic>
#include <optional>
#include <string>
#include <vector>

#include "cli/open_sweep.hpp"
#include "cli/point_scenarios.hpp"
#include "cli/progress.hpp"
#include "cli/signals.hpp"
#include "sim/experiment.hpp"
#include "sim/metrics/metric.hpp"

namespace coopsim::cli {

struct FailedWorld {
  std::size_t point;
  std::string policy;
  std::size_t replication;
  std::string error;
};

// What one job simulates: a replication of one point of a block, or, where history is shared, of
// all its points.
struct Cell {
  std::size_t block, first_point, points, replication;
};

class BlockRunner {
 public:
  // All must outlive it.
  BlockRunner(OpenSweep& sweep, const std::vector<SweepBlock>& blocks, int threads,
              bool stop_on_error);

  std::size_t worlds() const { return worlds_; }  // of all blocks
  const std::vector<FailedWorld>& failures() const { return failures_; }
  double publishing_seconds() const { return publishing_seconds_; }
  bool gave_up() const { return gave_up_; }  // because a world failed

  // Whether all was done; else it was stopped, and what was finished of the block in hand is
  // published too. Throws ResultError where the disk fails.
  bool run(const StopOnSignals& signals, Progress& progress);

 private:
  Cell cell_of(std::size_t i) const;
  ReplicationJob job_of(std::size_t i);
  void deliver(std::size_t i, const std::vector<Outcome>& outcomes, Progress& progress);
  // Policy number `policy` of the block at `point`.
  void take(const Cell& cell, std::size_t point, std::size_t policy, const Outcome& outcome);
  void publish_part(std::size_t delivered);
  void copy_world(const SweepBlock& block, const SweepBlock& part, std::size_t point,
                  std::size_t policy, std::size_t replication, BlockValues& into) const;

  OpenSweep& sweep_;
  const std::vector<SweepBlock>& blocks_;
  const int threads_;
  const bool stop_on_error_, shared_history_;
  const ResponseLayout layout_;
  std::vector<std::size_t> begins_, offsets_;  // of blocks among the cells; of responses
  std::size_t cells_ = 0, worlds_ = 0;
  PointScenarios scenarios_;
  std::optional<BlockValues> values_;  // of the block in hand
  std::vector<FailedWorld> failures_;
  double publishing_seconds_ = 0;
  std::atomic<bool> gave_up_ = false;
};

}  // namespace coopsim::cli
