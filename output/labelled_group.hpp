// SPDX-License-Identifier: Apache-2.0
// One group of the result file: its own axes (dimension scales), and variables that say what they
// are. Every variable made here gets a row in the data dictionary.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "output/axis_links.hpp"
#include "output/h5_write.hpp"
#include "output/variable_text.hpp"
#include "sim/kernel/field.hpp"

namespace coopsim {

struct DictionaryRow {
  std::string group, id, dimensions;
  VariableText text;
};

// Shared by the groups of one file; `links` is to be closed after the last of them.
struct FileIndex {
  std::vector<DictionaryRow> rows;
  AxisLinks links;
  int axes = 0;  // netCDF numbers its dimensions through the whole file
};

class LabelledGroup {
 public:
  LabelledGroup(hid_t file, std::string_view name, std::string_view description, FileIndex& index);

  hid_t id() const { return group_; }

  // Axes, in the order in which they are to be listed; each with its coordinate variable.
  void number_axis(std::string_view name, std::span<const std::int32_t> values,
                   std::string_view unit, Label label);
  void name_axis(std::string_view name, std::span<const std::string> values, Label label);
  // A further coordinate along an axis: a label for people.
  void axis_texts(std::string_view name, std::string_view axis, std::span<const std::string> values,
                  Label label);
  void axis_flags(std::string_view name, std::string_view axis, std::span<const std::int8_t> values,
                  std::string_view meanings, Label label);
  // After the last axis: names the further coordinates, so that xarray shows them as such.
  void close_axes();

  // A variable of doubles over `axes`, NaN where missing. `chunk` as in h5::Storage.
  h5::Handle numbers(std::string_view name, std::span<const std::string_view> axes,
                     const VariableText& text, std::vector<hsize_t> chunk = {});
  // An axis that grows with what is appended, with the number of each row; after it, columns.
  void growing_axis(std::string_view name, hsize_t chunk, bool packed, Label label);
  // An empty variable along the growing axis. `missing`: its fill value, null: none.
  h5::Handle column(std::string_view name, hid_t type, const VariableText& text,
                    const void* missing = nullptr);
  void append_numbers(hsize_t from, hsize_t count);  // to the growing axis
  void integers(std::string_view name, std::span<const std::string_view> axes,
                const VariableText& text, std::span<const std::int64_t> values);
  void texts(std::string_view name, std::span<const std::string_view> axes,
             const VariableText& text, std::span<const std::string> values);

  hsize_t size_of(std::string_view axis) const { return find(axis).size; }

 private:
  struct Axis {
    std::string name;
    hsize_t size;
    h5::Handle scale;
    hsize_t chunk = 0;  // of a growing axis, else 0
    bool packed = false;
  };
  const Axis& find(std::string_view name) const;
  void make_scale(std::string_view name, hid_t type, hsize_t size, std::string_view unit,
                  Label label);
  void name_scale(hid_t scale, const std::string& name, std::string_view unit, Label label);
  void add_coordinate(std::string_view name);
  h5::Handle variable(std::string_view name, hid_t type, std::span<const std::string_view> axes,
                      const VariableText& text, h5::Storage storage);

  std::string name_;
  h5::Handle group_;
  FileIndex& index_;
  std::vector<Axis> axes_;
  std::string coordinates_;
};

}  // namespace coopsim
