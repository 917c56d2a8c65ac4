// SPDX-License-Identifier: Apache-2.0
#include "tests/known_answers/network.hpp"

#include "tests/known_answers/holds.hpp"

using namespace coopsim;
using namespace coopsim::queueing;

namespace {

void a_network(Size size) { holds(open_network(reference_network, days(1800), size), size); }

}  // namespace

TEST_CASE("KA-14: an open network is as full as Jackson says") {
  const ProductForm theory(reference_network);
  CHECK(decimals(theory.flow[0]) == "1.274271844660");
  CHECK(decimals(theory.flow[1]) == "1.371359223301");
  CHECK(decimals(theory.flow[2]) == "1.067961165049");
  CHECK(decimals(theory.level) == "4.490083843372");
  CHECK(decimals(theory.sojourn) == "2.993389228915");
  a_network(Size::suite);
}

TEST_CASE("KA-14 at full size", "[.campaign]") { a_network(Size::full); }
