// SPDX-License-Identifier: Apache-2.0
// One station, G/G/c/K, built from the kernel alone: calendar, addressed draws, waiting line,
// server pool, tallies. It starts in its steady state (`fill`) and runs for a time, or starts with
// a customer that finds nobody and runs for so many regeneration cycles. So no warm-up is guessed.
#pragma once
#include "sim/kernel/calendar.hpp"
#include "sim/kernel/server_pool.hpp"
#include "sim/kernel/tally.hpp"
#include "sim/kernel/waiting_line.hpp"
#include "tests/known_answers/units.hpp"

namespace coopsim::queueing {

struct Settings {
  std::uint32_t servers = 1;
  std::size_t places = ~std::size_t(0);  // in the system; who finds it full is refused
  Fault fault{};
};

// Gap: days to the next arrival, of a uniform number. Service: days, of two uniform numbers.
template <class Gap, class Service>
class Station {
 public:
  Station(const Settings& settings, Gap gap, Service service, const Random& random)
      : settings_(settings),
        gap_(gap),
        service_(service),
        random_(random),
        line_(settings.fault.lottery ? Discipline::lottery : Discipline::first_come),
        pool_(settings.servers, opening) {}

  // So many are here already; `remaining` makes their services, of two uniform numbers. They are
  // not among the customers observed. REQUIRES: first of all.
  template <class Remaining>
  void fill(std::size_t customers, Remaining remaining) {
    for (std::uint32_t i = 0; i < customers; ++i) {
      const EntityId who = customer(present, i);
      change_level(opening, +1);
      wait_or_begin(who, opening, service_seconds(remaining(random_.uniforms(who, service_draw))));
    }
  }

  // Observes who comes before `until`; at the end they are served, and nobody comes any more.
  void run_until(Time until) {
    schedule_arrival(opening);
    while (const auto* entry = calendar_.next(until)) handle(entry->event, entry->who, entry->at());
    close(until);
    while (!line_.empty()) {
      const auto* entry = calendar_.next();
      if (entry->event == Event::completion) complete(entry->at());
    }
  }

  // Each cycle opens with a customer that finds nobody; the one after the last ends the run.
  void run_cycles(std::uint64_t cycles) {
    cycles_left_ = cycles;
    calendar_.schedule(opening, Phase::arrival, customer(arriving, 0), Event::arrival);
    while (!closed_) {
      const auto* entry = calendar_.next();
      handle(entry->event, entry->who, entry->at());
    }
  }

  // Of the time before the end, in days.
  double length() const { return in_days(end_ - opening); }
  double line_area() const { return line_area_ / 86'400; }
  double system_area() const { return system_area_ / 86'400; }
  double time_empty() const { return empty_area_ / 86'400; }
  double level_at_end() const { return level_at_end_; }
  // Of the customers that came before the end, in days. Delayed: waited at all, and late: more
  // than a day.
  std::uint64_t arrived() const { return arrived_; }
  std::uint64_t refused() const { return refused_; }
  std::uint64_t delayed() const { return delayed_; }
  std::uint64_t late() const { return late_; }
  const Tally& wait() const { return wait_; }
  const Tally& wait_squared() const { return wait_squared_; }
  const Tally& sojourn() const { return sojourn_; }

 private:
  enum class Event : std::uint8_t { arrival, completion };
  static constexpr std::uint64_t no_cycles = ~std::uint64_t(0);

  void handle(Event event, EntityId who, Time now) {
    if (event == Event::completion)
      complete(now);
    else
      arrive(who, now);
  }

  void arrive(EntityId who, Time now) {
    if (in_system_.level() == 0 && cycles_left_ != no_cycles && cycles_left_-- == 0)
      return close(now);
    schedule_arrival(now);
    ++arrived_;
    if (settings_.fault.lose_every != 0 && arrived_ % settings_.fault.lose_every == 0) return;
    if (in_system_.level() >= double(settings_.places)) {
      ++refused_;
      return;
    }
    change_level(now, +1);
    const Purpose why = settings_.fault.one_address ? gap_draw : service_draw;
    const double work = service_(random_.uniforms(who, why)) * settings_.fault.service_factor;
    wait_or_begin(who, now, service_seconds(work));
  }

  void schedule_arrival(Time now) {
    const EntityId next = customer(arriving, ++coming_);
    const Duration gap = seconds(gap_(random_.uniform(next, gap_draw)));
    calendar_.schedule(now + gap, Phase::arrival, next, Event::arrival);
  }

  void wait_or_begin(EntityId who, Time now, Duration work) {
    if (pool_.try_seize(now)) return begin(who, now, now, work);
    if (came_in_the_run(who)) ++delayed_;
    in_line_.add(now, +1);
    line_.join(work, who, now, settings_.fault.lottery ? random_.uniform(who, lot_draw) : 0.0);
  }

  void begin(EntityId who, Time since, Time now, Duration work) {
    calendar_.schedule(now + work, Phase::completion, who, Event::completion);
    if (!came_in_the_run(who)) return;
    const double waited = in_days(now - since);
    wait_.add(waited);
    wait_squared_.add(waited * waited);
    sojourn_.add(waited + in_days(work));
    if (waited > 1) ++late_;
  }

  void complete(Time now) {
    pool_.release(now);
    change_level(now, -1);
    if (line_.empty() || !pool_.try_seize(now)) return;
    in_line_.add(now, -1);
    const Waiting<Duration> next = line_.pop();
    begin(next.who, next.since, now, next.item);
  }

  void change_level(Time now, int by) {
    in_system_.add(now, by);
    empty_.set(now, in_system_.level() == 0 ? 1 : 0);
  }

  void close(Time now) {
    closed_ = true;
    end_ = now;
    line_area_ = in_line_.area(now);
    system_area_ = in_system_.area(now);
    empty_area_ = empty_.area(now);
    level_at_end_ = in_system_.level();
  }

  Settings settings_;
  Gap gap_;
  Service service_;
  Random random_;
  Calendar<Event> calendar_{opening, never};
  WaitingLine<Duration> line_;  // with the service to come
  ServerPool pool_;
  TimeWeighted in_line_{opening}, in_system_{opening}, empty_{opening, 1};
  Tally wait_, wait_squared_, sojourn_;
  std::uint64_t arrived_ = 0, refused_ = 0, delayed_ = 0, late_ = 0;
  std::uint32_t coming_ = 0;  // number of the customer who comes next
  std::uint64_t cycles_left_ = no_cycles;
  bool closed_ = false;
  Time end_ = opening;
  double line_area_ = 0, system_area_ = 0, empty_area_ = 0, level_at_end_ = 0;
};

}  // namespace coopsim::queueing
