// SPDX-License-Identifier: Apache-2.0
#include "scenarios/population_cells.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <vector>

#include "scenarios/text.hpp"

namespace coopsim {
namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string lower_case(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

std::string_view unit_of(FirmColumn column) {
  return column == FirmColumn::staff ? "persons" : "million KRW";
}

bool is_formula(std::string_view text) {
  if (text[0] == '=' || text[0] == '@') return true;
  return (text[0] == '+' || text[0] == '-') && text.size() > 1 && !is_digit(text[1]) &&
         text[1] != '.';
}

// "2006-05-01", "5/1/2006", "5-Mar", "Mar-05": what spreadsheets make of numbers.
bool is_date(std::string_view text) {
  const std::string small = lower_case(text);
  constexpr std::array<std::string_view, 12> months = {"jan", "feb", "mar", "apr", "may", "jun",
                                                       "jul", "aug", "sep", "oct", "nov", "dec"};
  const bool month = std::any_of(months.begin(), months.end(), [&](std::string_view name) {
    return small.find(name) != small.npos;
  });
  const auto marks = std::count_if(text.begin() + 1, text.end(),
                                   [](char c) { return c == '-' || c == '/' || c == '.'; });
  const auto plain = [](char c) { return is_digit(c) || c == '-' || c == '/' || c == '.'; };
  const bool digits = is_digit(text[0]) && std::all_of(text.begin(), text.end(), plain);
  const bool has_digit = std::any_of(text.begin(), text.end(), is_digit);
  return (month && has_digit && marks > 0) || (digits && marks >= 2) ||
         (digits && text.find_first_of("-/") != text.npos);
}

bool has_comma_among_digits(std::string_view text) {
  return text.find(',') != text.npos && std::all_of(text.begin(), text.end(), [](char c) {
           return is_digit(c) || c == ',' || c == '.' || c == '-' || c == ' ';
         });
}

// What a text is that should have been a number, and what to do.
std::pair<std::string, std::string> no_number(std::string_view text, FirmColumn column) {
  if (is_formula(text)) return {"is a formula", "write the value itself"};
  if (has_comma_among_digits(text))
    return {"has a comma", "write decimals with a point, thousands without a mark: 1234.5"};
  if (is_date(text))
    return {"is a date", "a spreadsheet may have changed it: write the number anew, as a number"};
  if (is_digit(text[0]))
    return {"is not a number alone",
            fmt::format("write digits only; the unit is {}", unit_of(column))};
  const bool optional = !firm_columns[std::size_t(column)].required;
  return {"is not a number", optional ? "allowed: a number, or an empty cell if it is not known"
                                      : "allowed: a number"};
}

template <std::size_t N>
int place_in(const std::array<Named, N>& names, std::string_view text) {
  const auto found = std::find_if(names.begin(), names.end(), [&](const Named& each) {
    return text == each.id || text == each.label.en || text == each.label.ko;
  });
  return found == names.end() ? -1 : int(found - names.begin());
}

template <std::size_t N>
std::string allowed_names(const std::array<Named, N>& names, std::string_view typed) {
  std::string list = "allowed: ";
  std::vector<std::string_view> all;
  for (const Named& each : names) {
    list += fmt::format("{}{}", all.empty() ? "" : ", ", each.id);
    all.push_back(each.id);
  }
  for (const Named& each : names) all.insert(all.end(), {each.label.en, each.label.ko});
  const std::string_view near = nearest(typed, all);
  return near.empty() ? list : fmt::format("{}; did you mean {}?", list, near);
}

std::string in_quotes(const CsvField& cell) { return '"' + escaped(cell.text) + '"'; }

}  // namespace

void FirmCells::wrong(const CsvField& cell, FirmColumn column, std::string what,
                      std::string remedy) const {
  problems_.add({{file_, cell.line, cell.column},
                 std::string(firm_columns[std::size_t(column)].id),
                 std::move(what),
                 std::move(remedy)});
}

std::optional<Sector> FirmCells::sector(const CsvField& cell) const {
  const int found = place_in(sectors, cell.text);
  if (found >= 0) return static_cast<Sector>(found);
  wrong(cell, FirmColumn::sector, in_quotes(cell) + " is not a sector",
        allowed_names(sectors, cell.text));
  return {};
}

std::optional<Region> FirmCells::region(const CsvField& cell) const {
  const int found = place_in(regions, cell.text);
  if (found >= 0) return static_cast<Region>(found);
  wrong(cell, FirmColumn::region, in_quotes(cell) + " is not a region",
        allowed_names(regions, cell.text));
  return {};
}

std::optional<double> FirmCells::number(const CsvField& cell, FirmColumn column,
                                        Range allowed) const {
  const std::string& text = cell.text;
  if (text.empty()) {
    wrong(cell, column, "an empty cell", "allowed: a number");
    return {};
  }
  double value = 0;
  const char* const last = text.data() + text.size();
  const auto read = std::from_chars(text.data(), last, value);
  const bool whole = read.ptr == last && (is_digit(text[0]) || text[0] == '-' || text[0] == '.');
  if (!whole) {
    auto [what, remedy] = no_number(text, column);
    wrong(cell, column, in_quotes(cell) + ' ' + what, std::move(remedy));
    return {};
  }
  if (read.ec == std::errc() && value >= allowed.least && value <= allowed.most) return value;
  wrong(cell, column, escaped(text) + " is out of range",
        fmt::format("allowed: {} to {} {}", number_text(allowed.least), number_text(allowed.most),
                    unit_of(column)));
  return {};
}

std::optional<bool> FirmCells::truth(const CsvField& cell) const {
  const std::string text = lower_case(cell.text);
  if (text == "yes" || text == "true" || text == "1") return true;
  if (text == "no" || text == "false" || text == "0") return false;
  wrong(cell, FirmColumn::exporter, in_quotes(cell) + " is neither yes nor no",
        "allowed: yes, no, true, false, 1, 0, or an empty cell if it is not known");
  return {};
}

}  // namespace coopsim
