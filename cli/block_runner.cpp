// SPDX-License-Identifier: Apache-2.0
#include "cli/block_runner.hpp"

#include <algorithm>

#include "analysis/sweep_blocks.hpp"
#include "cli/scenario_input.hpp"

namespace coopsim::cli {

BlockRunner::BlockRunner(OpenSweep& sweep, const std::vector<SweepBlock>& blocks, int threads,
                         bool stop_on_error)
    : sweep_(sweep),
      blocks_(blocks),
      threads_(threads),
      stop_on_error_(stop_on_error),
      layout_(layout_of(sweep.study.base.scenario)),
      scenarios_(sweep, std::size_t(threads) + 4) {
  for (const SweepBlock& block : blocks) {
    begins_.push_back(cells_);
    cells_ += block.points * block.replications;
  }
  for (const std::string& id : sweep.folder.basis().content.responses)
    offsets_.push_back(layout_.offset(id));
}

bool BlockRunner::run(const StopOnSignals& signals, Progress& progress) {
  JobOptions options;
  options.threads = threads_;
  options.stop_requested = [&] { return signals.requested() || gave_up_; };
  options.progress = [&](const Outcome& outcome) { progress.add(outcome); };
  const JobsReport report = run_jobs(
      cells_, [this](std::size_t i) { return job_of(i); }, options,
      [this](std::size_t i, const std::vector<Outcome>& outcomes) { deliver(i, outcomes); });
  if (report.delivered < cells_ && values_) publish_part(report.delivered);
  return report.delivered == cells_;
}

Cell BlockRunner::cell_of(std::size_t i) const {
  const std::size_t block = std::size_t(std::ranges::upper_bound(begins_, i) - begins_.begin()) - 1;
  const std::size_t within = i - begins_[block], each = blocks_[block].replications;
  return {block, blocks_[block].first_point + within / each,
          blocks_[block].first_replication + within % each};
}

ReplicationJob BlockRunner::job_of(std::size_t i) {
  const Cell cell = cell_of(i);
  const auto point = scenarios_.at(cell.point);
  if (!point->scenario) {
    const std::lock_guard lock(mutex_);
    unreadable_[cell.point] = point->error;
    return {};
  }
  ReplicationJob job{point->scenario, int(cell.replication), {}};
  for (const std::string& name : blocks_[cell.block].policies)
    job.policies.push_back(policy_number(*point->scenario, name));
  return job;
}

void BlockRunner::deliver(std::size_t i, const std::vector<Outcome>& outcomes) {
  const Cell cell = cell_of(i);
  const SweepBlock& block = blocks_[cell.block];
  if (!values_) values_.emplace(block, sweep_.folder.basis().content);
  for (std::size_t policy = 0; policy < block.policies.size(); ++policy) {
    const std::size_t world = BlockValues::place(block, cell.point - block.first_point, policy,
                                                 cell.replication - block.first_replication);
    if (outcomes.empty())
      fail(cell, policy, world, error_of(cell.point));
    else
      take(cell, policy, world, outcomes[policy]);
  }
  const bool last = i + 1 == (cell.block + 1 < begins_.size() ? begins_[cell.block + 1] : cells_);
  if (!last) return;
  sweep_.folder.publish(block, *values_);
  values_.reset();
}

std::string BlockRunner::error_of(std::size_t point) {
  const std::lock_guard lock(mutex_);
  return unreadable_[point];
}

void BlockRunner::take(const Cell& cell, std::size_t policy, std::size_t world,
                       const Outcome& outcome) {
  if (!outcome.error.empty()) return fail(cell, policy, world, outcome.error);
  values_->fingerprints[world] = outcome.fingerprint;
  const std::size_t years = layout_.years();
  for (std::size_t r = 0; r < offsets_.size(); ++r)
    std::copy_n(outcome.responses.begin() + std::ptrdiff_t(offsets_[r]), years,
                values_->responses[r].begin() + std::ptrdiff_t(world * years));
}

void BlockRunner::fail(const Cell& cell, std::size_t policy, std::size_t world,
                       const std::string& error) {
  values_->errors[world] = error;
  failures_.push_back({cell.point, blocks_[cell.block].policies[policy], cell.replication, error});
  if (stop_on_error_) gave_up_ = true;
}

// What was finished of the block in hand, so that a stop loses nothing.
void BlockRunner::publish_part(std::size_t delivered) {
  const Cell last = cell_of(delivered == 0 ? 0 : delivered - 1);
  const SweepBlock& block = blocks_[last.block];
  for (const SweepBlock& part : finished_part(block, delivered - begins_[last.block])) {
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
