// SPDX-License-Identifier: Apache-2.0
// Variables of group `comparison` that more than one file makes: see study_totals.hpp for the
// group.
#pragma once
#include <string_view>
#include <vector>

#include "analysis/policy_comparison.hpp"
#include "output/study_totals.hpp"

namespace coopsim {

inline constexpr std::string_view of_response = "1";  // unit: that of the response, see there

// A variable's text; `missing_where` follows "missing (NaN) ".
VariableText column_text(std::string_view unit, std::string_view en, std::string_view ko,
                         std::string_view meaning, std::string_view missing_where);

// Each adds variables by response and policy to `table`. REQUIRES of all: `found` has every
// response of `totals` in its order, against its baseline.
//
// What one future may bring: quantiles with intervals, the target missed, the worst twentieth.
void add_risk_columns(ComparisonTable& table, const StudyTotals& totals,
                      const std::vector<MetricComparison>& found);
// How far each falls behind the best in the same world.
void add_regret_columns(ComparisonTable& table, const StudyTotals& totals,
                        const std::vector<MetricComparison>& found);
// What more of the response costs; nothing where `totals` has no costs.
void add_cost_columns(ComparisonTable& table, const StudyTotals& totals,
                      const std::vector<MetricComparison>& found);

}  // namespace coopsim
