// SPDX-License-Identifier: Apache-2.0
// Regret over the replications of a study: how much better than a policy the best of the others
// would have been in the same world. Chance is the state here; draws of parameters would be others.
#pragma once
#include <cstddef>
#include <vector>

#include "analysis/policy_comparison.hpp"
#include "analysis/regret.hpp"

namespace coopsim {

struct WorldRegret {
  std::size_t worlds = 0;             // replications in which all have a value
  std::vector<std::size_t> policies;  // places among all; stress cases do not take part
  std::vector<PolicyRegret> regret;   // one a policy; `worst_value` turned so that more is better
  // Share of worlds in which the policy is no more than the least meaningful difference below the
  // best; empty where nobody has said what matters.
  std::vector<double> within;
  std::vector<std::size_t> choice;  // minimax regret: places among all
};

// Nothing (no worlds) where `comparison` ranks nothing. REQUIRES: it is of `totals`.
WorldRegret regret_over_worlds(const StudyTotals& totals, const MetricComparison& comparison);

}  // namespace coopsim
