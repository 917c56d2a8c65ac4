// SPDX-License-Identifier: Apache-2.0
// Progress of a run on stderr: two bars that are redrawn on a terminal, else a line every ten
// seconds, or one JSON object a line for programs.
#pragma once
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "sim/outcome.hpp"

namespace coopsim::cli {

enum class ProgressForm { bar, lines, json, none };

// What a whole run consists of.
struct Workload {
  std::string history, policies;  // the bars' titles; no history: empty
  int replications = 0;
  int policy_count = 0;
  bool reference_worlds = true;  // NONE and STOP run as well, beside the two bars
  int threads = 1;
};

class Progress {
 public:
  Progress(ProgressForm form, Workload workload);
  ~Progress();  // the bars disappear
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // From any thread.
  void add(const Outcome& finished);
  // Stop was asked for: says so once.
  void stopping();

 private:
  using Clock = std::chrono::steady_clock;

  void keep_showing();  // runs on its own thread, so that the time left moves between outcomes
  void show();          // REQUIRES: mutex_ held
  void redraw();
  void erase();
  std::string bar(const std::string& title, int done, int total, const std::string& after) const;
  std::string remaining() const;
  double elapsed() const;
  int worlds() const;

  const ProgressForm form_;
  const Workload workload_;
  const Clock::time_point start_ = Clock::now();
  std::mutex mutex_;
  std::condition_variable wake_;
  bool closing_ = false;
  bool stopping_ = false;
  int lines_drawn_ = 0;
  std::vector<bool> past_;  // by replication: its history is done
  int histories_ = 0, policies_ = 0, others_ = 0, failed_ = 0;
  std::uint64_t events_ = 0;
  std::thread painter_;
};

}  // namespace coopsim::cli
