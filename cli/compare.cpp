// SPDX-License-Identifier: Apache-2.0
// coopsim compare: every policy of a result against one of them, with intervals and verdicts.
#include <fmt/format.h>

#include <algorithm>

#include "analysis/study_defaults.hpp"
#include "analysis/study_draws.hpp"
#include "analysis/study_totals.hpp"
#include "cli/argument_checks.hpp"
#include "cli/arguments.hpp"
#include "cli/comparison.hpp"
#include "cli/exit_code.hpp"
#include "cli/summary_table.hpp"
#include "cli/terminal.hpp"
#include "cli/text.hpp"
#include "scenarios/money_text.hpp"
#include "scenarios/text.hpp"

namespace coopsim::cli {
namespace {

std::string list(const std::vector<std::string>& names) {
  return escaped(fmt::format("{}", fmt::join(names, ", ")), 1000);
}

std::vector<std::string> policy_names(const ResultFacts& facts) {
  std::vector<std::string> names;
  for (const ResultPolicy& policy : facts.policies) names.push_back(policy.name);
  return names;
}

std::size_t baseline_of(const ResultReader& result, const std::string& asked) {
  const auto names = policy_names(result.facts());
  const std::string file = escaped(result.file().string(), 300);
  if (asked.empty()) {
    if (result.facts().baseline) return *result.facts().baseline;
    throw Failure(ExitCode::usage, fmt::format("{} names no baseline; choose one with --baseline "
                                               "(it has: {})",
                                               file, list(names)));
  }
  if (const auto found = result.policy(asked)) return *found;
  throw Failure(ExitCode::usage,
                fmt::format("--baseline {}: no such policy in {}{} It has: {}", escaped(asked),
                            file, did_you_mean(asked, names), list(names)));
}

// A response that is split has a whole beside it, which is what can be compared.
std::string not_comparable(const ResultReader& result, const std::vector<std::string>& there,
                           const char* option, const std::string& metric) {
  const std::string file = escaped(result.file().string(), 300);
  if (const auto split = metric.find("_by_"); split != std::string::npos)
    if (result.has("total/" + metric))
      return fmt::format("{} {}: only whole responses are compared; take {}", option,
                         escaped(metric), escaped(metric.substr(0, split)));
  return fmt::format("{} {}: no such response in {}{} All: coopsim describe --list", option,
                     escaped(metric), file, did_you_mean(metric, there));
}

std::vector<std::string> responses_of(const StudyTotals& totals) {
  std::vector<std::string> there;
  for (const StudyTotals::Response& response : totals.responses) there.push_back(response.id);
  return there;
}

// Those asked for, each once; else the usual ones that the file has.
std::vector<std::string> metrics_of(const ResultReader& result, const StudyTotals& totals,
                                    const std::vector<std::string>& asked) {
  const std::vector<std::string> there = responses_of(totals);
  const auto has = [&](std::string_view name) {
    return std::ranges::find(there, name) != there.end();
  };
  std::vector<std::string> chosen;
  for (const std::string_view name : compared_metrics)
    if (asked.empty() && has(name)) chosen.emplace_back(name);
  for (const std::string& name : asked) {
    if (!has(name)) throw Failure(ExitCode::usage, not_comparable(result, there, "--metric", name));
    if (std::ranges::find(chosen, name) == chosen.end()) chosen.push_back(name);
  }
  if (chosen.empty())
    throw Failure(ExitCode::bad_data, fmt::format("{} holds no response that could be compared",
                                                  escaped(result.file().string(), 300)));
  return chosen;
}

std::vector<PolicyDifferences> differences_of(const ResultFacts& facts, std::size_t baseline) {
  const auto all = policy_settings(facts.scenario);
  const auto of = [&](const std::string& name) {
    const auto at = std::ranges::find(all, name, &PolicySettings::policy);
    return at == all.end() ? nullptr : &*at;
  };
  const PolicySettings* const base = of(facts.policies[baseline].name);
  std::vector<PolicyDifferences> found;
  for (const ResultPolicy& policy : facts.policies) {
    const PolicySettings* const own = of(policy.name);
    if (own && base && own != base)
      found.push_back({policy.name, setting_differences(*own, *base)});
  }
  return found;
}

// Who names a policy to compare with wants all of them compared with it.
StressCases stress_cases_of(const CompareArguments& arguments) {
  return arguments.baseline.empty() ? StressCases::against_their_policy
                                    : StressCases::against_baseline;
}

// A target is in the unit of one response, and needs a better side.
void check_target(const std::vector<MetricComparison>& metrics, const std::string& target) {
  const std::string about = fmt::format("--target {}: ", escaped(target));
  if (metrics.size() > 1)
    throw Failure(ExitCode::usage,
                  fmt::format("{}{} responses are compared, each in its own unit; choose one with "
                              "--metric",
                              about, metrics.size()));
  if (metrics.front().preference == Preference::unstated)
    throw Failure(ExitCode::usage,
                  fmt::format("{}nobody has said whether more or less {} is better, so no target "
                              "can be missed; leave --target out, or take another response",
                              about, metrics.front().metric));
}

std::vector<MetricRisk> risks_of(const StudyTotals& totals,
                                 const std::vector<MetricComparison>& metrics,
                                 const CompareArguments& arguments) {
  std::optional<double> target;
  if (!arguments.target.empty()) {
    check_target(metrics, arguments.target);
    target = checked_difference("--target", arguments.target, metrics.front().unit);
  }
  std::vector<MetricRisk> risks;
  for (const MetricComparison& metric : metrics) risks.push_back(risk_of(totals, metric, target));
  return risks;
}

double worth_of(const std::string& text) {
  const MoneyText read = read_money(text, "");
  const std::string about = fmt::format("--worth {}: ", escaped(text));
  if (!read.problem.empty())
    throw Failure(ExitCode::usage, about + read.problem + "; " + read.remedy);
  if (read.money.thousand < 0)
    throw Failure(ExitCode::usage, about + "less than nothing; allowed: 0 KRW or more");
  return double(read.money.thousand);
}

CostComparison costs_of(const ResultReader& result, const StudyTotals& totals, std::size_t baseline,
                        const CompareArguments& arguments) {
  if (totals.public_cost.empty())
    throw Failure(ExitCode::bad_data,
                  fmt::format("--costs: {} holds no costs, as it is of an older version; run its "
                              "scenario again",
                              escaped(result.file().string(), 300)));
  CostOptions options;
  options.stress_cases = stress_cases_of(arguments);
  if (!arguments.effect.empty()) options.effect = arguments.effect;
  if (!totals.find(options.effect))
    throw Failure(ExitCode::usage,
                  not_comparable(result, responses_of(totals), "--effect", options.effect));
  for (const std::string& text : arguments.worth) options.values.push_back(worth_of(text));
  std::ranges::sort(options.values);
  const auto same = std::ranges::unique(options.values);
  options.values.erase(same.begin(), same.end());
  return compare_costs(totals, totals.public_cost, baseline, options);
}

// Of the metrics that were asked for, else of the headline.
AssumptionReport assumptions_of(const ResultReader& result, const ComparisonReport& report,
                                const CompareArguments& arguments) {
  auto draws = study_draws(result);
  if (!draws)
    throw Failure(ExitCode::usage,
                  fmt::format("--assumptions: {} holds no draws of its uncertain parameters; run "
                              "its scenario with --set run.draws=40",
                              escaped(result.file().string(), 300)));
  AssumptionReport found{std::move(*draws), {}};
  std::vector<std::string> metrics = {std::string(headline_metric)};
  if (!arguments.metrics.empty()) metrics.clear();
  for (const MetricComparison& metric : report.metrics) metrics.push_back(metric.metric);
  for (const std::string& metric : metrics)
    if (found.draws.find(metric))
      found.metrics.push_back(
          assess_assumptions(found.draws, metric, report.baseline, stress_cases_of(arguments)));
  return found;
}

}  // namespace

ExitCode execute(const CompareArguments& arguments) {
  const ResultReader result(arguments.result);
  ResultSummary failures;
  failures.failures = failures_of(result);
  ComparisonReport report;
  report.baseline = baseline_of(result, arguments.baseline);
  report.failed = failures.failures.size();
  const StudyTotals totals = study_totals(result);
  report.not_modelled_share = share_not_modelled(totals);
  report.bootstrap = arguments.bootstrap;
  // Who asks for costs or assumptions alone is shown them alone.
  const bool others = arguments.costs || arguments.assumptions;
  if (!others || arguments.risk || !arguments.metrics.empty())
    for (const std::string& metric : metrics_of(result, totals, arguments.metrics))
      report.metrics.push_back(compare_policies(
          totals, metric, report.baseline, {.95, arguments.bootstrap, stress_cases_of(arguments)}));
  for (const MetricComparison& metric : report.metrics)
    if (arguments.regret) report.regret.push_back(regret_over_worlds(totals, metric));
  if (arguments.assumptions) report.assumptions = assumptions_of(result, report, arguments);
  if (arguments.risk) report.risk = risks_of(totals, report.metrics, arguments);
  if (arguments.costs) report.costs = costs_of(result, totals, report.baseline, arguments);
  report.differences = differences_of(result.facts(), report.baseline);
  complain(failures_text(failures, {"SCENARIO", {}}));
  if (arguments.json)
    print(comparison_json(result, report));
  else if (!arguments.quiet)
    print(comparison_text(result, report, text_columns(), arguments.verbose));
  return report.failed == 0 ? ExitCode::ok : ExitCode::check_failed;
}

}  // namespace coopsim::cli
