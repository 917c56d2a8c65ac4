// SPDX-License-Identifier: Apache-2.0
// The batch scripts of one round of a sweep on Slurm, as plain text that people read and may
// change.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

namespace coopsim::cluster {

struct Round {
  std::string program;  // coopsim, with its whole path
  std::string folder;   // the sweep's, with its whole path
  std::size_t number = 1;
  std::size_t tasks = 1, blocks_a_task = 1;
  std::size_t at_once = 0;          // tasks that run at the same time; 0: as the cluster likes
  int cores = 1;                    // of a task
  std::vector<std::string> sbatch;  // options for both scripts: "--partition=short"
  // Words of the command that submits what is then missing; empty: nothing is submitted again.
  std::vector<std::string> again;

  std::string place() const;  // folder/rounds/number
};

// The job array: one task a share of the round's list of blocks.
std::string task_script(const Round& round);
// The job after it: puts the result together, or submits what is missing.
std::string finish_script(const Round& round);

// Options of sbatch that the scripts set themselves, and which nobody else may give.
bool is_own_option(const std::string& option);

}  // namespace coopsim::cluster
