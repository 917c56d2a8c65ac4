// SPDX-License-Identifier: Apache-2.0
// coopsim packages: what each lever of a policy brings, from every combination of its levers.
#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>

#include "analysis/study_defaults.hpp"
#include "cli/arguments.hpp"
#include "cli/comparison.hpp"
#include "cli/execution_facts.hpp"
#include "cli/exit_code.hpp"
#include "cli/needs.hpp"
#include "cli/packages.hpp"
#include "cli/progress.hpp"
#include "cli/scenario_input.hpp"
#include "cli/signals.hpp"
#include "cli/terminal.hpp"
#include "cli/text.hpp"
#include "output/period_total.hpp"
#include "policies/package.hpp"
#include "scenarios/text.hpp"
#include "sim/experiment.hpp"

namespace coopsim::cli {
namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

const Metric& metric_of(const std::string& asked) {
  const std::string name = asked.empty() ? std::string(headline_metric) : asked;
  std::vector<std::string> all;
  for (const Metric& metric : metrics()) {
    if (metric.id == name) return metric;
    all.emplace_back(metric.id);
  }
  throw Failure(ExitCode::usage,
                fmt::format("--metric {}: no such response{} All: coopsim describe --list",
                            escaped(name), did_you_mean(name, all)));
}

const Policy& baseline_of(const Scenario& scenario) {
  return *std::ranges::find_if(scenario.policies, &Policy::baseline);
}

void refuse_unknown_levers(const Package& whole, const std::string& policy,
                           const std::vector<std::string>& asked) {
  std::vector<std::string> there;
  for (const PackagePart& part : whole.parts()) there.push_back(part.lever);
  for (const std::string& name : asked)
    if (std::ranges::find(there, name) == there.end())
      throw Failure(
          ExitCode::usage,
          fmt::format("--lever {}: {} does not differ from the baseline by it{} It "
                      "differs by: {}",
                      escaped(name), policy, did_you_mean(name, there), fmt::join(there, ", ")));
}

void refuse_size(const Package& package, const std::string& policy) {
  const std::size_t parts = package.parts().size();
  if (parts == 0)
    throw Failure(ExitCode::usage,
                  fmt::format("{} has no lever that the baseline does not have: there is nothing "
                              "to take apart",
                              policy));
  if (parts > most_parts)
    throw Failure(ExitCode::usage,
                  fmt::format("{} differs from the baseline by {} levers, and every combination "
                              "of them would be simulated; at most {} can be taken apart. Choose "
                              "some with --lever; the others then belong to every combination",
                              policy, parts, most_parts));
}

// The worlds of a package: its scenario's own policies replaced by the combinations.
struct Worlds {
  Scenario scenario;                   // the baseline, then every effective combination
  std::vector<std::size_t> policy_of;  // of each combination: its place in `scenario`
};

Worlds worlds_of(const Scenario& scenario, const Package& package) {
  Worlds worlds{scenario, {}};
  worlds.scenario.parameters.events = {};  // records would move no number
  worlds.scenario.parameters.panel = {};
  worlds.scenario.policies = {baseline_of(scenario)};
  std::map<std::size_t, std::size_t> places;
  for (std::size_t mask = 0; mask < std::size_t{1} << package.parts().size(); ++mask) {
    const std::size_t effective = package.effective(mask);
    if (!places.contains(effective)) {
      places[effective] = worlds.scenario.policies.size();
      worlds.scenario.policies.push_back(package.policy(effective));
    }
    worlds.policy_of.push_back(places[effective]);
  }
  return worlds;
}

void refuse_memory(const Scenario& scenario, const Selection& selection, int threads) {
  Needs needs = needs_of(scenario, selection, threads);
  needs.disk = 0;
  if (const auto too_much = objections(needs, "."); !too_much.empty())
    throw Failure(ExitCode::usage, fmt::format("this needs {}; nothing was run. Take fewer levers "
                                               "(--lever), firms or threads",
                                               fmt::join(too_much, "; and ")));
}

Workload workload_of(const Selection& selection, int threads) {
  return {.head = fmt::format("{} combinations, {}", selection.policies.size() - 1,
                              counted(selection.replications, "replication")),
          .history = "",
          .policies = "combinations",
          .replications = selection.replications,
          .policy_count = int(selection.policies.size()),
          .threads = threads};
}

// The response's total of every policy and replication, NaN where it failed.
SubsetTable simulate(const Worlds& worlds, const Metric& metric, const Selection& selection,
                     const PackagesArguments& arguments, std::size_t& failed) {
  const int threads = arguments.threads > 0 ? arguments.threads : machine_cores();
  refuse_memory(worlds.scenario, selection, threads);
  const ResponseLayout layout = layout_of(worlds.scenario);
  const auto first =
      std::size_t(year_of(worlds.scenario.parameters.run.policies_start) - layout.first_year());
  SubsetTable totals(selection.policies.size(),
                     std::vector<double>(std::size_t(selection.replications), missing));
  StopOnSignals signals;
  Progress progress(arguments.progress, workload_of(selection, threads),
                    [&] { return signals.requested(); });
  ExperimentOptions options;
  options.threads = threads;
  options.replications = selection.replications;
  options.reference_worlds = false;
  options.progress = [&](const Outcome& outcome) { progress.add(outcome); };
  options.stop_requested = [&] { return signals.requested(); };
  const auto report = run_experiment(worlds.scenario, options, [&](const Outcome& outcome) {
    if (outcome.responses.empty()) return;
    const auto years =
        std::span(outcome.responses).subspan(layout.offset(metric.id), layout.years());
    totals[std::size_t(outcome.policy)][std::size_t(outcome.replication)] =
        total_over(years, std::min(first, layout.years() - 1), metric.total);
  });
  if (report.stopped)
    throw Failure(ExitCode::stopped,
                  fmt::format("stopped after {} of {} replications", grouped(report.replications),
                              grouped(selection.replications)));
  failed = report.failures.size();
  for (const std::string& line : report.failures) complain("failed: " + line + "\n");
  return totals;
}

// Which levers have nothing to act on without which others.
std::vector<IdleLever> idle_levers(const Package& package) {
  std::vector<IdleLever> found;
  const auto& parts = package.parts();
  const std::size_t all = (std::size_t{1} << parts.size()) - 1;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::size_t own = std::size_t{1} << i;
    if ((package.effective(own) & own) != 0) continue;
    IdleLever idle{parts[i].lever, {}};
    for (std::size_t j = 0; j < parts.size(); ++j)
      if (i != j && (package.effective(all & ~(std::size_t{1} << j)) & own) == 0)
        idle.needs.push_back(parts[j].lever);
    found.push_back(std::move(idle));
  }
  return found;
}

