// SPDX-License-Identifier: Apache-2.0
// What more of each response costs, as variables of group `comparison`.
#include <limits>
#include <optional>

#include "analysis/comparison_columns.hpp"
#include "analysis/cost_comparison.hpp"

namespace coopsim {
namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

// Of each response whose better side is stated; empty for the others.
using Costs = std::vector<std::optional<CostComparison>>;

Costs costs_of(const StudyTotals& totals, const std::vector<MetricComparison>& found) {
  Costs costs;
  for (const MetricComparison& metric : found) {
    costs.emplace_back();
    if (metric.preference == Preference::unstated) continue;
    CostOptions options;
    options.effect = metric.metric;
    options.by_value = false;
    costs.back() = compare_costs(totals, totals.public_cost, *totals.baseline, options);
  }
  return costs;
}

struct CostColumn {
  std::string_view name;
  VariableText text;
  double (*value)(const CostedPolicy&);
};

std::vector<CostColumn> cost_columns() {
  constexpr std::string_view where = "for the baseline, and where nobody said which way is better";
  return {{"more_cost",
           column_text("KRW thousand", "public money more", "추가 공공 비용",
                       "present value over the policy period, less that of the policy held "
                       "against; over the replications with a cost and a value of every policy",
                       where),
           [](const CostedPolicy& one) { return one.more_cost.mean; }},
          {"more_cost_low",
           column_text("KRW thousand", "lower end of its 95 % interval", "추가 비용의 하한",
                       "paired t, of this policy alone", where),
           [](const CostedPolicy& one) { return one.more_cost.low(); }},
          {"more_cost_high",
           column_text("KRW thousand", "upper end of its 95 % interval", "추가 비용의 상한",
                       "see more_cost_low", where),
           [](const CostedPolicy& one) { return one.more_cost.high(); }}};
}

// The ratio on the frontier and Fieller's interval where it has two ends.
struct RatioColumn {
  std::string_view name;
  VariableText text;
  double (*value)(const StandingOf&);
};

double end_of(const StandingOf& one, double RatioInterval::*end) {
  return one.interval.form == RatioInterval::Form::bounded ? one.interval.*end : missing;
}

std::vector<RatioColumn> ratio_columns() {
  constexpr std::string_view where = "where the policy is not on the frontier, and of its cheapest";
  return {{"cost_ratio",
           column_text("KRW thousand", "cost of one more unit", "추가 1단위의 비용",
                       "incremental cost-effectiveness ratio, against the policy before it on the "
                       "frontier; a unit of the response, one less where less is better",
                       where),
           [](const StandingOf& one) { return one.row.ratio.value_or(missing); }},
          {"cost_ratio_low",
           column_text("KRW thousand", "lower end of its 95 % interval", "비용 비율의 하한",
                       "Fieller's", "as cost_ratio, and where the interval has no two ends"),
           [](const StandingOf& one) { return end_of(one, &RatioInterval::low); }},
          {"cost_ratio_high",
           column_text("KRW thousand", "upper end of its 95 % interval", "비용 비율의 상한",
                       "Fieller's", "as cost_ratio_low"),
           [](const StandingOf& one) { return end_of(one, &RatioInterval::high); }}};
}

const StandingOf* standing_of(const std::optional<CostComparison>& costs, std::size_t policy) {
  if (!costs) return nullptr;
  for (const StandingOf& one : costs->standings)
    if (one.row.policy == policy) return &one;
  return nullptr;
}

}  // namespace

void add_cost_columns(ComparisonTable& table, const StudyTotals& totals,
                      const std::vector<MetricComparison>& found) {
  if (totals.public_cost.empty()) return;
  const Costs costs = costs_of(totals, found);
  const std::size_t policies = totals.policies.size();
  for (const CostColumn& column : cost_columns()) {
    std::vector<double> values(found.size() * policies, missing);
    for (std::size_t m = 0; m < costs.size(); ++m)
      for (std::size_t i = 0; costs[m] && i < policies; ++i)
        if (const CostedPolicy& one = costs[m]->policies[i]; !one.baseline)
          values[m * policies + one.policy] = column.value(one);
    table.numbers.push_back({std::string(column.name), column.text, std::move(values)});
  }
  for (const RatioColumn& column : ratio_columns()) {
    std::vector<double> values(found.size() * policies, missing);
    for (std::size_t m = 0; m < costs.size(); ++m)
      for (std::size_t policy = 0; policy < policies; ++policy)
        if (const StandingOf* const one = standing_of(costs[m], policy))
          values[m * policies + policy] = column.value(*one);
    table.numbers.push_back({std::string(column.name), column.text, std::move(values)});
  }
  std::vector<std::string> standings;
  for (const auto& metric : costs)
    for (std::size_t policy = 0; policy < policies; ++policy) {
      const StandingOf* const one = standing_of(metric, policy);
      standings.emplace_back(one ? id_of(one->row.standing) : "not_ranked");
    }
  table.texts.push_back(
      {"cost_standing",
       {"", "standing in cost and effect", "비용·효과 위치",
        "by means: cheapest, on_frontier, dominated, extendedly_dominated, equal; "
        "not_ranked: stress cases, and where nobody is ranked"},
       std::move(standings)});
}

}  // namespace coopsim
