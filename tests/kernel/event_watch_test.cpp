// SPDX-License-Identifier: Apache-2.0
#include "sim/kernel/event_watch.hpp"

#include <catch2/catch.hpp>

#include "sim/kernel/calendar.hpp"

using namespace coopsim;
using Catch::Contains;

namespace {

enum Kind : std::size_t { opened, applied, reviewed, kinds };

std::string_view name_of(std::size_t kind) {
  constexpr std::string_view names[] = {"Opened", "Applied", "Reviewed"};
  return names[kind];
}

constexpr Time start = date(2007, 1, 1);

}  // namespace

TEST_CASE("a handler that schedules itself without time going on is stopped and named") {
  Calendar<Kind> calendar(start, start + days(10));
  EventWatch watch(kinds, name_of, 1'000'000, 100);
  calendar.schedule(start, Phase::policy, entity(1, 1), opened);
  calendar.schedule(start + days(1), Phase::arrival, entity(1, 1), applied);
  std::uint64_t handled = 0;
  const auto run = [&] {
    while (const Entry<Kind>* entry = calendar.next()) {
      watch.saw(entry->event, entry->at());
      ++handled;
      if (entry->event == applied)
        calendar.schedule(calendar.now(), Phase::arrival, entity(1, 1), applied);
    }
  };
  CHECK_THROWS_MATCHES(run(), EventFault,
                       Catch::Message("time does not go on at second 1167696000 after 102 events; "
                                      "most frequent: Applied (101) Opened (1)"));
  CHECK(handled == 101);
}

TEST_CASE("more events than allowed are stopped, the most frequent named first") {
  EventWatch watch(kinds, name_of, 10);
  for (int i = 0; i < 10; ++i)
    watch.saw(i < 3 ? opened : i < 8 ? reviewed : applied, start + days(i));
  CHECK_THROWS_MATCHES(watch.saw(applied, start + days(10)), EventFault,
                       Catch::Message("more events than max_events allows at second 1168473600 "
                                      "after 11 events; most frequent: Reviewed (5) Opened (3) "
                                      "Applied (3)"));
}

TEST_CASE("as many events as allowed, in all and on one second, are no fault") {
  EventWatch watch(kinds, name_of, 300, 100);
  const auto three_full_days = [&] {
    for (int day = 0; day < 3; ++day)
      for (int i = 0; i < 100; ++i) watch.saw(applied, start + days(day));
  };
  CHECK_NOTHROW(three_full_days());
  CHECK_THROWS_AS(watch.saw(applied, start + days(3)), EventFault);
}

TEST_CASE("events at the second of the epoch are counted as those of any other") {
  EventWatch watch(kinds, name_of, 1'000, 5);
  const Time epoch{};
  for (int i = 0; i < 5; ++i) watch.saw(opened, epoch);
  CHECK_THROWS_WITH(watch.saw(opened, epoch), Contains("time does not go on at second 0"));
}

TEST_CASE("a watch is a value: a copy counts on from where it was copied") {
  EventWatch original(kinds, name_of, 4);
  for (int i = 0; i < 3; ++i) original.saw(applied, start + days(i));
  EventWatch copy = original;
  CHECK_NOTHROW(copy.saw(applied, start + days(3)));
  CHECK_THROWS_AS(copy.saw(applied, start + days(4)), EventFault);
  CHECK_NOTHROW(original.saw(applied, start + days(3)));
}
