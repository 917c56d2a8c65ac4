// SPDX-License-Identifier: Apache-2.0
// Ctrl-C and SIGTERM: asked once, work in hand is finished; asked twice, the process ends at once.
#pragma once

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
};

}  // namespace coopsim::cli
