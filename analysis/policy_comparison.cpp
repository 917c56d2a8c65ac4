// SPDX-License-Identifier: Apache-2.0
#include "analysis/policy_comparison.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>
#include <set>

#include "analysis/best.hpp"
#include "analysis/simultaneous.hpp"
#include "analysis/study_defaults.hpp"
#include "output/format.hpp"
#include "sim/metrics/metric.hpp"

namespace coopsim {
namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

std::span<const double> values_of(const StudyTotals& totals, const StudyTotals::Response& response,
                                  std::size_t policy) {
  return std::span(response.values).subspan(policy * totals.replications, totals.replications);
}

// Replications in which one of the two failed. Without NONE no effect can be told, so it counts for
// every policy.
std::size_t failed_replications(const StudyTotals& totals, std::size_t a, std::size_t b) {
  std::set<std::int64_t> failed;
  for (const StudyTotals::Failure& failure : totals.failures)
    if (failure.world == totals.policies[a].name || failure.world == totals.policies[b].name ||
        failure.world == reference_worlds.front())
      failed.insert(failure.replication);
  return failed.size();
}

Obstacle obstacle_of(const ComparedPolicy& row, std::size_t replications) {
  if (row.stress) return Obstacle::stress_case;
  if (double(row.failed) > most_failed_share * double(replications))
    return Obstacle::too_many_failed;
  if (row.against.difference.count == 0) return Obstacle::no_values;
  if (row.against.difference.count < least_replications_for_verdict)
    return Obstacle::few_replications;
  return Obstacle::none;
}

BootstrapInterval bootstrapped(std::span<const double> a, std::span<const double> b,
                               double confidence) {
  std::vector<double> differences;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (!std::isnan(a[i] - b[i])) differences.push_back(a[i] - b[i]);
  BootstrapOptions options;
  options.confidence = confidence;
  return bootstrap_t(differences, options);
}

void set_interval(ComparedPolicy& row, std::size_t comparisons, double confidence) {
  const Estimate& difference = row.against.difference;
  row.low = row.high = missing;
  if (row.baseline || difference.count < 2) return;
  const int shared = row.stress ? 1 : int(comparisons);
  const double width = bonferroni_multiplier(double(difference.count - 1), shared, confidence) *
                       difference.standard_error;
  row.low = difference.mean - width;
  row.high = difference.mean + width;
}

// Who is among the best: of all policies that somebody may choose, the baseline among them.
void rank(MetricComparison& found, const StudyTotals& totals, const StudyTotals::Response& response,
          double confidence) {
  std::vector<std::vector<double>> values;  // turned so that more is better
  std::vector<std::size_t> rows;
  const double turn = found.preference == Preference::less ? -1 : 1;
  for (std::size_t i = 0; i < found.rows.size(); ++i) {
    if (found.rows[i].stress) continue;
    const auto own = values_of(totals, response, found.rows[i].policy);
    values.emplace_back(own.begin(), own.end());
    for (double& value : values.back()) value *= turn;
    rows.push_back(i);
  }
  const auto intervals = compare_with_best({values.begin(), values.end()}, confidence);
  for (std::size_t i = 0; i < intervals.size(); ++i) {
    ComparedPolicy& row = found.rows[rows[i]];
    row.best_low = intervals[i].low;
    row.best_high = intervals[i].high;
    if (!intervals[i].among_the_best) continue;
    row.not_worse_than_leader = true;
    found.best.push_back(row.policy);
  }
  found.ranked = !intervals.empty();
}

void give_verdict(ComparedPolicy& row, const MetricComparison& found, std::size_t replications) {
  VerdictInput input;
  input.obstacle = obstacle_of(row, replications);
  input.mean = row.against.difference.mean;
  input.low = row.low;
  input.high = row.high;
  input.replications = row.against.difference.count;
  input.least_meaningful = found.least_meaningful;
  input.preference = found.preference;
  input.not_worse_than_leader = found.ranked && row.not_worse_than_leader;
  input.sole_leader = found.best.size() == 1;
  row.verdict = judge(input);
}

MetricComparison described(const StudyTotals::Response& response) {
  MetricComparison found;
  found.metric = response.id;
  found.unit = response.unit;
  found.label_en = response.label_en;
  found.label_ko = response.label_ko;
  found.preference = preference_of(response.id);
  found.least_meaningful = least_meaningful_of(response.id);
  for (const Metric& each : metrics())
    if (each.id == response.id) {
      found.form = each.total;
      found.meaning = each.meaning;
    }
  return found;
}

}  // namespace

double share_not_modelled(const StudyTotals& totals) {
  const auto sum = [&](std::string_view metric) {
    const StudyTotals::Response* response = totals.find(metric);
    if (!response) return 0.0;
    return std::accumulate(response->values.begin(), response->values.end(), 0.0,
                           [](double all, double x) { return std::isnan(x) ? all : all + x; });
  };
  const double all = sum("budget_appropriated");
  return all > 0 ? sum("budget_not_modelled") / all : 0;
}

MetricComparison compare_policies(const StudyTotals& totals, std::string_view metric,
                                  std::size_t baseline, const ComparisonOptions& options) {
  const double confidence = options.confidence;
  const StudyTotals::Response* const response = totals.find(metric);
  assert(response && baseline < totals.policies.size());
  const auto of = [&](std::size_t policy) { return values_of(totals, *response, policy); };
  MetricComparison found = described(*response);
  found.baseline = baseline;
  bool sound = share_not_modelled(totals) == 0;
  for (std::size_t i = 0; i < totals.policies.size(); ++i) {
    ComparedPolicy row;
    row.policy = i;
    row.baseline = i == baseline;
    row.stress = totals.policies[i].stress;
    row.held_against = held_against(totals.policies, i, baseline, options.stress_cases);
    const auto other = of(row.held_against);
    row.level = estimate(of(i), confidence);
    row.failed = failed_replications(totals, i, row.held_against);
    if (!row.baseline) row.against = compare_pairs(of(i), other, confidence);
    row.bootstrap = {missing, missing, missing};
    row.best_low = row.best_high = missing;
    if (options.bootstrap && !row.baseline) row.bootstrap = bootstrapped(of(i), other, confidence);
    found.comparisons += !row.baseline && !row.stress;
    if (!row.baseline && !row.stress)
      sound &= obstacle_of(row, totals.replications) == Obstacle::none;
    found.rows.push_back(std::move(row));
  }
  for (ComparedPolicy& row : found.rows) set_interval(row, found.comparisons, confidence);
  if (sound && found.preference != Preference::unstated) rank(found, totals, *response, confidence);
  for (ComparedPolicy& row : found.rows)
    if (!row.baseline) give_verdict(row, found, totals.replications);
  return found;
}

}  // namespace coopsim
