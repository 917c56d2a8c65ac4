// SPDX-License-Identifier: Apache-2.0
#include "scenarios/point_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "scenarios/csv.hpp"
#include "scenarios/factor_trial.hpp"
#include "scenarios/parse.hpp"
#include "scenarios/text.hpp"
#include "scenarios/value_writer.hpp"

namespace coopsim {
namespace {

class TableReader {
 public:
  TableReader(std::string_view text, const std::shared_ptr<const SourceFile>& file,
              Problems& problems)
      : file_(file), problems_(problems), rows_(text, file_, problems) {}

  // The paths, and of each column its different values; then the rows as places among them.
  std::vector<CsvField> head;
  std::vector<std::vector<std::string>> values;
  std::vector<int> levels;

  void read() {
    CsvRow row;
    while (rows_.next(row)) {
      if (row.is_blank() || !row.sound) continue;
      if (head.empty())
        take_head(std::move(row));
      else if (row.fields.size() == head.size())
        take_row(row);
      else
        wrong(row.fields.front(),
              fmt::format("{} values, and {} columns", row.fields.size(), head.size()),
              "give every point a value of every column");
    }
    if (levels.empty() && problems_.none())
      problems_.add({{file_, 0, 0},
                     "table",
                     "has no point",
                     "first a row of paths, then a row of values for each point"});
  }

 private:
  void wrong(const CsvField& field, std::string what, std::string remedy) {
    problems_.add({{file_, field.line, field.column}, "table", std::move(what), std::move(remedy)});
  }

  void take_head(CsvRow row) {
    head = std::move(row.fields);
    values.resize(head.size());
    for (std::size_t i = 0; i < head.size(); ++i)
      for (std::size_t other = 0; other < i; ++other)
        if (head[i].text == head[other].text)
          wrong(head[i], "\"" + escaped(head[i].text) + "\" stands there twice", "name it once");
  }

  void take_row(const CsvRow& row) {
    for (std::size_t i = 0; i < head.size(); ++i) {
      if (row.fields[i].text.empty())
        wrong(row.fields[i], "an empty value of " + escaped(head[i].text), "give it a value");
      const std::string value = as_toml(row.fields[i].text);
      const auto known = std::ranges::find(values[i], value);
      levels.push_back(int(known - values[i].begin()));
      if (known == values[i].end()) values[i].push_back(value);
    }
  }

  // Numbers, dates, true and false as they are; everything else is a text.
  static std::string as_toml(const std::string& text) {
    Problems none;
    std::vector<Problem> notes;
    const auto file = std::make_shared<SourceFile>();
    const auto root = parse_toml("value = " + text + "\n", file, none, notes);
    const Node* value = root ? root->find("value") : nullptr;
    const bool is_one = value && root->members.size() == 1 &&
                        (value->is(Node::Kind::integer) || value->is(Node::Kind::real) ||
                         value->is(Node::Kind::boolean) || value->is(Node::Kind::date));
    return is_one ? text : toml_quoted(text);
  }

  std::shared_ptr<const SourceFile> file_;
  Problems& problems_;
  CsvRows rows_;
};

}  // namespace

PointTable read_point_table(std::string_view text, const std::shared_ptr<const SourceFile>& file,
                            const ScenarioReading& base, Problems& problems) {
  std::vector<Problem> notes;
  const std::size_t before = problems.count();
  const std::string_view sound = check_encoding(text, file, problems, notes, point_table_text);
  if (problems.count() > before) return {};
  TableReader table(sound, file, problems);
  table.read();
  PointTable points{{}, std::move(table.levels)};
  for (std::size_t i = 0; i < table.head.size() && !points.levels.empty(); ++i) {
    SweepFactor factor = factor_named(table.head[i].text, base);
    factor.values = std::move(table.values[i]);
    factor.statement = fmt::format("values [{}]", fmt::join(factor.values, ", "));
    try_factor(factor, points.factors, {file, table.head[i].line, table.head[i].column}, base,
               problems);
    points.factors.push_back(std::move(factor));
  }
  return points;
}

}  // namespace coopsim
