// SPDX-License-Identifier: Apache-2.0
// What a policy's difference may be in one future: quantiles over replications, how often it misses
// a target, and what the worst twentieth brings.
#pragma once
#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include "analysis/policy_comparison.hpp"
#include "analysis/risk.hpp"

namespace coopsim {

inline constexpr std::array<double, 3> risk_quantiles = {.05, .5, .95};
inline constexpr double worst_share = .05;

// Of a policy less the one that it is held against, in the unit of the response.
struct PolicyRisk {
  std::size_t policy = 0;  // its place in the file
  std::size_t count = 0;   // replications with a value of both; with none the rest is empty
  std::vector<QuantileEstimate> quantiles;  // as `risk_quantiles`
  // Only where the response has a better side.
  std::optional<MissedTarget> missed;
  std::optional<double> worst_mean;  // of the worst twentieth of the replications
};

struct MetricRisk {
  // Reached by a difference that is it or better; empty where nobody said which way is better.
  std::optional<double> target;
  std::vector<PolicyRisk> policies;  // all but the baseline, in the order of the file
};

// `target` in the unit of the response, as a difference; not given: the least meaningful difference
// (0 where none is stated), to the better side. REQUIRES: `comparison` is of `totals`.
MetricRisk risk_of(const StudyTotals& totals, const MetricComparison& comparison,
                   std::optional<double> target = std::nullopt, double confidence = .95);

// The least number of replications that give every one of the quantiles an interval.
std::size_t least_count_for_risk(double confidence = .95);

}  // namespace coopsim
