// SPDX-License-Identifier: Apache-2.0
#include "sim/experiment.hpp"

#include <algorithm>
#include <exception>
#include <mutex>
#include <optional>
#include <set>
#include <thread>
#include <utility>

#include "sim/executor.hpp"
#include "sim/replication.hpp"

namespace coopsim {
namespace {

// Threads that ran something, and the lock under which progress is told.
class Observers {
 public:
  explicit Observers(const std::function<void(const Outcome&)>& progress) : progress_(progress) {}
  void saw(const Outcome& outcome) {
    const std::lock_guard lock(mutex_);
    workers_.insert(std::this_thread::get_id());
    if (progress_) progress_(outcome);
  }
  int workers() const { return int(workers_.size()); }

 private:
  const std::function<void(const Outcome&)>& progress_;
  std::mutex mutex_;
  std::set<std::thread::id> workers_;
};

// Runs one world to its end; what goes wrong stays in its outcome.
template <class Run>
Outcome run_world(int replication, Outcome::World world, int policy, Run&& run) {
  Outcome outcome{.replication = replication,
                  .world = world,
                  .policy = policy,
                  .responses = {},
                  .fingerprint = {},
                  .work = {},
                  .records = {},
                  .error = {}};
  try {
    Replication done = run();
    outcome.responses = done.responses();
    outcome.fingerprint = done.fingerprint();
    outcome.work = done.work();
    outcome.records = done.take_records();
  } catch (const std::exception& error) {
    outcome.error = error.what();
  }
  return outcome;
}

// NONE first, then history, then the baseline, then STOP and the other policies, each from a copy
// of the history. STOP only where reference worlds are asked for: nobody compares with it here.
class Job {
 public:
  Job(const Study& study, std::vector<int> policies, int replication, bool reference_worlds)
      : study_(study),
        policies_(std::move(policies)),
        number_(replication),
        reference_(reference_worlds) {}

  std::vector<Outcome> run(const Executor& executor, Observers& observers) const {
    const Time fork = study_.scenario.parameters.run.policies_start;
    Reference without;
    std::vector<Outcome> outcomes;
    outcomes.push_back(run_world(number_, Outcome::World::none, -1, [&] {
      Replication none(study_, number_, nullptr);
      none.run_without_programme(without);
      return none;
    }));
    observers.saw(outcomes.front());
    std::optional<Replication> history;
    std::string error = outcomes.front().error;
    if (error.empty()) try {
        history.emplace(study_, number_, &without);
        history->run_until(fork);
      } catch (const std::exception& failure) {
        error = std::string("history: ") + failure.what();
      }
    BaselineFirms kept;
    const int base = baseline_number(study_.scenario);
    const Outcome baseline =
        go_on(Outcome::World::policy, base, history, error, [&](Replication& world) {
          world.keep_baseline(kept);
          world.announce(study_.scenario.policies.at(std::size_t(base)));
        });
    if (!reference_) outcomes.clear();
    const std::size_t references = outcomes.size();  // NONE is there, STOP is still to come
    outcomes.resize(2 * references + policies_.size());
    executor.for_each(references + policies_.size(), [&](std::size_t i) {
      const int number = i < references ? -1 : policies_[i - references];
      outcomes[references + i] = number < 0       ? stop(history, kept, error)
                                 : number == base ? baseline
                                                  : policy(number, history, kept, error);
      observers.saw(outcomes[references + i]);
    });
    return outcomes;
  }

 private:
  // A copy of the history goes on as `begin` says.
  template <class Begin>
  Outcome go_on(Outcome::World kind, int number, const std::optional<Replication>& history,
                const std::string& error, Begin&& begin) const {
    return run_world(number_, kind, number, [&] {
      if (!history) throw std::runtime_error(error);
      Replication world = *history;
      begin(world);
      world.finish();
      return world;
    });
  }
  Outcome stop(const std::optional<Replication>& history, const BaselineFirms& baseline,
               const std::string& error) const {
    return go_on(Outcome::World::stop, -1, history, error, [&](Replication& world) {
      world.compare_with(baseline);
      world.stop();
    });
  }
  Outcome policy(int number, const std::optional<Replication>& history,
                 const BaselineFirms& baseline, const std::string& error) const {
    return go_on(Outcome::World::policy, number, history, error, [&](Replication& world) {
      world.compare_with(baseline);
      world.announce(study_.scenario.policies[std::size_t(number)]);
    });
  }

  const Study& study_;
  const std::vector<int> policies_;
  int number_;
  bool reference_;
};

std::string failure_line(const Outcome& outcome, const Scenario& scenario) {
  const std::string world = outcome.world == Outcome::World::none ? "NONE"
                            : outcome.world == Outcome::World::stop
                                ? "STOP"
                                : scenario.policies[std::size_t(outcome.policy)].name;
  return world + ":" + std::to_string(outcome.replication) + ": " + outcome.error;
}

}  // namespace

int baseline_number(const Scenario& scenario) {
  const auto marked = std::ranges::find_if(scenario.policies, &Policy::baseline);
  return marked == scenario.policies.end() ? 0 : int(marked - scenario.policies.begin());
}

JobsReport run_jobs(std::size_t count, const std::function<ReplicationJob(std::size_t)>& job_of,
                    const JobOptions& options,
                    const std::function<void(std::size_t, std::vector<Outcome>&)>& deliver) {
  const Executor executor(options.threads);
  Observers observers(options.progress);
  std::vector<std::vector<Outcome>> waiting(executor.in_flight() + 1);  // a ring
  const auto slot = [&](std::size_t i) -> std::vector<Outcome>& {
    return waiting[i % waiting.size()];
  };
  const auto work = [&](std::size_t i) {
    ReplicationJob job = job_of(i);
    if (job.policies.empty()) return;
    const Study study(*job.scenario);
    slot(i) = Job(study, std::move(job.policies), job.replication, options.reference_worlds)
                  .run(executor, observers);
  };
  const auto hand_over = [&](std::size_t i) {
    deliver(i, slot(i));
    slot(i) = {};
  };
  JobsReport report;
  report.delivered = executor.pipeline(count, work, hand_over, options.stop_requested);
  report.workers_seen = observers.workers();
  return report;
}

ExperimentReport run_experiment(const Scenario& scenario, const ExperimentOptions& options,
                                const std::function<void(const Outcome&)>& deliver) {
  const int replications = options.replications > 0 ? options.replications
                                                    : scenario.parameters.run.replications.at_least;
  std::vector<int> all = options.policies;
  if (all.empty())
    for (int i = 0; i < int(scenario.policies.size()); ++i) all.push_back(i);
  const std::shared_ptr<const Scenario> shared(std::shared_ptr<void>(), &scenario);  // not owned
  const auto job_of = [&](std::size_t i) {
    const int number = options.first_replication + int(i);
    return ReplicationJob{shared, number, options.policies_of ? options.policies_of(number) : all};
  };
  ExperimentReport report;
  const auto hand_over = [&](std::size_t, const std::vector<Outcome>& outcomes) {
    for (const Outcome& outcome : outcomes) {
      if (!outcome.error.empty()) report.failures.push_back(failure_line(outcome, scenario));
      deliver(outcome);
    }
  };
  const std::size_t count = std::size_t(std::max(0, replications));
  const JobsReport done = run_jobs(
      count, job_of,
      {options.threads, options.reference_worlds, options.stop_requested, options.progress},
      hand_over);
  report.replications = int(done.delivered);
  report.stopped = done.delivered < count;
  report.workers_seen = done.workers_seen;
  return report;
}

}  // namespace coopsim
