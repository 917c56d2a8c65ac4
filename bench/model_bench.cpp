// SPDX-License-Identifier: Apache-2.0
// The whole model: one replication of scenarios/kjc_2007.toml on one thread, which is the world
// without programme, the history, and from its end the stopped programme and every policy.
#include <benchmark/benchmark.h>

#include <stdexcept>
#include <string>

#include "scenarios/reader.hpp"
#include "sim/experiment.hpp"
#include "sim/replication.hpp"
#include "tests/counted_allocations.hpp"

namespace coopsim::bench {
namespace {

// What a replication does up to policies_start: done once, but counted by every world that goes on
// from there.
Work history_of(const Scenario& scenario, int replication) {
  const Study study(scenario);
  Reference without;
  Replication none(study, replication, nullptr);
  none.run_without_programme(without);
  Replication history(study, replication, &without);
  history.run_until(scenario.parameters.run.policies_start);
  return history.work();
}

void one_replication(benchmark::State& state, const std::string& file) {
  const Scenario scenario = read_scenario(COOPSIM_SOURCE_DIR "/scenarios/" + file);
  ExperimentOptions options;
  options.threads = 1;
  options.replications = 1;
  double events = 0, draws = 0, worlds = 0;
  std::size_t allocated = 0;
  for (auto _ : state) {
    const std::size_t before = testing::allocations();
    double forks = -1;
    run_experiment(scenario, options, [&](const Outcome& outcome) {
      if (!outcome.error.empty()) throw std::runtime_error(outcome.error);
      events += double(outcome.work.events);
      draws += double(outcome.work.draws);
      worlds += 1;
      forks += outcome.world == Outcome::World::none ? 0 : 1;
    });
    allocated += testing::allocations() - before;
    state.PauseTiming();
    const Work history = history_of(scenario, options.first_replication++);
    events -= forks * double(history.events);
    draws -= forks * double(history.draws);
    state.ResumeTiming();
  }
  state.SetItemsProcessed(std::int64_t(events));
  state.counters["events"] = events / double(state.iterations());
  state.counters["worlds"] = worlds / double(state.iterations());
  state.counters["draws"] = draws / events;
  state.counters["allocations"] = double(allocated) / events;
}

BENCHMARK_CAPTURE(one_replication, kjc_2007, "kjc_2007.toml")
    ->Name("model/kjc_2007")
    ->Iterations(3)
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace coopsim::bench
