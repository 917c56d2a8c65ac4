// SPDX-License-Identifier: Apache-2.0
// What the command says to the shell when it ends. Part of the interface: scripts rely on it.
#pragma once
#include <stdexcept>
#include <string>

namespace coopsim::cli {

enum class ExitCode : int {
  ok = 0,
  check_failed = 1,    // it ran to its end, but a check, a world or a comparison failed
  usage = 2,           // the command line makes no sense
  bad_data = 65,       // a scenario or a result that cannot be used as it is
  no_input = 66,       // an input that is not there or cannot be read
  our_bug = 70,        // never the user's fault
  cannot_create = 73,  // an output that may not or cannot be created
  io_failed = 74,      // reading, writing or memory failed on the way
  stopped = 75,        // stopped on request; the same command starts it again
  no_permission = 77,
};

// What went wrong and what to do about it, in plain words, with the code to end with.
struct Failure : std::runtime_error {
  Failure(ExitCode with, const std::string& message) : std::runtime_error(message), code(with) {}
  ExitCode code;
};

}  // namespace coopsim::cli
