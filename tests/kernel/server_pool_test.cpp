// SPDX-License-Identifier: Apache-2.0
#include "sim/kernel/server_pool.hpp"

#include <stdexcept>

#include "tests/kernel/property.hpp"

using namespace coopsim;

namespace {

Time after(std::int64_t seconds) { return date(2007, 1, 1) + Duration(seconds); }

}  // namespace

TEST_CASE("servers are seized while there are free ones, all units or none") {
  ServerPool pool(3, after(0));
  CHECK(pool.try_seize(after(1)));
  CHECK_FALSE(pool.try_seize(after(1), 3));
  CHECK(pool.try_seize(after(2), 2));
  CHECK(pool.free() == 0);
  CHECK_FALSE(pool.try_seize(after(2)));
  pool.release(after(3), 2);
  CHECK(pool.busy() == 1);
  CHECK(pool.free() == 2);
  CHECK(pool.most_busy() == 3);
}

TEST_CASE("utilisation is the busy share of the time on duty") {
  ServerPool pool(2, after(0));
  pool.try_seize(after(10));
  pool.try_seize(after(20));
  pool.release(after(25));
  CHECK(pool.busy_seconds(after(30)) == 1 * 10 + 2 * 5 + 1 * 5);
  CHECK(pool.duty_seconds(after(30)) == 60);
  CHECK(pool.utilisation(after(30)) == Approx(25.0 / 60));
  CHECK(ServerPool(0, after(0)).utilisation(after(9)) == 0);
}

TEST_CASE("below the number busy nobody is thrown out, and what they release is gone") {
  ServerPool pool(3, after(0));
  pool.try_seize(after(0), 3);
  pool.set_capacity(after(10), 1);
  CHECK(pool.busy() == 3);
  CHECK(pool.leaving() == 2);
  CHECK(pool.free() == 0);
  pool.release(after(20));
  CHECK_FALSE(pool.try_seize(after(20)));
  pool.release(after(30));
  CHECK_FALSE(pool.try_seize(after(30)));
  CHECK(pool.leaving() == 0);
  pool.release(after(40));
  CHECK(pool.try_seize(after(40)));
  // On duty: 3 for 20 s (two of them finishing from 10), 2 for 10 s, 1 for 20 s; always busy.
  CHECK(pool.duty_seconds(after(50)) == 60 + 20 + 20);
  CHECK(pool.busy_seconds(after(50)) == 60 + 20 + 20);
  CHECK(pool.utilisation(after(50)) == 1);
}

TEST_CASE("off-shift is a capacity of zero, and units come back with the shift") {
  ServerPool pool(1, after(0));
  pool.set_capacity(after(10), 0);
  CHECK_FALSE(pool.try_seize(after(10)));
  pool.set_capacity(after(20), 2);
  CHECK(pool.try_seize(after(20), 2));
  CHECK(pool.duty_seconds(after(25)) == 10 + 0 + 10);
}

TEST_CASE("a restart forgets the past and keeps who is busy") {
  ServerPool pool(2, after(0));
  pool.try_seize(after(0), 2);
  pool.release(after(5));
  pool.restart(after(10));
  CHECK(pool.busy() == 1);
  CHECK(pool.most_busy() == 1);
  CHECK(pool.busy_seconds(after(14)) == 4);
  CHECK(pool.duty_seconds(after(14)) == 8);
}

TEST_CASE("a pool refuses to go back in time or to take back what nobody held") {
  ServerPool pool(2, after(10));
  CHECK_THROWS_AS(pool.release(after(10)), std::logic_error);
  CHECK_THROWS_AS(pool.try_seize(after(9)), std::logic_error);
  pool.try_seize(after(12));
  CHECK_THROWS_AS(pool.release(after(12), 2), std::logic_error);
  CHECK_THROWS_AS(pool.busy_seconds(after(11)), std::logic_error);
}

TEST_CASE("whatever happens, only as many serve as were seized, and no more begin than capacity") {
  CHECK(holds("seize, release and change of capacity in any order", [] {
    ServerPool pool(4, after(0));
    std::uint32_t held = 0;
    std::int64_t now = 0, busy_area = 0;
    for (const int choice : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 30))) {
      const int step = choice / 3;
      now += step, busy_area += step * std::int64_t(held);
      if (choice % 3 == 0 && pool.try_seize(after(now))) {
        ++held;
        RC_ASSERT(held <= pool.capacity());
      } else if (choice % 3 == 1 && held > 0) {
        pool.release(after(now));
        --held;
      } else if (choice % 3 == 2) {
        pool.set_capacity(after(now), std::uint32_t(step));
      }
      RC_ASSERT(pool.busy() == held);
      RC_ASSERT(pool.free() == 0 || pool.busy() < pool.capacity());
      RC_ASSERT(pool.busy_seconds(after(now)) == busy_area);
      RC_ASSERT(pool.duty_seconds(after(now)) >= busy_area);
    }
  }));
}

TEST_CASE("a timetable repeats its steps, before its opening too") {
  const Timetable shifts(date(2007, 1, 1), days(1),
                         {{Duration(0), 0}, {Duration(8 * 3600), 2}, {Duration(18 * 3600), 1}});
  const Time noon = date(2007, 3, 5) + Duration(12 * 3600);
  CHECK(shifts.capacity(noon) == 2);
  CHECK(shifts.next_change(noon) == date(2007, 3, 5) + Duration(18 * 3600));
  CHECK(shifts.capacity(date(2007, 3, 5)) == 0);
  CHECK(shifts.next_change(date(2007, 3, 5)) == date(2007, 3, 5) + Duration(8 * 3600));
  CHECK(shifts.next_change(date(2007, 3, 5) + Duration(20 * 3600)) == date(2007, 3, 6));
  CHECK(shifts.capacity(date(2006, 12, 31) + Duration(23 * 3600)) == 1);
  CHECK(shifts.next_change(date(2006, 12, 31) + Duration(23 * 3600)) == date(2007, 1, 1));
}

TEST_CASE("a timetable without order is refused") {
  const auto make = [](std::vector<Timetable::Step> steps) {
    return Timetable(date(2007, 1, 1), days(1), std::move(steps));
  };
  CHECK_THROWS_AS(make({}), std::invalid_argument);
  CHECK_THROWS_AS(make({{Duration(5), 1}}), std::invalid_argument);
  CHECK_THROWS_AS(make({{Duration(0), 1}, {Duration(0), 2}}), std::invalid_argument);
  CHECK_THROWS_AS(make({{Duration(0), 1}, {days(1), 2}}), std::invalid_argument);
  CHECK_NOTHROW(make({{Duration(0), 1}}));
}
