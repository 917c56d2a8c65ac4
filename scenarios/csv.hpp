// SPDX-License-Identifier: Apache-2.0
// CSV text as RFC 4180 says, row by row; every field knows where it stands.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/problems.hpp"

namespace coopsim {

struct CsvField {
  std::string text;               // without quotes, and without blanks around it
  unsigned line = 0, column = 0;  // of its first character
};

struct CsvRow {
  std::vector<CsvField> fields;
  unsigned line = 0;
  bool sound = true;  // false: its quotes are wrong, which is a problem

  bool is_blank() const;  // nothing but separators and blanks
};

class CsvRows {
 public:
  // REQUIRES: check_encoding found nothing in `text`. Both must outlive this.
  CsvRows(std::string_view text, const std::shared_ptr<const SourceFile>& file, Problems& problems)
      : text_(text), file_(file), problems_(problems) {}

  // The next row; false after the last. A blank line is a row of one empty field.
  bool next(CsvRow& row);

 private:
  bool end() const { return at_ >= text_.size(); }
  char peek() const { return end() ? '\0' : text_[at_]; }
  bool at_line_end() const { return end() || peek() == '\n' || peek() == '\r'; }
  void advance();
  void skip_blanks();
  void field(CsvRow& row);
  void quoted(CsvRow& row, CsvField& field);
  void unquoted(CsvRow& row, CsvField& field);
  void wrong(CsvRow& row, unsigned line, unsigned column, std::string what, std::string remedy);

  std::string_view text_;
  const std::shared_ptr<const SourceFile>& file_;
  Problems& problems_;
  std::size_t at_ = 0;
  unsigned line_ = 1, column_ = 1;
};

}  // namespace coopsim
