// SPDX-License-Identifier: Apache-2.0
// Group `assumptions` of the result file: from draws to figures.
#include <cmath>
#include <limits>

#include "analysis/assumption_study.hpp"
#include "analysis/comparison_columns.hpp"

namespace coopsim {
namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();
constexpr std::string_view few = "for the baseline, and where too few draws have a value";
constexpr std::string_view unranked = "where nothing is ranked, and for stress cases";

// Of each response and policy.
struct PolicyColumn {
  std::string_view name;
  VariableText text;
  double (*value)(const DrawnPolicy&);
};

std::vector<PolicyColumn> policy_columns() {
  return {
      {"difference_mean",
       column_text(of_response, "mean difference over the draws", "추출 평균 차이",
                   "policy less the one that it is held against (see group comparison); each draw "
                   "counts with the mean of its replications",
                   few),
       [](const DrawnPolicy& row) { return row.difference.mean; }},
      {"difference_low",
       column_text(of_response, "lower end of its 95 % interval", "95 % 신뢰구간 하한",
                   "t interval over draws, of this policy alone: unknowns and chance together",
                   few),
       [](const DrawnPolicy& row) { return row.difference.low(); }},
      {"difference_high",
       column_text(of_response, "upper end of its 95 % interval", "95 % 신뢰구간 상한",
                   "see difference_low", few),
       [](const DrawnPolicy& row) { return row.difference.high(); }},
      {"difference_q05",
       column_text(
           of_response, "5 % quantile over the draws", "추출 5 % 분위수",
           "of the draws' mean differences: what the difference may be as far as anybody knows; "
           "chance left in the means of few replications widens it",
           few),
       [](const DrawnPolicy& row) { return row.q05; }},
      {"difference_q50",
       column_text(of_response, "median over the draws", "추출 중앙값", "see difference_q05", few),
       [](const DrawnPolicy& row) { return row.q50; }},
      {"difference_q95",
       column_text(of_response, "95 % quantile over the draws", "추출 95 % 분위수",
                   "see difference_q05", few),
       [](const DrawnPolicy& row) { return row.q95; }},
      {"share_above",
       column_text("1", "share of draws above the baseline", "기준선을 웃도는 추출의 비율",
                   "draws whose mean difference is above zero; ties count half", few),
       [](const DrawnPolicy& row) { return row.share_above; }},
      {"sd_of_unknowns",
       column_text(of_response, "spread that comes from the unknowns", "매개변수 불확실성 편차",
                   "standard deviation of the difference between draws, as if each had endless "
                   "replications",
                   few),
       [](const DrawnPolicy& row) { return std::sqrt(row.split.of_parameters); }},
      {"sd_of_chance",
       column_text(of_response, "spread that comes from chance", "우연 편차",
                   "standard deviation of the difference between replications of one draw", few),
       [](const DrawnPolicy& row) { return std::sqrt(row.split.of_chance); }},
  };
}

// Of each response and policy that one may choose.
struct ChoiceColumn {
  std::string_view name;
  VariableText text;
  double (*value)(const PolicyRegret&);
};

std::vector<ChoiceColumn> choice_columns() {
  return {{"regret_largest",
           column_text(of_response, "largest regret over the draws", "최대 후회",
                       "how far the policy falls behind the best of a draw, at most", unranked),
           [](const PolicyRegret& one) { return one.largest; }},
          {"regret_mean",
           column_text(of_response, "mean regret over the draws", "평균 후회", "see regret_largest",
                       unranked),
           [](const PolicyRegret& one) { return one.mean; }},
          {"share_best",
           column_text("1", "share of draws in which it is the best", "최선인 추출의 비율",
                       "ties included", unranked),
           [](const PolicyRegret& one) { return one.share_best; }}};
}

using AllStudies = std::vector<AssumptionStudy>;

std::vector<double> by_policy(const AllStudies& studies, const PolicyColumn& column) {
  std::vector<double> values;
  for (const AssumptionStudy& study : studies)
    for (const DrawnPolicy& row : study.rows)
      values.push_back(row.baseline ? missing : column.value(row));
  return values;
}

std::vector<double> by_choice(const AllStudies& studies, const ChoiceColumn& column) {
  std::vector<double> values;
  for (const AssumptionStudy& study : studies) {
    std::vector<double> of_policies(study.rows.size(), missing);
    for (std::size_t i = 0; i < study.regret.size(); ++i)
      of_policies[study.choices[i]] = column.value(study.regret[i]);
    values.insert(values.end(), of_policies.begin(), of_policies.end());
  }
  return values;
}

// `part`: AssumptionStudy::unknowns or ::sections.
std::vector<double> worths(const AllStudies& studies,
                           std::vector<PartialInformation> AssumptionStudy::*part,
                           std::size_t count, double (*value)(const PartialInformation&)) {
  std::vector<double> values;
  for (const AssumptionStudy& study : studies) {
    const auto& known = study.*part;
    for (std::size_t i = 0; i < count; ++i)
      values.push_back(i < known.size() && !known[i].too_few_draws ? value(known[i]) : missing);
  }
  return values;
}

std::vector<double> thirds(const AllStudies& studies, double OuterThirds::*end) {
  std::vector<double> values;
  for (const AssumptionStudy& study : studies)
    for (const DrawnPolicy& row : study.rows)
      for (const OuterThirds& one : row.thirds) values.push_back(row.baseline ? missing : one.*end);
  return values;
}

void add_information(AssumptionTable& table, const AllStudies& studies, const StudyDraws& draws) {
  std::vector<double> evpi;
  const std::size_t unknowns = draws.unknowns.size(), sections = draws.sections().size();
  for (const AssumptionStudy& study : studies)
    evpi.push_back(study.ranked ? study.information.value : missing);
  table.numbers.push_back(
      {"evpi",
       {"response"},
       column_text(
           of_response, "value of knowing everything", "완전정보의 기대가치",
           "expected value of perfect information on all unknowns: mean of each draw's best "
           "policy less the best mean; never below zero; chance left in the draws' means is in it",
           "where nothing is ranked"),
       evpi});
  const VariableText worth = column_text(
      of_response, "value of knowing it alone", "부분정보의 기대가치",
      "expected value of partial perfect information, by regression; never more than evpi",
      "where nothing is ranked or there are too few draws");
  const auto value = [](const PartialInformation& one) { return one.value; };
  const auto left_out = [](const PartialInformation& one) { return one.left_out; };
  VariableText careful = worth;
  careful.label_en = "value of knowing it alone, on draws left out of the regression";
  careful.label_ko = "부분정보의 기대가치(교차검증)";
  careful.meaning = "far below evppi: too few draws";
  table.numbers.push_back({"evppi",
                           {"response", "unknown"},
                           worth,
                           worths(studies, &AssumptionStudy::unknowns, unknowns, value)});
  table.numbers.push_back({"evppi_left_out",
                           {"response", "unknown"},
                           careful,
                           worths(studies, &AssumptionStudy::unknowns, unknowns, left_out)});
  table.numbers.push_back({"evppi_by_section",
                           {"response", "section"},
                           worth,
                           worths(studies, &AssumptionStudy::sections, sections, value)});
}

}  // namespace

