// SPDX-License-Identifier: Apache-2.0
// Other programs, started by their words and never through a shell.
#pragma once
#include <string>
#include <vector>

namespace coopsim::cluster {

struct Answer {
  bool started = false;  // false: there is no such program
  int code = 0;          // its exit code; 128 + number where a signal ended it
  std::string output;    // on its standard output
  std::string errors;    // on its standard error
};

// Runs a program of the PATH to its end, without input.
Answer ask(const std::vector<std::string>& words);

// The exit code that a status of waitpid stands for, as a shell counts.
int code_of_status(int status);

}  // namespace coopsim::cluster
