// SPDX-License-Identifier: Apache-2.0
// What a study is judged by where its scenario does not say: the headline response, the difference
// that matters, and which way a response is better.
#pragma once
#include <array>
#include <string_view>

#include "analysis/verdict.hpp"

namespace coopsim {

inline constexpr std::string_view headline_metric = "productivity_effect";
inline constexpr double headline_least_meaningful = 2;  // bp
inline constexpr double headline_half_width = .5;       // bp, that a study aims at

// What a comparison shows unasked: the headline, what the two largest services deliver, contracts,
// and the money.
inline constexpr std::array<std::string_view, 5> compared_metrics = {
    headline_metric, "trainees_returned", "engagements_started", "contracts", "budget_spent"};

// Which way a planner would rather have it, all else equal. Amounts of a service (trainees,
// engagements) and money are means to an end: unstated.
Preference preference_of(std::string_view metric);
// In the unit of the metric; 0 where none is stated.
double least_meaningful_of(std::string_view metric);

}  // namespace coopsim
