// SPDX-License-Identifier: Apache-2.0
// How much of a year's practice is left five years later: by hand, and in whole worlds.
#include "sim/world/practice_ledger.hpp"

#include <catch2/catch.hpp>

#include <cmath>

#include "tests/sim/study_results.hpp"

using namespace coopsim;
using namespace coopsim::testing;

namespace {

constexpr double decay = .089;
constexpr auto all_live = [](FirmId) { return true; };
constexpr Time end_of(int year) { return date(year, 12, 31); }
// What is left after whole years of the calendar.
double left(int from, int to) { return std::exp(-decay * in_years(end_of(to) - end_of(from))); }

}  // namespace

TEST_CASE("a gain of one year fades by its law in five, and no other year's counts for it") {
  PracticeLedger ledger;
  for (int year = 2000; year <= 2006; ++year) {
    ledger.begin(year, end_of(year), decay);
    // Firm 3 gains .10 on the last day of 2001, half for good, and .04 more in 2003.
    double kept = 0, fading = 0;
    if (year >= 2001) kept += .05, fading += .05 * left(2001, year);
    if (year >= 2003) kept += .02, fading += .02 * left(2003, year);
    if (kept > 0) ledger.saw({3, 0}, kept, fading);
    const auto retained = ledger.end(all_live);
    CHECK(retained.year == year - 5);
    if (year != 2006) {
      CHECK(retained.then == 0);
      continue;
    }
    CHECK(retained.then == Approx(.10).epsilon(1e-6));
    CHECK(retained.now == Approx(.05 + .05 * left(2001, 2006)).epsilon(1e-6));
  }
}

TEST_CASE("what a firm gained goes with it, and its successor's gains are its own") {
  PracticeLedger ledger;
  for (int year = 2000; year <= 2006; ++year) {
    ledger.begin(year, end_of(year), 0);
    // Slot 1: generation 0 gains .2 in 2000 and is gone in 2001, when generation 1 gains .1.
    ledger.saw({1, year < 2001 ? 0u : 1u}, year < 2001 ? .2 : .1, 0);
    ledger.saw({2, 0}, .3, 0);  // gained in 2000, there to the end
    const auto retained = ledger.end([&](FirmId firm) { return firm != FirmId{1, 0}; });
    if (year == 2005) {
      CHECK(retained.then == Approx(.5).epsilon(1e-6));
      CHECK(retained.now == Approx(.3).epsilon(1e-6));
    } else if (year == 2006) {
      CHECK(retained.then == Approx(.1).epsilon(1e-6));
      CHECK(retained.now == Approx(.1).epsilon(1e-6));
    }
  }
}

TEST_CASE("a ledger that is copied goes on alike") {
  PracticeLedger one;
  one.begin(2000, end_of(2000), decay);
  one.saw({0, 0}, .1, .1);
  PracticeLedger two = one;
  for (int year = 2001; year <= 2005; ++year)
    for (PracticeLedger* each : {&one, &two}) {
      each->begin(year, end_of(year), decay);
      each->saw({0, 0}, .1, .1 * left(2000, year));
    }
  CHECK(one.end(all_live).now == two.end(all_live).now);
  CHECK(one.end(all_live).now > .1);
}

TEST_CASE("without exits and fading all practice is retained; fading and exits take their part") {
  Scenario scenario = small_scenario();
  scenario.parameters.learning.practice_decay = 0;
  scenario.parameters.firms.exit_rate = 0;
  CHECK(Results(scenario, 1)("knowledge_retained", 1993) == Approx(1).epsilon(1e-6));
  scenario.parameters.learning.practice_decay = decay;
  const double faded = Results(scenario, 1)("knowledge_retained", 1993);
  // Half stays; the other half began to fade some time in 1993.
  const double most = .5 + .5 * std::exp(-decay * 5), least = (.5 + .5 * std::exp(-decay * 6));
  CHECK(faded > least);
  CHECK(faded < 1.02 * most);
  scenario.parameters.firms.exit_rate = .05;
  const double both = Results(scenario, 1)("knowledge_retained", 1993);
  CHECK(both < .95 * faded);
  CHECK(both > .55 * faded);  // a quarter of the firms is gone in five years
  CHECK(std::isnan(Results(scenario, 1)("knowledge_retained", 1994)));  // 1999 is not seen
}
