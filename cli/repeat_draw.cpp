// SPDX-License-Identifier: Apache-2.0
#include "cli/repeat_draw.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cstdint>

#include "cli/scenario_input.hpp"
#include "output/period_total.hpp"
#include "scenarios/unknowns.hpp"
#include "sim/experiment.hpp"

namespace coopsim::cli {
namespace {

bool same_bits(double a, double b) {
  return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

class DrawRepetition {
 public:
  DrawRepetition(const ResultReader& result, const StudyDraws& draws, std::size_t number)
      : result_(result), draws_(draws), number_(number) {}

  std::vector<Fault> run(int threads) {
    const std::string& text = result_.facts().scenario;
    const std::string name = result_.file().string();
    const ScenarioReading study = read_scenario_text(text, name);
    const auto unknowns = unknowns_of(study.provenance);
    if (!same_values(unknowns, std::uint64_t(study.scenario.parameters.run.seed))) {
      fault("its values are not those that its number gives");
      return std::move(faults_);
    }
    auto settings = settings_of_draw(unknowns, std::uint64_t(study.scenario.parameters.run.seed),
                                     std::uint32_t(number_));
    settings.push_back("run.draws=0");
    simulate(read_scenario_text(text, name, {settings, {}}).scenario, threads);
    return std::move(faults_);
  }

 private:
  void fault(std::string what) {
    faults_.push_back({fmt::format("draw {}", number_), std::move(what)});
  }

  bool same_values(const std::vector<Unknown>& unknowns, std::uint64_t seed) const {
    if (unknowns.size() != draws_.unknowns.size()) return false;
    for (std::size_t u = 0; u < unknowns.size(); ++u)
      if (unknowns[u].path != draws_.unknowns[u].path ||
          !same_bits(drawn(unknowns[u], seed, std::uint32_t(number_)),
                     draws_.values[number_ * unknowns.size() + u]))
        return false;
    return true;
  }

  void simulate(const Scenario& scenario, int threads) {
    ExperimentOptions options;
    options.threads = threads;
    options.replications = int(draws_.replications);
    for (const StudyTotals::Policy& policy : draws_.policies)
      options.policies.push_back(policy_number(scenario, policy.name));
    std::ranges::sort(options.policies);
    std::vector<Fingerprint::Value> worlds;
    run_experiment(scenario, options, [&](const Outcome& outcome) {
      worlds.push_back(outcome.fingerprint);
      if (outcome.world == Outcome::World::policy) compare(scenario, outcome);
    });
    if (combine(worlds).hex() != draws_.fingerprints[number_])
      fault("run again, the fingerprint differs");
  }

  void compare(const Scenario& scenario, const Outcome& outcome) {
    const std::string name = world_name(outcome, scenario);
    const std::size_t policy = *result_.policy(name);
    const ResponseLayout layout = layout_of(scenario);
    for (const StudyTotals::Response& response : draws_.responses) {
      const Metric& metric = *std::ranges::find(metrics(), response.id, &Metric::id);
      const double value = period_value(outcome, metric, layout, scenario.parameters.run);
      const double stored =
          draws_.value(response, number_, policy, std::size_t(outcome.replication));
      if (same_bits(value, stored)) continue;
      fault(fmt::format("run again, {} of {}:{} differs", response.id, name, outcome.replication));
      return;
    }
  }

  const ResultReader& result_;
  const StudyDraws& draws_;
  const std::size_t number_;
  std::vector<Fault> faults_;
};

}  // namespace

std::vector<Fault> repeat_draw(const ResultReader& result, const StudyDraws& draws,
                               std::size_t number, int threads) {
  return DrawRepetition(result, draws, number).run(threads);
}

}  // namespace coopsim::cli
