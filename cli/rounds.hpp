// SPDX-License-Identifier: Apache-2.0
// Rounds of a sweep on Slurm: what was submitted, and what of it is still in the queue.
//
//   rounds/1/blocks       what was missing: lines of equal length, so many a task
//   rounds/1/task.sh      the job array, one task a share of the list
//   rounds/1/finish.sh    the job after it
//   rounds/1/jobs         what was submitted (JSON); only for people and for `status`
//   rounds/1/logs/        what tasks and the last job said
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "cluster/slurm.hpp"

namespace coopsim::cli {

struct SweepRound {
  std::size_t number = 0;
  std::string array_job, finish_job;  // Slurm's ids
  std::size_t tasks = 0;
  std::size_t missing_worlds = 0;  // when it was submitted
  int tries_left = 0;              // rounds that may yet bring nothing
  PartChoice part;
};

// Those that were submitted, by number. Throws ResultError where a record is damaged.
std::vector<SweepRound> rounds_of(const std::filesystem::path& folder);

// Makes the folder of the next one: nobody else gets the same number. Throws ResultError (io).
std::size_t begin_round(const std::filesystem::path& folder);
void note_round(const std::filesystem::path& folder, const SweepRound& round);

// Whether they have blocks in common, whatever the sweep's size.
bool overlap(PartChoice one, PartChoice other);

}  // namespace coopsim::cli
