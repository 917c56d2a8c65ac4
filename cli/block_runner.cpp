// SPDX-License-Identifier: Apache-2.0
#include "cli/block_runner.hpp"

#include <algorithm>

#include "analysis/sweep_blocks.hpp"
#include "cli/execution_facts.hpp"
#include "cli/scenario_input.hpp"

namespace coopsim::cli {

BlockRunner::BlockRunner(OpenSweep& sweep, const std::vector<SweepBlock>& blocks, int threads,
                         bool stop_on_error)
    : sweep_(sweep),
      blocks_(blocks),
      threads_(threads),
      stop_on_error_(stop_on_error),
      shared_history_(sweep.study.shares_history()),
      layout_(layout_of(sweep.study.base.scenario)),
      scenarios_(sweep, std::size_t(threads) + 4) {
  for (const SweepBlock& block : blocks) {
    begins_.push_back(cells_);
    cells_ += block.replications * (shared_history_ ? 1 : block.points);
    worlds_ += block.worlds();
  }
  for (const std::string& id : sweep.folder.basis().content.responses)
    offsets_.push_back(layout_.offset(id));
}

bool BlockRunner::run(const StopOnSignals& signals, Progress& progress) {
  JobOptions options;
  options.threads = threads_;
  options.stop_requested = [&] { return signals.requested() || gave_up_; };
  const JobsReport report = run_jobs(
      cells_, [this](std::size_t i) { return job_of(i); }, options,
      [&](std::size_t i, const std::vector<Outcome>& outcomes) { deliver(i, outcomes, progress); });
  if (report.delivered < cells_ && values_) publish_part(report.delivered);
  return report.delivered == cells_;
}

Cell BlockRunner::cell_of(std::size_t i) const {
  const std::size_t number =
      std::size_t(std::ranges::upper_bound(begins_, i) - begins_.begin()) - 1;
  const SweepBlock& block = blocks_[number];
  const std::size_t within = i - begins_[number], each = block.replications;
  if (shared_history_)
    return {number, block.first_point, block.points, block.first_replication + within};
  return {number, block.first_point + within / each, 1, block.first_replication + within % each};
}

ReplicationJob BlockRunner::job_of(std::size_t i) {
  const Cell cell = cell_of(i);
  const auto group = scenarios_.of(blocks_[cell.block], cell.first_point, cell.points);
  return {group->scenario, int(cell.replication), group->policies};
}

void BlockRunner::deliver(std::size_t i, const std::vector<Outcome>& outcomes, Progress& progress) {
  const Cell cell = cell_of(i);
  const SweepBlock& block = blocks_[cell.block];
  const auto group = scenarios_.of(block, cell.first_point, cell.points);
  if (!values_) values_.emplace(block, sweep_.folder.basis().content);
  Outcome unreadable;
  for (std::size_t point = 0; point < cell.points; ++point)
    for (std::size_t policy = 0; policy < block.policies.size(); ++policy) {
      unreadable.error = group->errors[point];
      const Outcome& outcome =
          unreadable.error.empty()
              ? outcomes[group->outcome[point * block.policies.size() + policy]]
              : unreadable;
      take(cell, cell.first_point + point, policy, outcome);
      progress.add(outcome);
    }
  const bool last = i + 1 == (cell.block + 1 < begins_.size() ? begins_[cell.block + 1] : cells_);
  if (!last) return;
  const Stopwatch stopwatch;
  sweep_.folder.publish(block, *values_);
  publishing_seconds_ += stopwatch.seconds();
  values_.reset();
}

void BlockRunner::take(const Cell& cell, std::size_t point, std::size_t policy,
                       const Outcome& outcome) {
  const SweepBlock& block = blocks_[cell.block];
  const std::size_t world = BlockValues::place(block, point - block.first_point, policy,
                                               cell.replication - block.first_replication);
  if (!outcome.error.empty()) {
    values_->errors[world] = outcome.error;
    failures_.push_back({point, block.policies[policy], cell.replication, outcome.error});
    if (stop_on_error_) gave_up_ = true;
    return;
  }
  values_->fingerprints[world] = outcome.fingerprint;
  const std::size_t years = layout_.years();
  for (std::size_t r = 0; r < offsets_.size(); ++r)
    std::copy_n(outcome.responses.begin() + std::ptrdiff_t(offsets_[r]), years,
                values_->responses[r].begin() + std::ptrdiff_t(world * years));
}

// What was finished of the block in hand, so that a stop loses nothing.
void BlockRunner::publish_part(std::size_t delivered) {
  const Cell last = cell_of(delivered == 0 ? 0 : delivered - 1);
  const SweepBlock& block = blocks_[last.block];
  for (const SweepBlock& part :
       finished_part(block, delivered - begins_[last.block], shared_history_)) {
    BlockValues values(part, sweep_.folder.basis().content);
    for (std::size_t p = 0; p < part.points; ++p)
      for (std::size_t i = 0; i < part.policies.size(); ++i)
        for (std::size_t r = 0; r < part.replications; ++r)
          copy_world(block, part, p, i, r, values);
    sweep_.folder.publish(part, values);
  }
}

void BlockRunner::copy_world(const SweepBlock& block, const SweepBlock& part, std::size_t point,
                             std::size_t policy, std::size_t replication, BlockValues& into) const {
  const std::size_t from =
      BlockValues::place(block, part.first_point - block.first_point + point, policy,
                         part.first_replication - block.first_replication + replication);
  const std::size_t to = BlockValues::place(part, point, policy, replication);
  const std::size_t years = layout_.years();
  for (std::size_t r = 0; r < offsets_.size(); ++r)
    std::copy_n(values_->responses[r].begin() + std::ptrdiff_t(from * years), years,
                into.responses[r].begin() + std::ptrdiff_t(to * years));
  into.fingerprints[to] = values_->fingerprints[from];
  into.errors[to] = values_->errors[from];
}

}  // namespace coopsim::cli
