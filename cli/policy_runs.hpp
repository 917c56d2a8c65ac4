// SPDX-License-Identifier: Apache-2.0
// Values of one response over the policy period, simulated as they are asked for: each policy as
// many replications as wanted, in rounds on all cores. A value is that of `coopsim run`, whatever
// else is simulated beside it.
#pragma once
#include <cstddef>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "sim/experiment.hpp"
#include "sim/metrics/metric.hpp"
#include "sim/scenario.hpp"

namespace coopsim::cli {

struct PolicyRunsOptions {
  int threads = 0;
  std::function<bool()> stop_requested;
  std::function<void(const Outcome&)> progress;
};

class PolicyRuns {
 public:
  // `policies`: numbers in the scenario, ascending. `scenario` must outlive this.
  PolicyRuns(const Scenario& scenario, std::vector<int> policies, const Metric& metric,
             PolicyRunsOptions options);

  // Simulates until policy i has counts[i] replications at least. False if it was asked to stop.
  bool extend(const std::vector<std::size_t>& counts);

  // One row a policy, by replication; NaN where there is no value.
  const std::vector<std::vector<double>>& values() const { return values_; }
  // Why a policy failed in a replication; empty if it did not.
  std::string failure(std::size_t policy, std::size_t replication) const;
  std::size_t simulated() const;  // replications of all policies together

 private:
  void take(const Outcome& outcome);

  const Scenario& scenario_;
  const std::vector<int> policies_;
  const Metric& metric_;
  const PolicyRunsOptions options_;
  const ResponseLayout layout_;
  std::vector<std::vector<double>> values_;
  std::map<std::pair<std::size_t, std::size_t>, std::string> failures_;
};

}  // namespace coopsim::cli
