// SPDX-License-Identifier: Apache-2.0
#include "cli/open_sweep.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "cli/exit_code.hpp"
#include "sim/engine_version.hpp"

namespace coopsim::cli {
namespace {

using Cells = std::map<std::tuple<std::size_t, std::size_t, std::string>, bool>;

bool holds_any(const SweepBlock& block, const Cells& cells) {
  return std::ranges::any_of(cells, [&](const auto& entry) {
    const auto& [point, replication, policy] = entry.first;
    // Before the block's first, the difference wraps round and is larger than any block.
    return point - block.first_point < block.points &&
           replication - block.first_replication < block.replications &&
           std::ranges::find(block.policies, policy) != block.policies.end();
  });
}

// Which worlds failed wherever they were simulated: one that did not fail elsewhere is none.
void note_failures(const SweepFolder& folder, const PublishedBlock& one, Cells& failed) {
  const BlockValues values = folder.read(one);
  const SweepBlock& block = one.block;
  for (std::size_t p = 0; p < block.points; ++p)
    for (std::size_t i = 0; i < block.policies.size(); ++i)
      for (std::size_t r = 0; r < block.replications; ++r) {
        const bool is_failed = !values.errors[BlockValues::place(block, p, i, r)].empty();
        const std::tuple cell(block.first_point + p, block.first_replication + r,
                              block.policies[i]);
        bool& known = failed.try_emplace(cell, true).first->second;
        known = known && is_failed;
      }
}

}  // namespace

SweepStudy study_in(const SweepFolder& folder) {
  const SweepTexts& texts = folder.texts();
  return read_sweep_text(texts.study, "study.toml", texts.scenario, texts.table);
}

OpenSweep::OpenSweep(const std::filesystem::path& path, SweepFolder::Use use)
    : folder(path, use), study(study_in(folder)) {
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
    if (can_grow(study.design.kind)) study.design = resized(study, expanded->points - 1);
    study.replications = int(expanded->replications);
    study.policies = expanded->policies;
  }
  points = points_of(study);
  extent = extent_of(study, points);
}

BlockSize size_of_blocks(const SweepStudy& study) {
  // Where a world of 10,000 firms takes .08 s, some 20 s of work on one core, whatever the machine.
  const double seconds = .08 * study.base.scenario.parameters.firms.count / 10'000 + .002;
  const std::size_t worlds =
      study.block_worlds > 0 ? std::size_t(study.block_worlds) : std::size_t(20 / seconds);
  return block_size(worlds, study.policies.size(), study.shares_history());
}

std::vector<SweepBlock> OpenSweep::missing() const {
  return missing_blocks(extent, folder.blocks(), size_of_blocks(study));
}

void OpenSweep::expand(const SweepExtent& to) {
  folder.extend(to);
  extent = to;
}

std::vector<SweepBlock> failed_blocks(const SweepFolder& folder, const SweepExtent& extent) {
  Cells failed;
  for (const PublishedBlock& one : folder.blocks())
    if (one.failed > 0) note_failures(folder, one, failed);
  for (const PublishedBlock& one : folder.blocks())
    if (one.failed == 0 && holds_any(one.block, failed)) note_failures(folder, one, failed);
  std::vector<SweepBlock> blocks;
  for (const auto& [cell, is_failed] : failed)
    if (is_failed && std::get<0>(cell) < extent.points && std::get<1>(cell) < extent.replications)
      blocks.push_back({std::get<0>(cell), 1, std::get<1>(cell), 1, {std::get<2>(cell)}});
  return blocks;
}

}  // namespace coopsim::cli
