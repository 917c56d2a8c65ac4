// SPDX-License-Identifier: Apache-2.0
// What did not come about is counted: refused, too late, given up, lapsed; and nothing is lost.
#include <catch2/catch.hpp>

#include <cmath>

#include "tests/sim/study_results.hpp"

using namespace coopsim;
using namespace coopsim::testing;

namespace {

void give(Scenario& scenario, Account account, std::int64_t million) {
  scenario.accounts[index(account)] = {krw_million(million), .5};
  scenario.policies[0].money = Appropriations(scenario.accounts, 1.0, 1992, 2000);
}

double needs_ended(const Results& results, int year) {
  return results("needs_given_up", year) + results("needs_unmatched", year) +
         results("needs_withdrawn", year) +
         std::round(results("needs_served", year) * results("needs_posted", year));
}

}  // namespace

TEST_CASE("every person who applied left, dropped out, lost the seat or was turned away") {
  Scenario scenario = small_scenario();
  scenario.parameters.training.screening_days = 10;  // so that some files are read too late
  scenario.parameters.firms.exit_rate = .6;
  const Results results(scenario, 1);
  double late = 0, lapsed = 0, refused = 0;
  for (const Account course : Training::accounts)
    for (int year = 1993; year < 1999; ++year) {
      const auto of = [&](const char* id) { return results(id, year, 0, course, Split::course); };
      CHECK(of("applications") == of("trainees_returned") + of("trainees_dropped_out") +
                                      of("seats_cancelled") + of("applicants_refused") +
                                      of("applications_too_late") + of("applications_lapsed"));
      late += of("applications_too_late");
      lapsed += of("applications_lapsed");
      refused += of("applicants_refused");
    }
  CHECK(late > 0);
  CHECK(lapsed > 0);
  CHECK(refused > 0);
}

TEST_CASE("without screeners every application is too late, with many none is") {
  Scenario scenario = small_scenario();
  scenario.parameters.training.screening_staff = 0;
  const Results none(scenario, 1);
  scenario.parameters.training.screening_staff = 100;
  const Results many(scenario, 1);
  for (int year = 1993; year < 1999; ++year) {
    CHECK(none("applications_too_late", year) == none("applications", year));
    CHECK(many("applications_too_late", year) == 0);
    CHECK(many("applicants_refused", year) > 0);
  }
}

TEST_CASE("every need is served, given up, unmatched or gone with its firm") {
  Scenario scenario = small_scenario();
  scenario.parameters.firms.exit_rate = .2;
  const Results results(scenario, 1);
  for (int year = 1995; year < 1998; ++year) {  // those of 1998 may still wait at the end
    CHECK(results("needs_posted", year) == needs_ended(results, year));
    CHECK(results("needs_unfunded", year) + results("needs_without_adviser", year) +
              results("needs_without_interpreter", year) <=
          results("needs_given_up", year));
  }
  CHECK(results("needs_withdrawn", 1996) > 0);
  CHECK(results("needs_unmatched", 1996) > 0);
}

TEST_CASE("needs are given up for what is lacking: money, advisers or interpreters") {
  const auto given_up = [](auto&& change) {
    Scenario scenario = small_scenario();
    scenario.parameters.firms.exit_rate = 0;
    change(scenario);
    const Results results(scenario, 1);
    return std::array{results("needs_unfunded", 1996), results("needs_without_adviser", 1996),
                      results("needs_without_interpreter", 1996), results("needs_given_up", 1996)};
  };
  const auto money = given_up([](Scenario& s) { give(s, Account::B7, 115); });
  CHECK(money[0] > 0);
  CHECK(money[2] == 0);
  const auto advisers = given_up([](Scenario& s) { s.parameters.advice.registrations = 0.0; });
  CHECK(advisers[0] == 0);
  CHECK(advisers[1] > 0);
  const auto interpreters = given_up([](Scenario& s) { s.parameters.advice.interpreters = 0; });
  CHECK(interpreters[0] == 0);
  CHECK(interpreters[1] == 0);
  CHECK(interpreters[2] > 0);
  CHECK(interpreters[2] <= interpreters[3]);
}

