// SPDX-License-Identifier: Apache-2.0
#include "output/h5_write.hpp"

#include <fmt/core.h>

#include <limits>

namespace coopsim::h5 {
namespace {

constexpr unsigned tracked = H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED;

void write_attribute(hid_t object, std::string_view name, hid_t type, const void* value) {
  const Handle space(H5Screate(H5S_SCALAR), "making a scalar");
  const std::string called(name);
  const Handle attribute(H5Acreate2(object, called.c_str(), type, space, H5P_DEFAULT, H5P_DEFAULT),
                         "creating attribute " + called);
  check(H5Awrite(attribute, type, value), "writing attribute " + called);
}

void write_numbers(hid_t object, std::string_view name, hid_t type, hsize_t count,
                   const void* values) {
  const Handle space(H5Screate_simple(1, &count, nullptr), "making a row");
  const std::string called(name);
  const Handle attribute(H5Acreate2(object, called.c_str(), type, space, H5P_DEFAULT, H5P_DEFAULT),
                         "creating attribute " + called);
  check(H5Awrite(attribute, type, values), "writing attribute " + called);
}

// Up to so many attributes stay in an object's header: beyond HDF5's eight, each object would get a
// heap and a tree of its own, which cost more time and room than the variable's values.
constexpr unsigned attributes_in_header = 32;

Handle plain_creation() {
  Handle list(H5Pcreate(H5P_DATASET_CREATE), "making a property list");
  check(H5Pset_attr_phase_change(list, attributes_in_header, 0), "keeping attributes together");
  check(H5Pset_attr_creation_order(list, tracked), "tracking attribute order");
  check(H5Pset_obj_track_times(list, false), "leaving times out");
  return list;
}

Handle dataset_creation(const Storage& storage) {
  Handle list = plain_creation();
  if (storage.nan_where_unwritten) {
    const double missing = std::numeric_limits<double>::quiet_NaN();
    check(H5Pset_fill_value(list, H5T_NATIVE_DOUBLE, &missing), "setting the fill value");
    // Every value is written in the end: filling a variable first would write it all twice.
    check(H5Pset_fill_time(list, H5D_FILL_TIME_NEVER), "leaving the filling out");
  }
  if (!storage.chunk.empty()) {
    check(H5Pset_chunk(list, int(storage.chunk.size()), storage.chunk.data()), "setting chunks");
    check(H5Pset_shuffle(list), "setting the shuffle filter");
    check(H5Pset_deflate(list, 1), "setting the deflate filter");
  }
  return list;
}

Handle box_of(hid_t dataset, std::span<const hsize_t> start, std::span<const hsize_t> count) {
  Handle space(H5Dget_space(dataset), "asking for a dataset's shape");
  check(H5Sselect_hyperslab(space, H5S_SELECT_SET, start.data(), nullptr, count.data(), nullptr),
        "selecting a box");
  return space;
}

Handle memory_for(std::span<const hsize_t> count) {
  return Handle(H5Screate_simple(int(count.size()), count.data(), nullptr), "making a space");
}

}  // namespace

Handle create_file(const std::filesystem::path& path, hsize_t metadata_block) {
  const Handle access = file_access();
  check(H5Pset_libver_bounds(access, H5F_LIBVER_V18, H5F_LIBVER_V18), "setting the format");
  check(H5Pset_meta_block_size(access, metadata_block), "setting the size of metadata blocks");
  const Handle creation(H5Pcreate(H5P_FILE_CREATE), "making a property list");
  check(H5Pset_link_creation_order(creation, tracked), "tracking order");
  check(H5Pset_attr_creation_order(creation, tracked), "tracking order");
  check(H5Pset_obj_track_times(creation, false), "leaving times out");
  return Handle(H5Fcreate(path.c_str(), H5F_ACC_TRUNC, creation, access),
                "creating " + path.string());
}

Handle create_group(hid_t parent, std::string_view name) {
  const Handle creation(H5Pcreate(H5P_GROUP_CREATE), "making a property list");
  check(H5Pset_link_creation_order(creation, tracked), "tracking order");
  check(H5Pset_attr_creation_order(creation, tracked), "tracking order");
  check(H5Pset_obj_track_times(creation, false), "leaving times out");
  const std::string called(name);
  return Handle(H5Gcreate2(parent, called.c_str(), H5P_DEFAULT, creation, H5P_DEFAULT),
                "creating group " + called);
}

Handle text_type() {
  Handle type(H5Tcopy(H5T_C_S1), "making a string type");
  check(H5Tset_size(type, H5T_VARIABLE), "making a string type");
  check(H5Tset_cset(type, H5T_CSET_UTF8), "making a string type");
  return type;
}

Handle text_transfer() {
  constexpr std::size_t bytes = 16 << 10;
  Handle list(H5Pcreate(H5P_DATASET_XFER), "making a property list");
  check(H5Pset_buffer(list, bytes, nullptr, nullptr), "setting the buffer");
  return list;
}

void put_attribute(hid_t object, std::string_view name, std::string_view text) {
  if (text.empty()) text = " ";  // netCDF-C trips over strings without a byte
  const Handle type(H5Tcopy(H5T_C_S1), "making a string type");
  check(H5Tset_size(type, text.size()), "making a string type");
  check(H5Tset_strpad(type, H5T_STR_NULLPAD), "making a string type");
  check(H5Tset_cset(type, H5T_CSET_UTF8), "making a string type");
  write_attribute(object, name, type, text.data());
}
void put_attribute(hid_t object, std::string_view name, std::int32_t number) {
  write_attribute(object, name, H5T_NATIVE_INT32, &number);
}
void put_attribute(hid_t object, std::string_view name, std::int64_t number) {
  write_attribute(object, name, H5T_NATIVE_INT64, &number);
}
void put_attribute(hid_t object, std::string_view name, double number) {
  write_attribute(object, name, H5T_NATIVE_DOUBLE, &number);
}

void put_attribute(hid_t object, std::string_view name, std::span<const std::int8_t> numbers) {
  write_numbers(object, name, H5T_NATIVE_INT8, numbers.size(), numbers.data());
}
void put_attribute(hid_t object, std::string_view name, std::span<const std::int32_t> numbers) {
  write_numbers(object, name, H5T_NATIVE_INT32, numbers.size(), numbers.data());
}

Handle dataset_access() {
  constexpr std::size_t places = 2003, bytes = 64 << 20;
  Handle list(H5Pcreate(H5P_DATASET_ACCESS), "making a property list");
  check(H5Pset_chunk_cache(list, places, bytes, H5D_CHUNK_CACHE_W0_DEFAULT), "setting the cache");
  return list;
}

Handle create_dataset(hid_t parent, std::string_view name, hid_t type,
                      std::span<const hsize_t> dimensions, const Storage& storage) {
  const std::string called(name);
  const Handle space(dimensions.empty()
                         ? H5Screate(H5S_SCALAR)
                         : H5Screate_simple(int(dimensions.size()), dimensions.data(), nullptr),
                     "making the shape of " + called);
  const Handle creation = dataset_creation(storage), access = dataset_access();
  return Handle(H5Dcreate2(parent, called.c_str(), type, space, H5P_DEFAULT, creation, access),
                "creating variable " + called);
}

Handle create_growing(hid_t parent, std::string_view name, hid_t type, hsize_t chunk, bool packed,
                      const void* missing) {
  const std::string called(name);
  const hsize_t empty = 0, endless = H5S_UNLIMITED;
  const Handle space(H5Screate_simple(1, &empty, &endless), "making the shape of " + called);
  const Handle creation = plain_creation();
  if (missing) check(H5Pset_fill_value(creation, type, missing), "setting the fill value");
  check(H5Pset_chunk(creation, 1, &chunk), "setting chunks");
  if (packed) {
    check(H5Pset_shuffle(creation), "setting the shuffle filter");
    check(H5Pset_deflate(creation, 1), "setting the deflate filter");
  }
  return Handle(H5Dcreate2(parent, called.c_str(), type, space, H5P_DEFAULT, creation, H5P_DEFAULT),
                "creating variable " + called);
}

void append(hid_t dataset, hid_t type, hsize_t from, hsize_t count, const void* values) {
  const hsize_t size = from + count;
  check(H5Dset_extent(dataset, &size), "growing a variable");
  const Handle where = box_of(dataset, {&from, 1}, {&count, 1}), memory = memory_for({&count, 1});
  check(H5Dwrite(dataset, type, memory, where, H5P_DEFAULT, values), "writing rows of a variable");
}

void write_texts(hid_t dataset, std::span<const std::string> texts) {
  std::vector<const char*> starts;
  for (const std::string& text : texts) starts.push_back(text.c_str());
  check(H5Dwrite(dataset, text_type(), H5S_ALL, H5S_ALL, text_transfer(), starts.data()),
        "writing texts");
}

void write_all(hid_t dataset, hid_t type, const void* values) {
  check(H5Dwrite(dataset, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, values), "writing a variable");
}

void write_box(hid_t dataset, std::span<const hsize_t> start, std::span<const hsize_t> count,
               const double* values) {
  const Handle where = box_of(dataset, start, count), memory = memory_for(count);
  check(H5Dwrite(dataset, H5T_NATIVE_DOUBLE, memory, where, H5P_DEFAULT, values),
        "writing a part of a variable");
}

void read_box(hid_t dataset, std::span<const hsize_t> start, std::span<const hsize_t> count,
              hid_t type, void* values) {
  const Handle where = box_of(dataset, start, count), memory = memory_for(count);
  check(H5Dread(dataset, type, memory, where, H5P_DEFAULT, values), "reading a part of a variable",
        ResultFault::bad_data);
}

}  // namespace coopsim::h5
