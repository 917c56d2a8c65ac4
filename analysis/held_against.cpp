// SPDX-License-Identifier: Apache-2.0
#include "analysis/held_against.hpp"

#include <cassert>

namespace coopsim {

std::size_t held_against(const StudyTotals& totals, std::size_t policy, std::size_t baseline,
                         StressCases stress_cases) {
  assert(policy < totals.policies.size() && baseline < totals.policies.size());
  if (policy == baseline || !totals.policies[policy].stress ||
      stress_cases == StressCases::against_baseline)
    return baseline;
  for (std::size_t i = 0; i < totals.policies.size(); ++i)
    if (totals.policies[i].name == stressed_policy && !totals.policies[i].stress) return i;
  return baseline;
}

}  // namespace coopsim
