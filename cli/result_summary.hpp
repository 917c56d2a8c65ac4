// SPDX-License-Identifier: Apache-2.0
// The few figures of a result that a planner sees first, and what may be said of them.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "analysis/estimates.hpp"
#include "output/result_reader.hpp"

namespace coopsim::cli {

struct PolicySummary {
  std::string name, label_en, label_ko;
  bool baseline = false, stress = false;
  // Over replications, of the whole policy period.
  Estimate trained, engagements;
  Estimate effect, effect_served;  // on productivity, at the period's end: bp; percent
  Estimate difference;             // of `effect` to the baseline's, paired by replication
  std::string verdict;             // "higher, 99 %", "cannot tell"; "" for the baseline
};

struct FailedRun {
  std::string world;
  int replication = 0;
  std::string error;
};

struct ResultSummary {
  std::vector<PolicySummary> policies;
  std::string baseline;           // empty: nothing to compare with
  double not_modelled_share = 0;  // of all money in the policy period, over all policies
  std::vector<FailedRun> failures;
  std::string stopping;     // how a rule for the replications ended; empty: there was none
  std::int64_t worlds = 0;  // of all replications, with NONE and STOP

  // Verdicts and comparisons only where every world went well: the survivors are no fair sample.
  bool complete() const { return failures.empty(); }
};

std::vector<FailedRun> failures_of(const ResultReader& result);

ResultSummary summarise(const ResultReader& result);

// What the paired differences say: "higher, >99.9 %", "lower, 95 %", "cannot tell"; or why there is
// no verdict: "no difference", "the same in every run", "under 30 replications". The confidence is
// that of two-sided t intervals, one comparison at a time. REQUIRES: equal sizes.
std::string verdict(std::span<const double> policy, std::span<const double> baseline);

inline constexpr std::size_t least_replications_for_verdict = 30;

}  // namespace coopsim::cli
