// SPDX-License-Identifier: Apache-2.0
// One CSV file: RFC 4180's quotes, UTF-8, lines end with a line feed, numbers in the shortest form
// that reads back as the same double.
#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace coopsim::exporting {

// A text as a field. One that a spreadsheet might take for a formula, as it begins with = + - @ (or
// their full-width forms), a tab or an apostrophe and is no number, has an apostrophe before it:
// who drops one leading apostrophe from every text has all texts as they were.
std::string csv_text(std::string_view text);
// Missing (NaN) is empty, infinite INF or -INF.
std::string csv_number(double number);

class CsvFile {
 public:
  // Takes the place of a file. Throws ResultError (no_permission, io), as all below do.
  CsvFile(const std::filesystem::path& path, bool byte_order_mark);
  ~CsvFile();
  CsvFile(const CsvFile&) = delete;
  CsvFile& operator=(const CsvFile&) = delete;

  // Fields of the row in hand, from left to right.
  void text(std::string_view text) { field(csv_text(text)); }
  void number(double number);
  void field(std::string_view as_csv);  // one that is quoted already
  void end_row();

  // Safe on disk.
  void close();
  std::uint64_t rows() const { return rows_; }  // the header included
  std::uint64_t bytes() const { return bytes_; }

 private:
  void flush();

  std::filesystem::path path_;
  int descriptor_;
  std::string buffer_;
  bool row_begun_ = false;
  std::uint64_t rows_ = 0, bytes_ = 0;
};

}  // namespace coopsim::exporting
