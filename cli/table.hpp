// SPDX-License-Identifier: Apache-2.0
// A table of text with aligned columns, also where labels are Korean.
#pragma once
#include <string>
#include <utility>
#include <vector>

namespace coopsim::cli {

enum class Align { left, right };

struct Column {
  std::string upper, lower;  // the two lines of its head; the first may be empty
  Align align = Align::right;
  int gap = 2;  // blanks before it
};

class Table {
 public:
  // REQUIRES: more than one column.
  explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}
  // REQUIRES: as many cells as columns.
  void add(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
  // A line across all columns, set off by an empty one.
  void add_heading(std::string text) { rows_.push_back({std::move(text)}); }

  // Lines without blanks at their ends; the head in `head_on` and `head_off` (escape codes or "").
  std::string text(const std::string& head_on = "", const std::string& head_off = "") const;
  // Columns that its longest possible line takes.
  int width() const;

 private:
  std::vector<int> widths() const;

  std::vector<Column> columns_;
  std::vector<std::vector<std::string>> rows_;  // of one cell: a heading
};

}  // namespace coopsim::cli
