// SPDX-License-Identifier: Apache-2.0
// Progress of a run on stderr: bars that are redrawn on a terminal, else a line every ten seconds,
// or one JSON object a second for programs.
#pragma once
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "cli/progress_text.hpp"
#include "sim/outcome.hpp"

namespace coopsim::cli {

enum class ProgressForm { bar, lines, json, none };

class Progress {
 public:
  // `stop_requested` is asked now and then; that it became true is told at once. May be empty.
  Progress(ProgressForm form, Workload workload, std::function<bool()> stop_requested);
  ~Progress();  // the bars disappear
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // From any thread.
  void add(const Outcome& finished);

 private:
  using Clock = std::chrono::steady_clock;

  void keep_showing();  // on its own thread, so that the time left moves between outcomes
  // REQUIRES: mutex_ held.
  void begin();
  void tell_stop();
  void show();
  void redraw();
  void erase();
  std::string over_drawn() const;  // moves back over what was drawn

  const ProgressForm form_;
  const Workload workload_;
  const std::function<bool()> stop_requested_;
  const Clock::time_point start_ = Clock::now();
  std::mutex mutex_;
  std::condition_variable wake_;
  bool closing_ = false;
  int lines_drawn_ = 0;
  std::vector<bool> past_;  // by replication: its history is done
  ProgressState state_;
  std::thread painter_;
};

}  // namespace coopsim::cli
