// SPDX-License-Identifier: Apache-2.0
#include "analysis/export/csv_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cmath>

#include "analysis/export/clean_text.hpp"
#include "output/durable.hpp"

namespace coopsim::exporting {
namespace {

constexpr std::size_t buffer_bytes = std::size_t(1) << 20;

bool might_be_a_formula(std::string_view text) {
  constexpr std::array<std::string_view, 10> beginnings = {"=",  "+",  "-",  "@",  "\t",
                                                           "\'", "＝", "＋", "－", "＠"};
  return std::ranges::any_of(beginnings, [&](auto one) { return text.starts_with(one); }) &&
         !is_number(text);
}

// Into `room`; the length that was taken.
std::string_view shortest(double number, std::array<char, 32>& room) {
  if (std::isnan(number)) return "";
  if (std::isinf(number)) return number > 0 ? "INF" : "-INF";
  const auto end = std::to_chars(room.data(), room.data() + room.size(), number).ptr;
  return {room.data(), std::size_t(end - room.data())};
}

}  // namespace

std::string csv_text(std::string_view text) {
  std::string clean = clean_text(text);
  if (might_be_a_formula(clean)) clean.insert(clean.begin(), '\'');
  if (clean.find_first_of(",\"\n\r") == std::string::npos) return clean;
  std::string quoted = "\"";
  for (const char c : clean) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string csv_number(double number) {
  std::array<char, 32> room;
  return std::string(shortest(number, room));
}

CsvFile::CsvFile(const std::filesystem::path& path, bool byte_order_mark)
    : path_(path),
      descriptor_(
          ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0666)) {
  if (descriptor_ < 0) fail_on(path_, "cannot be made", errno);
  buffer_.reserve(buffer_bytes + 4096);
  if (byte_order_mark) buffer_ += "\xef\xbb\xbf";
}

CsvFile::~CsvFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void CsvFile::field(std::string_view as_csv) {
  if (row_begun_) buffer_ += ',';
  buffer_ += as_csv;
  row_begun_ = true;
}

void CsvFile::number(double number) {
  std::array<char, 32> room;
  field(shortest(number, room));
}

void CsvFile::end_row() {
  buffer_ += '\n';
  row_begun_ = false;
  ++rows_;
  if (buffer_.size() >= buffer_bytes) flush();
}

void CsvFile::flush() {
  if (const int error = write_fully(descriptor_, buffer_); error != 0)
    fail_on(path_, "cannot be written", error);
  bytes_ += buffer_.size();
  buffer_.clear();
}

void CsvFile::close() {
  flush();
  const int descriptor = descriptor_;
  descriptor_ = -1;
  int error = ::fsync(descriptor) != 0 && errno != EINVAL && errno != EINTR ? errno : 0;
  if (::close(descriptor) != 0 && error == 0) error = errno;
  if (error != 0) fail_on(path_, "cannot be written", error);
}

}  // namespace coopsim::exporting
