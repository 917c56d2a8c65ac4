// SPDX-License-Identifier: Apache-2.0
// Every other programme alone, in whole replications: what its money does, and that without money
// it does nothing.
#include <catch2/catch.hpp>

#include <vector>

#include "tests/sim/study_results.hpp"

using namespace coopsim;
using namespace coopsim::testing;

namespace {

// Money for one account only; no cuts.
Scenario only(Account account, std::int64_t million, double korea = 1.0) {
  Scenario scenario = small_scenario();
  for (AccountPlan& each : scenario.accounts) each.amount = Money{0};
  if (million > 0) scenario.accounts[index(account)] = {krw_million(million), korea};
  scenario.parameters.budget.cut_chance = 0.0;
  scenario.parameters.outsourcing.opens = date(1993, 1, 1);
  scenario.parameters.scouting.opens = date(1993, 1, 1);
  scenario.parameters.information.opens = date(1993, 1, 1);
  scenario.policies[0].money = Appropriations(scenario.accounts, 1.0, 1992, 2000);
  return scenario;
}

constexpr std::array responses = {
    "cooperation_cases", "information_level",      "questions_asked",   "outsourcing_candidates",
    "study_group_firms", "monozukuri_adoptions",   "only_one_firms",    "regional_proposals",
    "alliances_alive",   "alliances_started",      "live_deals",        "programme_exports",
    "consultations",     "outsourcing_buyers",     "trainees_returned", "engagements_started",
    "coverage",          "study_groups_dissolved", "fair_places",       "regional_projects"};

}  // namespace

TEST_CASE("without money no programme does anything, and no firm is moved") {
  const Results results(only(Account::B1, 0), 2);
  for (const char* id : responses)
    for (int year = 1993; year <= 1998; ++year) {
      CAPTURE(id, year);
      CHECK(results(id, year) == 0);
    }
  CHECK(results("productivity_effect", 1998) == 0.0);
}

