// SPDX-License-Identifier: Apache-2.0
// The rule of run.replications, asked on what was simulated so far: are the intervals of policy
// less baseline as narrow as the scenario wants them? Stress cases are not asked about.
#pragma once
#include <string>
#include <vector>

#include "analysis/stopping.hpp"
#include "cli/scenario_input.hpp"
#include "output/result_file.hpp"

namespace coopsim::cli {

class PrecisionWatch {
 public:
  // Both must outlive it. REQUIRES: the scenario's replications are a rule.
  PrecisionWatch(const Scenario& scenario, const Selection& selection);

  void add(const Outcome& outcome);  // in the order of replications
  // Where `more` is 0 the run is over: met, or at the limit.
  HoadRobinsonDavies state() const;
  StoppingFacts facts(const HoadRobinsonDavies& state) const;  // of a run that is over

 private:
  struct Series {
    const Metric* metric;
    std::size_t policy;  // place in the selection
    std::vector<double> differences;
  };

  std::vector<Series> series() const;
  Precision precision() const;
  std::string wanted() const;
  std::string too_wide() const;

  const Scenario& scenario_;
  const Selection& selection_;
  const Replications& rule_;
  const ResponseLayout layout_;
  std::size_t baseline_ = 0;  // place in the selection
  std::vector<const Metric*> metrics_;
  std::vector<std::vector<double>> values_;  // (metric, policy), by replication
};

}  // namespace coopsim::cli
