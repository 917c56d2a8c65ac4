// SPDX-License-Identifier: Apache-2.0
// coopsim select: which policies, response and lead are meant, the search, and what it found.
#include <fmt/format.h>

#include <algorithm>

#include "analysis/study_defaults.hpp"
#include "cli/argument_checks.hpp"
#include "cli/exit_code.hpp"
#include "cli/scenario_input.hpp"
#include "cli/selection_report.hpp"
#include "cli/selection_search.hpp"
#include "cli/terminal.hpp"
#include "cli/text.hpp"
#include "scenarios/text.hpp"

namespace coopsim::cli {
namespace {

constexpr std::size_t usual_budget_each = 2000;

std::vector<std::string> rankable_metrics() {
  std::vector<std::string> names;
  for (const Metric& metric : metrics())
    if (preference_of(metric.id) != Preference::unstated) names.emplace_back(metric.id);
  return names;
}

const Metric& metric_called(const std::string& name) {
  const auto found = std::ranges::find(metrics(), name, &Metric::id);
  if (found != metrics().end() && preference_of(name) != Preference::unstated) return *found;
  const auto rankable = rankable_metrics();
  const std::string all = fmt::format("{}", fmt::join(rankable, ", "));
  if (found != metrics().end())
    throw Failure(ExitCode::usage,
                  fmt::format("--metric {}: nobody has said whether more of it is better, so there "
                              "is no best policy in it. Policies are ranked in: {}",
                              name, all));
  throw Failure(ExitCode::usage,
                fmt::format("--metric {}: no such response that policies are ranked in{} All: {}",
                            escaped(name), did_you_mean(name, rankable), all));
}

double delta_of(const SelectArguments& arguments, const Metric& metric) {
  if (!arguments.delta.empty()) return checked_amount("--delta", arguments.delta, metric.unit);
  if (const double usual = least_meaningful_of(metric.id); usual > 0) return usual;
  throw Failure(ExitCode::usage,
                fmt::format("--delta is missing: nobody has said which lead in {} matters; say it "
                            "in its unit, {}",
                            metric.id, metric.unit == "1" ? "none" : metric.unit));
}

// The policies that somebody may choose; stress cases go to the report. Refuses one by name.
std::vector<int> candidates(const Scenario& scenario, const SelectArguments& arguments,
                            SelectionReport& report) {
  std::vector<int> chosen;
  for (const int number : select_policies(scenario, arguments.policies).policies) {
    const Policy& policy = scenario.policies[std::size_t(number)];
    if (!policy.stress) chosen.push_back(number);
    if (policy.stress) report.stress_cases.push_back(policy.name);
    if (policy.stress && !arguments.policies.empty())
      throw Failure(ExitCode::usage,
                    fmt::format("--policy {}: a stress case, a shock that nobody chooses, so it "
                                "is never ranked",
                                policy.name));
  }
  if (chosen.size() < 2)
    throw Failure(ExitCode::usage, "there is only one policy to choose from; nothing was run");
  return chosen;
}

std::size_t budget_of(const SelectArguments& arguments, std::size_t policies) {
  if (arguments.at_most == 0 && arguments.rule == SelectionRule::ocba)
    throw Failure(ExitCode::usage,
                  "--rule ocba spends a given budget: say how many replications of all policies "
                  "together with --at-most");
  const auto budget =
      arguments.at_most > 0 ? std::size_t(arguments.at_most) : usual_budget_each * policies;
  if (budget >= selection_first_stage * policies) return budget;
  throw Failure(
      ExitCode::usage,
      fmt::format("--at-most {}: the first stage alone takes {} replications of each of "
                  "the {} policies; allowed is {} or more",
                  budget, selection_first_stage, policies, selection_first_stage * policies));
}

}  // namespace

ExitCode execute(const SelectArguments& arguments) {
  SelectionReport report;
  const std::string asked =
      arguments.metric.empty() ? std::string(headline_metric) : arguments.metric;
  report.metric = &metric_called(asked);
  report.more_is_better = preference_of(report.metric->id) == Preference::more;
  report.delta = delta_of(arguments, *report.metric);
  report.confidence = arguments.confidence;
  report.rule = arguments.rule;
  report.best = std::size_t(arguments.best);
  ScenarioReading reading = load_with_notes(arguments.scenario);
  if (!arguments.quiet) complain(as_lines(reading.notes));
  Scenario& scenario = reading.scenario;
  scenario.parameters.events = {};  // nobody reads records here, and they move no number
  scenario.parameters.panel = {};
  report.scenario = &scenario;
  auto policies = candidates(scenario, arguments, report);
  report.budget = budget_of(arguments, policies.size());
  if (report.best > 1 && (report.rule != SelectionRule::ocba || report.best >= policies.size()))
    throw Failure(ExitCode::usage,
                  fmt::format("--best {}: allowed with --rule ocba, and fewer than the {} policies "
                              "there are",
                              report.best, policies.size()));
  search(scenario, arguments, policies, report);
  if (arguments.json)
    print(selection_json(report));
  else if (!arguments.quiet)
    print(selection_text(report, text_columns()));
  return report.known || report.rule == SelectionRule::ocba ? ExitCode::ok : ExitCode::check_failed;
}

}  // namespace coopsim::cli
