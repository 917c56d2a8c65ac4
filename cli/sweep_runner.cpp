// SPDX-License-Identifier: Apache-2.0
#include "cli/sweep_runner.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <list>
#include <map>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>

#include "analysis/sweep_blocks.hpp"
#include "cli/execution_facts.hpp"
#include "cli/exit_code.hpp"
#include "cli/progress.hpp"
#include "cli/scenario_input.hpp"
#include "cli/signals.hpp"
#include "cli/terminal.hpp"
#include "cli/text.hpp"
#include "cli/version.hpp"
#include "scenarios/text.hpp"
#include "sim/engine_version.hpp"
#include "sim/experiment.hpp"

namespace coopsim::cli {
namespace {

// The scenarios of the points in hand, each read once, by whichever thread needs it first.
class PointScenarios {
 public:
  PointScenarios(const OpenSweep& sweep, std::size_t kept) : sweep_(sweep), kept_(kept) {}

  struct Point {
    std::once_flag read;
    std::shared_ptr<const Scenario> scenario;  // null: it cannot be read
    std::string error;
  };

  std::shared_ptr<Point> at(std::size_t number) {
    std::shared_ptr<Point> point = entry(number);
    std::call_once(point->read, [&] {
      try {
        point->scenario =
            std::make_shared<const Scenario>(sweep_.study.at(settings_at(sweep_.points, number)));
      } catch (const ScenarioError& error) {
        const Problem first = error.problems().in_order().front();
        point->error = fmt::format("{}: {}", first.key, first.what);
      }
    });
    return point;
  }

 private:
  std::shared_ptr<Point> entry(std::size_t number) {
    const std::lock_guard lock(mutex_);
    for (const auto& [known, point] : recent_)
      if (known == number) return point;
    recent_.emplace_back(number, std::make_shared<Point>());
    if (recent_.size() > kept_) recent_.pop_front();
    return recent_.back().second;
  }

  const OpenSweep& sweep_;
  const std::size_t kept_;
  std::mutex mutex_;
  std::list<std::pair<std::size_t, std::shared_ptr<Point>>> recent_;
};

struct FailedWorld {
  std::size_t point;
  std::string policy;
  std::size_t replication;
  std::string error;
};

// One (point, replication) of a block.
struct Cell {
  std::size_t block, point, replication;
};

class Runner {
 public:
  Runner(OpenSweep& sweep, const std::vector<SweepBlock>& blocks, const SweepWork& arguments,
         int threads)
      : sweep_(sweep),
        blocks_(blocks),
        arguments_(arguments),
        threads_(threads),
        layout_(layout_of(sweep.study.base.scenario)),
        scenarios_(sweep, std::size_t(threads) + 4) {
    for (const SweepBlock& block : blocks) {
      begins_.push_back(cells_);
      cells_ += block.points * block.replications;
    }
    for (const std::string& id : sweep.folder.basis().content.responses)
      offsets_.push_back(layout_.offset(id));
  }

  std::size_t cells() const { return cells_; }
  const std::vector<FailedWorld>& failures() const { return failures_; }
  bool gave_up() const { return gave_up_; }

