// SPDX-License-Identifier: Apache-2.0
#include "cli/signals.hpp"

#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstring>
#include <iterator>

#include "cli/exit_code.hpp"

namespace coopsim::cli {
namespace {

// A handler can reach nothing else: the one place where the process keeps a state of its own.
std::atomic<bool> asked{false}, leftover_known{false};
static_assert(std::atomic<bool>::is_always_lock_free, "else a handler may not touch it");
char leftover[4096];

constexpr int stopping_signals[] = {SIGINT, SIGTERM, SIGHUP, SIGUSR1};
struct sigaction before[std::size(stopping_signals)];

extern "C" void on_stop_signal(int) {
  if (asked.exchange(true)) {
    if (leftover_known) ::unlink(leftover);
    ::_exit(static_cast<int>(ExitCode::stopped));
  }
}

}  // namespace

StopOnSignals::StopOnSignals() {
  asked = false;
  leftover_known = false;
  struct sigaction action {};
  action.sa_handler = on_stop_signal;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  for (std::size_t i = 0; i < std::size(stopping_signals); ++i) {
    sigaction(stopping_signals[i], &action, &before[i]);
    // nohup asked for the terminal's end to be ignored: so be it.
    if (stopping_signals[i] == SIGHUP && before[i].sa_handler == SIG_IGN)
      sigaction(SIGHUP, &before[i], nullptr);
  }
}

StopOnSignals::~StopOnSignals() {
  for (std::size_t i = 0; i < std::size(stopping_signals); ++i)
    sigaction(stopping_signals[i], &before[i], nullptr);
}

void StopOnSignals::remove_at_once(const std::string& file) {
  leftover_known = false;
  if (file.size() >= sizeof leftover) return;
  std::memcpy(leftover, file.c_str(), file.size() + 1);
  leftover_known = true;
}

bool StopOnSignals::requested() const { return asked; }

}  // namespace coopsim::cli
