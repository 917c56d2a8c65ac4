// SPDX-License-Identifier: Apache-2.0
// Against which policy each one is held.
#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

#include "output/study_totals.hpp"

namespace coopsim {

// A stress case is this policy and a shock. Held against anything else, the difference would be
// that of the policy and the shock together.
inline constexpr std::string_view stressed_policy = "announced_path";

enum class StressCases {
  against_their_policy,  // where the study has it, and it is none itself; else the baseline
  against_baseline       // as all others: somebody chose with what to compare
};

// A place among the policies; of the baseline its own. REQUIRES: both are places among them.
std::size_t held_against(const std::vector<StudyTotals::Policy>& policies, std::size_t policy,
                         std::size_t baseline, StressCases stress_cases);

}  // namespace coopsim
