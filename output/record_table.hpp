// SPDX-License-Identifier: Apache-2.0
// A table of columns that is appended to row by row and written chunk by chunk.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "output/format.hpp"
#include "output/labelled_group.hpp"
#include "sim/kernel/time.hpp"

namespace coopsim {

inline constexpr std::int32_t missing_day = std::numeric_limits<std::int32_t>::min();

// What a flag means: an identifier for programs, labels for people.
struct Flag {
  std::string id, en, ko;
};

class RecordTable {
 public:
  RecordTable(hid_t file, std::string_view group, std::string_view description,
              std::string_view axis, Label axis_label, bool compress, FileIndex& index);

  // Columns in the order in which each row fills them.
  void numbers(std::string_view name, const VariableText& text);   // of doubles, NaN if missing
  void integers(std::string_view name, const VariableText& text);  // of 32 bits
  void small(std::string_view name, const VariableText& text);     // of 8 bits
  void days(std::string_view name, const VariableText& text);      // dates, as CF has them
  // A number from 0 on for each flag, of 8 bits, or of 32 where there may be many.
  void flags(std::string_view name, const VariableText& text, std::span<const Flag> flags);
  void many_flags(std::string_view name, const VariableText& text, std::span<const Flag> flags);

  // One row: a value for each column in turn, then `end_row`.
  RecordTable& operator<<(double value) { return put(value); }
  RecordTable& operator<<(std::int32_t value) { return put(value); }
  RecordTable& operator<<(std::int8_t value) { return put(value); }
  RecordTable& operator<<(Time day);
  void end_row();
  void flush();

 private:
  struct Column {
    h5::Handle dataset;
    hid_t type;
    std::size_t bytes;
    std::vector<std::byte> kept;
  };
  void add(std::string_view name, hid_t type, std::size_t bytes, const VariableText& text,
           const void* missing);
  template <class Value>
  RecordTable& put(Value value);

  LabelledGroup group_;
  std::vector<Column> columns_;
  std::size_t next_ = 0;            // column of the row
  hsize_t written_ = 0, kept_ = 0;  // rows
};

}  // namespace coopsim
