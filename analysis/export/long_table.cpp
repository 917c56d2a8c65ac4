// SPDX-License-Identifier: Apache-2.0
#include "analysis/export/long_table.hpp"

#include <algorithm>

#include "analysis/export/csv_file.hpp"

namespace coopsim::exporting {
namespace {

// The places behind the first axis: where a value stands, and the fields of its row.
struct Cell {
  std::size_t offset;
  std::string fields;
};

class Writer {
 public:
  Writer(const Source& source, const LongTable& table, const Choice& choice,
         const std::filesystem::path& path)
      : source_(source),
        table_(table),
        choice_(choice),
        file_(path, choice.byte_order_mark),
        cells_{{0, ""}} {
    for (std::size_t axis = 1; axis < table.axes.size(); ++axis) add_axis(axis);
  }

  Written write() {
    header();
    if (choice_.wide)
      write_wide();
    else
      for (const Variable& variable : table_.variables) write_tidy(variable);
    file_.close();
    return {table_.name,
            std::string(table_.kind->description),
            table_.kind->title,
            columns(),
            key(),
            file_.rows() - 1,
            file_.bytes()};
  }

 private:
  const std::string& shown(const Texts& texts) const {
    return choice_.language == Language::korean ? texts.ko : texts.en;
  }
  bool labelled(const Axis& axis) const { return choice_.labels && !axis.names.empty(); }

  // The code, and its label where that is wanted.
  std::string fields(const Axis& axis, std::size_t place) const {
    std::string made = csv_text(axis.codes[place]);
    if (labelled(axis)) made += "," + csv_text(shown(axis.names[place]));
    return made;
  }

  void add_axis(std::size_t number) {
    const Axis& axis = table_.axes[number];
    std::vector<Cell> all;
    for (const Cell& before : cells_)
      for (const std::size_t place : table_.kept[number])
        all.push_back(
            {before.offset * axis.codes.size() + place, before.fields + "," + fields(axis, place)});
    cells_ = std::move(all);
  }

  void header() {
    for (const Column& column : columns()) file_.text(column.name);
    file_.end_row();
  }

  void write_tidy(const Variable& variable) {
    const Told told = source_.told(variable.dataset);
    std::string metric = csv_text(variable.metric);
    if (choice_.labels) metric += "," + csv_text(shown(told.label)) + "," + csv_text(told.unit);
    for (const std::size_t first : table_.kept.front()) {
      const std::vector<double> values = source_.file().doubles_at(variable.dataset, first);
      const std::string begin = fields(table_.axes.front(), first);
      for (const Cell& cell : cells_) {
        file_.field(begin + cell.fields);
        file_.field(metric);
        file_.number(values[cell.offset]);
        file_.end_row();
      }
    }
  }

  void write_wide() {
    for (const std::size_t first : table_.kept.front()) {
      std::vector<std::vector<double>> values;
      for (const Variable& variable : table_.variables)
        values.push_back(source_.file().doubles_at(variable.dataset, first));
      const std::string begin = fields(table_.axes.front(), first);
      for (const Cell& cell : cells_) {
        file_.field(begin + cell.fields);
        for (const std::vector<double>& one : values) file_.number(one[cell.offset]);
        file_.end_row();
      }
    }
  }

  std::vector<Column> columns() const {
    std::vector<Column> made;
    for (const Axis& axis : table_.axes) {
      const Type type = axis.name == "year" ? Type::year
                        : axis.numbers      ? Type::integer
                                            : Type::string;
      made.push_back({axis.name, type, axis.label, "", "", axis.numbers ? "" : axis.name, false});
      if (labelled(axis))
        made.push_back({axis.name + "_label", Type::string, axis.label,
                        "what the code before it means", "", "", false});
    }
    if (choice_.wide) {
      for (const Variable& variable : table_.variables) {
        const Told told = source_.told(variable.dataset);
        made.push_back(
            {variable.metric, Type::number, told.label, told.meaning, told.unit, "", true});
      }
      return made;
    }
    made.push_back({"metric", Type::string, {"response", "결과 지표"}, "", "", "metric", false});
    if (choice_.labels) {
      made.push_back({"metric_label",
                      Type::string,
                      {"response", "결과 지표"},
                      "what the code before it means",
                      "",
                      "",
                      false});
      made.push_back({"unit", Type::string, {"unit", "단위"}, "of the value", "", "", false});
    }
    made.push_back({"value",
                    Type::number,
                    {"value", "값"},
                    "in the unit of the response; missing where nothing was observed",
                    "",
                    "",
                    true});
    return made;
  }

  std::vector<std::string> key() const {
    std::vector<std::string> names;
    for (const Axis& axis : table_.axes) names.push_back(axis.name);
    if (!choice_.wide) names.push_back("metric");
    return names;
  }

  const Source& source_;
  const LongTable& table_;
  const Choice& choice_;
  CsvFile file_;
  std::vector<Cell> cells_;
};

}  // namespace

std::size_t LongTable::rows(bool wide) const {
  std::size_t count = wide ? std::min<std::size_t>(1, variables.size()) : variables.size();
  for (const std::vector<std::size_t>& one : kept) count *= one.size();
  return count;
}

Written write(const Source& source, const LongTable& table, const Choice& choice,
              const std::filesystem::path& file) {
  return Writer(source, table, choice, file).write();
}

}  // namespace coopsim::exporting
