// SPDX-License-Identifier: Apache-2.0
// coopsim verify: checksums of a result, a sample of its worlds run again from the file alone; or
// two results compared bit for bit outside group `execution`.
#include <fmt/format.h>

#include <cstring>

#include "cli/arguments.hpp"
#include "cli/exit_code.hpp"
#include "cli/scenario_input.hpp"
#include "cli/terminal.hpp"
#include "output/result_check.hpp"
#include "output/result_reader.hpp"
#include "sim/engine_version.hpp"
#include "sim/experiment.hpp"

namespace coopsim::cli {
namespace {

constexpr int usual_sample = 4;

ExitCode tell(const std::vector<Fault>& faults, const std::string& good) {
  for (const Fault& fault : faults) print(fmt::format("{}: {}\n", fault.path, fault.what));
  if (faults.empty()) print(good + "\n");
  return faults.empty() ? ExitCode::ok : ExitCode::check_failed;
}

bool same_bits(const std::vector<double>& a, const std::vector<double>& b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(double)) == 0;
}

// Runs `sample` replications again, spread over the file's, every policy of each.
std::vector<Fault> run_again(const ResultReader& result, int sample, int threads) {
  const ResultFacts& facts = result.facts();
  const Scenario scenario = load_scenario_text(facts.scenario, result.file().string());
  std::vector<Fault> faults;
  for (int i = 0; i < sample; ++i) {
    const int place = i * facts.replications / sample;
    ExperimentOptions options;
    options.threads = threads;
    options.first_replication = facts.first_replication + place;
    options.replications = 1;
    run_experiment(scenario, options, [&](const Outcome& outcome) {
      if (outcome.world != Outcome::World::policy || !outcome.error.empty()) return;
      const std::string name = world_name(outcome, scenario);
      const auto policy = result.policy(name);
      if (!policy) return;
      const auto where = fmt::format("{}:{}", name, outcome.replication);
      if (outcome.fingerprint != result.fingerprint(*policy, std::size_t(place)))
        faults.push_back({where, "run again, the fingerprint differs"});
      else if (!same_bits(outcome.responses, result.responses(*policy, std::size_t(place))))
        faults.push_back({where, "run again, the responses differ"});
    });
  }
  return faults;
}

}  // namespace

ExitCode execute(const VerifyArguments& arguments) {
  if (!arguments.other.empty()) {
    read_in_isolation(arguments.result);
    read_in_isolation(arguments.other);
    return tell(compare_results(arguments.result, arguments.other),
                "equal, bit for bit, outside group execution");
  }
  read_in_isolation(arguments.result);
  std::vector<Fault> faults = verify_checksums(arguments.result);
  if (!faults.empty()) return tell(faults, "");
  const ResultReader result(arguments.result);
  if (result.facts().engine_version != engine_version)
    throw Failure(ExitCode::bad_data,
                  fmt::format("{} was computed by engine {}, this is engine {}: its numbers cannot "
                              "be repeated here",
                              arguments.result, result.facts().engine_version, engine_version));
  const int sample =
      std::min(arguments.sample > 0 ? arguments.sample : usual_sample, result.facts().replications);
  faults = run_again(result, sample, arguments.threads);
  return tell(faults, fmt::format("checksums hold; {} replications run again from the file alone: "
                                  "same fingerprints, same responses",
                                  sample));
}

}  // namespace coopsim::cli
