// SPDX-License-Identifier: Apache-2.0
// The hold model as a benchmark of any structure, under names that bench/tables.py reads.
#pragma once
#include <benchmark/benchmark.h>

#include <string>

#include "bench/hold.hpp"

namespace coopsim::bench {

template <class Structure>
void hold(benchmark::State& state, Pattern pattern) {
  const auto pending = std::size_t(state.range(0));
  Hold<Structure> model(pattern, pending);
  for (std::size_t i = 0; i < pending + 10'000; ++i) model.step();
  for (auto _ : state) model.step();
  benchmark::DoNotOptimize(model.sum());
}

template <class Structure>
void register_hold(const std::string& structure, Pattern pattern,
                   std::initializer_list<std::int64_t> sizes) {
  const std::string name = "hold/" + std::string(name_of(pattern)) + "/" + structure;
  for (const std::int64_t pending : sizes)
    benchmark::RegisterBenchmark(name.c_str(), hold<Structure>, pattern)
        ->Arg(pending)
        ->Iterations(1'000'000);
}

template <class Structure>
void register_every_size(const std::string& structure) {
  register_hold<Structure>(structure, Pattern::exponential,
                           {100, 1'000, 10'000, 100'000, 1'000'000});
}

template <class Structure>
void register_worst_cases(const std::string& structure) {
  for (const Pattern pattern : {Pattern::uniform, Pattern::bimodal, Pattern::equal, Pattern::ties,
                                Pattern::one_day, Pattern::bursts, Pattern::pareto})
    register_hold<Structure>(structure, pattern, {1'000, 100'000});
}

}  // namespace coopsim::bench
