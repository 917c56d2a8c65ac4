// SPDX-License-Identifier: Apache-2.0
// Which of several policies may be the best: Hsu's multiple comparisons with the best on paired
// differences, of any variances and correlations (Bonferroni's form: Yang and Nelson 1991).
#pragma once
#include <cstddef>
#include <span>
#include <vector>

namespace coopsim {

// Of one policy: where its mean less the best of the others' lies, simultaneously for all.
struct BestInterval {
  double low = 0, high = 0;  // low <= 0 <= high
  // Not shown to be worse than another. This is also the paired subset selection (Nelson, Swann,
  // Goldsman and Song 2001, screening): it holds the truly best with the confidence asked for.
  bool among_the_best = true;
};

// One row a policy, one value a replication in the same order, more is better; replications in
// which any policy has no value (NaN) are left out. Empty below two such replications, and for
// fewer than two policies. REQUIRES: rows of equal size.
std::vector<BestInterval> compare_with_best(const std::vector<std::span<const double>>& policies,
                                            double confidence = .95);

}  // namespace coopsim
