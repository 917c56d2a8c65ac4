// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>

#include "analysis/export/clean_text.hpp"
#include "analysis/export/sheets.hpp"

namespace coopsim::exporting {
namespace {

constexpr double narrowest = 9, widest = 46;

bool is_date(std::string_view text) {
  return text.size() == 10 && text[4] == '-' && text[7] == '-' &&
         std::ranges::all_of(text, [](char c) { return c == '-' || (c >= '0' && c <= '9'); });
}

// Words that stand for a choice of a few; any other text stays as it is.
std::string in_korean(const std::string& text) {
  constexpr std::pair<std::string_view, std::string_view> words[] = {
      {"sum", "연도 합계"},
      {"mean", "연도 평균"},
      {"last", "마지막 해의 값"},
      {"more", "클수록 좋음"},
      {"less", "작을수록 좋음"},
      {"unstated", "정하지 않음"},
      {"0 where nothing was observed", "관측이 없으면 0"},
      {"missing (NaN) where nothing was observed", "관측이 없으면 결측"},
      {"article", "기사"},
      {"external", "외부 자료"},
      {"derived", "산출"},
      {"recalled", "기억"},
      {"assumption", "가정"}};
  for (const auto& [english, korean] : words)
    if (text == english) return std::string(korean);
  return text;
}

// As TOML writes a text that needs no escapes.
std::string without_quotes(const std::string& text) {
  const bool quoted = text.size() >= 2 && text.front() == '"' && text.back() == '"';
  if (!quoted || text.find_first_of("\\\"", 1) != text.size() - 1) return text;
  return text.substr(1, text.size() - 2);
}

// Where the column holds values of any kind, as texts, a number or a date is written as such.
class CellWriter {
 public:
  CellWriter(const Page& page, Place at, const Style& style, bool any_kind)
      : page_(page), at_(at), style_(style), any_kind_(any_kind) {}
  void operator()(std::monostate) const { page_.sheet.blank(at_, style_); }
  void operator()(double number) const { page_.sheet.number(at_, number, style_); }
  void operator()(std::int64_t number) const { page_.sheet.number(at_, double(number), style_); }
  void operator()(bool truth) const {
    page_.sheet.text(at_, truth ? page_.say("yes", "예") : page_.say("no", "아니오"), style_);
  }
  void operator()(const std::string& text) const {
    double number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    if (!any_kind_)
      page_.sheet.text(at_, text, style_);
    else if (is_number(text))
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
  bool any_kind_;
};

double characters(const Field& field) {
  const std::string* const text = std::get_if<std::string>(&field);
  return text ? width_of(*text) + 2 : narrowest;
}

// A sheet has the words of one language: columns that end in that of the other are left out.
std::vector<std::size_t> columns_shown(const Page& page, const SmallTable& table) {
  const std::string_view other = page.language == Language::korean ? "_en" : "_ko";
  std::vector<std::size_t> shown;
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    if (!table.columns[i].name.ends_with(other)) shown.push_back(i);
  return shown;
}

std::string head_of(const Page& page, const Column& column) {
  if (column.name.starts_with("label_")) return page.say("name", "이름");
  if (column.name.starts_with("section_")) return page.say("section", "구분");
  return page.say(column.title);
}

class TableSheet {
 public:
  TableSheet(const Page& page, const SmallTable& table)
      : page_(page), table_(table), shown_(columns_shown(page, table)) {}

  void fill() {
    for (std::size_t c = 0; c < shown_.size(); ++c) head(c);
    for (std::size_t r = 0; r < table_.rows.size(); ++r) row(int(r) + 1, table_.rows[r]);
    const int last = std::max(int(table_.rows.size()), 1);
    page_.sheet.height(0, 30);
    page_.sheet.filter({0, 0}, {last, int(shown_.size()) - 1});
    page_.sheet.freeze({1, 1});
    page_.sheet.print_setup(0, 0, page_.say(table_.title));
  }

 private:
  Field in_language(const Field& field) const {
    const std::string* const text = std::get_if<std::string>(&field);
    if (!text || page_.language != Language::korean) return field;
    return Field(in_korean(*text));
  }

  void head(std::size_t column) {
    const std::string words = head_of(page_, table_.columns[shown_[column]]);
    double wide = width_of(words) + 3;
    for (const std::vector<Field>& one : table_.rows)
      wide = std::max(wide, characters(in_language(one[shown_[column]])));
    widths_.push_back(std::clamp(wide, narrowest, widest));
    page_.sheet.text({0, int(column)}, words, head_style());
    page_.sheet.width(int(column), widths_.back());
  }

  // One in which something differs from the default stands out.
  void row(int at, const std::vector<Field>& fields) {
    Style style = text_style(true);
    int lines = 1;
    for (std::size_t i = 0; i < fields.size(); ++i)
      if (table_.columns[i].name == "differs" && fields[i] == Field(true)) style.fill = 0xFFF8DC;
    for (std::size_t c = 0; c < shown_.size(); ++c) {
      const Field field = in_language(fields[shown_[c]]);
      const std::string& name = table_.columns[shown_[c]].name;
      const bool any_kind = name == "value" || name == "default";
      std::visit(CellWriter(page_, {at, int(c)}, style, any_kind), field);
      if (const std::string* const text = std::get_if<std::string>(&field))
        lines = std::max(lines, lines_of(*text, widths_[c]));
    }
    fit(page_.sheet, at, lines);
  }

  const Page& page_;
  const SmallTable& table_;
  std::vector<std::size_t> shown_;
  std::vector<double> widths_;
};

}  // namespace

void fill_table(const Page& page, const SmallTable& table) { TableSheet(page, table).fill(); }

}  // namespace coopsim::exporting
