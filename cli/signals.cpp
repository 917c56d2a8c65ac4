// SPDX-License-Identifier: Apache-2.0
#include "cli/signals.hpp"

#include <unistd.h>

#include <csignal>

#include "cli/exit_code.hpp"

namespace coopsim::cli {
namespace {

// A handler can reach nothing else: the one place where the process keeps a count of its own.
volatile std::sig_atomic_t asked = 0;

extern "C" void on_stop_signal(int) {
  if (asked != 0) ::_exit(static_cast<int>(ExitCode::stopped));
  asked = 1;
}

struct sigaction before_interrupt, before_terminate;

}  // namespace

StopOnSignals::StopOnSignals() {
  asked = 0;
  struct sigaction action {};
  action.sa_handler = on_stop_signal;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, &before_interrupt);
  sigaction(SIGTERM, &action, &before_terminate);
}

StopOnSignals::~StopOnSignals() {
  sigaction(SIGINT, &before_interrupt, nullptr);
  sigaction(SIGTERM, &before_terminate, nullptr);
}

bool StopOnSignals::requested() const { return asked != 0; }

}  // namespace coopsim::cli
