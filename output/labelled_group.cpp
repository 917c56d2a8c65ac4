// SPDX-License-Identifier: Apache-2.0
#include "output/labelled_group.hpp"

#include <fmt/core.h>
#include <hdf5_hl.h>

#include <limits>
#include <numeric>
#include <stdexcept>

namespace coopsim {
namespace {

void describe(hid_t dataset, const VariableText& text) {
  if (!text.unit.empty()) h5::put_attribute(dataset, "units", text.unit);
  h5::put_attribute(dataset, "long_name", text.label_en);
  h5::put_attribute(dataset, "long_name_ko", text.label_ko);
  if (!text.meaning.empty()) h5::put_attribute(dataset, "description", text.meaning);
  if (text.total != "-") h5::put_attribute(dataset, "total", text.total);
  if (text.missing != "-") h5::put_attribute(dataset, "missing", text.missing);
}

}  // namespace

LabelledGroup::LabelledGroup(hid_t file, std::string_view name, std::string_view description,
                             FileIndex& index)
    : name_(name), group_(h5::create_group(file, name)), index_(index) {
  h5::put_attribute(group_, "description", description);
}

void LabelledGroup::make_scale(std::string_view name, hid_t type, hsize_t size,
                               std::string_view unit, Label label) {
  h5::Handle scale = h5::create_dataset(group_, name, type, {&size, 1});
  const std::string called(name);
  name_scale(scale, called, unit, label);
  axes_.push_back({called, size, std::move(scale)});
}

void LabelledGroup::name_scale(hid_t scale, const std::string& name, std::string_view unit,
                               Label label) {
  h5::check(H5DSset_scale(scale, name.c_str()), "making axis " + name);
  h5::put_attribute(scale, "_Netcdf4Dimid", std::int32_t(index_.axes++));
  if (!unit.empty()) h5::put_attribute(scale, "units", unit);
  h5::put_attribute(scale, "long_name", label.en);
  h5::put_attribute(scale, "long_name_ko", label.ko);
}

void LabelledGroup::growing_axis(std::string_view name, hsize_t chunk, bool packed, Label label) {
  const std::string called(name);
  h5::Handle scale = h5::create_growing(group_, name, H5T_NATIVE_INT32, chunk, packed, nullptr);
  name_scale(scale, called, "1", label);
  axes_.push_back({called, 0, std::move(scale), chunk, packed});
}

h5::Handle LabelledGroup::column(std::string_view name, hid_t type, const VariableText& text,
                                 const void* missing) {
  const Axis& axis = axes_.back();
  h5::Handle made = h5::create_growing(group_, name, type, axis.chunk, axis.packed, missing);
  const hid_t scale = axis.scale;
  index_.links.attach(made, {&scale, 1});
  describe(made, text);
  index_.rows.push_back({name_, std::string(name), axis.name, text});
  return made;
}

void LabelledGroup::append_numbers(hsize_t from, hsize_t count) {
  std::vector<std::int32_t> numbers(count);
  std::iota(numbers.begin(), numbers.end(), std::int32_t(from));
  h5::append(axes_.back().scale, H5T_NATIVE_INT32, from, count, numbers.data());
}

void LabelledGroup::number_axis(std::string_view name, std::span<const std::int32_t> values,
                                std::string_view unit, Label label) {
  make_scale(name, H5T_NATIVE_INT32, values.size(), unit, label);
  h5::write_all(axes_.back().scale, H5T_NATIVE_INT32, values.data());
}

void LabelledGroup::name_axis(std::string_view name, std::span<const std::string> values,
                              Label label) {
  make_scale(name, h5::text_type(), values.size(), "", label);
  h5::write_texts(axes_.back().scale, values);
}

void LabelledGroup::axis_texts(std::string_view name, std::string_view axis,
                               std::span<const std::string> values, Label label) {
  const h5::Handle made = variable(name, h5::text_type(), {&axis, 1},
                                   {"", std::string(label.en), std::string(label.ko), ""}, {});
  h5::write_texts(made, values);
  add_coordinate(name);
}

void LabelledGroup::axis_flags(std::string_view name, std::string_view axis,
                               std::span<const std::int8_t> values, std::string_view meanings,
                               Label label) {
  const h5::Handle made =
      variable(name, H5T_NATIVE_INT8, {&axis, 1},
               {"1", std::string(label.en), std::string(label.ko), std::string(meanings)}, {});
  h5::write_all(made, H5T_NATIVE_INT8, values.data());
  add_coordinate(name);
}

void LabelledGroup::add_coordinate(std::string_view name) {
  if (!coordinates_.empty()) coordinates_ += " ";
  coordinates_ += name;
}

void LabelledGroup::close_axes() {
  if (!coordinates_.empty()) h5::put_attribute(group_, "coordinates", coordinates_);
}

h5::Handle LabelledGroup::numbers(std::string_view name, std::span<const std::string_view> axes,
                                  const VariableText& text, std::vector<hsize_t> chunk) {
  h5::Handle made = variable(name, H5T_NATIVE_DOUBLE, axes, text, {true, std::move(chunk)});
  h5::put_attribute(made, "_FillValue", std::numeric_limits<double>::quiet_NaN());
  return made;
}

void LabelledGroup::integers(std::string_view name, std::span<const std::string_view> axes,
                             const VariableText& text, std::span<const std::int64_t> values) {
  h5::write_all(variable(name, H5T_NATIVE_INT64, axes, text, {}), H5T_NATIVE_INT64, values.data());
}

void LabelledGroup::texts(std::string_view name, std::span<const std::string_view> axes,
                          const VariableText& text, std::span<const std::string> values) {
  h5::write_texts(variable(name, h5::text_type(), axes, text, {}), values);
}

const LabelledGroup::Axis& LabelledGroup::find(std::string_view name) const {
  for (const Axis& axis : axes_)
    if (axis.name == name) return axis;
  throw std::logic_error(fmt::format("group {} has no axis {}", name_, name));
}

h5::Handle LabelledGroup::variable(std::string_view name, hid_t type,
                                   std::span<const std::string_view> axes, const VariableText& text,
                                   h5::Storage storage) {
  std::vector<hsize_t> sizes;
  std::vector<hid_t> scales;
  std::string dimensions;
  for (const std::string_view axis : axes) {
    sizes.push_back(size_of(axis));
    scales.push_back(find(axis).scale);
    if (!dimensions.empty()) dimensions += ", ";
    dimensions += axis;
  }
  h5::Handle made = h5::create_dataset(group_, name, type, sizes, storage);
  index_.links.attach(made, scales);
  describe(made, text);
  index_.rows.push_back({name_, std::string(name), dimensions, text});
  return made;
}

}  // namespace coopsim
