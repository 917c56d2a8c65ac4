// SPDX-License-Identifier: Apache-2.0
#include "tests/known_answers/single_server.hpp"

#include "tests/known_answers/holds.hpp"

using namespace coopsim;
using namespace coopsim::queueing;

namespace {

void one_server(Size size) { holds(m_m_1(0.9, days(40'000), size), size); }
void a_full_house(Size size) { holds(m_m_1_k(0.8, 5, days(1000), size), size); }

}  // namespace

TEST_CASE("KA-06: M/M/1 waits as long as theory says") {
  const ExponentialWait wait{0.9, 1 - 0.9};
  CHECK(decimals(0.9 * wait.mean()) == "8.100000000000");
  CHECK(decimals(wait.mean()) == "9.000000000000");
  one_server(Size::suite);
}

TEST_CASE("KA-07: M/M/1/K refuses as many as theory says") {
  const FullHouse theory{birth_death(0.8, 1, 5), 0.8};
  CHECK(decimals(theory.empty()) == "0.271055598924");
  CHECK(decimals(theory.full()) == "0.088819498656");
  CHECK(decimals(theory.level()) == "1.868332032266");
  CHECK(decimals(theory.sojourn()) == "2.563065207044");
  a_full_house(Size::suite);
}

TEST_CASE("KA-06, KA-07 at full size", "[.campaign]") {
  one_server(Size::full);
  a_full_house(Size::full);
}
