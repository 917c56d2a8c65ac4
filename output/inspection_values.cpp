// SPDX-License-Identifier: Apache-2.0
// The second half of inspection.hpp: opening, and reading what was found sound.
#include <fcntl.h>
#include <fmt/core.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "output/h5_write.hpp"
#include "output/inspection.hpp"

namespace coopsim::h5 {
namespace {

constexpr std::size_t most_bytes_a_piece = 8 << 20;

hid_t native_type(Kind kind) {
  switch (kind) {
    case Kind::float64:
      return H5T_NATIVE_DOUBLE;
    case Kind::int8:
      return H5T_NATIVE_INT8;
    case Kind::int32:
      return H5T_NATIVE_INT32;
    case Kind::int64:
      return H5T_NATIVE_INT64;
    case Kind::group:
    case Kind::text:
      break;
  }
  return -1;
}

[[noreturn]] void refuse(const std::filesystem::path& path, ResultFault fault,
                         std::string_view why) {
  throw ResultError(fault, fmt::format("{}: {}", path.string(), why));
}

// Regular, readable, and begins like HDF5; its size.
std::uint64_t check_beginning(const std::filesystem::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  if (descriptor < 0) {
    const int error = errno;
    refuse(path,
           error == EACCES || error == EPERM ? ResultFault::no_permission : ResultFault::missing,
           error == ENOENT ? "there is no such file; check the path" : std::strerror(error));
  }
  struct stat status {};
  std::array<char, 8> begin{};
  const bool known = ::fstat(descriptor, &status) == 0;
  const bool regular = known && S_ISREG(status.st_mode);
  const auto count = regular ? ::read(descriptor, begin.data(), begin.size()) : 0;
  ::close(descriptor);
  if (!regular) refuse(path, ResultFault::bad_data, "is not a regular file");
  if (count != 8 || std::memcmp(begin.data(), "\x89HDF\r\n\x1a\n", 8) != 0)
    refuse(path, ResultFault::bad_data,
           "is not a result file: it does not begin like HDF5; coopsim run makes one");
  return std::uint64_t(status.st_size);
}

}  // namespace

std::string_view name_of(Kind kind) {
  constexpr std::array<std::string_view, 6> names = {"group", "float64", "int8",
                                                     "int32", "int64",   "text"};
  return names[std::size_t(kind)];
}

std::size_t bytes_of(Kind kind) {
  constexpr std::array<std::size_t, 6> sizes = {0, 8, 1, 4, 8, 0};
  return sizes[std::size_t(kind)];
}

hsize_t Object::count() const {
  hsize_t product = 1;
  for (const hsize_t length : shape) product *= length;
  return product;
}

const Attribute* Object::find(std::string_view attribute) const {
  for (const Attribute& candidate : attributes)
    if (candidate.name == attribute) return &candidate;
  return nullptr;
}

Opened open_to_read(const std::filesystem::path& path) {
  prepare_library();
  const std::uint64_t bytes = check_beginning(path);
  const Handle access = file_access();
  const hid_t file = H5Fopen(path.c_str(), H5F_ACC_RDONLY, access);
  if (file < 0)
    refuse(path, ResultFault::bad_data,
           fmt::format("is damaged or was never finished ({}); copy the file again, or run the "
                       "study again",
                       last_error()));
  return {Handle(file, "opening"), bytes};
}

Pieces::Pieces(hid_t file, const Object& object)
    : object_(object),
      dataset_(H5Dopen2(file, object.path.c_str(), dataset_access()), "opening " + object.path,
               ResultFault::bad_data),
      start_(object.shape.size(), 0),
      done_(object.count() == 0) {
  const hsize_t size = bytes_of(object.kind);
  hsize_t below = size * object.count();  // bytes of one index of the axes before `axis_`
  while (axis_ < object.shape.size() && !done_) {
    below /= object.shape[axis_];
    if (below <= most_bytes_a_piece) break;
    ++axis_;
  }
  if (axis_ < object.shape.size() && !done_)
    rows_ = std::max<hsize_t>(1, most_bytes_a_piece / std::max<hsize_t>(1, below));
}

std::span<const std::byte> Pieces::next() {
  if (done_) return {};
  const hsize_t size = bytes_of(object_.kind);
  const auto& shape = object_.shape;
  if (shape.empty()) {
    buffer_.resize(size);
    check(
        H5Dread(dataset_, native_type(object_.kind), H5S_ALL, H5S_ALL, H5P_DEFAULT, buffer_.data()),
        "reading " + object_.path, ResultFault::bad_data);
    done_ = true;
    return buffer_;
  }
  std::vector<hsize_t> count(shape.size(), 1);
  count[axis_] = std::min(rows_, shape[axis_] - start_[axis_]);
  for (std::size_t i = axis_ + 1; i < shape.size(); ++i) count[i] = shape[i];
  hsize_t values = 1;
  for (const hsize_t length : count) values *= length;
  buffer_.resize(values * size);
  read_box(dataset_, start_, count, native_type(object_.kind), buffer_.data());
  start_[axis_] += count[axis_];
  for (std::size_t i = axis_; start_[i] >= shape[i]; --i) {
    if (i == 0) {
      done_ = true;
      break;
    }
    start_[i] = 0;
    ++start_[i - 1];
  }
  return buffer_;
}

std::vector<std::string> read_texts(hid_t file, const Object& object) {
  const Handle dataset(H5Dopen2(file, object.path.c_str(), H5P_DEFAULT), "opening " + object.path,
                       ResultFault::bad_data);
  const Handle space(H5Dget_space(dataset), "asking for a shape", ResultFault::bad_data);
  const Handle type = text_type();
  std::vector<char*> starts(object.count(), nullptr);
  if (starts.empty()) return {};
  check(H5Dread(dataset, type, H5S_ALL, H5S_ALL, text_transfer(), starts.data()),
        "reading " + object.path, ResultFault::bad_data);
  std::vector<std::string> texts;
  for (const char* start : starts) texts.emplace_back(start ? start : "");
  H5Dvlen_reclaim(type, space, H5P_DEFAULT, starts.data());
  return texts;
}

}  // namespace coopsim::h5
