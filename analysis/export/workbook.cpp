// SPDX-License-Identifier: Apache-2.0
#include "analysis/export/workbook.hpp"

#include <fmt/core.h>
#include <xlsxwriter.h>

#include <charconv>
#include <cmath>
#include <map>

#include "analysis/export/chart.hpp"
#include "analysis/export/clean_text.hpp"
#include "output/result_error.hpp"
#include "scenarios/text.hpp"

namespace coopsim::exporting {
namespace {

constexpr std::size_t most_characters = 32'767;
constexpr const char* font = "Malgun Gothic";

// Counted as spreadsheets do, in UTF-16.
std::string cut(std::string text) {
  std::size_t units = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    units += next_code_point(text, at) > 0xFFFF ? 2 : 1;
    if (units <= most_characters) continue;
    text.resize(begin);
    break;
  }
  return text;
}

lxw_row_t row_of(Place at) { return lxw_row_t(at.row); }
lxw_col_t column_of(Place at) { return lxw_col_t(at.column); }

// An error here is a cell outside of the sheet or a text too long: a mistake of ours.
void check(lxw_error error) {
  if (error != LXW_NO_ERROR)
    throw std::logic_error(fmt::format("a workbook's cell: {}", lxw_strerror(error)));
}

lxw_format* made(lxw_workbook* book, const Style& style) {
  lxw_format* const format = workbook_add_format(book);
  format_set_font_name(format, font);
  format_set_font_size(format, style.size);
  format_set_align(format,
                   std::uint8_t(style.wrap ? LXW_ALIGN_VERTICAL_TOP : LXW_ALIGN_VERTICAL_CENTER));
  if (!style.format.empty()) format_set_num_format(format, style.format.c_str());
  if (style.fill != no_colour) format_set_bg_color(format, style.fill);
  if (style.colour != no_colour) format_set_font_color(format, style.colour);
  if (style.bold) format_set_bold(format);
  if (style.wrap) format_set_text_wrap(format);
  if (style.right) format_set_align(format, LXW_ALIGN_RIGHT);
  if (style.indented) format_set_indent(format, 1);
  if (style.line_below) format_set_bottom(format, LXW_BORDER_THIN);
  return format;
}

// "2007-01-01" of an existing day, else nothing.
bool read_date(std::string_view iso, lxw_datetime& date) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return false;
  const auto part = [&](std::size_t at, std::size_t length, int& into) {
    const char* const end = iso.data() + at + length;
    const auto [last, error] = std::from_chars(iso.data() + at, end, into);
    return error == std::errc{} && last == end;
  };
  date = {};
  if (!part(0, 4, date.year) || !part(5, 2, date.month) || !part(8, 2, date.day)) return false;
  return date.year >= 1900 && date.month >= 1 && date.month <= 12 && date.day >= 1 &&
         date.day <= 31;
}

}  // namespace

struct OpenBook {
  lxw_workbook* book = nullptr;
  std::string path;
  std::map<Style, lxw_format*> formats;
  std::vector<std::unique_ptr<Sheet>> sheets;

  lxw_format* format(const Style& style) {
    lxw_format*& format = formats[style];
    if (!format) format = made(book, style);
    return format;
  }
};

struct Sheet::Impl {
  OpenBook& book;
  lxw_worksheet* sheet;
};

Sheet::Sheet(std::string name, Impl impl)
    : name_(std::move(name)), impl_(std::make_unique<Impl>(impl)) {}
Sheet::~Sheet() = default;

void Sheet::text(Place at, std::string_view text, const Style& style) {
  const std::string clean = cut(clean_text(text));
  if (clean.empty()) return blank(at, style);
  check(worksheet_write_string(impl_->sheet, row_of(at), column_of(at), clean.c_str(),
                               impl_->book.format(style)));
}

void Sheet::number(Place at, double number, const Style& style) {
  if (std::isnan(number)) return blank(at, style);
  if (std::isinf(number)) return text(at, number > 0 ? "∞" : "-∞", style);
  check(worksheet_write_number(impl_->sheet, row_of(at), column_of(at), number,
                               impl_->book.format(style)));
}

void Sheet::blank(Place at, const Style& style) {
  check(worksheet_write_blank(impl_->sheet, row_of(at), column_of(at), impl_->book.format(style)));
}

void Sheet::date(Place at, std::string_view iso, Style style) {
  lxw_datetime date;
  if (!read_date(iso, date)) return text(at, iso, style);
  style.format = "yyyy-mm-dd";
  check(worksheet_write_datetime(impl_->sheet, row_of(at), column_of(at), &date,
                                 impl_->book.format(style)));
}

