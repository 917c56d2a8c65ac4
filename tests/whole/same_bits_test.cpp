// SPDX-License-Identifier: Apache-2.0
// The same file from one, two and eight threads that really worked; and differences are seen.
#include "output/result_check.hpp"
#include "output/result_reader.hpp"
#include "tests/sim/gathering.hpp"
#include "tests/whole/whole_run.hpp"

using namespace coopsim;
using namespace coopsim::testing;

namespace {

ExecutionFacts facts_of(int threads) {
  return {"host" + std::to_string(threads),
          "a processor",
          "2026-11-20T10:00:00+09:00",
          "",
          2,
          threads,
          threads,
          1.0 / threads};
}

// 24 replications of six policies and two reference worlds. Returns how many threads worked.
std::size_t run_on(int threads, const std::filesystem::path& file, bool with_facts) {
  Scenario scenario = shipped_scenario(24);
  const auto gathering = std::make_shared<Gathering>(std::size_t(threads));
  for (Policy& policy : scenario.policies) policy.levers.push_back(gathering);
  const WholeRun run = run_to_file(scenario, file, {.threads = threads},
                                   with_facts ? std::optional(facts_of(threads)) : std::nullopt);
  REQUIRE(run.report.failures.empty());
  CHECK(run.report.workers_seen == threads);
  return gathering->seen();
}

bool tells(const std::vector<Fault>& faults, std::string_view path, std::string_view what) {
  for (const Fault& fault : faults)
    if (fault.path == path && fault.what.find(what) != fault.what.npos) return true;
  return false;
}

}  // namespace

TEST_CASE("one, two and eight threads write the same file") {
  const TemporaryFolder folder;
  CHECK(run_on(1, folder / "one.h5", false) == 1);
  CHECK(run_on(2, folder / "two.h5", true) == 2);
  CHECK(run_on(8, folder / "eight.h5", false) == 8);
  CHECK(bytes_of(folder / "one.h5") == bytes_of(folder / "eight.h5"));
  CHECK(compare_results(folder / "one.h5", folder / "two.h5").empty());
  CHECK(ResultReader(folder / "one.h5").facts().run_fingerprint ==
        ResultReader(folder / "two.h5").facts().run_fingerprint);
}

TEST_CASE("another seed, a parameter or a policy's label is a difference, and named") {
  const TemporaryFolder folder;
  const Scenario scenario = shipped_scenario(2);
  run_to_file(scenario, folder / "a.h5");
  run_to_file(shipped_scenario(2, {"run.seed=1"}), folder / "seed.h5");
  auto faults = compare_results(folder / "a.h5", folder / "seed.h5");
  CHECK(tells(faults, "/ attribute seed", "and 1"));
  CHECK(tells(faults, "/ attribute run_fingerprint", "and"));
  CHECK(tells(faults, "yearly/staff", "values differ"));
  CHECK(tells(faults, "provenance/scenario", "differ"));

  Scenario renamed = scenario;
  renamed.policies[3].label_en = "Another name";
  run_to_file(renamed, folder / "label.h5");
  faults = compare_results(folder / "a.h5", folder / "label.h5");
  CHECK(tells(faults, "yearly/policy_label_en", "1 of 6 texts differ, the first at [policy 3]"));
  CHECK_FALSE(tells(faults, "yearly/staff", ""));
}
