// SPDX-License-Identifier: Apache-2.0
// A workbook (XLSX) sheet by sheet. Texts are texts whatever they begin with, numbers are numbers,
// dates are dates. Rows and columns count from 0. Equal content gives equal bytes.
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace coopsim::exporting {

using Colour = std::uint32_t;  // 0xRRGGBB
inline constexpr Colour no_colour = 0xFF000000;

struct Style {
  std::string format;  // of numbers and dates, as spreadsheets write them; empty: general
  Colour fill = no_colour, colour = no_colour;
  double size = 10;
  bool bold = false, wrap = false, right = false, line_below = false;
  bool indented = false;  // a text beside a number
  auto operator<=>(const Style&) const = default;
};

struct Place {
  int row = 0, column = 0;
};

class Sheet;
// Cells of one row or one column.
struct Range {
  const Sheet* sheet = nullptr;
  Place first, last;
};

struct Chart {
  enum class Kind { lines, stacked_columns, intervals };
  struct Series {
    Range name, categories, values;
    Colour colour = 0;
    bool dashed = false;
  };
  Kind kind = Kind::lines;
  std::string title, x_title, y_title, format, description;
  // Of `intervals` three: lower ends, means, upper ends; lines are drawn from the first to the
  // last.
  std::vector<Series> series;
  int width = 640, height = 320;  // pixels
};

class Workbook;
struct OpenBook;

class Sheet {
 public:
  // The end of a text beyond what a cell holds (32,767 characters) is cut off.
  void text(Place at, std::string_view text, const Style& style = {});
  // Missing (NaN) is an empty cell, infinite the text that says so.
  void number(Place at, double number, const Style& style = {});
  void blank(Place at, const Style& style);
  // "2007-01-01"; anything else is written as a text.
  void date(Place at, std::string_view iso, Style style = {});
  // `value`: what it gives now, for readers that do not compute.
  void formula(Place at, const std::string& formula, double value, const Style& style = {});
  void width(int column, double characters);
  void height(int row, double points);
  // Rows above and columns left of `at` stay in sight.
  void freeze(Place at);
  void filter(Place first, Place last);
  void insert(Place at, const Chart& chart);
  // A4 across, as wide as a page; rows that every page repeats.
  void print_setup(int first_repeated, int last_repeated, const std::string& footer);
  void page_break_before(const std::vector<int>& rows);
  void tab_colour(Colour colour);
  const std::string& name() const { return name_; }

 private:
  friend class Workbook;
  struct Impl;
  Sheet(std::string name, Impl impl);
  std::string name_;
  std::unique_ptr<Impl> impl_;

 public:
  ~Sheet();
};

class Workbook {
 public:
  struct Properties {
    std::string title, comments;
  };
  // Takes the place of a file. `close` writes it; without that it is left as it was.
  Workbook(const std::filesystem::path& path, const Properties& properties);
  ~Workbook();
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;

  // Names are at most 31 characters, none of []:*?/\, and differ. The first is the one it opens at.
  Sheet& add(const std::string& name);
  // Throws ResultError (io).
  void close();

 private:
  std::unique_ptr<OpenBook> state_;
};

// Cell in the notation of formulas: {0, 2} -> "C1".
std::string cell_name(Place at);

}  // namespace coopsim::exporting