AssumptionTable assumption_table(const StudyDraws& draws) {
  AssumptionTable table;
  if (!draws.baseline) return table;
  AllStudies studies;
  for (const StudyTotals::Response& response : draws.responses)
    studies.push_back(assess_assumptions(draws, response.id, *draws.baseline));
  for (const PolicyColumn& column : policy_columns())
    table.numbers.push_back({std::string(column.name),
                             {"response", "policy"},
                             column.text,
                             by_policy(studies, column)});
  for (const ChoiceColumn& column : choice_columns())
    table.numbers.push_back({std::string(column.name),
                             {"response", "policy"},
                             column.text,
                             by_choice(studies, column)});
  const VariableText low = column_text(
      of_response, "mean difference where the unknown is low", "값이 낮은 추출의 평균 차이",
      "as difference_mean, over the third of the draws with the lowest values of it", few);
  const VariableText high = column_text(
      of_response, "mean difference where the unknown is high", "값이 높은 추출의 평균 차이",
      "as difference_mean, over the third of the draws with the highest values of it", few);
  table.numbers.push_back({"difference_where_low",
                           {"response", "policy", "unknown"},
                           low,
                           thirds(studies, &OuterThirds::low)});
  table.numbers.push_back({"difference_where_high",
                           {"response", "policy", "unknown"},
                           high,
                           thirds(studies, &OuterThirds::high)});
  add_information(table, studies, draws);
  return table;
}

}  // namespace coopsim
