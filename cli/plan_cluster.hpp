// SPDX-License-Identifier: Apache-2.0
// What a sweep takes on many nodes: wall time, files, bytes and operations of the shared file
// system, by arithmetic from what one replication takes; and what of it is too much for most
// clusters. docs/scaling.md holds it against measurements.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace coopsim::cli {

struct ClusterShape {
  int nodes = 1, cores = 1;  // of each node

  double all() const { return double(nodes) * cores; }
};

struct SweepLoad {
  double core_seconds = 0;  // to simulate all of it
  std::size_t blocks = 0;   // of the study's grid
  std::size_t worlds = 0;
  std::size_t responses = 0, years = 0;
  bool shared_history = false;
  std::size_t columns = 1;  // of the grid of blocks, along replications
};

struct ClusterForecast {
  std::size_t published_blocks = 0;  // neighbours that a node publishes as one
  double block_seconds = 0;          // of such a one, on all cores of a node
  // Seconds of wall time.
  double starting = 0, simulating = 0, publishing = 0, waiting = 0, assembling = 0;
  std::uint64_t files = 0, bytes = 0, operations = 0;
  double operations_a_second = 0;     // while all nodes work
  double files_a_minute = 0;          // of one node
  std::uint64_t assembly_memory = 0;  // bytes, of the one process that does it
  std::vector<std::string> limits;    // what is too much, and what helps

  double seconds() const { return starting + simulating + publishing + waiting + assembling; }
  // Share of the cores' time that simulates.
  double efficiency() const { return seconds() > 0 ? simulating / seconds() : 1; }
};

ClusterForecast forecast(const SweepLoad& load, ClusterShape shape);

}  // namespace coopsim::cli
