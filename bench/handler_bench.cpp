// SPDX-License-Identifier: Apache-2.0
// One event of the kernel with a handler that does something: 64 bytes of state an entity, two
// draws. Beside it bare programs with the same handler and the same draws, that can do nothing
// else: a heap of 16-byte keys whose top is replaced, without ties, phases, cancelling or payload.
#include <benchmark/benchmark.h>

#include <limits>
#include <utility>
#include <vector>

#include "bench/draws.hpp"
#include "sim/kernel/calendar.hpp"
#include "sim/kernel/distribution.hpp"
#include "sim/kernel/random.hpp"

namespace coopsim::bench {
namespace {

constexpr double mean_gap = 90.0 * 86'400;

struct alignas(64) Firm {
  std::int64_t seen = 0;
  double level = 0, growth = 0, effort = 0;
  std::uint32_t visits = 0, good = 0;
};

// A few nanoseconds a draw: what is timed is the kernel.
struct Cheap {
  std::pair<double, double> gap_and_mark(const Firm&, std::uint32_t) {
    return {draws.exponential() * mean_gap, draws.uniform()};
  }
  Draws draws;
};
// As the model draws: addressed by entity and occasion, one Philox block for both.
struct Addressed {
  std::pair<double, double> gap_and_mark(const Firm& firm, std::uint32_t number) {
    const auto u = random.uniforms(entity(1, number), Purpose{1}, firm.visits);
    return {exponential_quantile(u[0], mean_gap), u[1]};
  }
  Random random{20'070'412, 0};
};

// What happens to a firm; returns when it happens next.
template <class Source>
std::int64_t handle(Firm& firm, std::uint32_t number, std::int64_t now, Source& source) {
  const auto [gap, mark] = source.gap_and_mark(firm, number);
  firm.growth += (mark - .5) * 1e-3;
  firm.level += firm.growth * double(now - firm.seen) * 1e-9;
  firm.good += mark < firm.effort ? 1 : 0;
  firm.effort += (mark - firm.effort) * .1;
  firm.seen = now;
  ++firm.visits;
  return now + 1 + std::int64_t(gap);
}

double sum_of(const std::vector<Firm>& firms) {
  double sum = 0;
  for (const Firm& firm : firms) sum += firm.level;
  return sum;
}

template <class Source>
void through_calendar(benchmark::State& state) {
  const auto pending = std::uint32_t(state.range(0));
  std::vector<Firm> firms(pending);
  Source source;
  Calendar<std::uint32_t> calendar(Time{}, Time::max());
  const auto schedule = [&](std::int64_t at, std::uint32_t number) {
    calendar.schedule(Time(Duration(at)), Phase::arrival, entity(1, number), number);
  };
  const auto step = [&] {
    const auto* entry = calendar.next();
    const std::uint32_t number = entry->event;
    schedule(handle(firms[number], number, entry->when >> 3, source), number);
  };
  for (std::uint32_t i = 0; i < pending; ++i) schedule(handle(firms[i], i, 0, source), i);
  for (std::uint32_t i = 0; i < pending + 10'000; ++i) step();
  for (auto _ : state) step();
  benchmark::DoNotOptimize(sum_of(firms));
}

// Four children a node; the earliest is replaced by its own next event.
template <class Source>
void bare_heap(benchmark::State& state) {
  struct Key {
    std::int64_t when;
    std::uint32_t number;
  };
  const auto pending = std::size_t(state.range(0));
  std::vector<Firm> firms(pending);
  std::vector<Key> heap(pending + 4, Key{std::numeric_limits<std::int64_t>::max(), 0});
  Source source;
  const auto sift_down = [&](std::size_t hole, Key key) {
    for (std::size_t child; (child = 4 * hole + 1) < pending; hole = child) {
      std::size_t least = child;
      const std::size_t end = std::min(child + 4, pending);
      for (std::size_t i = child + 1; i < end; ++i)
        least = heap[i].when < heap[least].when ? i : least;
      if (key.when <= heap[least].when) break;
      heap[hole] = heap[child = least];
    }
    heap[hole] = key;
  };
  const auto step = [&] {
    const auto [when, number] = heap[0];
    sift_down(0, {handle(firms[number], number, when, source), number});
  };
  for (std::uint32_t i = 0; i < pending; ++i) heap[i] = {handle(firms[i], i, 0, source), i};
  for (std::size_t i = pending; i-- > 0;) sift_down(i, heap[i]);
  for (std::size_t i = 0; i < pending + 10'000; ++i) step();
  for (auto _ : state) step();
  benchmark::DoNotOptimize(sum_of(firms));
}

// The handler alone, entity after entity.
template <class Source>
void handler_alone(benchmark::State& state) {
  const auto count = std::uint32_t(state.range(0));
  std::vector<Firm> firms(count);
  Source source;
  std::int64_t now = 0;
  std::uint32_t number = 0;
  for (auto _ : state) {
    now += handle(firms[number], number, now, source) & 0xFF;
    number = number + 1 == count ? 0 : number + 1;
  }
  benchmark::DoNotOptimize(sum_of(firms));
}

const bool registered = [] {
  const auto add = [](const char* name, void (*run)(benchmark::State&)) {
    for (const std::int64_t pending : {100, 1'000, 10'000, 100'000, 1'000'000})
      benchmark::RegisterBenchmark(name, run)->Arg(pending)->Iterations(1'000'000);
  };
  add("event/cheap draws/calendar", through_calendar<Cheap>);
  add("event/cheap draws/bare heap", bare_heap<Cheap>);
  add("event/cheap draws/handler alone", handler_alone<Cheap>);
  add("event/addressed draws/calendar", through_calendar<Addressed>);
  add("event/addressed draws/bare heap", bare_heap<Addressed>);
  add("event/addressed draws/handler alone", handler_alone<Addressed>);
  return true;
}();

}  // namespace
}  // namespace coopsim::bench
