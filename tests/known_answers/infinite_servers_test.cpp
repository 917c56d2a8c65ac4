// SPDX-License-Identifier: Apache-2.0
#include "tests/known_answers/infinite_servers.hpp"

#include "tests/known_answers/holds.hpp"

using namespace coopsim;
using namespace coopsim::queueing;

namespace {

void servers_for_all(Size size) {
  holds(steady_number(5, 2, days(8'000), size), size);
  holds(number_after_opening(5, 2, 2, 70, size), size);
}

}  // namespace

TEST_CASE("KA-17: with servers for all, the number in service is Poisson") {
  CHECK(printed(std::exp(-10), std::chars_format::scientific, 9) == "4.539992976e-05");
  CHECK(decimals(5 * 2 * (1 - std::exp(-1))) == "6.321205588286");
  servers_for_all(Size::suite);
}

TEST_CASE("KA-17 at full size", "[.campaign]") { servers_for_all(Size::full); }
