// SPDX-License-Identifier: Apache-2.0
// M/M/1 at rho .9, a million customers, waiting times observed: with the kernel's calendar, waiting
// line, server pool, tallies and fingerprint; as a loop written by hand on a heap; and as Lindley's
// recursion, which needs no events. All with the same addressed draws. Beside it what an event of
// the kernel allocates in the steady state.
#include <benchmark/benchmark.h>

#include <limits>
#include <queue>
#include <utility>

#include "sim/kernel/calendar.hpp"
#include "sim/kernel/distribution.hpp"
#include "sim/kernel/fingerprint.hpp"
#include "sim/kernel/random.hpp"
#include "sim/kernel/server_pool.hpp"
#include "sim/kernel/tally.hpp"
#include "sim/kernel/waiting_line.hpp"
#include "tests/counted_allocations.hpp"

namespace coopsim::bench {
namespace {

constexpr std::uint32_t customers = 1'000'000;
constexpr double mean_service = 86'400, mean_gap = mean_service / .9;

EntityId customer(std::uint32_t number) { return entity(1, number); }

// Seconds from the customer's arrival to the next one, and of its service: at least one, since what
// completes goes before what arrives on the same second.
std::pair<std::int64_t, std::int64_t> gap_and_service(const Random& random, std::uint32_t number) {
  const auto u = random.uniforms(customer(number), Purpose{1});
  return {std::int64_t(exponential_quantile(u[0], mean_gap)),
          1 + std::int64_t(exponential_quantile(u[1], mean_service))};
}

struct Waiter {
  std::uint32_t number = 0;
  Duration service{};
};

class Queue {
 public:
  explicit Queue(std::uint64_t seed) : random_(seed, 0), calendar_(Time{}, Time::max()) {
    calendar_.schedule(Time{}, Phase::arrival, customer(0), {0, false});
  }
  // Until so many have been served.
  void run(std::uint32_t served) {
    while (served_ < served) {
      const auto* entry = calendar_.next();
      fingerprint_.add(entry->when);
      fingerprint_.add(entry->who.bits ^ std::uint64_t(entry->event.completes));
      if (entry->event.completes)
        complete(entry->at());
      else
        arrive(entry->event.number, entry->at());
    }
  }
  const Tally& wait() const { return wait_; }
  double utilisation() const { return pool_.utilisation(calendar_.now()); }

 private:
  struct Event {
    std::uint32_t number = 0;
    bool completes = false;
  };
  void arrive(std::uint32_t number, Time now) {
    const auto [gap, service] = gap_and_service(random_, number);
    calendar_.schedule(now + Duration(gap), Phase::arrival, customer(number + 1),
                       {number + 1, false});
    in_system_.add(now, 1);
    if (pool_.try_seize(now))
      begin({number, Duration(service)}, now, now);
    else
      line_.join({number, Duration(service)}, customer(number), now);
  }
  void begin(const Waiter& one, Time since, Time now) {
    wait_.add(double((now - since).count()));
    calendar_.schedule(now + one.service, Phase::completion, customer(one.number),
                       {one.number, true});
  }
  void complete(Time now) {
    ++served_;
    pool_.release(now);
    in_system_.add(now, -1);
    if (line_.empty() || !pool_.try_seize(now)) return;
    const auto next = line_.pop();
    begin(next.item, next.since, now);
  }

  Random random_;
  Calendar<Event> calendar_;
  WaitingLine<Waiter> line_;
  ServerPool pool_{1};
  Tally wait_;
  TimeWeighted in_system_;
  Fingerprint fingerprint_;
  std::uint32_t served_ = 0;
};

// What the runs below observed, in services; rho / (1 - rho) = 9 on the mean.
void report(benchmark::State& state, double wait) {
  state.SetItemsProcessed(state.iterations() * customers);
  state.counters["wait"] = wait / mean_service;
}

void with_the_kernel(benchmark::State& state) {
  double wait = 0;
  for (auto _ : state) {
    Queue queue(20'070'412);
    queue.run(customers);
    wait = queue.wait().mean();
  }
  report(state, wait);
}

void by_hand(benchmark::State& state) {
  struct Event {
    std::int64_t when;
    std::int64_t service;  // 0: a completion
    bool operator>(const Event& other) const { return when > other.when; }
  };
  double wait = 0;
  for (auto _ : state) {
    const Random random(20'070'412, 0);
    std::priority_queue<Event, std::vector<Event>, std::greater<>> events;
    std::queue<std::pair<std::int64_t, std::int64_t>> line;
    std::uint32_t arrived = 0, served = 0;
    bool busy = false;
    wait = 0;
    const auto next_arrival = [&](std::int64_t now) {
      const auto [gap, service] = gap_and_service(random, arrived++);
      events.push({now + gap, service});
    };
    next_arrival(0);
    while (served < customers) {
      const Event event = events.top();
      events.pop();
      if (event.service != 0) {
        next_arrival(event.when);
        line.push({event.when, event.service});
      } else {
        ++served;
        busy = false;
      }
      if (busy || line.empty()) continue;
      const auto [since, service] = line.front();
      line.pop();
      wait += double(event.when - since);
      events.push({event.when + service, 0});
      busy = true;
    }
    wait /= customers;
  }
  report(state, wait);
}

void by_recursion(benchmark::State& state) {
  double mean = 0;
  for (auto _ : state) {
    const Random random(20'070'412, 0);
    std::int64_t wait = 0;
    mean = 0;
    for (std::uint32_t number = 0; number < customers; ++number) {
      mean += double(wait);
      const auto [gap, service] = gap_and_service(random, number);
      wait = std::max<std::int64_t>(0, wait + service - gap);
    }
    mean /= customers;
  }
  report(state, mean);
}

void allocations_per_event(benchmark::State& state) {
  Queue queue(1);
  std::uint32_t served = customers;
  queue.run(served);
  const std::size_t before = testing::allocations();
  for (auto _ : state) queue.run(served += 1'000);
  state.counters["allocations"] =
      double(testing::allocations() - before) / double(2'000 * std::size_t(state.iterations()));
}

BENCHMARK(with_the_kernel)->Name("mm1/coopsim")->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK(by_hand)->Name("mm1/by hand on a heap")->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK(by_recursion)
    ->Name("mm1/recursion, no events")
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond);
BENCHMARK(allocations_per_event)->Name("allocations/queue")->Iterations(1'000);

}  // namespace
}  // namespace coopsim::bench
