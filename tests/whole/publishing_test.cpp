// SPDX-License-Identifier: Apache-2.0
// What a run finds is what its file says, also when a world fails or runs alone.
#include <cmath>
#include <cstring>
#include <stdexcept>

#include "output/result_check.hpp"
#include "output/result_reader.hpp"
#include "tests/whole/whole_run.hpp"

using namespace coopsim;
using namespace coopsim::testing;

namespace {

bool same_bits(const std::vector<double>& a, const std::vector<double>& b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(double)) == 0;
}

// Responses of a reference world as group `worlds` holds them.
std::vector<double> world_responses(const ResultReader& result, std::size_t world,
                                    std::size_t replication) {
  const ResponseLayout layout(result.facts().first_year, result.facts().last_year);
  std::vector<double> all;
  for (const Series& series : layout.series()) {
    const auto values = result.read("worlds/" + std::string(metrics()[series.metric].id) +
                                    std::string(split_suffix(series.split)));
    const std::size_t length = split_size(series.split) * layout.years();
    REQUIRE(values.values.size() == 2 * std::size_t(result.facts().replications) * length);
    const auto begin =
        values.values.begin() +
        std::ptrdiff_t((world * std::size_t(result.facts().replications) + replication) * length);
    all.insert(all.end(), begin, begin + std::ptrdiff_t(length));
  }
  return all;
}

std::size_t named(const Scenario& scenario, std::string_view name) {
  for (std::size_t i = 0; i < scenario.policies.size(); ++i)
    if (scenario.policies[i].name == name) return i;
  throw std::logic_error("no such policy");
}

// Throws the nth time it is announced, counted from 0.
class FailingOnce final : public Lever {
 public:
  explicit FailingOnce(int when) : left_(when) {}
  void announce(Announcements&) const override {
    if (left_-- == 0) throw std::runtime_error("planted fault");
  }

 private:
  mutable int left_;
};

}  // namespace

TEST_CASE("every number in the file is the one its world came to") {
  const TemporaryFolder folder;
  const Scenario scenario = shipped_scenario(3);
  const WholeRun run = run_to_file(scenario, folder / "a.h5");
  const ResultReader result(folder / "a.h5");
  REQUIRE(run.outcomes.size() == 3 * 8);
  for (const Outcome& outcome : run.outcomes) {
    const auto r = std::size_t(outcome.replication), p = std::size_t(outcome.policy);
    CAPTURE(outcome.replication, outcome.policy);
    REQUIRE(outcome.error.empty());
    if (outcome.world == Outcome::World::policy) {
      CHECK(same_bits(result.responses(p, r), outcome.responses));
      CHECK(result.fingerprint(p, r) == outcome.fingerprint);
    } else {
      const std::size_t world = outcome.world == Outcome::World::none ? 0 : 1;
      CHECK(same_bits(world_responses(result, world, r), outcome.responses));
      CHECK(result.world_fingerprint(world, r) == outcome.fingerprint);
    }
  }
  CHECK(verify_checksums(folder / "a.h5").empty());
}

TEST_CASE("the scenario in a file, run again, gives the file again") {
  const TemporaryFolder folder;
  run_to_file(shipped_scenario(2, {"run.knowledge=ex_post", "training.dropout=0.2"}),
              folder / "a.h5");
  const std::string text = ResultReader(folder / "a.h5").facts().scenario;
  run_to_file(read_scenario_text(text, "a.h5").scenario, folder / "b.h5");
  CHECK(bytes_of(folder / "a.h5") == bytes_of(folder / "b.h5"));
}

TEST_CASE("history stands in every policy's years, bit by bit") {
  const TemporaryFolder folder;
  const Scenario scenario = shipped_scenario(2);
  run_to_file(scenario, folder / "a.h5");
  const ResultReader result(folder / "a.h5");
  for (const char* name : {"yearly/trainees_returned", "yearly/budget_spent", "yearly/staff"}) {
    const NumberArray values = result.read(name);
    for (std::size_t p = 1; p < values.shape[0]; ++p)
      for (std::size_t r = 0; r < 2; ++r)
        for (std::size_t year = 0; year < *result.year(2006); ++year) {
          const std::size_t mine[] = {p, r, year}, first[] = {0, r, year};
          REQUIRE(values.at(mine) == values.at(first));
        }
  }
}

