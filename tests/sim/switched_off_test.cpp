// SPDX-License-Identifier: Apache-2.0
// Every programme switched off, one at a time, by giving its accounts no money from the first day:
// what it alone reports is zero or missing as declared, and everything else stays, bit by bit, but
// for what the programme reaches through a channel that is named here. The review has no account:
// review_test.cpp holds that without its lever no bit changes.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tests/sim/small_scenario.hpp"

using namespace coopsim;
using namespace coopsim::testing;
using enum coopsim::Account;

namespace {

using Ids = std::vector<std::string_view>;

struct Programme {
  std::string_view name;
  std::vector<Account> accounts;
  Ids silent;  // only this programme makes them: zero or missing without it
  Ids moved;   // that it moves itself, beside `money` and `served`, and others make too
};

// Sums over all accounts.
const Ids money = {"budget_appropriated", "budget_committed", "budget_carried_over",
                   "budget_spent",        "budget_lapsed",    "budget_cut",
                   "budget_execution",    "training_share",   "training_share_spent",
                   "budget_concentration"};
// Over the services of all programmes.
const Ids services = {"services_started", "small_firm_share", "firm_cost"};
// Over the firms that were ever served: without the programme these are fewer.
const Ids served = {"coverage", "technology_level_served", "productivity_effect_served",
                    "defect_effect"};
// A contract is a deal, a deal exports, and its partner gains.
const Ids deals = {"deals_started",
                   "deals_ended",
                   "live_deals",
                   "programme_exports",
                   "export_gain",
                   "partner_benefit",
                   "win_win_share",
                   "deficit",
                   "programme_trade_effect",
                   "programme_share_of_deficit"};

Ids operator+(Ids left, const Ids& right) {
  left.insert(left.end(), right.begin(), right.end());
  return left;
}

const Ids contracts = Ids{"consultations", "contracts", "contracts_per_consultation",
                          "firms_with_contract", "cost_per_contract"} +
                      deals;

// A programme's own responses of its accounts alone (`..._by_channel` and the like) are not listed:
// the test looks at every account's cell of every response.
const std::vector<Programme> programmes = {
    {"training",
     {A1, A2, A3, A4, A5, A6},
     {"trainees_returned", "site_technicians", "trainee_months", "seats_offered", "seat_fill",
      "applications", "applications_per_seat", "training_wait", "training_wait_median",
      "trainees_dropped_out", "seats_cancelled", "seats_unfunded", "trained_workers_lost",
      "applicants_refused", "applications_lapsed"},
     {"host_places_withdrawn", "associations_with_courses",
      "cost_per_trainee"}},  // Japan's money for training also pays for hosts
    {"advice",
     {B7},
     {"advisers_available", "advisers_available_august", "adviser_utilisation",
      "advisers_registered", "advisers_left", "needs_posted", "needs_served", "advice_wait",
      "needs_given_up", "engagements_planned", "engagements_started", "engagements_long",
      "engagements_full_result", "engagements_no_result", "adviser_visits", "needs_unfunded",
      "needs_unmatched", "needs_withdrawn", "needs_without_adviser"},
     {"partner_benefit", "cost_per_engagement", "engagement_effect"}},
    {"meetings",
     {C2, C3, C4},
     {"fair_places", "fair_places_lost", "consultations", "consultations_refused", "contracts",
      "contracts_per_consultation", "firms_with_contract", "fair_places_unused"},
     Ids{"cost_per_contract"} + deals},
    {"outsourcing",
     {C1},
     {"outsourcing_candidates", "outsourcing_conversion", "outsourcing_conversion_24",
      "outsourcing_buyers"},
     deals},
    {"information",
     {C5},
     {"information_level", "questions_asked", "issue_analyses", "new_fields_found"},
     contracts},  // the site makes contracts likelier
    {"scouting",
     {C7},
     {"only_one_expected", "only_one_firms"},
     Ids{"alliances_started", "alliances_alive", "alliance_life"} + deals},
    {"regions",
     {C6},
     {"regional_proposals", "regional_projects"},
     {"alliances_started", "alliances_alive", "alliance_life", "partner_benefit", "win_win_share"}},
    {"study groups",
     {B8},
     {"study_group_firms", "study_group_sessions", "monozukuri_adoptions"},
     {}},
    {"cooperation",
     {B1, B2, B3, B4, B5, B6, B9, B10},
     {"projects_without_partner"},
     {"cooperation_cases", "projects_full_result", "projects_unfunded", "projects_lapsed"}},
    {"guidance",
     {B11},
     {},
     {"cooperation_cases", "projects_full_result", "projects_unfunded", "projects_lapsed"}},
    {"overseas base", {C8}, {}, contracts},
    {"head office", {head_office}, {}, {}}};

// The channels by which one programme reaches another through firms and Japan.
enum class Channel { none, knowledge, ties, success, reluctance, all };

void shut(Parameters& p, Channel open) {
  const auto is_open = [&](Channel channel) { return open == channel || open == Channel::all; };
  if (!is_open(Channel::knowledge)) {  // nobody learns: technology, practice, growth and exit stay
    p.learning.practice_training = p.learning.practice_advice = 0;
    p.learning.eta_training = p.learning.eta_advice = 0;
    p.cooperation.eta_project = p.cooperation.practice_project = 0;
    p.alliances.eta = p.alliances.practice = 0;
    p.study_groups.practice = p.study_groups.adoption = 0;
    p.trade.learning_practice = 0;
  }
  if (!is_open(Channel::ties)) {  // a Japanese partner makes nothing likelier
    p.training.tie_factor = p.advice.tie_factor = p.cooperation.tie_factor = 0;
    p.meetings.tie_weight = p.trade.contract_tie = p.study_groups.imitation = 0;
  }
  if (!is_open(Channel::success)) p.training.success_factor = 1;  // nor does a success
  if (!is_open(Channel::reluctance))
    p.japan.reluctance_of_gap = p.japan.reluctance_of_benefit = p.japan.leak_rate = 0;
}

// All accounts with money and cuts every year; policy 1 + n is the world without programme n.
Scenario without_each(Channel open) {
  Scenario scenario = small_scenario();
  Parameters& p = scenario.parameters;
  p.run.policies_start = p.run.start;
  p.budget.cut_chance = 1.0;
  p.outsourcing.opens = p.scouting.opens = p.information.opens = date(1993, 1, 1);
  constexpr std::array<std::int64_t, account_count> million = {
      90,  500, 60,  50,  78,  107,                           // A
      135, 135, 135, 135, 135, 135, 400, 120, 135, 135, 160,  // B
      300, 150, 150, 270, 500, 200, 200, 400, 101};           // C, head office
  for (std::size_t i = 0; i < account_count; ++i)
    scenario.accounts[i] = {krw_million(million[i]), .5};
  Policy& whole = scenario.policies[0];
  whole.money = Appropriations(scenario.accounts, 1.0, 1992, 2000);
  for (const Programme& each : programmes) {
    Policy policy = scenario.policies[0];
    policy.name = each.name;
    policy.baseline = false;
    for (const Account account : each.accounts)
      for (const Authority who : authorities)
        for (int year = 1992; year <= 2000; ++year) policy.money.set(account, who, year, Money{});
    scenario.policies.push_back(policy);
  }
  shut(p, open);
  return scenario;
}

struct Worlds {
  explicit Worlds(Channel open) : Worlds(without_each(open)) {}
  explicit Worlds(const Scenario& scenario)
      : layout(Study(scenario).recording->layout()), responses(scenario.policies.size()) {
    for (const Outcome& each : outcomes_of(scenario, {.replications = 2})) {
      REQUIRE(each.error == "");
      if (each.world == Outcome::World::policy)
        responses[std::size_t(each.policy)].push_back(each.responses);
    }
  }
  ResponseLayout layout;
  std::vector<std::vector<std::vector<double>>> responses;  // policy, replication
};

// The accounts of a split's cells; empty where cells are no accounts.
std::vector<Account> accounts_of(Split split) {
  const auto all = [](const auto& list) { return std::vector<Account>(list.begin(), list.end()); };
  std::vector<Account> numbered;
  switch (split) {
    case Split::field:
      return all(cooperation_accounts);
    case Split::channel:
      return all(trade_accounts);
    case Split::account:
    case Split::course:
      for (std::size_t i = 0; i < split_size(split); ++i) numbered.push_back(Account(i));
      return numbered;
    default:
      return {};
  }
}

bool has(const Ids& ids, std::string_view id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

bool is_silent(std::span<const double> values, Missing missing) {
  return std::all_of(values.begin(), values.end(), [&](double value) {
    return missing == Missing::nan ? std::isnan(value) : value == 0;
  });
}

std::string name_of(const Series& series) {
  return std::string(metrics()[series.metric].id) + std::string(split_suffix(series.split));
}

// Calls act(series, cell's account or nullptr, values with, values without) for every cell of every
// response of a replication.
template <class Act>
void for_each_cell(const Worlds& worlds, std::size_t policy, Act&& act) {
  const std::size_t years = worlds.layout.years();
  for (std::size_t r = 0; r < worlds.responses[0].size(); ++r)
    for (const Series& series : worlds.layout.series()) {
      const std::vector<Account> accounts = accounts_of(series.split);
      for (std::size_t cell = 0; cell < split_size(series.split); ++cell) {
        const std::size_t at = series.offset + cell * years;
        act(series, accounts.empty() ? nullptr : &accounts[cell],
            std::span(worlds.responses[0][r]).subspan(at, years),
            std::span(worlds.responses[policy][r]).subspan(at, years));
      }
    }
}

bool same_bits(std::span<const double> a, std::span<const double> b) {
  return std::memcmp(a.data(), b.data(), a.size_bytes()) == 0;
}

// Names of the responses that move without the programme, but for those that it moves itself.
std::set<std::string> moved_besides(const Worlds& worlds, std::size_t number, const Ids& allowed) {
  const Programme& off = programmes[number];
  std::set<std::string> moved;
  for_each_cell(worlds, 1 + number,
                [&](const Series& series, const Account* account, auto with, auto without) {
                  if (same_bits(with, without)) return;
                  const std::string_view id = metrics()[series.metric].id;
                  const bool own_cell =
                      account && std::count(off.accounts.begin(), off.accounts.end(), *account) > 0;
                  // Of money, only the sums and the programme's own accounts may move.
                  if (account && !own_cell && has(money, id)) moved.insert(name_of(series));
                  if (!own_cell && !has(allowed, id)) moved.insert(name_of(series));
                });
  return moved;
}

}  // namespace

TEST_CASE("a programme without money reports nothing: zero or missing, as declared") {
  const Worlds worlds(Channel::all);
  for (std::size_t number = 0; number < programmes.size(); ++number) {
    const Programme& off = programmes[number];
    std::set<std::string_view> seen;  // in the world with it
    for_each_cell(worlds, 1 + number,
                  [&](const Series& series, const Account* account, auto with, auto without) {
                    const Metric& metric = metrics()[series.metric];
                    const bool own_cell = account && std::count(off.accounts.begin(),
                                                                off.accounts.end(), *account) > 0;
                    if (!own_cell && !has(off.silent, metric.id)) return;
                    CAPTURE(off.name, name_of(series));
                    CHECK(is_silent(without, metric.missing));
                    if (!is_silent(with, metric.missing)) seen.insert(metric.id);
                  });
    CHECK(seen.contains("budget_spent"));
    for (const std::string_view id : off.silent) {
      CAPTURE(off.name, id);
      CHECK(seen.contains(id));
    }
  }
}

TEST_CASE("without knowledge, ties and reluctance between them, programmes leave others alone") {
  const Worlds worlds(Channel::none);
  for (std::size_t number = 0; number < programmes.size(); ++number) {
    const Programme& off = programmes[number];
    CAPTURE(off.name);
    CHECK(moved_besides(worlds, number, off.silent + off.moved + money + services + served) ==
          std::set<std::string>{});
  }
}

TEST_CASE("each channel carries by itself what a programme does to others") {
  // Who reaches what: one response that moves when only this channel is open.
  struct Reach {
    Channel channel;
    std::string_view programme;
    std::string response;
  };
  const std::vector<Reach> reaches = {{Channel::knowledge, "training", "technology_level"},
                                      {Channel::knowledge, "study groups", "practice_index"},
                                      {Channel::knowledge, "advice", "staff"},
                                      {Channel::ties, "training", "consultations"},
                                      {Channel::ties, "meetings", "needs_posted"},
                                      {Channel::ties, "cooperation", "applications"},
                                      {Channel::success, "advice", "applications"},
                                      {Channel::reluctance, "meetings", "reluctance"}};
  for (const Channel channel :
       {Channel::knowledge, Channel::ties, Channel::success, Channel::reluctance}) {
    const Worlds worlds(channel);
    for (const Reach& reach : reaches) {
      if (reach.channel != channel) continue;
      CAPTURE(int(channel), reach.programme, reach.response);
      const auto found = std::find_if(programmes.begin(), programmes.end(),
                                      [&](const auto& p) { return p.name == reach.programme; });
      REQUIRE(found != programmes.end());
      CHECK(moved_besides(worlds, std::size_t(found - programmes.begin()),
                          found->silent + found->moved + money + served)
                .contains(reach.response));
    }
  }
}

TEST_CASE("what money or the economy alone decides is moved by no other programme") {
  const Worlds worlds(Channel::all);
  const Ids decided = {"exchange_rate",       "korean_exports",     "deficit_without_programme",
                       "engagements_planned", "information_level",  "issue_analyses",
                       "new_fields_found",    "only_one_expected",  "money_reallocated",
                       "policy_acts",         "budget_not_modelled"};
  for (std::size_t number = 0; number < programmes.size(); ++number) {
    const Programme& off = programmes[number];
    for_each_cell(worlds, 1 + number,
                  [&](const Series& series, const Account* account, auto with, auto without) {
                    const std::string_view id = metrics()[series.metric].id;
                    const bool planned =
                        id == "budget_appropriated" && account &&
                        std::count(off.accounts.begin(), off.accounts.end(), *account) == 0;
                    if (!planned && (!has(decided, id) || has(off.silent, id))) return;
                    CAPTURE(off.name, name_of(series));
                    CHECK(same_bits(with, without));
                  });
  }
}
