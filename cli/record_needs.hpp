// SPDX-License-Identifier: Apache-2.0
// How large the event table and the panel of a run will be: the panel by counting, the events by
// arithmetic over rates and money, which is right within a third or so.
#pragma once
#include <cstdint>

#include "cli/scenario_input.hpp"

namespace coopsim::cli {

struct RecordNeeds {
  std::uint64_t event_worlds = 0, panel_worlds = 0;      // that leave records
  std::uint64_t event_policies = 0, panel_policies = 0;  // chosen
  std::uint64_t events_a_world = 0, rows_a_world = 0;    // of either table
  std::uint64_t events() const { return event_worlds * events_a_world; }
  std::uint64_t rows() const { return panel_worlds * rows_a_world; }
  std::uint64_t disk() const;
  // With `jobs` replications at work, the one that is written besides.
  std::uint64_t memory(std::uint64_t jobs) const;
};

RecordNeeds record_needs(const Scenario& scenario, const Selection& selection);

}  // namespace coopsim::cli
