// SPDX-License-Identifier: Apache-2.0
// Risk and regret over worlds as variables of group `comparison`.
#include <limits>

#include "analysis/comparison_columns.hpp"
#include "analysis/policy_risk.hpp"
#include "analysis/world_regret.hpp"

namespace coopsim {
namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

constexpr std::string_view few = "for the baseline, and where replications are too few";
constexpr std::string_view no_side = "for the baseline, and where nobody said which way is better";
constexpr std::string_view unranked = "where nothing is ranked, and for stress cases";

struct RiskColumn {
  std::string_view name;
  VariableText text;
  double (*value)(const MetricRisk&, const PolicyRisk&);
};

double end_of(const PolicyRisk& risk, std::size_t which, double Interval::*end) {
  if (risk.quantiles.size() <= which || !risk.quantiles[which].between) return missing;
  return (*risk.quantiles[which].between).*end;
}
double value_of(const PolicyRisk& risk, std::size_t which) {
  return risk.quantiles.size() > which ? risk.quantiles[which].value : missing;
}

// Of the quantiles 5 %, 50 % and 95 %: value and interval.
template <std::size_t which>
void add_quantile(std::vector<RiskColumn>& columns, std::string_view name, std::string_view low,
                  std::string_view high, std::string_view en, std::string_view ko) {
  const auto text = [&](std::string_view part, std::string_view part_ko, std::string_view meaning) {
    return column_text(of_response, std::string(en) + std::string(part),
                       std::string(ko) + std::string(part_ko), meaning, few);
  };
  columns.push_back(
      {name,
       text("", "",
            "of the difference over replications (type 7): what one future "
            "may bring, not how sure the mean is"),
       [](const MetricRisk&, const PolicyRisk& one) { return value_of(one, which); }});
  columns.push_back(
      {low, text(", lower end", " 하한", "95 % interval by order statistics, any distribution"),
       [](const MetricRisk&, const PolicyRisk& one) {
         return end_of(one, which, &Interval::low);
       }});
  columns.push_back({high, text(", upper end", " 상한", "see the lower end"),
                     [](const MetricRisk&, const PolicyRisk& one) {
                       return end_of(one, which, &Interval::high);
                     }});
}

std::vector<RiskColumn> risk_columns() {
  std::vector<RiskColumn> columns;
  add_quantile<0>(columns, "difference_q05", "difference_q05_low", "difference_q05_high",
                  "5 % quantile of the difference", "차이의 5 % 분위수");
  add_quantile<1>(columns, "difference_q50", "difference_q50_low", "difference_q50_high",
                  "median of the difference", "차이의 중앙값");
  add_quantile<2>(columns, "difference_q95", "difference_q95_low", "difference_q95_high",
                  "95 % quantile of the difference", "차이의 95 % 분위수");
  columns.push_back(
      {"target",
       column_text(of_response, "target of the difference", "차이의 목표값",
                   "the least meaningful difference, to the better side; 0 where none is stated",
                   no_side),
       [](const MetricRisk& metric, const PolicyRisk&) {
         return metric.target.value_or(missing);
       }});
  columns.push_back({"target_missed",
                     column_text("1", "share of replications that miss the target",
                                 "목표 미달 반복의 비율", "see target", no_side),
                     [](const MetricRisk&, const PolicyRisk& one) {
                       return one.missed ? one.missed->share : missing;
                     }});
  columns.push_back({"target_missed_low",
                     column_text("1", "lower end of its 95 % interval", "미달 비율의 하한",
                                 "Clopper-Pearson's, exact", no_side),
                     [](const MetricRisk&, const PolicyRisk& one) {
                       return one.missed && one.missed->count ? one.missed->exact.low : missing;
                     }});
  columns.push_back({"target_missed_high",
                     column_text("1", "upper end of its 95 % interval", "미달 비율의 상한",
                                 "see target_missed_low", no_side),
                     [](const MetricRisk&, const PolicyRisk& one) {
                       return one.missed && one.missed->count ? one.missed->exact.high : missing;
                     }});
  columns.push_back(
      {"worst_twentieth",
       column_text(
           of_response, "mean of the worst twentieth", "최악 5 %의 평균",
           "of the differences (conditional value at risk); of the single worst replication "
           "where they are 20 or fewer",
           no_side),
       [](const MetricRisk&, const PolicyRisk& one) { return one.worst_mean.value_or(missing); }});
  return columns;
}

struct RegretColumn {
  std::string_view name;
  VariableText text;
  double (*value)(const PolicyRegret&);
};

std::vector<RegretColumn> regret_columns() {
  return {{"regret_largest",
           column_text(of_response, "largest regret", "최대 후회",
                       "how far the policy falls behind the best in the same replication, at most",
                       unranked),
           [](const PolicyRegret& one) { return one.largest; }},
          {"regret_mean",
           column_text(of_response, "mean regret", "평균 후회", "see regret_largest", unranked),
           [](const PolicyRegret& one) { return one.mean; }},
          {"share_best",
           column_text("1", "share of replications in which it is the best", "최선인 반복의 비율",
                       "ties included", unranked),
           [](const PolicyRegret& one) { return one.share_best; }}};
}

}  // namespace

void add_risk_columns(ComparisonTable& table, const StudyTotals& totals,
                      const std::vector<MetricComparison>& found) {
  std::vector<MetricRisk> risks;
  for (const MetricComparison& metric : found) risks.push_back(risk_of(totals, metric));
  const std::size_t policies = totals.policies.size();
  for (const RiskColumn& column : risk_columns()) {
    std::vector<double> values(found.size() * policies, missing);
    for (std::size_t m = 0; m < risks.size(); ++m)
      for (const PolicyRisk& one : risks[m].policies)
        values[m * policies + one.policy] = column.value(risks[m], one);
    table.numbers.push_back({std::string(column.name), column.text, std::move(values)});
  }
}

void add_regret_columns(ComparisonTable& table, const StudyTotals& totals,
                        const std::vector<MetricComparison>& found) {
  std::vector<WorldRegret> all;
  for (const MetricComparison& metric : found) all.push_back(regret_over_worlds(totals, metric));
  const std::size_t policies = totals.policies.size();
  for (const RegretColumn& column : regret_columns()) {
    std::vector<double> values(found.size() * policies, missing);
    for (std::size_t m = 0; m < all.size(); ++m)
      for (std::size_t i = 0; i < all[m].regret.size(); ++i)
        values[m * policies + all[m].policies[i]] = column.value(all[m].regret[i]);
    table.numbers.push_back({std::string(column.name), column.text, std::move(values)});
  }
}

}  // namespace coopsim