std::string period_of(const Scenario& scenario, PeriodTotal form) {
  const RunParameters& run = scenario.parameters.run;
  ResultFacts facts;
  facts.last_year = year_of(run.end - Duration(1));
  facts.period = fmt::format("{}-{}", year_of(run.policies_start), facts.last_year);
  return period_words(facts, form);
}

}  // namespace

ExitCode execute(const PackagesArguments& arguments) {
  const Scenario scenario = load_scenario(arguments.scenario);
  const Metric& metric = metric_of(arguments.metric);
  const Policy& policy = scenario.policies[std::size_t(policy_number(scenario, arguments.policy))];
  const Policy& baseline = baseline_of(scenario);
  refuse_unknown_levers(Package(scenario, policy, baseline), policy.name, arguments.levers);
  const Package package(scenario, policy, baseline, arguments.levers);
  refuse_size(package, policy.name);

  const Worlds worlds = worlds_of(scenario, package);
  const Selection selection = select_policies(worlds.scenario, {});
  PackageReport report;
  const SubsetTable totals = simulate(worlds, metric, selection, arguments, report.failed);
  SubsetTable subsets;
  for (const std::size_t place : worlds.policy_of) subsets.push_back(totals[place]);
  report.title = scenario.title.en;
  report.policy = policy.name;
  report.baseline = baseline.name;
  report.metric = &metric;
  report.period = period_of(scenario, metric.total);
  for (const PackagePart& part : package.parts()) report.levers.push_back(part.lever);
  report.idle = idle_levers(package);
  report.combinations = worlds.scenario.policies.size() - 1;
  report.replications = selection.replications;
  report.split = split_package(subsets);
  if (arguments.json)
    print(packages_json(report));
  else if (!arguments.quiet)
    print(packages_text(report, text_columns()));
  return report.failed == 0 ? ExitCode::ok : ExitCode::check_failed;
}

}  // namespace coopsim::cli
