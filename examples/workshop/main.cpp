// SPDX-License-Identifier: Apache-2.0
// A workshop: each part is turned, milled and inspected. How long does it stay, and which station
// is the bottleneck?
#include <cstdio>

#include "sim/kernel/calendar.hpp"
#include "sim/kernel/distribution.hpp"
#include "sim/kernel/random.hpp"
#include "sim/kernel/server_pool.hpp"
#include "sim/kernel/tally.hpp"
#include "sim/kernel/waiting_line.hpp"

using namespace coopsim;

constexpr Time opens = date(2025, 1, 1), closes = date(2026, 1, 1);
constexpr double between = 1800, work[] = {1200, 2700, 720};  // seconds, on average
constexpr Purpose gap_draw{0}, work_draw{1};                  // why a number is drawn
constexpr const char* answers[] = {"lathe busy", "mills busy", "inspection busy", "hours of stay"};

// Whole seconds, at least one: completions come before arrivals on the same second.
Duration exponential(double u, double mean) {
  return Duration(std::max(1, static_cast<int>(exponential_quantile(u, mean) + 0.5)));
}

struct Part {  // its own event, too: it comes, or its work at the station is done
  EntityId who;
  Time came;
  std::uint32_t station = 0;
};

struct Workshop {
  Random random;
  Calendar<Part> calendar{opens, closes};
  WaitingLine<Part> lines[3];
  ServerPool servers[3] = {ServerPool(1, opens), ServerPool(2, opens), ServerPool(1, opens)};
  Tally hours;

  explicit Workshop(std::uint32_t replication) : random(2025, replication) {
    calendar.schedule(opens, Phase::arrival, entity(1, 0), {entity(1, 0), opens});
    while (const auto* next = calendar.next()) handle(next->event, next->phase(), next->at());
  }

  void handle(Part part, Phase phase, Time now) {
    if (phase == Phase::arrival) {
      const EntityId who = entity(1, part.who.slot() + 1);
      const Time comes = now + exponential(random.uniform(who, gap_draw), between);
      calendar.schedule(comes, Phase::arrival, who, {who, comes});
    } else {
      servers[part.station].release(now);
      serve(part.station, now);
      if (++part.station == 3) return hours.add(double((now - part.came).count()) / 3600);
    }
    lines[part.station].join(part, part.who, now);
    serve(part.station, now);
  }

  void serve(std::uint32_t station, Time now) {
    if (lines[station].empty() || !servers[station].try_seize(now)) return;
    const Part part = lines[station].pop().item;
    const double u = random.uniform(part.who, work_draw, station);
    calendar.schedule(now + exponential(u, work[station]), Phase::completion, part.who, part);
  }
};

int main() {
  Tally results[4];
  for (std::uint32_t replication = 0; replication < 100; ++replication) {
    const Workshop workshop(replication);
    for (int i = 0; i < 3; ++i) results[i].add(workshop.servers[i].utilisation(closes));
    results[3].add(workshop.hours.mean());
  }
  for (int i = 0; i < 4; ++i)
    std::printf("%-16s %.4f (%.4f)\n", answers[i], results[i].mean(), results[i].deviation() / 10);
}
