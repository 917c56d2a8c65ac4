// SPDX-License-Identifier: Apache-2.0
#include "tests/known_answers/many_servers.hpp"

#include "tests/known_answers/holds.hpp"

using namespace coopsim;
using namespace coopsim::queueing;

namespace {

void calls_are_lost(Size size) {
  holds(lost_calls(10, 7, days(100), size), size);
  holds(lost_calls(20, 15, days(100), size), size);
  holds(lost_calls(100, 90, days(50), size), size);
  holds(lost_calls(1000, 1000, days(10), size), size);
}

void calls_are_delayed(Size size) {
  holds(delayed_calls(3, 2, days(1500), size), size);
  holds(delayed_calls(10, 8, days(1500), size), size);
}

}  // namespace

TEST_CASE("KA-01, KA-02: the share of calls lost is Erlang's") {
  CHECK(decimals(erlang_b(10, 7)) == "0.078740882970");
  CHECK(decimals(erlang_b(20, 15)) == "0.045593215590");
  CHECK(decimals(erlang_b(100, 90)) == "0.026957380464");
  CHECK(decimals(erlang_b(1000, 1000)) == "0.024811917646");
  CHECK(decimals(birth_death(1000, 1000, 1000).back()) == "0.024811917646");
  calls_are_lost(Size::suite);
}

TEST_CASE("KA-03, KA-04: the wait for one of many servers is Erlang's") {
  const ExponentialWait three{erlang_c(3, 2), 3 - 2}, ten{erlang_c(10, 8), 10 - 8};
  CHECK(decimals(three.chance) == "0.444444444444");
  CHECK(decimals(three.mean()) == "0.444444444444");
  CHECK(decimals(2 * three.mean()) == "0.888888888889");
  CHECK(decimals(ten.chance) == "0.409180150796");
  CHECK(decimals(ten.mean()) == "0.204590075398");
  CHECK(decimals(ten.longer_than(1)) == "0.055376511603");
  calls_are_delayed(Size::suite);
}

TEST_CASE("KA-01 to KA-04 at full size", "[.campaign]") {
  calls_are_lost(Size::full);
  calls_are_delayed(Size::full);
}
