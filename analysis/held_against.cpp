// SPDX-License-Identifier: Apache-2.0
#include "analysis/held_against.hpp"

#include <cassert>

namespace coopsim {

std::size_t held_against(const std::vector<StudyTotals::Policy>& policies, std::size_t policy,
                         std::size_t baseline, StressCases stress_cases) {
  assert(policy < policies.size() && baseline < policies.size());
  if (policy == baseline || !policies[policy].stress ||
      stress_cases == StressCases::against_baseline)
    return baseline;
  for (std::size_t i = 0; i < policies.size(); ++i)
    if (policies[i].name == stressed_policy && !policies[i].stress) return i;
  return baseline;
}

}  // namespace coopsim
