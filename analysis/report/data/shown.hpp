// SPDX-License-Identifier: Apache-2.0
// Which of the file's many variables the report's page can show. The sections' own lists
// (../src/sections/splits.ts) are held against these by a test.
#pragma once
#include <array>
#include <string_view>

namespace coopsim::report {

// What the metric switch offers, with fans over the years. The headline comes first.
inline constexpr std::array<std::string_view, 12> switched_metrics = {
    "productivity_effect", "technology_level",  "practice_index",
    "programme_exports",   "trainees_returned", "engagements_started",
    "contracts",           "needs_served",      "coverage",
    "small_firm_share",    "value_added_gain",  "budget_spent"};

// Means by year, responses split by account or channel.
inline constexpr std::array<std::string_view, 6> splits_by_year = {
    "budget_appropriated_by_account", "budget_committed_by_account", "budget_spent_by_account",
    "budget_carried_over_by_account", "budget_lapsed_by_account",    "budget_cut_by_account"};

// Over the policy period, with the difference to the baseline.
inline constexpr std::array<std::string_view, 17> splits_over_period = {
    "productivity_effect_by_region",
    "productivity_effect_by_sector",
    "productivity_effect_by_size_class",
    "coverage_by_region",
    "firms_gaining_by_region",
    "firms_gaining_by_sector",
    "firms_gaining_by_size_class",
    "firms_gaining_by_service",
    "firms_losing_by_region",
    "firms_losing_by_sector",
    "firms_losing_by_size_class",
    "firms_losing_by_service",
    "mean_gain_by_size_class",
    "mean_gain_by_service",
    "mean_loss_by_size_class",
    "mean_loss_by_service",
    "deals_started_by_channel"};

}  // namespace coopsim::report
