// SPDX-License-Identifier: Apache-2.0
// Policy less the one it is held against: the columns of group `comparison`, computed by the same
// functions as `coopsim compare`.
#include <algorithm>

#include "analysis/export/small_table.hpp"
#include "analysis/study_totals.hpp"

namespace coopsim::exporting {
namespace {

bool is_chosen(const std::vector<std::string>& chosen, const std::string& name) {
  return chosen.empty() || std::ranges::find(chosen, name) != chosen.end();
}

Column column_of(const std::string& name, const VariableText& text, Type type) {
  return {
      name, type, {text.label_en, text.label_ko}, text.meaning, text.unit == "1" ? "" : text.unit,
      "",   true};
}

}  // namespace

SmallTable comparison_table(const Source& source, const Choice& choice) {
  const StudyTotals totals = study_totals(source.result());
  const ComparisonTable found = coopsim::comparison_table(totals);
  SmallTable table{
      "comparison",
      "every response over the policy period: each policy less the one that it is held against, "
      "replication by replication, as coopsim compare shows it; differences are in the unit of the "
      "response",
      {"Differences between policies", "정책 간 차이"},
      {{"policy", Type::string, {"policy", "정책"}, "", "", "policy", false},
       {"metric", Type::string, {"response", "결과 지표"}, "", "", "metric", false},
       {"held_against",
        Type::string,
        {"policy that it is compared with", "비교 대상 정책"},
        "",
        "",
        "policy",
        false}},
      {"policy", "metric"},
      {}};
  for (const auto& one : found.numbers)
    table.columns.push_back(column_of(one.name, one.text, Type::number));
  for (const auto& one : found.texts) {
    table.columns.push_back(column_of(one.name, one.text, Type::string));
    // The file has "-" where a table has nothing.
    if (one.name == "verdict_reason")
      table.columns.back().description =
          "why there is no verdict; missing where there is one; of the baseline: baseline";
  }
  for (std::size_t r = 0; r < totals.responses.size() && !found.held_against.empty(); ++r)
    for (std::size_t p = 0; p < totals.policies.size(); ++p) {
      if (!is_chosen(choice.metrics, totals.responses[r].id) ||
          !is_chosen(choice.policies, totals.policies[p].name))
        continue;
      const std::size_t at = r * totals.policies.size() + p;
      std::vector<Field> row = {totals.policies[p].name, totals.responses[r].id,
                                found.held_against[p]};
      for (const auto& one : found.numbers) row.emplace_back(one.values[at]);
      for (const auto& one : found.texts)
        row.emplace_back(one.values[at] == "-" ? std::string() : one.values[at]);
      table.rows.push_back(std::move(row));
    }
  return table;
}

}  // namespace coopsim::exporting
