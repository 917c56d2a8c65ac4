// SPDX-License-Identifier: Apache-2.0
#include "cli/table.hpp"

#include <algorithm>

#include "cli/text.hpp"

namespace coopsim::cli {
namespace {

std::string line(const std::vector<Column>& columns, const std::vector<int>& widths,
                 const std::vector<std::string>& cells) {
  std::string made;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    made += std::string(static_cast<std::size_t>(i == 0 ? 0 : columns[i].gap), ' ');
    made += columns[i].align == Align::left ? padded_right(cells[i], widths[i])
                                            : padded_left(cells[i], widths[i]);
  }
  made.erase(made.find_last_not_of(' ') + 1);
  return made;
}

}  // namespace

std::vector<int> Table::widths() const {
  std::vector<int> widths;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    int width = std::max(display_width(columns_[i].upper), display_width(columns_[i].lower));
    for (const auto& row : rows_)
      if (row.size() > 1) width = std::max(width, display_width(row[i]));
    widths.push_back(width);
  }
  return widths;
}

int Table::width() const {
  int all = 0;
  const std::vector<int> wide = widths();
  for (std::size_t i = 0; i < wide.size(); ++i) all += wide[i] + (i == 0 ? 0 : columns_[i].gap);
  return all;
}

std::string Table::text(const std::string& head_on, const std::string& head_off) const {
  const std::vector<int> wide = widths();
  std::vector<std::string> upper, lower;
  for (const Column& column : columns_) {
    upper.push_back(column.upper);
    lower.push_back(column.lower);
  }
  std::string made;
  if (const std::string first = line(columns_, wide, upper); !first.empty())
    made += head_on + first + head_off + "\n";
  made += head_on + line(columns_, wide, lower) + head_off + "\n";
  for (const auto& row : rows_)
    made += (row.size() > 1 ? line(columns_, wide, row) : "\n" + row.front()) + "\n";
  return made;
}

}  // namespace coopsim::cli
