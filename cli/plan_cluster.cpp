// SPDX-License-Identifier: Apache-2.0
#include "cli/plan_cluster.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cli/text.hpp"

namespace coopsim::cli {
namespace {

// Assumptions about a cluster. An operation of a shared file system that has to be on disk, and
// what the batch system and the program take before the first world begins.
constexpr double seconds_an_operation = .002;
constexpr double seconds_to_start = 2;
// Counted with strace: open, write, fsync, rename, fsync of the folder, reading back, and a line
// of the journal with its fdatasync; and what a task does once.
constexpr double operations_a_block = 13, operations_a_task = 32;
// Measured on one core: a block is read, held against its hash and copied.
constexpr double assembled_bytes_a_second = 100e6, assembling_seconds_a_block = .004;
// Of a block's file beside its values: axes, labels, HDF5's own.
constexpr double bytes_a_block = 20'000;
constexpr double bytes_a_fingerprint = 64;
constexpr double files_a_task = 3;  // journal, log, folder

constexpr std::size_t many_blocks = 100'000;
constexpr double many_files_a_minute = 6, many_operations_a_second = 2000;
constexpr double much_memory = 32e9, long_assembly_share = .2;

// Who has several cores publishes as many neighbours as one: along replications, or, where a block
// has all of them and no history is shared, along points.
std::size_t lines_of(const SweepLoad& load, std::size_t cores) {
  if (load.columns == 1 && !load.shared_history) return (load.blocks + cores - 1) / cores;
  return load.blocks / load.columns * ((load.columns + cores - 1) / cores);
}

void find_limits(const SweepLoad& load, const ClusterShape& shape, ClusterForecast& found) {
  const std::size_t a_block =
      std::max<std::size_t>(1, load.worlds / std::max<std::size_t>(1, load.blocks));
  const auto larger = [&](double times) {
    return fmt::format("block_worlds = {} in the study", std::int64_t(double(a_block) * times));
  };
  if (double(load.blocks) < shape.all())
    found.limits.push_back(
        fmt::format("{} for {} cores: some would idle. Smaller blocks: {}",
                    counted(std::int64_t(load.blocks), "block"), grouped(std::int64_t(shape.all())),
                    larger(std::max(1 / double(a_block), double(load.blocks) / shape.all() / 4))));
  if (found.published_blocks > many_blocks)
    found.limits.push_back(fmt::format(
        "{} files of blocks: larger ones, {}", grouped(std::int64_t(found.published_blocks)),
        larger(double(found.published_blocks) / double(many_blocks) * 2)));
  if (found.files_a_minute > many_files_a_minute)
    found.limits.push_back(fmt::format("{:.0f} files a minute from each node: larger blocks, {}",
                                       found.files_a_minute,
                                       larger(found.files_a_minute / many_files_a_minute * 2)));
  if (found.operations_a_second > many_operations_a_second)
    found.limits.push_back(
        fmt::format("{:.0f} operations a second at the shared file system: larger blocks, {}",
                    found.operations_a_second,
                    larger(found.operations_a_second / many_operations_a_second * 2)));
  if (double(found.assembly_memory) > much_memory)
    found.limits.push_back(fmt::format(
        "{} of memory where the result is put together: fewer `responses`, or the study in parts "
        "of fewer points",
        readable_size(found.assembly_memory)));
  if (found.assembling > long_assembly_share * found.seconds() && found.assembling > 600)
    found.limits.push_back(fmt::format(
        "{} of one process that puts the result together: fewer `responses`, or the study in "
        "parts of fewer points",
        readable_duration(found.assembling)));
}

}  // namespace

ClusterForecast forecast(const SweepLoad& load, ClusterShape shape) {
  ClusterForecast found;
  found.published_blocks = lines_of(load, std::size_t(shape.cores));
  const double published = double(found.published_blocks);
  const double of_a_node = published / shape.nodes;
  found.block_seconds = load.core_seconds / std::max(1., published) / shape.cores;
  const double values = double(load.worlds) *
                        (double(load.responses) * double(load.years + 1) * 8 + bytes_a_fingerprint);
  found.starting = seconds_to_start + operations_a_task * seconds_an_operation;
  found.simulating = load.core_seconds / shape.all();
  found.publishing = of_a_node * operations_a_block * seconds_an_operation;
  // The last block of some node ends as others have nothing left to do.
  found.waiting = std::min(found.block_seconds, load.core_seconds / shape.cores) *
                  (std::ceil(of_a_node) - of_a_node + .5);
  found.assembling = 2 * values / assembled_bytes_a_second + published * assembling_seconds_a_block;
  found.files = std::uint64_t(published + files_a_task * shape.nodes + 6);
  found.bytes = std::uint64_t(2 * values + published * bytes_a_block);
  found.operations =
      std::uint64_t(published * (operations_a_block + 3) + shape.nodes * operations_a_task);
  const double working = found.simulating + found.publishing + found.waiting;
  found.operations_a_second = working > 0 ? published * operations_a_block / working : 0;
  found.files_a_minute = working > 0 ? of_a_node / working * 60 : 0;
  found.assembly_memory = std::uint64_t(double(load.worlds) * (double(load.responses) * 8 + 1));
  find_limits(load, shape, found);
  return found;
}

}  // namespace coopsim::cli
