// SPDX-License-Identifier: Apache-2.0
// Two policies compared replication by replication, as common random numbers allow: a - b in each
// replication, and what may be said of the mean of these differences.
//
// The interval is Student's t on the differences whatever their correlation: it holds for either
// sign. Welch's, which takes the two samples for independent, stands beside it where pairing did
// not help (docs/decisions.md says why it does not replace it).
#pragma once
#include <cstddef>
#include <span>
#include <vector>

#include "analysis/estimates.hpp"

namespace coopsim {

// What a reader of an interval must know of it.
enum class Caution {
  no_values,             // no replication has a value of both
  one_replication,       // a mean, and no way to say how sure it is
  few_replications,      // fewer than 30
  no_variation,          // the same difference in every replication: chance has no part in it
  missing_values,        // some replications were left out
  pairing_did_not_help,  // the correlation is not positive
  skewed,                // t intervals of such differences cover less than they say
};

inline constexpr std::size_t least_replications_for_verdict = 30;

// Mean and t interval of a skewed response: n replications bring the interval near its level where
// n is at least 25 times the squared skewness (Cochran 1977, section 2.15).
inline constexpr double cochran_factor = 25;

struct PairedComparison {
  Estimate difference;       // of the means, a - b
  std::size_t left_out = 0;  // replications without a value of a or b
  // Share of replications in which a lies above b, ties counted half: how often one decade under
  // a ends above the same decade under b. Not the probability that the mean is above zero.
  double share_above = 0;
  double correlation = 0;  // of a and b; NaN where one of them does not vary
  double variance_reduction =
      0;                // (var a + var b) / var(a - b); infinite where only the latter is 0
  double skewness = 0;  // of the differences, third moment; NaN below three or without
                        // variation
  Estimate welch;       // as if a and b were independent
  std::vector<Caution> cautions;

  int sign() const { return difference.mean > 0 ? 1 : difference.mean < 0 ? -1 : 0; }
  bool has(Caution caution) const;
};

// REQUIRES: equal sizes, one value a replication in the same order; NaN is missing.
PairedComparison compare_pairs(std::span<const double> a, std::span<const double> b,
                               double confidence = .95);

}  // namespace coopsim