TEST_CASE("places and projects of firms that close are counted and their money lapses") {
  Scenario scenario = small_scenario();
  scenario.parameters.firms.exit_rate = .5;
  scenario.parameters.cooperation.starts_within_days = 200;
  scenario.parameters.meetings.matching_days = 170;
  give(scenario, Account::C2, 300);
  give(scenario, Account::B1, 450);
  const Results results(scenario, 2);
  double places = 0, projects = 0;
  for (int year = 1993; year < 1999; ++year) {
    places += results("fair_places_unused", year);
    projects += results("projects_lapsed", year);
  }
  CHECK(places > 0);
  CHECK(projects > 0);
  scenario.parameters.firms.exit_rate = 0;
  const Results stable(scenario, 1);
  for (int year = 1993; year < 1999; ++year) {
    CHECK(stable("fair_places_unused", year) == 0);
    CHECK(stable("projects_lapsed", year) == 0);
  }
}

TEST_CASE("a candidate's deal counts within 24 months; who is not followed so long is left out") {
  Scenario scenario = small_scenario();
  Parameters& p = scenario.parameters;
  p.outsourcing.opens = date(1993, 1, 1);
  p.firms.exit_rate = 0;
  p.outsourcing.screen_pass = p.outsourcing.audit_pass = p.outsourcing.quotation_pass = 1;
  p.outsourcing.sample_pass = p.outsourcing.trial_pass = 1;
  give(scenario, Account::C1, 900);
  p.outsourcing.case_managers = 100;  // nobody waits: 435 days from discovery to deal
  const Results quick(scenario, 1);
  CHECK(quick("outsourcing_candidates", 1993) > 10);
  for (int year = 1993; year < 1997; ++year) CHECK(quick("outsourcing_conversion_24", year) == 1);
  CHECK(quick("outsourcing_conversion_24", 1997) == 1);  // found by 3 July
  CHECK(std::isnan(quick("outsourcing_conversion_24", 1998)));
  p.outsourcing.trial_days = 600;  // 855 days
  const Results slow(scenario, 1);
  CHECK(slow("outsourcing_conversion_24", 1994) == 0);
  CHECK(slow("outsourcing_conversion", 1994) == 1);
}

TEST_CASE("the share of small firms is that of services by size class") {
  Scenario scenario = small_scenario();
  give(scenario, Account::B8, 60);
  give(scenario, Account::C2, 300);
  const Results results(scenario, 1);
  for (int year = 1994; year < 1999; ++year) {
    CHECK(results("services_started", year) >
          results("engagements_started", year) + results("fair_places", year));
    CHECK(results("small_firm_share", year) > .2);
    CHECK(results("small_firm_share", year) < .9);
  }
  const Study study(scenario);
  const ResponseLayout& layout = study.recording->layout();
  const auto all = outcomes_of(scenario, {.replications = 1});
  const Outcome& policy = all[2];
  for (std::size_t year = 0; year < layout.years(); ++year) {
    const auto by_size = [&](std::size_t cell) {
      return policy.responses[layout.offset("services_started", Split::size_class, cell) + year];
    };
    const double small = by_size(0) + by_size(1), large = by_size(2) + by_size(3);
    CHECK(policy.responses[layout.offset("services_started") + year] == small + large);
    CHECK(policy.responses[layout.offset("small_firm_share") + year] ==
          Approx(small / (small + large)));
  }
}

TEST_CASE("the technology gap is the frontier less the level") {
  const Results results(small_scenario(), 1);
  for (int year = 1993; year < 1999; ++year) {
    const double frontier = 100 * std::exp(.01 * in_years(date(year, 12, 31) - date(2005, 1, 1)));
    CHECK(results("technology_gap", year) ==
          Approx(frontier - results("technology_level", year)).epsilon(1e-6));
  }
}
