// SPDX-License-Identifier: Apache-2.0
// Firms given one by one: what is given holds, what is not is drawn as ever, and nothing else
// moves.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

#include "sim/kernel/math.hpp"
#include "tests/sim/small_scenario.hpp"

using namespace coopsim;
using namespace coopsim::testing;

namespace {

constexpr double share = .35;
const Random numbers(7, 0);

Firms drawn(const FirmParameters& parameters) { return {parameters, share, {}, numbers}; }

FirmParameters given(FirmParameters parameters, std::vector<GivenFirm> firms) {
  parameters.count = int(firms.size());
  parameters.population = {std::make_shared<const std::vector<GivenFirm>>(std::move(firms))};
  return parameters;
}

// A number near `guess` that `fits`; 0 if there is none.
template <class Fits>
double solved(double guess, Fits fits) {
  double up = guess, down = guess;
  for (int i = 0; i < 64; ++i) {
    if (fits(up)) return up;
    if (fits(down)) return down;
    up = std::nextafter(up, 1e300);
    down = std::nextafter(down, 0.0);
  }
  return 0;
}

// What a list would say of this firm, to the last bit. Sales are value added here: share 1.
// Spending on R&D is left out where rounding lets none make exactly this intensity.
GivenFirm restated(const Firm& firm, double research_reference) {
  const double staff =
      solved(std::exp(firm.log_staff), [&](double x) { return math::log(x) == firm.log_staff; });
  const double sales = solved(std::exp(firm.log_value_added) * staff, [&](double x) {
    return math::log(x * 1.0 / staff) == firm.log_value_added;
  });
  REQUIRE((staff > 0 && sales > 0));
  GivenFirm given = {firm.sector, firm.region, staff, sales, {}, firm.exporter};
  if (!firm.does_research) given.research = 0;
  const double spending = solved(firm.research * research_reference * sales, [&](double x) {
    return std::min(1.0, x / sales / research_reference) == firm.research;
  });
  if (firm.does_research && spending > 0) given.research = spending;
  return given;
}

std::vector<GivenFirm> places_and_staff(const Firms& firms) {
  std::vector<GivenFirm> all;
  for (const std::uint32_t slot : firms.slots()) {
    GivenFirm firm;
    firm.sector = firms[slot].sector;
    firm.region = firms[slot].region;
    firm.staff = firms.staff(slot) > 100 ? 50 : firms.staff(slot);
    all.push_back(firm);
  }
  return all;
}

}  // namespace

TEST_CASE("a population that restates the drawn firms gives the same worlds, bit for bit") {
  Scenario scenario = small_scenario();
  scenario.parameters.trade.value_added_share = 1;
  scenario.parameters.learning.research_reference = 1. / 32;  // a division without rounding
  scenario.policies.push_back(scaled_policy(scenario, "other", .5));
  const ExperimentOptions once = {.replications = 1};
  const std::vector<Outcome> before = outcomes_of(scenario, once);

  const Firms firms = Replication(Study(scenario), 0, nullptr).world().firms;
  std::vector<GivenFirm> list;
  for (const std::uint32_t slot : firms.slots())
    list.push_back(restated(firms[slot], scenario.parameters.learning.research_reference));
  const auto complete = std::count_if(
      list.begin(), list.end(), [](const GivenFirm& firm) { return firm.research.has_value(); });
  CHECK(complete > 500);
  scenario.parameters.firms = given(scenario.parameters.firms, list);
  const std::vector<Outcome> after = outcomes_of(scenario, once);

  REQUIRE(after.size() == before.size());
  for (std::size_t i = 0; i < before.size(); ++i)
    CHECK(after[i].fingerprint == before[i].fingerprint);
}

TEST_CASE("what is given holds") {
  std::vector<GivenFirm> list(3);
  list[0] = {Sector::dyeing, Region::busan, 20, 4000.0, 0.0, true};
  list[1] = {Sector::optics, Region::other, 70, 10'000.0, 100.0, false};
  list[2] = {Sector::metals, Region::daegu, 70, 10'000.0, 5'000.0, {}};
  const LearningParameters learning;
  const Firms firms = drawn(given({}, list));
  REQUIRE(firms.count() == 3);
  CHECK(firms[0].sector == Sector::dyeing);
  CHECK(firms[0].region == Region::busan);
  CHECK(firms.staff(0) == Approx(20));
  CHECK(std::exp(firms[0].log_value_added) == Approx(4000 * share / 20));
  CHECK_FALSE(firms[0].does_research);
  CHECK(firms[0].research == 0);
  CHECK(firms[0].exporter);
  CHECK(firms[1].does_research);
  CHECK(firms[1].research == Approx(.01 / learning.research_reference));
  CHECK_FALSE(firms[1].exporter);
  CHECK(firms[2].research == 1);  // above the intensity that counts in full
  CHECK(firms.of_sector(Sector::optics) == std::vector<std::uint32_t>{1});
}

TEST_CASE("what is not given is drawn as without a population") {
  FirmParameters parameters;
  parameters.count = 300;
  const Firms before = drawn(parameters);
  const Firms after = drawn(given(parameters, places_and_staff(before)));
  int smaller = 0;
  for (const std::uint32_t slot : before.slots()) {
    const Firm &a = before[slot], &b = after[slot];
    smaller += std::abs(a.log_staff - b.log_staff) > 1e-9;
    CHECK(a.log_value_added == b.log_value_added);
    CHECK(a.shock == b.shock);
    CHECK(a.practice_start == b.practice_start);
    CHECK(a.technology_2005 == b.technology_2005);
    CHECK(a.does_research == b.does_research);
    CHECK(a.research == b.research);
    CHECK(a.exporter == b.exporter);
    CHECK(a.ties == b.ties);
  }
  CHECK(smaller > 20);
  CHECK(smaller < 150);
}

TEST_CASE("entrants are drawn by the laws, in the sector and region of their slot") {
  FirmParameters parameters;
  parameters.count = 200;
  Firms before = drawn(parameters);
  std::vector<GivenFirm> list = places_and_staff(before);
  for (GivenFirm& firm : list) firm = {firm.sector, firm.region, 50, 5000.0, 50.0, true};
  Firms after = drawn(given(parameters, list));
  int entrants = 0;
  for (int year = 1994; year < 1999; ++year)
    for (const std::uint32_t slot : before.slots()) {
      const Time day = before.birthday(slot, year);
      REQUIRE(before.live_a_year(slot, year, day, numbers) ==
              after.live_a_year(slot, year, day, numbers));
    }
  for (const std::uint32_t slot : before.slots()) {
    const Firm &a = before[slot], &b = after[slot];
    CHECK(b.sector == list[slot].sector);
    CHECK(b.region == list[slot].region);
    if (b.generation == 0) continue;
    ++entrants;
    CHECK(a.log_staff == b.log_staff);
    CHECK(a.log_value_added == b.log_value_added);
    CHECK(a.research == b.research);
    CHECK(a.exporter == b.exporter);
  }
  CHECK(entrants > 20);
}
