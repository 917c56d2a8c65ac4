// SPDX-License-Identifier: Apache-2.0
// Looking at a file that nobody vouches for: everything it holds is listed and held against what
// the format allows before a single value is read.
//
// Refused: links other than plain ones, groups in circles or deeper than one level, types other
// than the few of the format, virtual and external storage, filters other than shuffle and deflate,
// and shapes that the file is too small to fill.
#pragma once
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "output/h5_handle.hpp"

namespace coopsim::h5 {

enum class Kind : std::uint8_t { group, float64, int8, int32, int64, text };
std::string_view name_of(Kind kind);
std::size_t bytes_of(Kind kind);  // of one number; 0 for text and groups

struct Attribute {
  std::string name;
  Kind kind;
  std::string bytes;  // numbers as stored, little-endian; a text as it reads
};

struct Object {
  std::string path;  // "yearly/training_wait"; "/" for the root
  Kind kind = Kind::group;
  std::vector<hsize_t> shape;         // empty: a scalar
  std::vector<std::string> axes;      // the name of each axis; empty for an axis itself
  std::vector<Attribute> attributes;  // by name

  hsize_t count() const;  // of values
  const Attribute* find(std::string_view attribute) const;
};

// An existing regular file, opened to be read. Throws ResultError (missing, no_permission,
// bad_data).
struct Opened {
  Handle file;
  std::uint64_t bytes = 0;
};
Opened open_to_read(const std::filesystem::path& path);

// Everything in the file, by path. Throws ResultError (bad_data) at the first thing refused.
std::vector<Object> inspect(hid_t file, std::uint64_t file_bytes);

// A file that was opened and inspected once, for all that read it.
struct Listed {
  explicit Listed(const std::filesystem::path& path);  // throws as both
  Opened opened;
  std::vector<Object> objects;  // by path; the root first
};

// The numbers of a dataset in their order, in pieces of at most 8 MiB.
class Pieces {
 public:
  Pieces(hid_t file, const Object& object);
  std::span<const std::byte> next();  // empty after the last

 private:
  const Object& object_;
  Handle dataset_;
  std::size_t axis_ = 0;  // cut along this axis, one index of those before it at a time
  hsize_t rows_ = 1;      // of that axis in a piece
  std::vector<hsize_t> start_;
  bool done_ = false;
  std::vector<std::byte> buffer_;
};

std::vector<std::string> read_texts(hid_t file, const Object& object);

}  // namespace coopsim::h5