void Sheet::formula(Place at, const std::string& formula, double value, const Style& style) {
  check(worksheet_write_formula_num(impl_->sheet, row_of(at), column_of(at), formula.c_str(),
                                    impl_->book.format(style), value));
}

void Sheet::width(int column, double characters) {
  check(worksheet_set_column(impl_->sheet, lxw_col_t(column), lxw_col_t(column), characters,
                             nullptr));
}

void Sheet::height(int row, double points) {
  check(worksheet_set_row(impl_->sheet, lxw_row_t(row), points, nullptr));
}

void Sheet::freeze(Place at) { worksheet_freeze_panes(impl_->sheet, row_of(at), column_of(at)); }

void Sheet::filter(Place first, Place last) {
  check(worksheet_autofilter(impl_->sheet, row_of(first), column_of(first), row_of(last),
                             column_of(last)));
}

void Sheet::insert(Place at, const Chart& chart) {
  lxw_chart* const drawn = drawn_chart(impl_->book.book, chart);
  constexpr double usual_width = 480, usual_height = 288;
  std::string description = clean_text(chart.description);
  lxw_chart_options options = {};
  options.x_scale = chart.width / usual_width;
  options.y_scale = chart.height / usual_height;
  options.x_offset = options.y_offset = 4;
  options.description = description.data();
  check(worksheet_insert_chart_opt(impl_->sheet, row_of(at), column_of(at), drawn, &options));
}

void Sheet::print_setup(int first_repeated, int last_repeated, const std::string& footer) {
  constexpr std::uint8_t a4 = 9;
  worksheet_set_paper(impl_->sheet, a4);
  worksheet_set_landscape(impl_->sheet);
  worksheet_fit_to_pages(impl_->sheet, 1, 0);
  worksheet_set_margins(impl_->sheet, .4, .4, .5, .6);
  if (first_repeated >= 0)
    check(worksheet_repeat_rows(impl_->sheet, lxw_row_t(first_repeated), lxw_row_t(last_repeated)));
  // An ampersand begins an instruction there, two are one.
  std::string words;
  for (const char c : clean_text(footer)) words += c == '&' ? "&&" : std::string(1, c);
  if (code_points(words) > 200) words.clear();
  check(worksheet_set_footer(impl_->sheet, ("&L" + words + "&C&A&R&P / &N").c_str()));
}

void Sheet::page_break_before(const std::vector<int>& rows) {
  std::vector<lxw_row_t> breaks(rows.begin(), rows.end());
  breaks.push_back(0);
  check(worksheet_set_h_pagebreaks(impl_->sheet, breaks.data()));
}

void Sheet::tab_colour(Colour colour) { worksheet_set_tab_color(impl_->sheet, colour); }

Workbook::Workbook(const std::filesystem::path& path, const Properties& properties)
    : state_(std::make_unique<OpenBook>()) {
  state_->path = path.string();
  state_->book = workbook_new(state_->path.c_str());
  if (!state_->book) throw std::bad_alloc();
  std::string title = clean_text(properties.title), comments = clean_text(properties.comments);
  for (std::string* const one : {&title, &comments})
    if (code_points(*one) > 255) one->clear();
  std::string author = "coopsim";
  lxw_doc_properties said = {};
  said.title = title.data();
  said.author = author.data();
  said.comments = comments.data();
  said.created = 1;  // always the same; when the study was computed stands in the sheets
  check(workbook_set_properties(state_->book, &said));
}

Workbook::~Workbook() {
  if (state_->book) lxw_workbook_free(state_->book);
}

Sheet& Workbook::add(const std::string& name) {
  lxw_worksheet* const sheet = workbook_add_worksheet(state_->book, name.c_str());
  if (!sheet) throw std::logic_error(fmt::format("a workbook cannot have a sheet {}", name));
  state_->sheets.push_back(std::unique_ptr<Sheet>(new Sheet(name, {*state_, sheet})));
  return *state_->sheets.back();
}

void Workbook::close() {
  lxw_workbook* const book = state_->book;
  state_->book = nullptr;  // freed by the call, whatever comes of it
  if (const lxw_error error = workbook_close(book); error != LXW_NO_ERROR)
    throw ResultError(ResultFault::io, fmt::format("{}: the workbook cannot be written ({})",
                                                   state_->path, lxw_strerror(error)));
}

std::string cell_name(Place at) {
  char name[LXW_MAX_CELL_NAME_LENGTH];
  lxw_rowcol_to_cell(name, row_of(at), column_of(at));
  return name;
}

}  // namespace coopsim::exporting
