// SPDX-License-Identifier: Apache-2.0
// Writing HDF5 so that it is netCDF-4 as well: creation order kept, no object times, strings of
// variable length in datasets and of fixed length in attributes, no compound types of ours.
#pragma once
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "output/h5_handle.hpp"

namespace coopsim::h5 {

// Bytes in which HDF5 sets room for metadata aside: at once for thousands of variables, or little
// by little, so that a small file stays small wherever it is copied.
inline constexpr hsize_t many_variables = 1 << 20, few_variables = 1 << 12;

// Takes the place of an existing file.
Handle create_file(const std::filesystem::path& path, hsize_t metadata_block = many_variables);
Handle create_group(hid_t parent, std::string_view name);

Handle text_type();  // UTF-8 of variable length

// For reading and writing texts: HDF5 would clear its buffer of 1 MB for a handful of names.
Handle text_transfer();

void put_attribute(hid_t object, std::string_view name, std::string_view text);
void put_attribute(hid_t object, std::string_view name, std::int32_t number);
void put_attribute(hid_t object, std::string_view name, std::int64_t number);
void put_attribute(hid_t object, std::string_view name, double number);
void put_attribute(hid_t object, std::string_view name, std::span<const std::int8_t> numbers);
void put_attribute(hid_t object, std::string_view name, std::span<const std::int32_t> numbers);

struct Storage {
  bool nan_where_unwritten = false;
  std::vector<hsize_t> chunk;  // with shuffle and deflate 1; empty: contiguous, no filter
};
// How datasets are opened: what was unpacked of one is kept, up to 64 MiB, until it is closed.
Handle dataset_access();
// No dimensions: a scalar.
Handle create_dataset(hid_t parent, std::string_view name, hid_t type,
                      std::span<const hsize_t> dimensions, const Storage& storage = {});

void write_texts(hid_t dataset, std::span<const std::string> texts);
void write_all(hid_t dataset, hid_t type, const void* values);
// A dataset of one axis without end, empty at first, that is appended to in whole chunks; `packed`:
// with shuffle and deflate 1. `missing` is the type's fill value, null: none.
Handle create_growing(hid_t parent, std::string_view name, hid_t type, hsize_t chunk, bool packed,
                      const void* missing);
void append(hid_t dataset, hid_t type, hsize_t from, hsize_t count, const void* values);
// One box of a dataset, row by row.
void write_box(hid_t dataset, std::span<const hsize_t> start, std::span<const hsize_t> count,
               const double* values);
void read_box(hid_t dataset, std::span<const hsize_t> start, std::span<const hsize_t> count,
              hid_t type, void* values);

}  // namespace coopsim::h5
