// SPDX-License-Identifier: Apache-2.0
// All policies of a result against one of them (stress cases: against the policy that they shake),
// in one response over the policy period: paired differences, intervals that hold for all policies
// at once, verdicts, and who is among the best.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/bootstrap.hpp"
#include "analysis/held_against.hpp"
#include "analysis/paired.hpp"
#include "analysis/verdict.hpp"
#include "output/study_totals.hpp"
#include "sim/metrics/metric.hpp"

namespace coopsim {

struct ComparedPolicy {
  std::size_t policy = 0;        // its place in the file
  std::size_t held_against = 0;  // the policy that it is compared with; of the baseline its own
  bool baseline = false, stress = false;
  Estimate level;               // of the response itself
  PairedComparison against;     // policy less that one; of the baseline: empty
  BootstrapInterval bootstrap;  // of the difference, of this policy alone; NaN unless asked for
  // For all policies at once (Bonferroni's), or of a stress case alone. NaN without an interval.
  double low = 0, high = 0;
  // Less the best of the others, turned so that more is better; NaN where nothing is ranked.
  double best_low = 0, best_high = 0;
  bool not_worse_than_leader = false;
  Verdict verdict;
  std::size_t failed = 0;  // replications in which this policy or that one failed
};

struct MetricComparison {
  std::string metric, unit, label_en, label_ko, meaning;
  PeriodTotal form{};
  Preference preference = Preference::unstated;
  double least_meaningful = 0;
  std::size_t baseline = 0;
  std::size_t comparisons = 0;       // policies that share the confidence
  bool ranked = false;               // whether `best` says anything
  std::vector<std::size_t> best;     // places in the file: not shown to be worse than another
  std::vector<ComparedPolicy> rows;  // in the order of the file
};

struct ComparisonOptions {
  double confidence = .95;
  bool bootstrap = false;
  StressCases stress_cases = StressCases::against_their_policy;
};

// Share of all money of the policy period that belongs to programmes not modelled yet.
double share_not_modelled(const StudyTotals& totals);

// REQUIRES: `totals` has the response `metric`; `baseline` is a place among its policies.
MetricComparison compare_policies(const StudyTotals& totals, std::string_view metric,
                                  std::size_t baseline, const ComparisonOptions& options = {});

}  // namespace coopsim
