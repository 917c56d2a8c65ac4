// SPDX-License-Identifier: Apache-2.0
// Common random numbers do not leak: what one policy draws or schedules moves no other number.
#include <catch2/catch.hpp>

#include <cstring>

#include "sim/world/draws.hpp"
#include "tests/sim/small_scenario.hpp"

using namespace coopsim;
using namespace coopsim::testing;

namespace {

// Draws numbers, uses sequence numbers, schedules and cancels events of existing entities.
void make_noise(Context& context) {
  const Firms& firms = context.world.firms;
  for (std::uint32_t slot = 0; slot < firms.count(); ++slot) {
    const EntityId firm = firms.id(slot).entity();
    for (std::uint8_t purpose = 0; purpose < 100; ++purpose)
      context.random.uniform(firm, Purpose{purpose}, 1996);
    const Time later = context.calendar.now() + days(1 + slot % 700);
    const Ticket ticket =
        context.calendar.schedule_cancellable(later, Phase::policy, firm, FirmAged{slot, 1999});
    REQUIRE(context.calendar.cancel(ticket));
    // Changes that change nothing take part in the order of events.
    context.calendar.schedule(later, Phase::policy, firm, LongShareChanged{.6});
    context.calendar.schedule(later, Phase::review, firm, SelectionChanged{SelectionRule::score});
  }
}

}  // namespace

TEST_CASE("a policy that draws and schedules but changes nothing moves no number of the outcome") {
  const Scenario scenario = small_scenario();
  const Study study(scenario);
  Replication history(study, 3, nullptr);
  history.run_until(scenario.parameters.run.policies_start);
  Replication quiet = history, noisy = history;
  quiet.announce(scenario.policies[0]);
  noisy.announce(scenario.policies[0]);
  noisy.intervene(make_noise);
  quiet.finish();
  noisy.finish();
  const auto a = quiet.responses(), b = noisy.responses();
  REQUIRE(a.size() == b.size());
  CHECK(std::memcmp(a.data(), b.data(), a.size() * sizeof(double)) == 0);
  CHECK(noisy.work().events > quiet.work().events);
  CHECK(noisy.fingerprint() != quiet.fingerprint());  // the fingerprint sees the noise itself
}

TEST_CASE("another seed or another replication draws another history") {
  Scenario scenario = small_scenario();
  const auto run = [&](int number) {
    const Study study(scenario);
    Replication replication(study, number, nullptr);
    replication.finish();
    return replication.fingerprint();
  };
  const auto first = run(0);
  CHECK(first == run(0));
  CHECK(first != run(1));
  scenario.parameters.run.seed += 1;
  CHECK(first != run(0));
}

TEST_CASE("one won moved, one parameter's last bit, one firm more change the fingerprint") {
  const auto fingerprint = [](auto&& change) {
    Scenario scenario = small_scenario();
    change(scenario);
    const Study study(scenario);
    Replication replication(study, 0, nullptr);
    replication.finish();
    return replication.fingerprint();
  };
  const auto plain = fingerprint([](Scenario&) {});
  CHECK(plain != fingerprint([](Scenario& s) {
          s.accounts[index(Account::C8)].amount.steps[0].value.thousand -= 1;
          s.accounts[index(Account::C3)].amount.steps[0].value.thousand += 1;
        }));
  CHECK(plain != fingerprint([](Scenario& s) { s.parameters.firms.shock_sd *= 1 + 1e-15; }));
  CHECK(plain != fingerprint([](Scenario& s) { s.parameters.firms.count += 1; }));
}

TEST_CASE("one draw more, one tie swapped change the fingerprint and no response") {
  const Scenario scenario = small_scenario();
  const Study study(scenario);
  Replication start(study, 0, nullptr);
  start.run_until(scenario.parameters.run.policies_start);
  start.announce(scenario.policies[0]);
  const auto with = [&](auto&& act) {
    Replication world = start;
    world.intervene(act);
    world.finish();
    return world;
  };
  const EntityId firm = entity_of(Kind::firm, 5);
  const Time later = date(1997, 3, 3);
  // Two events that change nothing, on one second, of one phase and entity: a tie.
  const auto first = [&](Context& c) {
    c.calendar.schedule(later, Phase::policy, firm, LongShareChanged{.6});
  };
  const auto second = [&](Context& c) {
    c.calendar.schedule(later, Phase::policy, firm, SelectionChanged{SelectionRule::score});
  };
  const Replication plain = with([](Context&) {});
  const Replication drawn = with([&](Context& c) { c.random.uniform(firm, draw::sector); });
  const Replication tie = with([&](Context& c) { first(c), second(c); });
  const Replication swapped = with([&](Context& c) { second(c), first(c); });
  CHECK(drawn.work().draws == plain.work().draws + 1);
  CHECK(drawn.fingerprint() != plain.fingerprint());
  CHECK(swapped.work().events == tie.work().events);
  CHECK(swapped.fingerprint() != tie.fingerprint());
  const auto values = plain.responses();
  for (const Replication* each : {&drawn, &tie, &swapped})
    CHECK(std::memcmp(each->responses().data(), values.data(), values.size() * sizeof(double)) ==
          0);
}
