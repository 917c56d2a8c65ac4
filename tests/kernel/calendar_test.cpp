// SPDX-License-Identifier: Apache-2.0
#include "sim/kernel/calendar.hpp"

#include <map>
#include <tuple>
#include <vector>

#include "tests/kernel/property.hpp"

using namespace coopsim;

namespace {

constexpr Time start = date(2007, 1, 1), horizon = date(2017, 1, 1);

EntityId firm(std::uint32_t slot) { return entity(1, slot); }

// The numbers of all that is to come, in order.
std::vector<int> drain(Calendar<int>& calendar) {
  std::vector<int> order;
  while (const auto* entry = calendar.next()) order.push_back(entry->event);
  return order;
}

}  // namespace

TEST_CASE("the order is time, phase, entity, first scheduled") {
  Calendar<int> calendar(start, horizon);
  const Time noon = start + Duration(43'200);
  calendar.schedule(noon + Duration(1), Phase::policy, firm(0), 8);
  calendar.schedule(noon, Phase::review, firm(0), 7);
  calendar.schedule(noon, Phase::dispatch, firm(0), 6);
  calendar.schedule(noon, Phase::arrival, firm(2), 4);
  calendar.schedule(noon, Phase::arrival, firm(2), 5);
  calendar.schedule(noon, Phase::arrival, firm(1), 3);
  calendar.schedule(noon, Phase::completion, firm(9), 2);
  calendar.schedule(noon, Phase::money, firm(9), 1);
  calendar.schedule(noon, Phase::policy, firm(9), 0);
  calendar.schedule(noon - Duration(1), Phase::review, firm(9), -1);
  CHECK(calendar.pending() == 10);
  CHECK(drain(calendar) == std::vector<int>{-1, 0, 1, 2, 3, 4, 5, 6, 7, 8});
  CHECK(calendar.pending() == 0);
  CHECK(calendar.now() == noon + Duration(1));
}

TEST_CASE("an entry says when, what phase and who") {
  Calendar<int> calendar(start, horizon);
  calendar.schedule(start + days(3), Phase::dispatch, firm(5), 42);
  const auto* entry = calendar.next();
  REQUIRE(entry != nullptr);
  CHECK(entry->at() == start + days(3));
  CHECK(entry->phase() == Phase::dispatch);
  CHECK(entry->who == firm(5));
  CHECK(entry->event == 42);
  CHECK(calendar.next() == nullptr);
}

TEST_CASE("times before 1970 are as good as any") {
  Calendar<int> calendar(date(1869, 12, 31), date(1971, 1, 1));
  calendar.schedule(date(1970, 1, 1), Phase::policy, firm(1), 3);
  calendar.schedule(date(1969, 12, 31) + Duration(86'399), Phase::review, firm(1), 2);
  calendar.schedule(date(1870, 1, 1), Phase::review, firm(1), 1);
  CHECK(drain(calendar) == std::vector<int>{1, 2, 3});
}

TEST_CASE("nothing is scheduled in the past, not even on the same second") {
  Calendar<int> calendar(start, horizon);
  CHECK_THROWS_AS(calendar.schedule(start - Duration(1), Phase::review, firm(1), 1),
                  std::logic_error);
  CHECK_THROWS_AS(calendar.schedule(Time::min(), Phase::review, firm(1), 1), std::logic_error);
  calendar.schedule(start + days(1), Phase::arrival, firm(5), 1);
  calendar.next();
  CHECK_THROWS_AS(calendar.schedule(start + days(1), Phase::completion, firm(9), 2),
                  std::logic_error);
  CHECK(calendar.pending() == 0);
  calendar.schedule(start + days(1), Phase::arrival, firm(1), 3);  // who else comes now
  CHECK(drain(calendar) == std::vector<int>{3});
}

TEST_CASE("what a handler schedules for the same second comes in its order among the others") {
  Calendar<int> calendar(start, horizon);
  for (const int who : {2, 4, 6})
    calendar.schedule(start + days(1), Phase::arrival, firm(std::uint32_t(who)), who);
  std::vector<int> order;
  while (const auto* entry = calendar.next()) {
    const int event = entry->event;
    order.push_back(event);
    if (event != 4) continue;
    calendar.schedule(calendar.now(), Phase::dispatch, firm(1), 10);
    calendar.schedule(calendar.now(), Phase::arrival, firm(5), 5);
    calendar.schedule(calendar.now(), Phase::arrival, firm(1), 1);
    calendar.schedule(calendar.now(), Phase::arrival, firm(4), 44);
  }
  CHECK(order == std::vector<int>{2, 4, 1, 44, 5, 6, 10});
}

TEST_CASE("events at the horizon or after it are not kept") {
  Calendar<int> calendar(start, horizon);
  calendar.schedule(horizon - Duration(1), Phase::review, firm(1), 1);
  calendar.schedule(horizon, Phase::policy, firm(1), 2);
  calendar.schedule(Time::max(), Phase::policy, firm(1), 3);
  const Ticket none = calendar.schedule_cancellable(horizon, Phase::policy, firm(1), 4);
  CHECK_FALSE(calendar.cancel(none));
  CHECK(calendar.pending() == 1);
  CHECK(drain(calendar) == std::vector<int>{1});
  CHECK(calendar.horizon() == horizon);
}

TEST_CASE("a calendar without end has a horizon that can be reckoned with") {
  Calendar<int> calendar(start, Time::max());
  calendar.schedule(date(9999, 1, 1), Phase::review, firm(1), 1);
  CHECK(drain(calendar) == std::vector<int>{1});
  CHECK(calendar.horizon() > date(32'000, 1, 1));
}

TEST_CASE("a run can stop anywhere and go on") {
  Calendar<int> calendar(start, horizon);
  for (int day = 0; day < 10; ++day)
    calendar.schedule(start + days(day), Phase::review, firm(1), day);
  const Time stop = start + days(4);
  int seen = 0;
  while (calendar.next(stop) != nullptr) ++seen;
  CHECK(seen == 4);
  CHECK(calendar.now() == start + days(3));
  CHECK(calendar.pending() == 6);
  calendar.schedule(stop, Phase::policy, firm(1), -1);  // what is announced at the stop comes first
  calendar.schedule(stop - Duration(1), Phase::policy, firm(1), -2);  // the present is before it
  CHECK(drain(calendar) == std::vector<int>{-2, -1, 4, 5, 6, 7, 8, 9});
}

TEST_CASE(
    "a cancelled event does not come; a ticket works once and outlives its event harmlessly") {
  Calendar<int> calendar(start, horizon);
  const Ticket first = calendar.schedule_cancellable(start + days(1), Phase::arrival, firm(1), 1);
  const Ticket second = calendar.schedule_cancellable(start + days(2), Phase::arrival, firm(1), 2);
  calendar.schedule(start + days(3), Phase::arrival, firm(1), 3);
  CHECK(calendar.cancel(first));
  CHECK_FALSE(calendar.cancel(first));
  CHECK_FALSE(calendar.cancel(Ticket{}));
  CHECK(calendar.pending() == 2);
  CHECK(calendar.next()->event == 2);
  CHECK_FALSE(calendar.cancel(second));  // it has come
  const Ticket third = calendar.schedule_cancellable(start + days(4), Phase::arrival, firm(1), 4);
  CHECK_FALSE(calendar.cancel(second));  // though its place may be taken by another
  CHECK_FALSE(calendar.cancel(first));
  CHECK(calendar.pending() == 2);
  CHECK(calendar.cancel(third));
  CHECK(drain(calendar) == std::vector<int>{3});
}

TEST_CASE("time does not go on to an event that was cancelled") {
  Calendar<int> calendar(start, horizon);
  calendar.cancel(calendar.schedule_cancellable(start + days(9), Phase::arrival, firm(1), 1));
  CHECK(calendar.next() == nullptr);
  CHECK(calendar.now() == start);
  calendar.schedule(start + days(1), Phase::arrival, firm(1), 2);
  CHECK(drain(calendar) == std::vector<int>{2});
}

TEST_CASE("any schedule, cancellation and stop gives what a sorted map gives, in a copy too") {
  using Key = std::tuple<Time, Phase, EntityId, int>;
  struct Both {
    Calendar<int> calendar{start, horizon};
    std::map<Key, int> reference;
    std::map<int, std::pair<Ticket, Key>> tickets;
    int scheduled = 0;

    void schedule(std::uint64_t u) {
      const std::int64_t spread = std::int64_t(1) << (u % 34);  // up to half a thousand years
      const Time at = calendar.now() + Duration(std::int64_t(u >> 8) % spread);
      const auto phase = Phase::review;
      const EntityId who = firm(std::uint32_t(u >> 6 & 3));
      const int number = ++scheduled;
      const Ticket ticket = calendar.schedule_cancellable(at, phase, who, number);
      if (at < horizon) reference[{at, phase, who, number}] = number;
      tickets[number] = {ticket, {at, phase, who, number}};
    }
    bool cancel(std::uint64_t u) {
      const auto& [ticket, key] = tickets[1 + int(u % std::uint64_t(scheduled))];
      return calendar.cancel(ticket) == (reference.erase(key) == 1);
    }
    bool next(Time until) {
      const auto* entry = calendar.next(until);
      if (reference.empty() || std::get<Time>(reference.begin()->first) >= until)
        return entry == nullptr;
      const auto [key, number] = *reference.begin();
      reference.erase(reference.begin());
      return entry != nullptr && entry->event == number && entry->at() == std::get<Time>(key);
    }
    bool drained() {
      while (!reference.empty())
        if (!next(horizon)) return false;
      return calendar.next() == nullptr && calendar.pending() == 0;
    }
  };
  CHECK(holds("any acts", [] {
    Both both;
    both.schedule(0);
    for (int round = 0; round < 8; ++round) {
      for (const std::uint64_t u : *rc::gen::container<std::vector<std::uint64_t>>(
               200, rc::gen::arbitrary<std::uint64_t>())) {
        const Time until = both.calendar.now() + Duration(1LL << (u >> 8) % 28);
        if (u % 8 < 4) both.schedule(u >> 3);
        if (u % 8 == 4) RC_ASSERT(both.cancel(u >> 3));
        if (u % 8 == 5) RC_ASSERT(both.next(until));
        if (u % 8 > 5) RC_ASSERT(both.next(horizon));
        RC_ASSERT(both.calendar.pending() == both.reference.size());
      }
      Both copy = both;
      RC_ASSERT(copy.drained());
    }
    RC_ASSERT(both.drained());
  }));
}

TEST_CASE("a hundred thousand events of one second come in the order of their entities") {
  constexpr std::uint32_t many = 100'000;
  Calendar<std::uint32_t> calendar(start, horizon);
  const Time opening = date(2008, 1, 1);
  for (std::uint32_t i = 0; i < many; ++i) {
    const std::uint32_t slot = i * 7'919 % many;  // each once, in another order
    calendar.schedule(opening, Phase::money, firm(slot), slot);
  }
  for (std::uint32_t slot = 0; slot < many; ++slot) {
    const auto* entry = calendar.next();
    REQUIRE(entry != nullptr);
    REQUIRE(entry->event == slot);
    if (slot % 2 == 0) calendar.schedule(opening, Phase::review, firm(many - slot), slot);
  }
  std::uint32_t reviewed = 0;
  while (const auto* entry = calendar.next()) {
    REQUIRE(entry->event == many - 2 - 2 * reviewed);
    ++reviewed;
  }
  CHECK(reviewed == many / 2);
}
