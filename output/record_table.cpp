// SPDX-License-Identifier: Apache-2.0
#include "output/record_table.hpp"

#include <fmt/core.h>

#include <cstring>
#include <numeric>
#include <stdexcept>

namespace coopsim {
namespace {

std::string joined(std::span<const Flag> flags, std::string Flag::*word, std::string_view between) {
  std::string text;
  for (const Flag& flag : flags) text += (text.empty() ? "" : std::string(between)) + flag.*word;
  return text;
}

// Numbers from 0 on that are flags, in the type of their variable.
template <class Number>
void put_flags(hid_t dataset, std::span<const Flag> flags) {
  std::vector<Number> values(flags.size());
  std::iota(values.begin(), values.end(), Number{0});
  h5::put_attribute(dataset, "flag_values", std::span<const Number>(values));
  h5::put_attribute(dataset, "flag_meanings", joined(flags, &Flag::id, " "));
  h5::put_attribute(dataset, "flag_labels_en", joined(flags, &Flag::en, "; "));
  h5::put_attribute(dataset, "flag_labels_ko", joined(flags, &Flag::ko, "; "));
}

}  // namespace

RecordTable::RecordTable(hid_t file, std::string_view group, std::string_view description,
                         std::string_view axis, Label axis_label, bool compress, FileIndex& index)
    : group_(file, group, description, index) {
  group_.growing_axis(axis, rows_a_chunk, compress, axis_label);
}

void RecordTable::add(std::string_view name, hid_t type, std::size_t bytes,
                      const VariableText& text, const void* missing) {
  columns_.push_back({group_.column(name, type, text, missing), type, bytes, {}});
  columns_.back().kept.reserve(rows_a_chunk * bytes);
}

void RecordTable::numbers(std::string_view name, const VariableText& text) {
  const double missing = std::numeric_limits<double>::quiet_NaN();
  add(name, H5T_NATIVE_DOUBLE, sizeof(double), text, &missing);
  h5::put_attribute(columns_.back().dataset, "_FillValue", missing);
}

void RecordTable::integers(std::string_view name, const VariableText& text) {
  add(name, H5T_NATIVE_INT32, sizeof(std::int32_t), text, nullptr);
}

void RecordTable::small(std::string_view name, const VariableText& text) {
  add(name, H5T_NATIVE_INT8, sizeof(std::int8_t), text, nullptr);
}

void RecordTable::days(std::string_view name, const VariableText& text) {
  add(name, H5T_NATIVE_INT32, sizeof(std::int32_t), text, &missing_day);
  h5::put_attribute(columns_.back().dataset, "_FillValue", missing_day);
  h5::put_attribute(columns_.back().dataset, "calendar", "proleptic_gregorian");
}

void RecordTable::flags(std::string_view name, const VariableText& text,
                        std::span<const Flag> flags) {
  small(name, text);
  put_flags<std::int8_t>(columns_.back().dataset, flags);
}

void RecordTable::many_flags(std::string_view name, const VariableText& text,
                             std::span<const Flag> flags) {
  integers(name, text);
  put_flags<std::int32_t>(columns_.back().dataset, flags);
}

template <class Value>
RecordTable& RecordTable::put(Value value) {
  if (next_ == columns_.size()) throw std::logic_error("a row has more values than columns");
  Column& column = columns_[next_++];
  if (column.bytes != sizeof value) throw std::logic_error("a value is not of its column's type");
  const std::size_t at = column.kept.size();
  column.kept.resize(at + sizeof value);
  std::memcpy(column.kept.data() + at, &value, sizeof value);
  return *this;
}
template RecordTable& RecordTable::put(double);
template RecordTable& RecordTable::put(std::int32_t);
template RecordTable& RecordTable::put(std::int8_t);

RecordTable& RecordTable::operator<<(Time day) {
  if (day == Time::min()) return put(missing_day);
  return put(std::int32_t(std::chrono::floor<std::chrono::days>(day).time_since_epoch().count()));
}

void RecordTable::end_row() {
  if (next_ != columns_.size()) throw std::logic_error("a row has fewer values than columns");
  next_ = 0;
  if (++kept_ == rows_a_chunk) flush();
}

void RecordTable::flush() {
  if (kept_ == 0) return;
  group_.append_numbers(written_, kept_);
  for (Column& column : columns_) {
    h5::append(column.dataset, column.type, written_, kept_, column.kept.data());
    column.kept.clear();
  }
  written_ += kept_;
  kept_ = 0;
}

}  // namespace coopsim
