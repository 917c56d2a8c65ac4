// SPDX-License-Identifier: Apache-2.0
#include "scenarios/csv.hpp"

#include <algorithm>

#include "scenarios/text.hpp"

namespace coopsim {

bool CsvRow::is_blank() const {
  return std::all_of(fields.begin(), fields.end(),
                     [](const CsvField& field) { return field.text.empty(); });
}

void CsvRows::advance() {
  const bool newline = text_[at_] == '\n';
  next_code_point(text_, at_);
  ++column_;
  if (newline) ++line_, column_ = 1;
}

void CsvRows::skip_blanks() {
  while (peek() == ' ' || peek() == '\t') advance();
}

void CsvRows::wrong(CsvRow& row, unsigned line, unsigned column, std::string what,
                    std::string remedy) {
  row.sound = false;
  problems_.add({{file_, line, column}, "", std::move(what), std::move(remedy)});
}

bool CsvRows::next(CsvRow& row) {
  if (end()) return false;
  row.fields.clear();
  row.sound = true;
  row.line = line_;
  field(row);
  while (peek() == ',') {
    advance();
    field(row);
  }
  if (peek() == '\r') advance();
  if (peek() == '\n') advance();
  return true;
}

void CsvRows::field(CsvRow& row) {
  skip_blanks();
  CsvField& field = row.fields.emplace_back();
  field.line = line_;
  field.column = column_;
  if (peek() == '"')
    quoted(row, field);
  else
    unquoted(row, field);
}

// Commas and line ends belong to the text; two quotes stand for one.
void CsvRows::quoted(CsvRow& row, CsvField& field) {
  advance();
  for (;;) {
    if (end())
      return wrong(row, field.line, field.column, "a quote that is never closed",
                   "close it, or remove it");
    const std::size_t start = at_;
    advance();
    if (text_[start] != '"') {
      field.text += text_.substr(start, at_ - start);
    } else if (peek() == '"') {
      field.text += '"';
      advance();
    } else {
      break;
    }
  }
  skip_blanks();
  if (peek() == ',' || at_line_end()) return;
  wrong(row, line_, column_, "a character after the closing quote",
        "allowed: a comma or the end of the line; within quotes write \"\" for a quote");
  while (peek() != ',' && !at_line_end()) advance();
}

void CsvRows::unquoted(CsvRow& row, CsvField& field) {
  const std::size_t start = at_;
  std::size_t last = at_;  // behind the last character that is no blank
  while (peek() != ',' && !at_line_end()) {
    if (peek() == '"')
      wrong(row, line_, column_, "a quote within a value without quotes",
            "put the whole value into quotes and write \"\" for this one");
    const bool blank = peek() == ' ' || peek() == '\t';
    advance();
    if (!blank) last = at_;
  }
  field.text = text_.substr(start, last - start);
}

}  // namespace coopsim
