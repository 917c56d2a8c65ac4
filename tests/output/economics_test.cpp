// SPDX-License-Identifier: Apache-2.0
// Group `economics`: what stands where, and when it is missing.
#include <catch2/catch.hpp>

#include "output/economics_writer.hpp"
#include "output/result_check.hpp"
#include "output/result_reader.hpp"
#include "tests/output/small_study.hpp"

using namespace coopsim;
using namespace coopsim::testing;

namespace {

using Three = std::array<std::size_t, 3>;

void replace(const std::filesystem::path& file, const std::function<void(Outcome&)>& change) {
  ResultOptions options = plain_options();
  options.overwrite = true;
  write_study(file, small_scenario(), options, std::nullopt, change);
}

}  // namespace

TEST_CASE("costs and benefits stand by valuation, policy and replication") {
  const TemporaryFolder folder;
  write_study(folder / "a.h5");
  const ResultReader reader(folder / "a.h5");
  const ResponseLayout layout = small_layout();
  const Scenario scenario = small_scenario();
  const auto flows = [&](int world, int replication) {
    return flows_of(layout, outcome(layout, world, replication).responses, 1995);
  };
  const auto benefit = reader.read("economics/benefit");
  CHECK(benefit.axes == std::vector<std::string>{"valuation", "policy", "replication"});
  CHECK(benefit.unit == "KRW thousand");
  for (const std::size_t v : {0, 3}) {
    const Appraisal expected = appraise(flows(2, 3), flows(-1, 3), rates_of(scenario));
    CHECK(benefit.at(Three{v, 2, 3}) == expected.benefit[v]);
    CHECK(reader.read("economics/benefit_cost_ratio").at(Three{v, 2, 3}) ==
          expected.benefit_cost_ratio[v]);
    CHECK(reader.read("economics/net_present_value").at(Three{v, 2, 3}) ==
          expected.net_present_value[v]);
  }
  const auto cost = reader.read("economics/public_cost");
  CHECK(cost.axes == std::vector<std::string>{"policy", "replication"});
  const auto less = reader.read("economics/benefit_minus_baseline");
  CHECK(less.axes == std::vector<std::string>{"statistic", "valuation", "policy"});
  // `plain_summary` puts the mean first; the baseline is the second policy.
  CHECK(less.at(Three{0, 0, 1}) == 0);
  CHECK(less.at(Three{0, 0, 2}) == Approx(benefit.at(Three{0, 2, 0}) - benefit.at(Three{0, 1, 0})));
  CHECK(reader.read_texts("economics/valuation_counts")[1] ==
        "0.3 of the value added gained, less 25 % deadweight");
}

TEST_CASE("what cannot be appraised is missing: a failed policy, a failed or absent STOP") {
  const TemporaryFolder folder;
  replace(folder / "a.h5", [](Outcome& made) {
    if (made.policy == 2 && made.replication == 1) made.error = "planted";
    if (made.world == Outcome::World::stop && made.replication == 2) made.error = "planted";
  });
  const ResultReader reader(folder / "a.h5");
  const auto benefit = reader.read("economics/benefit");
  const auto summary = reader.read("economics/benefit_summary");
  for (std::size_t policy = 0; policy < 3; ++policy) {
    for (std::size_t replication = 0; replication < 4; ++replication)
      CHECK(std::isnan(benefit.at(Three{0, policy, replication})) ==
            (replication == 2 || (policy == 2 && replication == 1)));
    CHECK(summary.at(Three{1, 0, policy}) == (policy == 2 ? 2 : 3));  // count stands for `se`
  }
  ResultOptions options = plain_options();
  options.reference_worlds = false;
  const Scenario scenario = small_scenario();
  const ResponseLayout layout = small_layout();
  ResultFile without(folder / "c.h5", scenario, layout, options);
  for (int r = 0; r < 4; ++r)
    for (int policy = 0; policy < 3; ++policy) without.add(outcome(layout, policy, r));
  without.finish(std::nullopt);
  const auto none = ResultReader(folder / "c.h5").read("economics/benefit");
  CHECK(std::ranges::all_of(none.values, [](double value) { return std::isnan(value); }));
}

TEST_CASE("two results that differ in costs and benefits alone are told apart") {
  const TemporaryFolder folder;
  replace(folder / "a.h5", [](Outcome&) {});
  Scenario dearer = small_scenario();
  dearer.parameters.economics.discount_rate = .1;
  write_study(folder / "b.h5", dearer, plain_options(), std::nullopt, [](Outcome&) {});
  const auto faults = compare_results(folder / "a.h5", folder / "b.h5");
  REQUIRE(!faults.empty());
  for (const Fault& fault : faults) CHECK(fault.path.find("economics") == 0);
}
