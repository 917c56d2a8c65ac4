// SPDX-License-Identifier: Apache-2.0
#include "analysis/policy_risk.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace coopsim {
namespace {

std::vector<double> sorted_differences(const StudyTotals& totals,
                                       const StudyTotals::Response& response, std::size_t policy,
                                       std::size_t other) {
  std::vector<double> found;
  for (std::size_t r = 0; r < totals.replications; ++r) {
    const double difference = response.values[policy * totals.replications + r] -
                              response.values[other * totals.replications + r];
    if (!std::isnan(difference)) found.push_back(difference);
  }
  std::ranges::sort(found);
  return found;
}

// In a sense in which less is better, as a loss has it.
std::vector<double> losses(const std::vector<double>& sorted, double turn) {
  std::vector<double> found;
  for (const double each : sorted) found.push_back(-turn * each);
  if (turn > 0) std::ranges::reverse(found);
  return found;
}

void judge_by_target(PolicyRisk& one, const std::vector<double>& sorted, double turn, double target,
                     double confidence) {
  std::vector<double> turned;
  for (const double each : sorted) turned.push_back(turn * each);
  one.missed = below_target(turned, turn * target, confidence);
  one.worst_mean = -turn * conditional_value_at_risk(losses(sorted, turn), 1 - worst_share);
}

}  // namespace

MetricRisk risk_of(const StudyTotals& totals, const MetricComparison& comparison,
                   std::optional<double> target, double confidence) {
  const StudyTotals::Response* const response = totals.find(comparison.metric);
  assert(response);
  MetricRisk found;
  const double turn = comparison.preference == Preference::less ? -1 : 1;
  if (comparison.preference != Preference::unstated)
    found.target =
        target.value_or(comparison.least_meaningful > 0 ? turn * comparison.least_meaningful : 0);
  for (const ComparedPolicy& row : comparison.rows) {
    if (row.baseline) continue;
    const auto sorted = sorted_differences(totals, *response, row.policy, row.held_against);
    PolicyRisk one;
    one.policy = row.policy;
    one.count = sorted.size();
    for (const double p : risk_quantiles)
      if (!sorted.empty()) one.quantiles.push_back(quantile_with_interval(sorted, p, confidence));
    if (found.target && !sorted.empty())
      judge_by_target(one, sorted, turn, *found.target, confidence);
    found.policies.push_back(std::move(one));
  }
  return found;
}

std::size_t least_count_for_risk(double confidence) {
  // A two-sided interval of the least quantile and, by symmetry, of the largest.
  return least_count_for_quantile(1 - risk_quantiles.front(), (1 + confidence) / 2);
}

}  // namespace coopsim
