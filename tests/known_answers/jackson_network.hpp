// SPDX-License-Identifier: Apache-2.0
// KA-14: an open network of single servers with exponential services (Jackson 1957), built from
// the kernel alone and started in its steady state.
#pragma once
#include "sim/kernel/calendar.hpp"
#include "sim/kernel/distribution.hpp"
#include "sim/kernel/math.hpp"
#include "sim/kernel/server_pool.hpp"
#include "sim/kernel/tally.hpp"
#include "sim/kernel/waiting_line.hpp"
#include "tests/known_answers/units.hpp"

namespace coopsim::queueing {

class JacksonNetwork {
 public:
  static constexpr std::size_t nodes = 3;
  using Flows = std::array<double, nodes>;
  using Routing = std::array<std::array<double, nodes + 1>, nodes>;  // last column: leaves
  struct Rates {
    Flows outside, service;  // a day
    Routing next;
  };

  JacksonNetwork(const Rates& rates, const Random& random) : rates_(rates), random_(random) {
    pools_.fill(ServerPool(1, opening));
  }

  // Each node holds a geometric number, independently. REQUIRES: first of all.
  void fill(const Flows& load) {
    for (Node node = 0; node < nodes; ++node) {
      const double u = random_.uniform(entity(source, node), start_draw);
      const int here = static_cast<int>(math::log(1.0 - u) / math::log(load[node]));
      for (int i = 0; i < here; ++i) enter(new_customer(opening, false), node, opening);
    }
  }

  // Observes who comes before `until`, and goes on until the last of them has left.
  void run_until(Time until) {
    for (Node node = 0; node < nodes; ++node) schedule_arrival(node, opening);
    while (const auto* entry = calendar_.next(until)) handle(entry->event, entry->at());
    end_ = until;
    area_ = level_.area(until) / 86'400;
    visits_at_end_ = visits_;
    closed_ = true;
    while (waited_for_ > 0) {
      const auto* entry = calendar_.next();
      handle(entry->event, entry->at());
    }
  }

  double length() const { return in_days(end_ - opening); }
  double area() const { return area_; }  // customers x days
  const Flows& visits() const { return visits_at_end_; }
  const Tally& sojourn() const { return sojourn_; }

 private:
  using Node = std::uint16_t;
  struct Event {
    std::uint32_t customer;
    Node node;
    bool completion;
  };
  struct Customer {
    Time entered;
    std::uint32_t services = 0;
    bool observed = true;
  };

  void handle(Event event, Time now) {
    if (event.completion)
      complete(event.customer, event.node, now);
    else if (!closed_)
      arrive(event.node, now);
  }

  std::uint32_t new_customer(Time now, bool observed) {
    customers_.push_back({now, 0, observed});
    waited_for_ += observed;
    level_.add(now, 1);
    return static_cast<std::uint32_t>(customers_.size() - 1);
  }

  void schedule_arrival(Node node, Time now) {
    if (rates_.outside[node] == 0) return;
    const EntityId from = entity(source, node);
    const double u = random_.uniform(from, gap_draw, arrivals_[node]++);
    const Duration gap = seconds(exponential_quantile(u, 1 / rates_.outside[node]));
    calendar_.schedule(now + gap, Phase::arrival, from, {0, node, false});
  }

  void arrive(Node node, Time now) {
    schedule_arrival(node, now);
    ++visits_[node];
    enter(new_customer(now, true), node, now);
  }

  void enter(std::uint32_t who, Node node, Time now) {
    if (pools_[node].try_seize(now))
      begin(who, node, now);
    else
      lines_[node].join(who, customer(arriving, who), now);
  }

  void begin(std::uint32_t who, Node node, Time now) {
    const EntityId id = customer(arriving, who);
    const double u = random_.uniform(id, service_draw, customers_[who].services);
    const Duration work = service_seconds(exponential_quantile(u, 1 / rates_.service[node]));
    calendar_.schedule(now + work, Phase::completion, id, {who, node, true});
  }

  void complete(std::uint32_t who, Node node, Time now) {
    pools_[node].release(now);
    if (!lines_[node].empty() && pools_[node].try_seize(now))
      begin(lines_[node].pop().item, node, now);
    Customer& one = customers_[who];
    const double u = random_.uniform(customer(arriving, who), route_draw, one.services++);
    const auto to = static_cast<Node>(discrete_quantile(u, rates_.next[node]));
    if (to < nodes) {
      ++visits_[to];
      return enter(who, to, now);
    }
    level_.add(now, -1);
    if (!one.observed) return;
    --waited_for_;
    sojourn_.add(in_days(now - one.entered));
  }

  Rates rates_;
  Random random_;
  Calendar<Event> calendar_{opening, never};
  std::array<WaitingLine<std::uint32_t>, nodes> lines_;
  std::array<ServerPool, nodes> pools_;
  std::vector<Customer> customers_;
  std::array<std::uint32_t, nodes> arrivals_{};
  Flows visits_{}, visits_at_end_{};
  TimeWeighted level_{opening};
  Tally sojourn_;
  Time end_ = opening;
  double area_ = 0;
  std::uint64_t waited_for_ = 0;
  bool closed_ = false;
};

}  // namespace coopsim::queueing
