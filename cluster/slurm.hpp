// SPDX-License-Identifier: Apache-2.0
// Slurm as its commands show it: sbatch, squeue, scontrol. No library of Slurm's is needed.
#pragma once
#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace coopsim::cluster {

// What sbatch said where it took no job.
struct SlurmError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// The job's id. Throws SlurmError; also where there is no sbatch.
std::string submit_batch(const std::string& script, const std::vector<std::string>& options);

// Takes a job out of the queue. Throws SlurmError.
void cancel_job(const std::string& id);

// How many tasks of jobs are in the queue, by their state.
struct InQueue {
  std::size_t running = 0, pending = 0, others = 0;  // others: completing, suspended, ...
  std::size_t all() const { return running + pending + others; }
};
// Nothing where the queue cannot be asked (no squeue, or it has no answer).
std::optional<InQueue> in_queue(const std::vector<std::string>& jobs);

// Tasks that an array may have here: one less than Slurm's MaxArraySize; nothing where unknown.
std::optional<std::size_t> most_tasks();

}  // namespace coopsim::cluster