  // Whether all was done; else it was stopped.
  bool run(const StopOnSignals& signals, Progress& progress) {
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

 private:
  Cell cell_of(std::size_t i) const {
    const std::size_t block =
        std::size_t(std::ranges::upper_bound(begins_, i) - begins_.begin()) - 1;
    const std::size_t within = i - begins_[block], each = blocks_[block].replications;
    return {block, blocks_[block].first_point + within / each,
            blocks_[block].first_replication + within % each};
  }

  ReplicationJob job_of(std::size_t i) {
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

  void deliver(std::size_t i, const std::vector<Outcome>& outcomes) {
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

  std::string error_of(std::size_t point) {
    const std::lock_guard lock(mutex_);
    return unreadable_[point];
  }

  void take(const Cell& cell, std::size_t policy, std::size_t world, const Outcome& outcome) {
    if (!outcome.error.empty()) return fail(cell, policy, world, outcome.error);
    values_->fingerprints[world] = outcome.fingerprint;
    const std::size_t years = layout_.years();
    for (std::size_t r = 0; r < offsets_.size(); ++r)
      std::copy_n(outcome.responses.begin() + std::ptrdiff_t(offsets_[r]), years,
                  values_->responses[r].begin() + std::ptrdiff_t(world * years));
  }

  void fail(const Cell& cell, std::size_t policy, std::size_t world, const std::string& error) {
    values_->errors[world] = error;
    failures_.push_back(
        {cell.point, blocks_[cell.block].policies[policy], cell.replication, error});
    if (arguments_.stop_on_error) gave_up_ = true;
  }

  // What was finished of the block in hand, so that a stop loses nothing.
  void publish_part(std::size_t delivered) {
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

  void copy_world(const SweepBlock& block, const SweepBlock& part, std::size_t point,
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

  OpenSweep& sweep_;
  const std::vector<SweepBlock>& blocks_;
  const SweepWork& arguments_;
  const int threads_;
  const ResponseLayout layout_;
  std::vector<std::size_t> begins_, offsets_;  // of blocks among the cells; of responses
  std::size_t cells_ = 0;
  PointScenarios scenarios_;
  std::mutex mutex_;
  std::map<std::size_t, std::string> unreadable_;
  std::optional<BlockValues> values_;  // of the block in hand
  std::vector<FailedWorld> failures_;
  std::atomic<bool> gave_up_ = false;
};

std::string alone(const OpenSweep& sweep, std::size_t point, const std::string& policy,
                  std::size_t replication) {
  return fmt::format("coopsim sweep {} --only {}:{}:{}", shell_word(sweep.folder.path().string()),
                     point, policy, replication);
}

std::string failures_text(const OpenSweep& sweep, const std::vector<FailedWorld>& failures) {
  constexpr std::size_t most_told = 5;
  std::string text;
  for (std::size_t i = 0; i < std::min(most_told, failures.size()); ++i) {
    const FailedWorld& one = failures[i];
    text += fmt::format("failed: design point {}, {}, replication {}: {}\n  repeat it alone: {}\n",
                        one.point, one.policy, one.replication, escaped(one.error, 500),
                        alone(sweep, one.point, one.policy, one.replication));
  }
  if (failures.size() > most_told)
    text += fmt::format("and {} more failed worlds\n", failures.size() - most_told);
  return text;
}

void tell(const OpenSweep& sweep, const SweepPublished& result, const SweepWork& arguments) {
  if (arguments.json)
    return print(nlohmann::ordered_json{{"folder", sweep.folder.path().string()},
                                        {"result", result.file.string()},
                                        {"bytes", result.bytes},
                                        {"design_points", sweep.extent.points},
                                        {"replications", sweep.extent.replications},
                                        {"policies", sweep.extent.policies},
                                        {"blocks", sweep.folder.blocks().size()},
                                        {"failed_worlds", result.failures.size()},
                                        {"fingerprint", result.fingerprint},
                                        {"content_hash", result.content_hash}}
                     .dump(2) +
                 "\n");
  if (arguments.quiet) return;
  print(fmt::format("{} x {} x {}: {} ({})\nfingerprint {}\nNext: coopsim sensitivity {}\n",
                    counted(std::int64_t(sweep.extent.points), "design point"),
                    counted(std::int64_t(sweep.extent.policies.size()), "policy", "policies"),
                    counted(std::int64_t(sweep.extent.replications), "replication"),
                    escaped(result.file.string(), 300), readable_size(result.bytes),
                    result.fingerprint, shell_word(result.file.string())));
}

}  // namespace

OpenSweep::OpenSweep(const std::filesystem::path& path, SweepFolder::Use use)
    : folder(path, use),
      study(read_sweep_text(folder.study_text(), "study.toml", folder.scenario_text())) {
  if (folder.basis().engine_version != engine_version)
    throw Failure(
        ExitCode::bad_data,
        fmt::format("{}: was begun with engine version {}, and this program has {}: their "
                    "results differ. Go on with the older program, or begin another sweep",
                    path.string(), folder.basis().engine_version, engine_version));
  if (basis_of(study).study != folder.basis().study)
    throw Failure(
        ExitCode::bad_data,
        fmt::format("{}: this program reads its study or scenario otherwise than the one "
                    "that began it (parameters or their defaults have changed): go on with "
                    "that one, or begin another sweep",
                    path.string()));
  if (const auto& expanded = folder.extent()) {
    if (study.design.kind != DesignKind::full_factorial &&
        study.design.kind != DesignKind::one_at_a_time && study.design.kind != DesignKind::fraction)
      study.design = resized(study, expanded->points - 1);
    study.replications = int(expanded->replications);
    study.policies = expanded->policies;
  }
  points = points_of(study);
  extent = extent_of(study, points);
}

std::vector<SweepBlock> OpenSweep::missing() const {
  // Where a world of 10,000 firms takes .08 s, some 20 s of work on one core, whatever the machine.
  const double seconds = .08 * study.base.scenario.parameters.firms.count / 10'000 + .002;
  const std::size_t worlds =
      study.block_worlds > 0 ? std::size_t(study.block_worlds) : std::size_t(20 / seconds);
  return missing_blocks(extent, folder.blocks(), block_size(worlds, study.policies.size()));
}

void OpenSweep::expand(const SweepExtent& to) {
  folder.extend(to);
  extent = to;
}

std::vector<SweepBlock> failed_blocks(const SweepFolder& folder, const SweepExtent& extent) {
  std::map<std::tuple<std::size_t, std::size_t, std::string>, bool> failed;  // as last done
  for (const PublishedBlock& one : folder.blocks()) {
    if (one.failed == 0 && failed.empty()) continue;
    const BlockValues values = folder.read(one);
    const SweepBlock& block = one.block;
    for (std::size_t p = 0; p < block.points; ++p)
      for (std::size_t i = 0; i < block.policies.size(); ++i)
        for (std::size_t r = 0; r < block.replications; ++r)
          failed[{block.first_point + p, block.first_replication + r, block.policies[i]}] =
              !values.errors[BlockValues::place(block, p, i, r)].empty();
  }
  std::vector<SweepBlock> blocks;
  for (const auto& [cell, is_failed] : failed)
    if (is_failed && std::get<0>(cell) < extent.points && std::get<1>(cell) < extent.replications)
      blocks.push_back({std::get<0>(cell), 1, std::get<1>(cell), 1, {std::get<2>(cell)}});
  return blocks;
}

ExitCode run_blocks(OpenSweep& sweep, const std::vector<SweepBlock>& blocks,
                    const SweepWork& arguments) {
  const int threads = arguments.threads > 0 ? arguments.threads : machine_cores();
  Runner runner(sweep, blocks, arguments, threads);
  if (!blocks.empty()) {
    StopOnSignals signals;
    const std::string name = sweep.folder.path().filename().string();
    const Workload workload{
        fmt::format("{}: {}", name, counted(std::int64_t(sweep.extent.points), "design point")),
        "",
        "worlds",
        int(runner.cells()),
        int(blocks.front().policies.size()),
        threads,
        1};
    bool done = false;
    {
      Progress progress(arguments.quiet ? ProgressForm::none : arguments.progress, workload,
                        [&] { return signals.requested(); });
      done = runner.run(signals, progress);
    }
    complain(failures_text(sweep, runner.failures()));
    if (!done && !runner.gave_up())
      throw Failure(
          ExitCode::stopped,
          fmt::format("stopped after {} blocks; nothing is lost. To go on: coopsim resume {}",
                      sweep.folder.blocks().size(), shell_word(sweep.folder.path().string())));
    if (!done)
      throw Failure(
          ExitCode::check_failed,
          fmt::format("a world failed, and --on-error stop was asked for. To go on: coopsim "
                      "resume {}",
                      shell_word(sweep.folder.path().string())));
  }
  const SweepPublished result = write_sweep_result(sweep.folder, sweep.extent, sweep.points,
                                                   sweep.study.base.scenario, version_text());
  tell(sweep, result, arguments);
  if (blocks.empty() && !result.failures.empty())
    complain(fmt::format("{} failed; coopsim retry {} runs them again\n",
                         counted(std::int64_t(result.failures.size()), "world"),
                         shell_word(sweep.folder.path().string())));
  return result.failures.empty() ? ExitCode::ok : ExitCode::check_failed;
}

}  // namespace coopsim::cli