TEST_CASE("a policy alone has the numbers that it has among six") {
  const TemporaryFolder folder;
  const Scenario scenario = shipped_scenario(2);
  run_to_file(scenario, folder / "six.h5");
  const ResultReader six(folder / "six.h5");
  for (const char* name : {"status_quo", "training_restored"}) {
    const TemporaryFolder own;
    const std::size_t number = named(scenario, name);
    run_to_file(scenario, own / "one.h5", {.policies = {int(number)}});
    const ResultReader one(own / "one.h5");
    REQUIRE(one.facts().policies.size() == 1);
    REQUIRE(one.facts().policies[0].name == name);
    for (std::size_t r = 0; r < 2; ++r) {
      CHECK(same_bits(one.responses(0, r), six.responses(number, r)));
      CHECK(one.fingerprint(0, r) == six.fingerprint(number, r));
      CHECK(one.world_fingerprint(1, r) == six.world_fingerprint(1, r));
    }
    CHECK(one.has("summary/productivity_effect_minus_baseline") == (number == 0));
  }
}

TEST_CASE("later replications alone have the numbers that they have in the whole") {
  const TemporaryFolder folder;
  const Scenario scenario = shipped_scenario(4);
  run_to_file(scenario, folder / "all.h5");
  run_to_file(scenario, folder / "last.h5", {.first_replication = 2, .replications = 2});
  const ResultReader all(folder / "all.h5"), last(folder / "last.h5");
  for (std::size_t r = 0; r < 2; ++r)
    CHECK(same_bits(last.responses(1, r), all.responses(1, 2 + r)));
}

TEST_CASE("a world that fails is missing in its place, told, and moves nothing else") {
  const TemporaryFolder folder;
  Scenario scenario = shipped_scenario(4);
  run_to_file(scenario, folder / "sound.h5", {.threads = 1});
  const std::size_t failing = named(scenario, "abrupt_cut");
  scenario.policies[failing].levers.push_back(std::make_shared<FailingOnce>(2));
  const WholeRun run = run_to_file(scenario, folder / "failed.h5", {.threads = 1});
  CHECK(run.report.failures == std::vector<std::string>{"abrupt_cut:2: planted fault"});
  CHECK(run.published.failed_worlds == 1);

  const ResultReader sound(folder / "sound.h5"), failed(folder / "failed.h5");
  for (std::size_t p = 0; p < scenario.policies.size(); ++p)
    for (std::size_t r = 0; r < 4; ++r) {
      const auto found = failed.responses(p, r);
      if (p == failing && r == 2) {
        for (const double value : found) REQUIRE(std::isnan(value));
      } else {
        CHECK(same_bits(found, sound.responses(p, r)));
      }
    }
  CHECK(failed.read_texts("provenance/failed_name") == std::vector<std::string>{"abrupt_cut"});
  CHECK(failed.read_texts("provenance/failed_error") == std::vector<std::string>{"planted fault"});
  CHECK(failed.read_integers("provenance/failed_replication") == std::vector<std::int64_t>{2});

  // Statistics stand for the three others, and for the pairs that are left.
  const NumberArray years = failed.read("yearly/trainees_returned");
  const NumberArray mean = failed.read("summary/trainees_returned"),
                    less = failed.read("summary/trainees_returned_minus_baseline");
  const std::size_t year = *failed.year(2010);
  std::vector<double> values, differences;
  for (const std::size_t r : {0, 1, 3}) {
    values.push_back(years.at(std::array{failing, r, year}));
    differences.push_back(values.back() - years.at(std::array{std::size_t{0}, r, year}));
  }
  for (std::size_t s = 0; s < statistic_count; ++s) {
    CHECK(mean.at(std::array{s, failing, year}) == Summariser()(values)[s]);
    CHECK(less.at(std::array{s, failing, year}) == Summariser()(differences)[s]);
  }
}

TEST_CASE("no firms and a single replication make a result that says what is missing") {
  const TemporaryFolder folder;
  Scenario scenario = shipped_scenario(1);
  scenario.parameters.firms.count = 0;
  const WholeRun run = run_to_file(scenario, folder / "a.h5");
  CHECK(run.report.failures.empty());
  const ResultReader result(folder / "a.h5");
  for (const double value : result.read("yearly/technology_level").values)
    REQUIRE(std::isnan(value));
  for (const double value : result.read("yearly/trainees_returned").values) REQUIRE(value == 0);
  const NumberArray summary = result.read("summary/trainees_returned");
  CHECK(summary.at(std::array<std::size_t, 3>{0, 0, 0}) == 0);
  for (std::size_t s = 1; s < statistic_count; ++s)
    CHECK(std::isnan(summary.at(std::array<std::size_t, 3>{s, 0, 0})));
}
