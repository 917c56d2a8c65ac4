// SPDX-License-Identifier: Apache-2.0
#include "output/checked_file.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cstring>

#include "output/content.hpp"
#include "output/result_error.hpp"

namespace coopsim {
namespace {

h5::Opened opened(const std::filesystem::path& path) {
  h5::prepare_library();
  return h5::open_to_read(path);
}

}  // namespace

CheckedFile::CheckedFile(const std::filesystem::path& path)
    : path_(path), opened_(opened(path)), objects_(h5::inspect(opened_.file, opened_.bytes)) {}

void CheckedFile::damaged(std::string_view why) const {
  throw ResultError(ResultFault::bad_data, fmt::format("{}: {}", path_.string(), why));
}

bool CheckedFile::has(std::string_view path) const {
  return std::ranges::find(objects_, path, &h5::Object::path) != objects_.end();
}

const h5::Object& CheckedFile::object(std::string_view path) const {
  const auto found = std::ranges::find(objects_, path, &h5::Object::path);
  if (found == objects_.end()) damaged(fmt::format("has no {}", path));
  return *found;
}

std::string CheckedFile::group_text(std::string_view group, std::string_view name) const {
  const h5::Attribute* const found = object(group).find(name);
  return found && found->kind == h5::Kind::text ? found->bytes : std::string();
}

std::string CheckedFile::hash() const { return content_hash(checksums(opened_.file, objects_)); }

std::vector<std::string> CheckedFile::texts(std::string_view dataset) const {
  const h5::Object& found = object(dataset);
  if (found.kind != h5::Kind::text) damaged(fmt::format("{} holds no texts", dataset));
  return h5::read_texts(opened_.file, found);
}

template <class Number>
std::vector<Number> CheckedFile::numbers(std::string_view dataset, h5::Kind kind) const {
  const h5::Object& found = object(dataset);
  if (found.kind != kind)
    damaged(fmt::format("{} holds no {} numbers", dataset, h5::name_of(kind)));
  h5::Pieces pieces(opened_.file, found);
  std::vector<Number> all;
  all.reserve(found.count());
  for (auto piece = pieces.next(); !piece.empty(); piece = pieces.next())
    for (std::size_t at = 0; at < piece.size(); at += sizeof(Number)) {
      Number number;
      std::memcpy(&number, piece.data() + at, sizeof number);
      all.push_back(number);
    }
  return all;
}

std::vector<double> CheckedFile::doubles(std::string_view dataset) const {
  return numbers<double>(dataset, h5::Kind::float64);
}

std::vector<std::int8_t> CheckedFile::bytes(std::string_view dataset) const {
  return numbers<std::int8_t>(dataset, h5::Kind::int8);
}

std::vector<std::int32_t> CheckedFile::integers(std::string_view dataset) const {
  return numbers<std::int32_t>(dataset, h5::Kind::int32);
}

std::vector<std::size_t> CheckedFile::shape(std::string_view dataset) const {
  const h5::Object& found = object(dataset);
  return {found.shape.begin(), found.shape.end()};
}

}  // namespace coopsim
