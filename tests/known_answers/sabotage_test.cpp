// SPDX-License-Identifier: Apache-2.0
// The sabotage twins: the same answers with a planted fault must not come out. A tenth of the
// sample shows only larger faults, so the suite plants larger ones than the campaign.
#include "tests/known_answers/holds.hpp"
#include "tests/known_answers/infinite_servers.hpp"
#include "tests/known_answers/many_servers.hpp"
#include "tests/known_answers/network.hpp"
#include "tests/known_answers/service_laws.hpp"

using namespace coopsim;
using namespace coopsim::queueing;

namespace {

void slow_service_is_found(Size size, double longer) {
  const Fault slow{.service_factor = 1 + longer};
  finds_the_fault(m_m_1(0.9, days(40'000), size, slow));
  finds_the_fault(delayed_calls(3, 2, days(1500), size, slow));
  finds_the_fault(m_g_1("regular", 0.8, Regular{}, 8'000, size, slow));
}

void lost_arrivals_are_found(Size size, std::uint32_t one_of) {
  const Fault lossy{.lose_every = one_of};
  finds_the_fault(m_m_1(0.9, days(40'000), size, lossy));
  finds_the_fault(d_m_1(0.8, 1'300, size, lossy));
  finds_the_fault(steady_number(5, 2, days(8'000), size, lossy));
}

void wrong_routes_are_found(Size size, double more) {
  const Fault astray{.route_factor = 1 + more};
  finds_the_fault(open_network(reference_network, days(1800), size, astray));
}

}  // namespace

TEST_CASE("Services 3 % too long are found") { slow_service_is_found(Size::suite, 0.03); }

TEST_CASE("A lost arrival of 33 is found") { lost_arrivals_are_found(Size::suite, 33); }

TEST_CASE("Routes 5 % too frequent are found") { wrong_routes_are_found(Size::suite, 0.05); }

// Whoever is served next, the mean stays; the tail and the second moment do not.
TEST_CASE("A lottery in place of first come is found by the variance of the wait alone") {
  const Fault lottery{.lottery = true};
  const KnownAnswers delays = delayed_calls(10, 8, days(1500), Size::suite, lottery);
  finds_the_fault(delays);
  CHECK(all_agree({delays.begin(), delays.end() - 1}));
  const KnownAnswers waits = m_m_1(0.9, days(40'000), Size::suite, lottery);
  CHECK(all_agree({waits.begin(), waits.end() - 1}));
  CHECK_FALSE(waits.back().agrees());
}

TEST_CASE("A service that draws at the address of the gap before it is found") {
  const Fault one_address{.one_address = true};
  finds_the_fault(m_m_1(0.9, days(40'000), Size::suite, one_address));
  finds_the_fault(lost_calls(10, 7, days(100), Size::suite, one_address));
}

TEST_CASE("Smaller faults are found at full size", "[.campaign]") {
  slow_service_is_found(Size::full, 0.01);
  lost_arrivals_are_found(Size::full, 100);
  wrong_routes_are_found(Size::full, 0.02);
}
