// SPDX-License-Identifier: Apache-2.0
#include "tests/known_answers/service_laws.hpp"

#include "tests/known_answers/holds.hpp"

using namespace coopsim;
using namespace coopsim::queueing;

namespace {

void any_service(Size size) {
  holds(m_g_1("regular", 0.8, Regular{}, 8'000, size), size);
  holds(m_g_1("Erlang-2", 0.8, Erlang2{}, 8'000, size), size);
  holds(m_g_1("exponential", 0.8, Exponential{}, 8'000, size), size);
  holds(m_g_1("log-normal", 0.8, LogNormal2{}, 16'000, size), size);
  holds(m_g_1("hyperexponential", 0.8, HyperExponential4{}, 16'000, size), size);
}

void arrivals_on_the_clock(Size size) { holds(d_m_1(0.8, 1'300, size), size); }

template <class Service>
std::string mean_wait(const Service& service) {
  return decimals(GeneralService{0.8, service.second, service.third}.mean_wait());
}

}  // namespace

TEST_CASE("KA-10: M/G/1 waits as Pollaczek and Khinchine say") {
  CHECK(mean_wait(Regular{}) == "2.000000000000");
  CHECK(mean_wait(Erlang2{}) == "3.000000000000");
  CHECK(mean_wait(Exponential{}) == "4.000000000000");
  CHECK(mean_wait(LogNormal2{}) == "6.000000000000");
  CHECK(mean_wait(HyperExponential4{}) == "10.000000000000");
  any_service(Size::suite);
}

TEST_CASE("KA-16: D/M/1 waits as long as theory says") {
  const ExponentialWait wait = regular_arrivals(0.8);
  CHECK(decimals(wait.chance) == "0.628629796497");
  CHECK(decimals(wait.mean()) == "1.692730839920");
  arrivals_on_the_clock(Size::suite);
}

TEST_CASE("KA-10, KA-16 at full size", "[.campaign]") {
  any_service(Size::full);
  arrivals_on_the_clock(Size::full);
}
