// SPDX-License-Identifier: Apache-2.0
// What the calendar allocates: nothing, once it has seen as many events as it will hold.
#include <vector>

#include <catch2/catch.hpp>

#include "sim/kernel/calendar.hpp"
#include "tests/counted_allocations.hpp"

using namespace coopsim;

namespace {

constexpr Time start = date(2007, 1, 1), horizon = date(2017, 1, 1);

EntityId firm(std::uint32_t slot) { return entity(1, slot); }

}  // namespace

TEST_CASE("in the steady state nothing is allocated") {
  Calendar<std::uint32_t> calendar(start, Time::max());
  std::uint64_t state = 1;
  const auto schedule = [&](std::uint32_t who) {
    state = state * 6'364'136'223'846'793'005 + 1'442'695'040'888'963'407;
    const Ticket often_cancelled = calendar.schedule_cancellable(
        calendar.now() + Duration(state >> 36), Phase::review, firm(who), ~who);
    calendar.schedule(calendar.now() + Duration(state >> 40), Phase::arrival, firm(who), who);
    if (state >> 60 != 0) calendar.cancel(often_cancelled);
  };
  const auto run = [&](int events) {
    while (events > 0) {
      const std::uint32_t event = calendar.next()->event;
      if (event > 1'000) continue;
      schedule(event);
      --events;
    }
  };
  for (std::uint32_t who = 0; who < 1'000; ++who) schedule(who);
  run(500'000);
  const std::size_t before = testing::allocations();
  run(500'000);
  CHECK(testing::allocations() - before == 0);
}

TEST_CASE("cancelling does not use memory up, however far the events were") {
  Calendar<int> calendar(start, horizon);
  const auto schedule_and_cancel = [&](int times) {
    for (int i = 0; i < times; ++i) {
      const Time at = start + days(1 + i * 31 % 3'600);
      REQUIRE(calendar.cancel(calendar.schedule_cancellable(at, Phase::arrival, firm(1), i)));
    }
  };
  for (int i = 0; i < 500; ++i) calendar.schedule(start + days(i), Phase::arrival, firm(2), i);
  schedule_and_cancel(10'000);
  const std::size_t before = testing::allocations();
  schedule_and_cancel(200'000);
  CHECK(testing::allocations() - before == 0);
  CHECK(calendar.pending() == 500);
  std::vector<int> all(500);
  for (int i = 0; i < 500; ++i) all[std::size_t(i)] = i;
  std::vector<int> order;
  while (const auto* entry = calendar.next()) order.push_back(entry->event);
  CHECK(order == all);
}
