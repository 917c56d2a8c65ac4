// SPDX-License-Identifier: Apache-2.0
// Records the table that equal_allocation draws from: the headline response of the policies of
// sixteen_policies.toml. What it writes to stdout is sixteen_policies.csv. A value is that of
// `coopsim run` of the same scenario, rounded to .01 bp. Rows are written as they come.
//
//   record_table [REPLICATIONS] [THREADS]        5,000; as many threads as the machine has
#include <fmt/core.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <vector>

#include "analysis/study_defaults.hpp"
#include "output/period_total.hpp"
#include "scenarios/reader.hpp"
#include "sim/engine_version.hpp"
#include "sim/experiment.hpp"

using namespace coopsim;

namespace {

const Metric& headline() { return *std::ranges::find(metrics(), headline_metric, &Metric::id); }

// Policies that somebody may choose, by number.
std::vector<int> candidates(const Scenario& scenario) {
  std::vector<int> numbers;
  for (int number = 0; const Policy& policy : scenario.policies) {
    if (!policy.stress) numbers.push_back(number);
    ++number;
  }
  return numbers;
}

void write_head(const Scenario& scenario, const std::vector<int>& policies) {
  std::vector<std::string> names;
  for (const int number : policies) names.push_back(scenario.policies[std::size_t(number)].name);
  fmt::print("# {} in {}: one row a replication from number 0 on, one column a policy\n",
             headline().id, headline().unit);
  fmt::print("# engine version {}, seed {}\n", engine_version, scenario.parameters.run.seed);
  fmt::print("{}\n", fmt::join(names, ","));
}

// Returns the fingerprint of all worlds. Outcomes come by replication, policies ascending.
std::string write_rows(const Scenario& scenario, const ExperimentOptions& options) {
  const RunParameters& run = scenario.parameters.run;
  const ResponseLayout layout(year_of(run.start), year_of(run.end - Duration(1)));
  std::vector<Fingerprint::Value> fingerprints;
  run_experiment(scenario, options, [&](const Outcome& outcome) {
    if (!outcome.error.empty()) throw std::runtime_error(outcome.error);
    fingerprints.push_back(outcome.fingerprint);
    fmt::print("{:.2f}{}", period_value(outcome, headline(), layout, run),
               outcome.policy == options.policies.back() ? "\n" : ",");
    std::fflush(stdout);
  });
  return combine(fingerprints).hex();
}

}  // namespace

int main(int count, char** arguments) {
  ExperimentOptions options;
  options.replications = count > 1 ? std::atoi(arguments[1]) : 5000;
  options.threads = count > 2 ? std::atoi(arguments[2]) : 0;
  if (count > 3 || options.replications < 1 || options.threads < 0) {
    fmt::print(stderr, "usage: record_table [REPLICATIONS] [THREADS]\n");
    return 2;
  }
  const Scenario scenario =
      read_scenario(COOPSIM_SOURCE_DIR "/tests/promises/sixteen_policies.toml",
                    {{}, COOPSIM_SOURCE_DIR "/scenarios"});
  options.policies = candidates(scenario);
  options.reference_worlds = false;
  write_head(scenario, options.policies);
  fmt::print("# fingerprint of all worlds: {}\n", write_rows(scenario, options));
}
