// SPDX-License-Identifier: Apache-2.0
#include "analysis/study_totals.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "analysis/comparison_columns.hpp"
#include "sim/metrics/metric.hpp"

namespace coopsim {
namespace {

struct Column {
  std::string_view name;
  VariableText text;
  double (*value)(const MetricComparison&, const ComparedPolicy&);
};

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

double flag(bool holds) { return holds ? 1 : 0; }

// What stands in no other group. Of the baseline itself only its place among the best.
std::vector<Column> columns() {
  constexpr std::string_view few = "for the baseline, and below two replications";
  return {
      {"difference",
       column_text(of_response, "mean difference", "평균 차이",
                   "policy less the one that it is held against", "for the baseline"),
       [](const MetricComparison&, const ComparedPolicy& row) {
         return row.against.difference.mean;
       }},
      {"simultaneous_low",
       column_text(
           of_response, "lower end of the simultaneous 95 % interval", "동시 95 % 신뢰구간 하한",
           "of the difference, in the unit of the response; the intervals of all policies of a "
           "response hold together (Bonferroni, paired t)",
           few),
       [](const MetricComparison&, const ComparedPolicy& row) { return row.low; }},
      {"simultaneous_high",
       column_text(of_response, "upper end of the simultaneous 95 % interval",
                   "동시 95 % 신뢰구간 상한", "see simultaneous_low", few),
       [](const MetricComparison&, const ComparedPolicy& row) { return row.high; }},
      {"correlation",
       column_text("1", "correlation with the policy held against", "비교 대상과의 상관계수",
                   "over replications, between the policy's response and that of held_against",
                   "where either does not vary"),
       [](const MetricComparison&, const ComparedPolicy& row) { return row.against.correlation; }},
      {"variance_reduction",
       column_text(
           "1", "variance reduction factor", "분산 감소 배수",
           "how many times more independent replications the same interval would need; infinite "
           "where the difference is the same in every replication",
           "where the response does not vary"),
       [](const MetricComparison&, const ComparedPolicy& row) {
         return row.against.variance_reduction;
       }},
      {"share_above",
       column_text(
           "1", "share of replications above the policy held against",
           "비교 대상을 웃도는 반복의 비율",
           "ties count half; what one decade may bring, not the probability of a better mean",
           "for the baseline, and without a value of both"),
       [](const MetricComparison&, const ComparedPolicy& row) { return row.against.share_above; }},
      {"skewness",
       column_text("1", "skewness of the differences", "차이의 왜도",
                   "t intervals of skewed differences cover less than they say",
                   "below three, or equal"),
       [](const MetricComparison&, const ComparedPolicy& row) { return row.against.skewness; }},
      {"welch_low",
       column_text(of_response, "lower end of Welch's 95 % interval", "웰치 95 % 신뢰구간 하한",
                   "of the difference of this policy alone, as if the two samples were independent",
                   few),
       [](const MetricComparison&, const ComparedPolicy& row) { return row.against.welch.low(); }},
      {"welch_high",
       column_text(of_response, "upper end of Welch's 95 % interval", "웰치 95 % 신뢰구간 상한",
                   "see welch_low", few),
       [](const MetricComparison&, const ComparedPolicy& row) { return row.against.welch.high(); }},
      {"pairs",
       column_text("1", "replications compared", "비교한 반복 수", "with a value of both policies",
                   "for the baseline"),
       [](const MetricComparison&, const ComparedPolicy& row) {
         return double(row.against.difference.count);
       }},
      {"best_low",
       column_text(of_response, "lower end against the best of the others", "최선 대비 차이의 하한",
                   "Hsu's comparison with the best: the policy's mean less that of the best of the "
                   "others, turned so that more is better, with 95 % for all policies together",
                   "where nothing is ranked, and for stress cases"),
       [](const MetricComparison&, const ComparedPolicy& row) { return row.best_low; }},
      {"best_high",
       column_text(of_response, "upper end against the best of the others", "최선 대비 차이의 상한",
                   "see best_low; zero: shown to be worse than another",
                   "where nothing is ranked, and for stress cases"),
       [](const MetricComparison&, const ComparedPolicy& row) { return row.best_high; }},
      {"among_the_best",
       column_text("1", "among the best", "최선 그룹",
                   "1: not shown to be worse than any other policy; 0: worse than one at least",
                   "where nothing is ranked, and for stress cases"),
       [](const MetricComparison& found, const ComparedPolicy& row) {
         return found.ranked && !row.stress ? flag(row.not_worse_than_leader) : missing;
       }},
  };
}

bool about_the_difference(std::string_view name) {
  return !name.starts_with("best_") && name != "among_the_best";
}

ComparisonTable::Numbers numbers_of(const Column& column,
                                    const std::vector<MetricComparison>& found) {
  ComparisonTable::Numbers made{std::string(column.name), column.text, {}};
  for (const MetricComparison& metric : found)
    for (const ComparedPolicy& row : metric.rows)
      made.values.push_back(
          row.baseline && about_the_difference(column.name) ? missing : column.value(metric, row));
  return made;
}

ComparisonTable::Texts texts_of(std::string name, VariableText text,
                                const std::vector<MetricComparison>& found,
                                std::string_view (*of)(const Verdict&)) {
  ComparisonTable::Texts made{std::move(name), std::move(text), {}};
  for (const MetricComparison& metric : found)
    for (const ComparedPolicy& row : metric.rows)
      made.values.emplace_back(row.baseline ? "baseline" : of(row.verdict));
  return made;
}

}  // namespace

VariableText column_text(std::string_view unit, std::string_view en, std::string_view ko,
                         std::string_view meaning, std::string_view missing_where) {
  VariableText made{std::string(unit), std::string(en), std::string(ko), std::string(meaning)};
  made.missing = "missing (NaN) " + std::string(missing_where);
  return made;
}

StudyTotals study_totals(const ResultReader& result) {
  const ResultFacts& facts = result.facts();
  StudyTotals totals;
  for (const ResultPolicy& policy : facts.policies)
    totals.policies.push_back({policy.name, policy.stress});
  totals.baseline = facts.baseline;
  totals.replications = std::size_t(facts.replications);
  if (facts.failed_worlds > 0) {
    const auto names = result.read_texts("provenance/failed_name");
    const auto replications = result.read_integers("provenance/failed_replication");
    for (std::size_t i = 0; i < std::min(names.size(), replications.size()); ++i)
      totals.failures.push_back({replications[i], names[i]});
  }
  const std::size_t cells = totals.policies.size() * totals.replications;
  const auto values_of = [&](const std::string& path) {
    NumberArray array = result.read(path);
    if (array.values.size() == cells) return array;
    throw ResultError(ResultFault::bad_data,
                      result.file().string() + ": " + path +
                          " does not have one value for every policy and replication");
  };
  if (facts.reference_worlds && result.has("economics/public_cost"))
    totals.public_cost = values_of("economics/public_cost").values;
  for (const Metric& metric : metrics()) {
    const std::string path = "total/" + std::string(metric.id);
    if (!result.has(path)) continue;
    NumberArray array = values_of(path);
    totals.responses.push_back({std::string(metric.id), array.unit, array.label_en, array.label_ko,
                                std::move(array.values)});
  }
  return totals;
}

ComparisonTable comparison_table(const StudyTotals& totals) {
  ComparisonTable table;
  if (!totals.baseline) return table;
  std::vector<MetricComparison> found;
  for (const StudyTotals::Response& response : totals.responses)
    found.push_back(compare_policies(totals, response.id, *totals.baseline));
  for (std::size_t i = 0; i < totals.policies.size(); ++i)
    table.held_against.push_back(totals
                                     .policies[held_against(totals.policies, i, *totals.baseline,
                                                            ComparisonOptions{}.stress_cases)]
                                     .name);
  for (const Column& column : columns()) table.numbers.push_back(numbers_of(column, found));
  add_risk_columns(table, totals, found);
  add_regret_columns(table, totals, found);
  add_cost_columns(table, totals, found);
  table.texts.push_back(texts_of("verdict",
                                 {"", "verdict", "판정",
                                  "no_verdict, practically_equal, among_the_best, clear_gain, "
                                  "clear_loss, cannot_tell; of the baseline: baseline"},
                                 found, [](const Verdict& v) { return id_of(v.state); }));
  table.texts.push_back(
      texts_of("verdict_reason",
               {"", "why there is no verdict", "판정하지 않은 이유", "- where there is one"}, found,
               [](const Verdict& v) {
                 return v.obstacle == Obstacle::none ? std::string_view("-")
                                                     : reason(v.obstacle, Language::english);
               }));
  return table;
}

}  // namespace coopsim
