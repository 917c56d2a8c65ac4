// SPDX-License-Identifier: Apache-2.0
// What a sweep varied, and its points.
#include "analysis/export/small_table.hpp"
#include "output/sweep_result.hpp"

namespace coopsim::exporting {
namespace {

Column number_column(std::string name, Texts title, std::string description, std::string unit) {
  return {std::move(name), Type::number, std::move(title), std::move(description), std::move(unit),
          std::string(),   true};
}

Column point_column() {
  return {"design_point", Type::integer, {"design point", "설계점"}, "0 is the reference", "", "",
          false};
}

}  // namespace

SmallTable factor_table(const Source& source) {
  SmallTable table{
      "factor",
      "what was varied",
      {"Factors", "요인"},
      {{"factor", Type::string, {"factor", "요인"}, "path in the scenario", "", "", false},
       {"label_en", Type::string, {"in English", "영문 이름"}, "", "", "", true},
       {"label_ko", Type::string, {"in Korean", "국문 이름"}, "", "", "", true},
       {"unit", Type::string, {"unit", "단위"}, "", "", "", true},
       {"could_be", Type::string, {"what it could be", "요인의 범위"}, "", "", "", true}},
      {"factor"},
      {}};
  for (const SweepPoints::Factor& one : read_sweep_result(source.file().path()).points.factors)
    table.rows.push_back({one.path, one.label_en, one.label_ko, one.unit, one.statement});
  return table;
}

SmallTable design_table(const Source& source, bool wide) {
  const SweepPoints points = read_sweep_result(source.file().path()).points;
  SmallTable table{"design",
                   "what each factor was at each point that was simulated",
                   {"Design points", "설계점"},
                   {point_column()},
                   {"design_point"},
                   {}};
  const std::string meaning =
      "in the unit of the factor; of a scaled path the factor, of a list of texts the place in it";
  if (wide) {
    for (const SweepPoints::Factor& one : points.factors)
      table.columns.push_back(
          number_column(one.path, {one.label_en, one.label_ko}, meaning, one.unit));
  } else {
    table.columns.push_back({"factor", Type::string, {"factor", "요인"}, "", "", "factor", false});
    table.columns.push_back(number_column("value", {"value", "값"}, meaning, ""));
    table.columns.push_back({"setting",
                             Type::string,
                             {"setting", "설정"},
                             "what --set was given; empty where nothing was set",
                             "",
                             "",
                             true});
    table.key.push_back("factor");
  }
  const std::size_t factors = points.factors.size();
  for (std::size_t p = 0; p < points.ids.size(); ++p) {
    std::vector<Field> row = {std::int64_t(p)};
    for (std::size_t f = 0; f < factors; ++f) {
      const std::size_t cell = p * factors + f;
      if (wide)
        row.emplace_back(points.values[cell]);
      else
        table.rows.push_back({std::int64_t(p), points.factors[f].path, points.values[cell],
                              points.settings.at(cell)});
    }
    if (wide) table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace coopsim::exporting
