// SPDX-License-Identifier: Apache-2.0
// The event table and the firm-year panel: they move no number, and they say what the responses
// say.
#include <catch2/catch.hpp>

#include <cmath>
#include <cstring>
#include <functional>
#include <map>
#include <tuple>

#include "tests/sim/small_scenario.hpp"

using namespace coopsim;
using namespace coopsim::testing;

namespace {

// Every programme at work, with cuts and a second policy of less money.
Scenario everything() {
  Scenario scenario = small_scenario();
  const auto give = [&](Account account, std::int64_t million) {
    scenario.accounts[index(account)] = {krw_million(million), .7};
  };
  for (const Account account : cooperation_accounts) give(account, 150);
  give(Account::B8, 200);
  give(Account::C1, 900);
  for (const Account account : {Account::C2, Account::C3, Account::C4}) give(account, 300);
  give(Account::C5, 500);
  give(Account::C6, 500);
  give(Account::C7, 600);
  Parameters& p = scenario.parameters;
  p.outsourcing.opens = p.scouting.opens = p.information.opens = date(1993, 1, 1);
  scenario.policies[0].money = Appropriations(scenario.accounts, 1.0, 1992, 2000);
  scenario.policies.push_back(scaled_policy(scenario, "less", .5));
  for (const unsigned month : {3u, 5u, 8u, 11u})
    scenario.policies[1].levers.push_back(
        std::make_shared<Once>(date(1997, month, 1), Rescinded{Authority::korea, 300'000}));
  return scenario;
}

Scenario recorded(Scenario scenario, bool history = true) {
  Parameters& p = scenario.parameters;
  p.events.policies.names = p.panel.policies.names = {"less"};
  p.events.first_replication = p.panel.first_replication = 1;
  p.events.replications = p.panel.replications = 2;
  p.events.history = p.panel.history = history;
  return scenario;
}

bool is_chosen(const Outcome& outcome) {
  return outcome.world == Outcome::World::policy && outcome.policy == 1 &&
         outcome.replication >= 1 && outcome.replication <= 2;
}

const Outcome& chosen(const std::vector<Outcome>& all, int replication) {
  for (const Outcome& each : all)
    if (is_chosen(each) && each.replication == replication) return each;
  throw std::logic_error("no such outcome");
}

using Is = std::function<bool(const EventRow&)>;
Is kind(EventKind wanted) {
  return [=](const EventRow& row) { return row.kind == wanted; };
}
bool ran(const EventRow& row) { return row.started != no_day; }

// One world's rows beside its responses.
class Told {
 public:
  Told(const Scenario& scenario, const Outcome& outcome)
      : layout_(Study(scenario).recording->layout()), outcome_(outcome) {}

  double response(std::string_view id, int year) const {
    return outcome_.responses[layout_.offset(id) + std::size_t(year - layout_.first_year())];
  }
  // Rows of a year, by one of their dates.
  int rows(Time EventRow::*when, int year, const Is& is, const Is& too = ran) const {
    int count = 0;
    for (const EventRow& row : outcome_.records.events)
      count += row.*when != no_day && year_of(row.*when) == year && is(row) && too(row);
    return count;
  }
  int rows(const Is& is, const Is& too) const {
    int count = 0;
    for (const EventRow& row : outcome_.records.events) count += is(row) && too(row);
    return count;
  }
  double total(std::string_view id) const {
    double sum = 0;
    for (int year = 1993; year <= 1998; ++year) sum += response(id, year);
    return sum;
  }
  const Outcome& outcome() const { return outcome_; }

 private:
  ResponseLayout layout_;
  const Outcome& outcome_;
};

const std::vector<Outcome>& study() {
  static const std::vector<Outcome> all = outcomes_of(recorded(everything()));
  return all;
}
Told world(int replication) { return {everything(), chosen(study(), replication)}; }

const Is any = [](const EventRow&) { return true; };
Is cause(EventCause wanted) {
  return [=](const EventRow& row) { return row.cause == wanted; };
}
Is result(EventResult wanted) {
  return [=](const EventRow& row) { return row.result == wanted; };
}

auto as_tuple(const EventRow& row) {
  return std::tuple(row.kind, row.account, row.firm, row.person, row.asked, row.started, row.ended,
                    row.result, row.cause, row.sector, row.region);
}
auto as_tuple(const FirmYear& row) {
  return std::tuple(row.year, row.firm, row.sector, row.region, row.ties, row.served, row.services,
                    row.staff, row.technology, row.practice,
                    std::isnan(row.effect) ? -1e9 : row.effect);
}
template <class Row>
bool same(const std::vector<Row>& a, const std::vector<Row>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Row& x, const Row& y) { return as_tuple(x) == as_tuple(y); });
}

}  // namespace

TEST_CASE("records move no number of any world, and only chosen worlds have them") {
  const auto plain = outcomes_of(everything());
  REQUIRE(plain.size() == study().size());
  for (std::size_t i = 0; i < plain.size(); ++i) {
    const Outcome &a = plain[i], &b = study()[i];
    CAPTURE(a.replication, a.policy);
    REQUIRE(a.error + b.error == "");
    CHECK(a.fingerprint == b.fingerprint);
    CHECK(a.work.events == b.work.events);
    CHECK(a.work.draws == b.work.draws);
    REQUIRE(a.responses.size() == b.responses.size());
    CHECK(std::memcmp(a.responses.data(), b.responses.data(),
                      a.responses.size() * sizeof(double)) == 0);
    CHECK(a.records.events.empty());
    CHECK(a.records.panel.empty());
    CHECK(b.records.events.empty() != is_chosen(b));
    CHECK(b.records.panel.empty() != is_chosen(b));
  }
}

TEST_CASE("rows of training are the persons that the responses count") {
  for (const int replication : {1, 2}) {
    const Told one = world(replication);
    const Is training = kind(EventKind::training_place);
    double waited = 0, departed = 0;
    for (int year = 1993; year <= 1998; ++year) {
      CAPTURE(replication, year);
      CHECK(one.rows(&EventRow::asked, year, training, any) == one.response("applications", year));
      const Is back = [](const EventRow& row) { return ran(row) && row.ended != no_day; };
      CHECK(one.rows(&EventRow::started, year, training, back) ==
            one.response("trainees_returned", year));
    }
    CHECK(one.rows(training, cause(EventCause::withdrew)) == one.total("trainees_dropped_out"));
    CHECK(one.rows(training, cause(EventCause::cut)) > 0);
    CHECK(one.rows(training, cause(EventCause::cut)) +
              one.rows(training, cause(EventCause::host_withdrew)) <=
          one.total("seats_cancelled"));
    CHECK(one.rows(training, cause(EventCause::no_seat)) > 0);
    for (const EventRow& row : one.outcome().records.events)
      if (training(row) && ran(row) && year_of(row.started) == 1997) {
        waited += double((row.started - row.asked).count()) / 86'400.0;
        ++departed;
      }
    CHECK(waited / departed == Approx(one.response("training_wait", 1997)).epsilon(1e-12));
  }
}

TEST_CASE("rows of every other programme are what the responses count, year by year") {
  using Row = EventRow;
  struct Pair {
    const char* response;
    Time Row::*when;
    Is is, too;
  };
  const Is either = [](const Row& row) {
    return row.kind == EventKind::project || row.kind == EventKind::guidance;
  };
  const Is funded = [](const Row& row) { return row.cause != EventCause::no_money; };
  const Pair pairs[] = {
      {"needs_posted", &Row::asked, kind(EventKind::adviser_need), any},
      {"engagements_started", &Row::asked, kind(EventKind::adviser_engagement), any},
      {"cooperation_cases", &Row::started, either, any},
      {"projects_without_partner", &Row::ended, either, cause(EventCause::no_partner)},
      {"study_group_firms", &Row::asked, kind(EventKind::study_group_place), any},
      {"fair_places", &Row::asked, kind(EventKind::fair_place), funded},
      {"consultations", &Row::started, kind(EventKind::consultation), any},
      {"contracts", &Row::started, kind(EventKind::consultation), result(EventResult::contract)},
      {"consultations_refused", &Row::ended, kind(EventKind::consultation),
       cause(EventCause::no_time)},
      {"deals_started", &Row::started, kind(EventKind::deal), any},
      {"deals_ended", &Row::ended, kind(EventKind::deal), ran},
      {"outsourcing_candidates", &Row::asked, kind(EventKind::outsourcing_case), any},
      {"only_one_firms", &Row::asked, kind(EventKind::only_one_firm), any},
      {"regional_proposals", &Row::asked, kind(EventKind::proposal), any},
      {"alliances_started", &Row::asked, kind(EventKind::alliance), any},
      {"questions_asked", &Row::asked, kind(EventKind::question), any},
  };
  for (const Pair& pair : pairs) {
    double seen = 0;
    for (const int replication : {1, 2}) {
      const Told one = world(replication);
      CAPTURE(pair.response, replication);
      seen += one.total(pair.response);
      for (int year = 1993; year <= 1998; ++year) {
        CAPTURE(year);
        CHECK(one.rows(pair.when, year, pair.is, pair.too) == one.response(pair.response, year));
      }
    }
    CAPTURE(pair.response);
    CHECK(seen > 0);
  }
}

TEST_CASE("needs end as the responses say, and each ends once") {
  const Told one = world(1);
  const Is need = kind(EventKind::adviser_need);
  const int all = one.rows(need, any);
  CHECK(one.rows(need, cause(EventCause::out_of_patience)) == one.total("needs_given_up"));
  CHECK(one.rows(need, result(EventResult::served)) > 0);
  CHECK(all == one.rows(need, result(EventResult::served)) +
                   one.rows(need, result(EventResult::not_served)) +
                   one.rows(need, result(EventResult::open)));
}

TEST_CASE("dates of a row are in order, and open rows have no end") {
  for (const EventRow& row : chosen(study(), 1).records.events) {
    CAPTURE(int(row.kind), row.firm.slot, int(row.cause));
    REQUIRE(row.asked != no_day);
    REQUIRE((row.started == no_day || row.started >= row.asked));
    REQUIRE((row.ended == no_day || row.ended >= row.asked));
    REQUIRE((row.ended == no_day || row.started == no_day || row.ended >= row.started));
    REQUIRE((row.ended == no_day) == (row.result == EventResult::open));
    REQUIRE((row.cause == EventCause::running) == (row.result == EventResult::open));
    if (row.result == EventResult::not_served) REQUIRE(row.started == no_day);
  }
}

TEST_CASE("the panel adds up to the responses and to the rows of services") {
  const Told one = world(2);
  const Records& records = one.outcome().records;
  const int firms = everything().parameters.firms.count;
  REQUIRE(records.panel.size() == std::size_t(firms) * 6);
  std::map<std::tuple<int, FirmId>, int> services;
  std::map<int, double> effect, pairs, served, staff;
  for (const FirmYear& row : records.panel) {
    services[{row.year, row.firm}] = row.services;
    served[row.year] += row.served;
    staff[row.year] += row.staff;
    if (std::isnan(row.effect)) continue;
    effect[row.year] += row.effect;
    pairs[row.year] += 1;
  }
  for (int year = 1993; year <= 1998; ++year) {
    CAPTURE(year);
    CHECK(1e4 * effect[year] / pairs[year] ==
          Approx(one.response("productivity_effect", year)).epsilon(1e-9).margin(1e-12));
    CHECK(served[year] / firms == Approx(one.response("coverage", year)));
  }
  for (const EventRow& row : records.events) {
    if (!event_kinds[std::size_t(row.kind)].service || !ran(row) || row.ended == no_day) continue;
    int year = year_of(row.ended);
    if (row.ended > date(year, 12, 31)) ++year;
    const auto counted = services.find({year, row.firm});
    if (counted != services.end()) --counted->second;
  }
  for (const auto& [who, left] : services) {
    CAPTURE(std::get<int>(who), std::get<FirmId>(who).slot);
    CHECK(left == 0);
  }
}

TEST_CASE("without history the tables begin at policies_start with what was open then") {
  const auto short_tables = outcomes_of(recorded(everything(), false));
  const Time fork = everything().parameters.run.policies_start;
  for (const int replication : {1, 2}) {
    const Records &with = chosen(study(), replication).records,
                  &without = chosen(short_tables, replication).records;
    REQUIRE(without.events.size() < with.events.size());
    std::vector<EventRow> late;
    bool open_then = false;
    for (const EventRow& row : without.events) open_then = open_then || row.asked < fork;
    CHECK(open_then);
    const auto more = std::ptrdiff_t(with.events.size() - without.events.size());
    CHECK(same({with.events.begin() + more, with.events.end()}, without.events));
    for (auto row = with.events.begin(); row != with.events.begin() + more; ++row)
      CHECK((row->ended != no_day && row->ended < fork));
    REQUIRE(without.panel.size() == with.panel.size() / 2);  // three of six years
    CHECK(without.panel.front().year == 1996);
    CHECK(same({with.panel.begin() + std::ptrdiff_t(without.panel.size()), with.panel.end()},
               without.panel));
  }
}

TEST_CASE("a table may be of one programme only") {
  Scenario scenario = recorded(everything());
  scenario.parameters.events.programmes.bits = 1u << unsigned(RecordedProgramme::advice);
  scenario.parameters.panel.policies.names.clear();
  const Records records = chosen(outcomes_of(scenario), 1).records;
  CHECK(records.panel.empty());
  std::vector<EventRow> expected;
  for (const EventRow& row : chosen(study(), 1).records.events)
    if (row.kind == EventKind::adviser_need || row.kind == EventKind::adviser_engagement)
      expected.push_back(row);
  CHECK(expected.size() > 0);
  CHECK(same(records.events, expected));
}

TEST_CASE("records are the same on one thread and on eight") {
  const auto many = outcomes_of(recorded(everything()), {.threads = 8});
  for (const int replication : {1, 2}) {
    const Records &a = chosen(study(), replication).records, &b = chosen(many, replication).records;
    CHECK(same(a.events, b.events));
    CHECK(same(a.panel, b.panel));
  }
}
