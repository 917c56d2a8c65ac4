// SPDX-License-Identifier: Apache-2.0
#include "analysis/export/small_table.hpp"

#include <algorithm>

#include "analysis/export/csv_file.hpp"
#include "analysis/export/parameters.hpp"
#include "analysis/study_defaults.hpp"
#include "scenarios/policy_settings.hpp"

namespace coopsim::exporting {
namespace {

struct AsCsv {
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(const std::string& text) const { return csv_text(text); }
  std::string operator()(double number) const { return csv_number(number); }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(bool truth) const { return truth ? "true" : "false"; }
};

Column text(std::string name, Texts title, std::string description = "") {
  return {std::move(name), Type::string, std::move(title), std::move(description), "", "", true};
}
Column key(std::string name, Texts title, std::string refers_to = "") {
  return {std::move(name), Type::string, std::move(title), "", "", std::move(refers_to), false};
}

}  // namespace

std::string_view name_of(Type type) {
  constexpr std::string_view names[] = {"string", "integer", "number", "year", "boolean"};
  return names[std::size_t(type)];
}

Written write(const SmallTable& table, const Choice& choice, const std::filesystem::path& file) {
  CsvFile csv(file, choice.byte_order_mark);
  for (const Column& column : table.columns) csv.text(column.name);
  csv.end_row();
  for (const std::vector<Field>& row : table.rows) {
    for (const Field& one : row) csv.field(std::visit(AsCsv{}, one));
    csv.end_row();
  }
  csv.close();
  return {table.name, table.description, table.title, table.columns,
          table.key,  csv.rows() - 1,    csv.bytes()};
}

SmallTable dictionary_table(const Source& source, std::span<const Documented> of) {
  SmallTable table{
      "metric",
      "the data dictionary: what every response means",
      {"Data dictionary", "변수 설명"},
      {key("metric", {"response", "결과 지표"}),
       text("label_en", {"in English", "영문 이름"}),
       text("label_ko", {"in Korean", "국문 이름"}),
       text("unit", {"unit", "단위"}, "of its values; 1: a count or share"),
       text("meaning", {"what it says", "의미"}),
       text("total", {"how the value of a period is formed", "기간 집계 방법"},
            "sum, mean or last value of the years"),
       text("missing", {"what stands where nothing was observed", "결측 규칙"}),
       text("better", {"which way is better", "바람직한 방향"}, "more, less or unstated"),
       {"least_meaningful",
        Type::number,
        {"least meaningful difference", "의미 있는 최소 차이"},
        "in the unit of the response; missing where none is stated",
        "",
        "",
        true}},
      {"metric"},
      {}};
  for (const Documented& one : of) {
    const Told told = source.told(one.dataset);
    const double least = least_meaningful_of(one.metric);
    table.rows.push_back({one.metric, told.label.en, told.label.ko, told.unit, told.meaning,
                          told.total, told.missing, std::string(id_of(preference_of(one.metric))),
                          least > 0 ? Field(least) : Field()});
  }
  return table;
}

SmallTable policy_table(const Source& source) {
  SmallTable table{"policy",
                   "the policies, and what each sets",
                   {"Policies", "정책"},
                   {key("policy", {"policy", "정책"}),
                    text("label_en", {"in English", "영문 이름"}),
                    text("label_ko", {"in Korean", "국문 이름"}),
                    {"baseline",
                     Type::boolean,
                     {"is the baseline", "기준선 여부"},
                     "the policy that all others are compared with",
                     "",
                     "",
                     false},
                    {"stress",
                     Type::boolean,
                     {"is a stress case", "충격 사례 여부"},
                     "a shock that nobody chose: never ranked",
                     "",
                     "",
                     false},
                    text("settings", {"levers", "정책 수단"}, "in words, one a line")},
                   {"policy"},
                   {}};
  const auto all = policy_settings(source.facts().scenario);
  for (const ResultPolicy& policy : source.facts().policies) {
    std::string words;
    if (const auto at = std::ranges::find(all, policy.name, &PolicySettings::policy);
        at != all.end())
      for (const Setting& one : at->settings)
        words += (words.empty() ? "" : "\n") + one.lever + ": " + one.value;
    table.rows.push_back({policy.name, policy.label_en, policy.label_ko, policy.baseline,
                          policy.stress, std::move(words)});
  }
  return table;
}

SmallTable axis_table(const Axis& axis) {
  SmallTable table{axis.name,
                   "what the codes of " + axis.name + " mean",
                   axis.label,
                   {key(axis.name, axis.label), text("label_en", {"in English", "영문 이름"}),
                    text("label_ko", {"in Korean", "국문 이름"})},
                   {axis.name},
                   {}};
  for (std::size_t i = 0; i < axis.codes.size(); ++i)
    table.rows.push_back({axis.codes[i], i < axis.names.size() ? axis.names[i].en : "",
                          i < axis.names.size() ? axis.names[i].ko : ""});
  return table;
}

SmallTable parameter_table(const Source& source) {
  SmallTable table{
      "parameter",
      "every parameter of the scenario, with its source and how sure it is",
      {"Assumptions", "가정"},
      {key("parameter", {"parameter", "매개변수"}),
       text("section_en", {"section", "구분 (영어)"}),
       text("section_ko", {"section, in Korean", "구분"}),
       text("label_en", {"in English", "영문 이름"}),
       text("label_ko", {"in Korean", "국문 이름"}),
       text("unit", {"unit", "단위"}),
       text("value", {"value", "값"}, "as TOML"),
       text("default", {"default", "기본값"}, "as TOML"),
       {"differs", Type::boolean, {"differs from the default", "기본값과 다름"}, "", "", "", false},
       text("source", {"source", "출처"}),
       text("confidence", {"confidence", "확신 정도"},
            "article, external, derived, recalled or assumption"),
       text("grade", {"grade of evidence", "근거 등급"}, "A (best) to D (assumed)"),
       text("uncertain", {"what it could be", "가능한 범위"}, "as TOML; empty: taken for certain")},
      {"parameter"},
      {}};
  for (const Parameter& one : parameters_of(source))
    table.rows.push_back({one.path, one.section.en, one.section.ko, one.label.en, one.label.ko,
                          one.unit, one.value, one.usual, one.differs(), one.source, one.confidence,
                          one.grade, one.uncertain});
  return table;
}

}  // namespace coopsim::exporting
