// SPDX-License-Identifier: Apache-2.0
// A study of made-up numbers: every value of a result says by itself where it belongs.
#pragma once
#include <cmath>
#include <filesystem>
#include <limits>
#include <string>
#include <vector>

#include "output/result_file.hpp"
#include "tests/output/temporary_folder.hpp"

namespace coopsim::testing {

inline Policy policy(std::string name, std::string ko, bool baseline) {
  Policy made;
  made.label_en = "Policy " + name;
  made.label_ko = std::move(ko);
  made.name = std::move(name);
  made.baseline = baseline;
  return made;
}

// Three policies, the second is the baseline; 1993-1996, policies from 1995.
inline Scenario small_scenario() {
  Scenario scenario;
  scenario.title = {"Small study", "작은 연구"};
  scenario.parameters.run.policies_start = date(1995, 1, 1);
  scenario.parameters.run.end = date(1997, 1, 1);
  scenario.parameters.run.replications = 4;
  scenario.policies = {policy("more", "확대", false), policy("as_is", "현행", true),
                       policy("less", "축소", false)};
  scenario.accounts[0].amount = Path<Money>(krw_million(1000));
  for (Policy& each : scenario.policies)
    each.money = Appropriations(scenario.accounts, 1, 1993, 1996);
  scenario.effective_toml = "schema = 1\ntitle = \"작은 연구\"\n";
  return scenario;
}
inline ResponseLayout small_layout() { return ResponseLayout(1993, 1996); }

// What stands at place `at` of the layout: distinct in every world, not linear in the replication.
inline double made_up(int world, int replication, std::size_t at) {
  return 1000.0 * world + double(replication * replication) + double(at) / 1024.0;
}

// World -2: NONE, -1: STOP, else the policy's number.
inline Outcome outcome(const ResponseLayout& layout, int world, int replication) {
  Outcome made;
  made.replication = replication;
  made.world = world == -2   ? Outcome::World::none
               : world == -1 ? Outcome::World::stop
                             : Outcome::World::policy;
  made.policy = world < 0 ? -1 : world;
  made.responses.resize(layout.size());
  for (std::size_t at = 0; at < layout.size(); ++at)
    made.responses[at] = made_up(world, replication, at);
  made.fingerprint = {std::uint64_t(world + 10), std::uint64_t(replication)};
  made.work = {100, 10};
  return made;
}

// Rows that say by themselves where they belong: firm `row` in generation `replication`, asked on
// day `row` from 1995-03-01 on, every fifth refused after ten days, every seventh still open.
inline Records made_up_records(int world, int replication, int rows) {
  Records made;
  for (int row = 0; row < rows; ++row) {
    EventRow event{.kind = static_cast<EventKind>(row % int(event_kinds.size())),
                   .account = static_cast<Account>(row % int(account_count)),
                   .firm = {std::uint32_t(row), std::uint32_t(replication)},
                   .person = row % 3 - 1,
                   .asked = date(1995, 3, 1) + days(row % 300)};
    if (row % 5 == 0) {
      event.ended = event.asked + days(10);
      event.cause = EventCause::no_seat;
    } else {
      event.started = event.asked + days(row % 4) + std::chrono::hours(12);
      event.result = row % 7 == 0 ? EventResult::open : EventResult::full;
      event.cause = row % 7 == 0 ? EventCause::running : EventCause::completed;
      if (row % 7 != 0) event.ended = event.started + days(world + 1);
    }
    made.events.push_back(event);
    made.panel.push_back(
        {.year = 1995 + row % 2,
         .firm = event.firm,
         .sector = Sector(row % int(sector_count)),
         .region = Region::busan,
         .ties = 200,
         .served = row % 2 == 1,
         .services = std::uint16_t(row % 4),
         .staff = row + .5,
         .technology = 80,
         .practice = .5,
         .effect = row % 3 == 0 ? std::numeric_limits<double>::quiet_NaN() : row / 1e4});
  }
  return made;
}

// The small study with both tables of `more` and `less`, `rows` a world.
inline Scenario recorded_scenario() {
  Scenario scenario = small_scenario();
  scenario.parameters.events.policies.names = {"more", "less"};
  scenario.parameters.panel.policies.names = {"more", "less"};
  scenario.parameters.events.replications = scenario.parameters.panel.replications = 4;
  return scenario;
}
inline void add_records(Outcome& made, int rows) {
  if (made.policy == 0 || made.policy == 2)
    made.records = made_up_records(made.policy, made.replication, rows);
}

// Statistics that a reader of the test can check at sight: mean, count, least, most.
inline Summary plain_summary(std::span<const double> values) {
  Summary summary;
  summary.fill(std::numeric_limits<double>::quiet_NaN());
  double sum = 0;
  for (const double value : values) sum += value;
  if (!values.empty()) summary[0] = sum / double(values.size());
  summary[1] = double(values.size());
  return summary;
}

inline ResultOptions plain_options() {
  ResultOptions options;
  options.coopsim_version = "0.1.0";
  options.summarise = plain_summary;
  return options;
}

inline ExecutionFacts some_facts() {
  return {"a host", "a processor", "2026-11-20T10:00:00+09:00", "", 2, 2, 2, 1.5};
}

// Writes the whole study; `change` may alter any outcome before it is delivered.
template <class Change>
Published write_study(const std::filesystem::path& file, const Scenario& scenario,
                      ResultOptions options, const std::optional<ExecutionFacts>& facts,
                      Change change) {
  const ResponseLayout layout = small_layout();
  ResultFile result(file, scenario, layout, std::move(options));
  for (int r = 0; r < scenario.parameters.run.replications; ++r)
    for (int world = -2; world < int(scenario.policies.size()); ++world) {
      Outcome made = outcome(layout, world, r);
      change(made);
      result.add(made);
    }
  return result.finish(facts);
}
inline Published write_study(const std::filesystem::path& file,
                             const std::optional<ExecutionFacts>& facts = std::nullopt,
                             ResultOptions options = plain_options()) {
  return write_study(file, small_scenario(), std::move(options), facts, [](Outcome&) {});
}

}  // namespace coopsim::testing
