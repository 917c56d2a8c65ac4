// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>
#include <cmath>

#include "analysis/export/clean_text.hpp"
#include "analysis/export/sheets.hpp"
#include "scenarios/text.hpp"

namespace coopsim::exporting {
namespace {

constexpr double narrowest = 9, widest = 60;

bool is_date(std::string_view text) {
  return text.size() == 10 && text[4] == '-' && text[7] == '-' &&
         std::ranges::all_of(text, [](char c) { return c == '-' || (c >= '0' && c <= '9'); });
}

// As TOML writes a text that needs no escapes.
std::string without_quotes(const std::string& text) {
  const bool quoted = text.size() >= 2 && text.front() == '"' && text.back() == '"';
  if (!quoted || text.find_first_of("\\\"", 1) != text.size() - 1) return text;
  return text.substr(1, text.size() - 2);
}

// A value written as a text is a number or a date where it is one.
class CellWriter {
 public:
  CellWriter(const Page& page, Place at, const Style& style)
      : page_(page), at_(at), style_(style) {}
  void operator()(std::monostate) const { page_.sheet.blank(at_, style_); }
  void operator()(double number) const { page_.sheet.number(at_, number, style_); }
  void operator()(std::int64_t number) const { page_.sheet.number(at_, double(number), style_); }
  void operator()(bool truth) const {
    page_.sheet.text(at_, truth ? page_.say("yes", "예") : page_.say("no", "아니오"), style_);
  }
  void operator()(const std::string& text) const {
    double number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    if (is_number(text) && std::isfinite(number))
      page_.sheet.number(at_, number, style_);
    else if (is_date(text))
      page_.sheet.date(at_, text, style_);
    else
      page_.sheet.text(at_, without_quotes(text), style_);
  }

 private:
  const Page& page_;
  Place at_;
  Style style_;
};

double characters(const Field& field) {
  const std::string* const text = std::get_if<std::string>(&field);
  if (!text) return 10;
  double wide = 0;
  for (std::size_t at = 0; at < text->size();) wide += next_code_point(*text, at) >= 0x1100 ? 2 : 1;
  return wide + 2;
}

double width_of(const SmallTable& table, std::size_t column, double head) {
  double wide = head;
  for (const std::vector<Field>& row : table.rows) wide = std::max(wide, characters(row[column]));
  return std::clamp(wide, narrowest, widest);
}

// Rows in which something differs from the default stand out.
std::size_t column_named(const SmallTable& table, std::string_view name) {
  return std::size_t(std::ranges::find(table.columns, name, &Column::name) - table.columns.begin());
}

}  // namespace

void fill_table(const Page& page, const SmallTable& table) {
  const std::size_t differs = column_named(table, "differs");
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const std::string head = page.say(table.columns[c].title);
    page.sheet.text({0, int(c)}, head, head_style());
    page.sheet.width(int(c), width_of(table, c, characters(Field(head))));
  }
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    const std::vector<Field>& row = table.rows[r];
    Style style = text_style(true);
    if (differs < row.size() && row[differs] == Field(true)) style.fill = 0xFFF8DC;
    for (std::size_t c = 0; c < row.size(); ++c)
      std::visit(CellWriter(page, {int(r) + 1, int(c)}, style), row[c]);
  }
  page.sheet.filter({0, 0}, {std::max(int(table.rows.size()), 1), int(table.columns.size()) - 1});
  page.sheet.freeze({1, 1});
  page.sheet.print_setup(0, 0, page.say(table.title));
}

}  // namespace coopsim::exporting
