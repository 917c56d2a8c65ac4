// SPDX-License-Identifier: Apache-2.0
// All policies x all replications of a scenario on all cores.
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "sim/outcome.hpp"
#include "sim/scenario.hpp"

namespace coopsim {

// Number of the policy that others are compared with; it runs in every replication, asked for or
// not. A scenario marks one; of a hand-made one that marks none it is the first.
int baseline_number(const Scenario& scenario);

struct ExperimentOptions {
  int threads = 0;  // 0: as many as the machine has
  int first_replication = 0;
  int replications = 0;                    // 0: as the scenario says
  std::vector<int> policies{};             // numbers of the policies to run; empty: all
  bool reference_worlds = true;            // deliver NONE and STOP as well; else STOP is not run
  std::function<bool()> stop_requested{};  // asked between jobs; may be empty
  // Called as worlds finish, from any thread but never at the same time: progress only.
  std::function<void(const Outcome&)> progress{};
  // Numbers of the policies to run in one replication, instead of `policies`; where there is none,
  // the replication is left out. Asked from any thread. May be empty.
  std::function<std::vector<int>(int replication)> policies_of{};
};

struct ExperimentReport {
  bool stopped = false;  // by stop_requested: outcomes delivered are complete replications
  int replications = 0;  // delivered
  std::vector<std::string> failures;  // one line a failed world, with the command that repeats it
  int workers_seen = 0;               // distinct threads that ran a job
};

// Delivers every outcome to `deliver` in order of replication, then NONE, STOP, policies; from one
// thread at a time. A world that throws is delivered with its `error`; a failing history fails the
// replication's policies, a failing NONE the replication.
ExperimentReport run_experiment(const Scenario& scenario, const ExperimentOptions& options,
                                const std::function<void(const Outcome&)>& deliver);

// One replication of one scenario: what a sweep consists of.
struct ReplicationJob {
  std::shared_ptr<const Scenario> scenario;
  int replication = 0;
  std::vector<int> policies;  // numbers of the policies to run; empty: nothing runs
};
struct JobOptions {
  int threads = 0;                                 // 0: as many as the machine has
  bool reference_worlds = false;                   // NONE and STOP are delivered as well
  std::function<bool()> stop_requested{};          // asked between jobs; may be empty
  std::function<void(const Outcome&)> progress{};  // as in ExperimentOptions
};
struct JobsReport {
  std::size_t delivered = 0;
  int workers_seen = 0;
};
// Jobs side by side, at most threads + 1 ahead of what was delivered. `job_of(i)` is asked from any
// thread, once for each i; `deliver(i, outcomes)` comes in order of i, from one thread at a time,
// with NONE and STOP first where asked for, then the job's policies in order. Worlds fail as above.
JobsReport run_jobs(std::size_t count, const std::function<ReplicationJob(std::size_t)>& job_of,
                    const JobOptions& options,
                    const std::function<void(std::size_t, std::vector<Outcome>&)>& deliver);

}  // namespace coopsim
