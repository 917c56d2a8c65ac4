// SPDX-License-Identifier: Apache-2.0
// What one run of one world leaves behind.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "sim/kernel/fingerprint.hpp"
#include "sim/world/records.hpp"

namespace coopsim {

// What was simulated besides the responses: for speed figures and the fingerprint.
struct Work {
  std::uint64_t events = 0;
  std::uint64_t draws = 0;
};

// One world of one replication. Policies are numbered as in the scenario; the reference worlds
// NONE (no programme ever) and STOP (no money from policies_start) stand beside them.
struct Outcome {
  enum class World : std::uint8_t { policy, none, stop };

  int replication = 0;
  World world = World::policy;
  int policy = -1;                // number in the scenario; -1 for a reference world
  std::vector<double> responses;  // by ResponseLayout; NaN is missing. Empty if the run failed.
  Fingerprint::Value fingerprint;
  Work work;
  Records records{};  // where the scenario asks for them
  std::string error;  // empty if all went well
};

}  // namespace coopsim
