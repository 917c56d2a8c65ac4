// SPDX-License-Identifier: Apache-2.0
// Ctrl-C, SIGTERM, a closed terminal and SIGUSR1, by which batch systems warn of a time limit:
// asked once, work in hand is finished; asked twice, the process ends at once.
#pragma once
#include <string>

namespace coopsim::cli {

// While one lives, the signals are caught; afterwards they do what they did before.
// REQUIRES: only one lives at a time (a process has one set of signal handlers).
class StopOnSignals {
 public:
  StopOnSignals();
  ~StopOnSignals();
  StopOnSignals(const StopOnSignals&) = delete;
  StopOnSignals& operator=(const StopOnSignals&) = delete;

  bool requested() const;
  // A file to remove if the process ends at once.
  void remove_at_once(const std::string& file);
};

}  // namespace coopsim::cli