TEST_CASE("a cooperation project needs money, a firm and a Japanese partner") {
  const Results results(only(Account::B1, 450, .5), 8);
  for (const int year : {1993, 1996, 1998}) {
    const double begun = results("cooperation_cases", year, 0, Account::B1, Split::field);
    const double unmatched =
        results("projects_without_partner", year, 0, Account::B1, Split::field);
    CHECK(begun + unmatched <= 10);
    CHECK(begun + unmatched > 9);  // but for firms that left before the start
    CHECK(begun > 3);
    CHECK(begun < 9);
    CHECK(results("cooperation_cases", year) == begun);
  }
  CHECK(results("productivity_effect", 1998) > 0);
  CHECK(results("budget_spent", 1997, 0, Account::B1, Split::account) <= 450'000);
}

TEST_CASE("guidance needs no partner and teaches more than a project") {
  const Results guidance(only(Account::B11, 400, 0), 4);
  const Results projects(only(Account::B1, 450, .5), 4);
  CHECK(guidance("cooperation_cases", 1996) > 9);
  CHECK(guidance("cooperation_cases", 1996) <= 10);
  CHECK(guidance("productivity_effect", 1998) > projects("productivity_effect", 1998));
}

TEST_CASE("the site's level is its money over the money for full service") {
  const Results half(only(Account::C5, 250), 2);
  CHECK(half("information_level", 1995) == .5);
  CHECK(half("issue_analyses", 1995) == 6);
  CHECK(half("budget_spent", 1995) == Approx(250'000).margin(12));  // twelfths in KRW thousand
  CHECK(half("questions_asked", 1995) > 0);
  CHECK(half("productivity_effect", 1998) == 0.0);  // it helps others, it teaches nobody
  const Results full(only(Account::C5, 2'000), 2);
  CHECK(full("information_level", 1995) == 1);
}

TEST_CASE("the outsourcing centre finds what its money allows, and some cases become deals") {
  Scenario scenario = only(Account::C1, 400);
  const Results results(scenario, 8);
  for (const int year : {1993, 1995, 1998}) {
    CHECK(results("outsourcing_candidates", year) >= 30);
    CHECK(results("outsourcing_candidates", year) <= 40);
  }
  // .8 x .6 x quotation x .6 x .7; the quotation a little above .6 with pre-screening.
  const double conversion = results("outsourcing_conversion", 1995);
  CHECK(conversion > .07);
  CHECK(conversion < .20);
  CHECK(results("live_deals", 1998) > 0);
  const Results poor(only(Account::C1, 120), 4);  // 20 after the fixed cost pay four cases
  CHECK(poor("outsourcing_candidates", 1995) == 4);
  const Results closed(only(Account::C1, 90), 2);  // below the fixed cost
  CHECK(closed("outsourcing_candidates", 1995) == 0);
}

TEST_CASE("a case waits for a manager, and more managers bring more deals in time") {
  Scenario few = only(Account::C1, 400);
  few.parameters.outsourcing.case_managers = 1;
  few.parameters.outsourcing.cases_a_manager = 2;
  const Results slow(few, 4), fast(only(Account::C1, 400), 4);
  CHECK(slow("outsourcing_candidates", 1995) == fast("outsourcing_candidates", 1995));
  CHECK(slow("deals_started", 1995) < fast("deals_started", 1995));
}

TEST_CASE("study groups are whole, cost their price, and practice spreads from them") {
  const Results results(only(Account::B8, 200, .5), 6);  // three groups of six at 60, 20 left
  CHECK(results("study_group_firms", 1996) == 18);
  CHECK(results("study_group_sessions", 1996) == Approx(36).margin(3));  // 9 + 3 of the last year
  CHECK(results("productivity_effect", 1998) > 0);
  double adopted = 0;
  for (int year = 1993; year <= 1998; ++year) adopted += results("monozukuri_adoptions", year);
  CHECK(adopted > 0);
  Scenario still = only(Account::B8, 200, .5);
  still.parameters.study_groups.innovation = 0;
  const Results none(still, 2);
  for (int year = 1993; year <= 1998; ++year) CHECK(none("monozukuri_adoptions", year) == 0);
}

TEST_CASE("scouts find firms in proportion to money; hits bring deals and alliances") {
  const Results results(only(Account::C7, 1'000), 12);
  double found = 0;
  for (int year = 1993; year <= 1998; ++year) found += results("only_one_firms", year);
  CHECK(found / 6 > 7);  // Poisson of mean 10, but for firms that left
  CHECK(found / 6 < 12);
  CHECK(results("alliances_alive", 1998) > 0);
  CHECK(results("deals_started", 1996, 0, Account::C7, Split::channel) > 0);
}

TEST_CASE("regional meetings bring proposals, some of them projects; alone they move no firm") {
  Scenario scenario = only(Account::C6, 300, .5);
  const Results results(scenario, 8);
  CHECK(results("regional_proposals", 1996) > 30);  // small regions have few firms
  CHECK(results("regional_proposals", 1996) <= 60);
  CHECK(results("regional_projects", 1996) > 0);
  CHECK(results("regional_projects", 1996) < .4 * results("regional_proposals", 1996));
  scenario.parameters.regions.live_share = 0;
  const Results talk(scenario, 2);
  CHECK(talk("regional_proposals", 1996) > 0);
  CHECK(talk("productivity_effect", 1998) == 0.0);
  scenario.parameters.regions.cluster_effect = .01;
  const Results cluster(scenario, 2);
  CHECK(cluster("productivity_effect", 1998) > 0);
}

TEST_CASE("the overseas base helps consultations only") {
  Scenario fairs = only(Account::C2, 300, .5);
  const Results without(fairs, 6);
  fairs.accounts[index(Account::C8)] = {krw_million(400), 1};
  fairs.parameters.trade.contract_base = 3;
  fairs.policies[0].money = Appropriations(fairs.accounts, 1.0, 1992, 2000);
  const Results with(fairs, 6);
  CHECK(with("consultations", 1995) > .7 * without("consultations", 1995));  // fewer follow-ups
  CHECK(with("contracts", 1995) > 2 * without("contracts", 1995));
  CHECK(with("budget_spent", 1995, 0, Account::C8, Split::account) == Approx(400'000));
}

TEST_CASE("random budgets and cuts: every account is accounted for in every programme") {
  for (std::uint64_t trial = 0; trial < 6; ++trial) {
    Scenario scenario = small_scenario();
    std::uint64_t state = 88'172'645'463'325'252 + trial * 7'919;
    const auto next = [&] {
      state ^= state << 13, state ^= state >> 7, state ^= state << 17;
      return state;
    };
    for (std::size_t i = 0; i + 1 < account_count; ++i)
      scenario.accounts[i] = {krw_million(std::int64_t(next() % 700)), double(next() % 5) / 4.0};
    scenario.parameters.budget.cut_chance = 1.0;
    scenario.policies[0].money = Appropriations(scenario.accounts, 1.0, 1992, 2000);
    scenario.policies.push_back(scaled_policy(scenario, "half", .5));
    scenario.policies.back().levers.push_back(std::make_shared<Once>(
        date(1997, 4, 16), Rescinded{Authority::japan, std::int32_t(next() % 1'000'000)}));
    for (const Outcome& outcome : outcomes_of(scenario, {.replications = 2}))
      CHECK(outcome.error == "");
  }
}
