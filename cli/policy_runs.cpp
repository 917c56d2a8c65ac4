// SPDX-License-Identifier: Apache-2.0
#include "cli/policy_runs.hpp"

#include <algorithm>
#include <limits>

#include "cli/scenario_input.hpp"
#include "output/period_total.hpp"

namespace coopsim::cli {

PolicyRuns::PolicyRuns(const Scenario& scenario, std::vector<int> policies, const Metric& metric,
                       PolicyRunsOptions options)
    : scenario_(scenario),
      policies_(std::move(policies)),
      metric_(metric),
      options_(std::move(options)),
      layout_(layout_of(scenario)),
      values_(policies_.size()) {}

bool PolicyRuns::extend(const std::vector<std::size_t>& counts) {
  std::size_t first = std::numeric_limits<std::size_t>::max(), end = 0;
  for (std::size_t i = 0; i < policies_.size(); ++i) {
    if (values_[i].size() >= counts[i]) continue;
    first = std::min(first, values_[i].size());
    end = std::max(end, counts[i]);
  }
  if (first >= end) return true;
  std::vector<std::size_t> begins;
  for (const auto& values : values_) begins.push_back(values.size());
  ExperimentOptions options;
  options.threads = options_.threads;
  options.first_replication = int(first);
  options.replications = int(end - first);
  options.reference_worlds = false;
  options.stop_requested = options_.stop_requested;
  options.progress = options_.progress;
  options.policies_of = [&](int replication) {
    std::vector<int> wanted;
    for (std::size_t i = 0; i < policies_.size(); ++i)
      if (begins[i] <= std::size_t(replication) && std::size_t(replication) < counts[i])
        wanted.push_back(policies_[i]);
    return wanted;
  };
  return !run_experiment(scenario_, options, [&](const Outcome& outcome) {
            take(outcome);
          }).stopped;
}

void PolicyRuns::take(const Outcome& outcome) {
  const auto policy = std::size_t(std::ranges::find(policies_, outcome.policy) - policies_.begin());
  if (!outcome.error.empty()) failures_[{policy, values_[policy].size()}] = outcome.error;
  values_[policy].push_back(period_value(outcome, metric_, layout_, scenario_.parameters.run));
}

std::string PolicyRuns::failure(std::size_t policy, std::size_t replication) const {
  const auto found = failures_.find({policy, replication});
  return found == failures_.end() ? "" : found->second;
}

std::size_t PolicyRuns::simulated() const {
  std::size_t all = 0;
  for (const auto& values : values_) all += values.size();
  return all;
}

}  // namespace coopsim::cli
