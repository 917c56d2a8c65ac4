// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <cstring>
#include <map>
#include <stdexcept>

#include "sim/executor.hpp"
#include "tests/sim/gathering.hpp"
#include "tests/sim/small_scenario.hpp"

using namespace coopsim;
using namespace coopsim::testing;

namespace {

Scenario three_policies(int replications) {
  Scenario scenario = small_scenario();
  scenario.parameters.firms.count = 300;
  scenario.parameters.run.replications = replications;
  scenario.policies.push_back(scaled_policy(scenario, "half", .5));
  scenario.policies.push_back(scaled_policy(scenario, "twice", 2));
  return scenario;
}

class Failing final : public Lever {
 public:
  void announce(Announcements&) const override { throw std::runtime_error("planted fault"); }
};

}  // namespace

TEST_CASE("outcomes are the same bits on 1, 2 and 8 threads, each of which ran a job") {
  std::vector<Outcome> first;
  for (const int threads : {1, 2, 8}) {
    Scenario scenario = three_policies(32);
    scenario.policies[0].levers.push_back(std::make_shared<Gathering>(std::size_t(threads)));
    std::vector<Outcome> all;
    const auto report = run_experiment(scenario, {.threads = threads},
                                       [&](const Outcome& each) { all.push_back(each); });
    CHECK(report.workers_seen == threads);
    REQUIRE(report.failures.empty());
    REQUIRE(all.size() == 32 * 5);
    if (first.empty()) first = all;
    for (std::size_t i = 0; i < all.size(); ++i) {
      REQUIRE(all[i].replication == first[i].replication);
      REQUIRE(all[i].policy == first[i].policy);
      REQUIRE(all[i].world == first[i].world);
      REQUIRE(all[i].fingerprint == first[i].fingerprint);
      REQUIRE(std::memcmp(all[i].responses.data(), first[i].responses.data(),
                          all[i].responses.size() * sizeof(double)) == 0);
    }
  }
}

TEST_CASE("a world that throws is isolated and named, the others are untouched") {
  Scenario scenario = three_policies(2);
  const auto sound = outcomes_of(scenario);
  scenario.policies[1].levers.push_back(std::make_shared<Failing>());
  std::vector<Outcome> all;
  const auto report =
      run_experiment(scenario, {}, [&](const Outcome& each) { all.push_back(each); });
  REQUIRE(all.size() == sound.size());
  REQUIRE(report.failures.size() == 2);
  CHECK(report.failures[0] == "half:0: planted fault");
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].policy == 1) {
      CHECK(all[i].error == "planted fault");
      CHECK(all[i].responses.empty());
    } else {
      CHECK(all[i].fingerprint == sound[i].fingerprint);
    }
  }
}

TEST_CASE("a stopped experiment delivers complete replications, from the first on") {
  const Scenario scenario = three_policies(12);
  int asked = 0;
  std::vector<Outcome> all;
  const auto report =
      run_experiment(scenario, {.threads = 2, .stop_requested = [&] { return ++asked > 3; }},
                     [&](const Outcome& each) { all.push_back(each); });
  CHECK(report.stopped);
  CHECK(report.replications == 3);
  REQUIRE(all.size() == 3 * 5);
  for (std::size_t i = 0; i < all.size(); ++i) CHECK(all[i].replication == int(i / 5));
}

TEST_CASE("replications can be run in parts") {
  const Scenario scenario = three_policies(4);
  const auto all = outcomes_of(scenario);
  const auto later = outcomes_of(scenario, {.first_replication = 2, .replications = 2});
  REQUIRE(later.size() == 10);
  for (std::size_t i = 0; i < later.size(); ++i)
    CHECK(later[i].fingerprint == all[10 + i].fingerprint);
}

TEST_CASE("each replication may run other policies, and none of the values changes") {
  const Scenario scenario = three_policies(4);
  const auto all = outcomes_of(scenario);
  const std::vector<std::vector<int>> chosen = {{0, 2}, {}, {1}, {2}};
  std::vector<Outcome> found;
  ExperimentOptions options{.threads = 2, .reference_worlds = false};
  std::vector<int> ran;
  options.progress = [&](const Outcome& outcome) {
    if (outcome.world != Outcome::World::none) ran.push_back(outcome.policy);
  };
  options.policies_of = [&](int replication) { return chosen[std::size_t(replication)]; };
  const auto report =
      run_experiment(scenario, options, [&](const Outcome& each) { found.push_back(each); });
  CHECK(report.replications == 4);
  REQUIRE(found.size() == 4);
  CHECK(ran.size() == 4);  // STOP is not run
  std::size_t at = 0;
  for (int r = 0; r < 4; ++r)
    for (const int policy : chosen[std::size_t(r)]) {
      CHECK(found[at].replication == r);
      CHECK(found[at].policy == policy);
      CHECK(found[at].fingerprint == all[std::size_t(r * 5 + 2 + policy)].fingerprint);
      CHECK(std::memcmp(found[at].responses.data(),
                        all[std::size_t(r * 5 + 2 + policy)].responses.data(),
                        found[at].responses.size() * sizeof(double)) == 0);
      ++at;
    }
}

TEST_CASE("the pipeline delivers in order and never runs further ahead than its tokens") {
  const Executor executor(3);
  std::size_t delivered = 0, ahead = 0;
  const auto count = executor.pipeline(
      200, [](std::size_t) {},
      [&](std::size_t i) {
        REQUIRE(i == delivered);
        ++delivered;
        ahead = std::max(ahead, std::size_t{1});
      },
      nullptr);
  CHECK(count == 200);
  CHECK(executor.in_flight() == 4);
}

TEST_CASE("an exception of the work stops the pipeline and comes out") {
  const Executor executor(2);
  CHECK_THROWS_AS(executor.pipeline(
                      50,
                      [](std::size_t i) {
                        if (i == 7) throw std::runtime_error("seven");
                      },
                      [](std::size_t) {}, nullptr),
                  std::runtime_error);
}

TEST_CASE("no firms, no money and no replications beyond one are valid") {
  Scenario scenario = small_scenario();
  scenario.parameters.firms.count = 0;
  const auto all = outcomes_of(scenario, {.replications = 1});
  REQUIRE(all.size() == 3);
  for (const Outcome& each : all) CHECK(each.error.empty());
}
