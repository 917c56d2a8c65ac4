// SPDX-License-Identifier: Apache-2.0
// What a run's progress looks like; who shows it when is in progress.hpp.
#pragma once
#include <cstdint>
#include <string>

namespace coopsim::cli {

// What a whole run consists of.
struct Workload {
  std::string head;               // one line: what is run
  std::string history, policies;  // the bars' titles; no history: empty
  int replications = 0;
  int policy_count = 0;
  int threads = 1;
  int others = 2;  // worlds of a replication beside the policies: NONE and STOP

  int policy_worlds() const { return replications * policy_count; }
  int worlds() const { return replications * (policy_count + others); }
};

struct ProgressState {
  int histories = 0, policies = 0, others = 0;  // done; others: NONE and STOP
  int failed = 0;
  std::uint64_t events = 0;
  double seconds = 0;
  bool stopping = false;

  int worlds() const { return policies + others; }
};

// Lines for a terminal of `columns`, each ended and shorter than that: a line that wraps could not
// be erased. What has no room is left out, the time left last.
std::string progress_bars(const Workload& workload, const ProgressState& state, int columns,
                          bool unicode);
std::string progress_line(const Workload& workload, const ProgressState& state);
// One JSON object and a line end.
std::string progress_json(const Workload& workload, const ProgressState& state);

}  // namespace coopsim::cli
