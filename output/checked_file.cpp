// SPDX-License-Identifier: Apache-2.0
#include "output/checked_file.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cstring>

#include "output/content.hpp"
#include "output/h5_write.hpp"
#include "output/inspection.hpp"
#include "output/result_error.hpp"

namespace coopsim {
namespace {

const h5::Object* found_in(const h5::Listed& listed, std::string_view path) {
  const auto found = std::ranges::find(listed.objects, path, &h5::Object::path);
  return found == listed.objects.end() ? nullptr : &*found;
}

const h5::Object& needed_in(const CheckedFile& file, std::string_view path) {
  if (const h5::Object* const found = found_in(*file.listed(), path)) return *found;
  file.damaged(fmt::format("has no {}", path));
}

template <class Number>
constexpr h5::Kind kind_of = h5::Kind::group;
template <>
constexpr h5::Kind kind_of<double> = h5::Kind::float64;
template <>
constexpr h5::Kind kind_of<std::int8_t> = h5::Kind::int8;
template <>
constexpr h5::Kind kind_of<std::int32_t> = h5::Kind::int32;

}  // namespace

CheckedFile::CheckedFile(const std::filesystem::path& path)
    : path_(path), listed_(std::make_shared<const h5::Listed>(path)) {}

void CheckedFile::damaged(std::string_view why) const {
  throw ResultError(ResultFault::bad_data, fmt::format("{}: {}", path_.string(), why));
}

bool CheckedFile::has(std::string_view path) const { return found_in(*listed_, path) != nullptr; }

std::string CheckedFile::group_text(std::string_view group, std::string_view name) const {
  const h5::Attribute* const found = needed_in(*this, group).find(name);
  return found && found->kind == h5::Kind::text ? found->bytes : std::string();
}

std::string CheckedFile::hash() const {
  return content_hash(checksums(listed_->opened.file, listed_->objects));
}

std::vector<std::string> CheckedFile::texts(std::string_view dataset) const {
  const h5::Object& found = needed_in(*this, dataset);
  if (found.kind != h5::Kind::text) damaged(fmt::format("{} holds no texts", dataset));
  return h5::read_texts(listed_->opened.file, found);
}

template <class Number>
std::vector<Number> CheckedFile::numbers(std::string_view dataset) const {
  constexpr h5::Kind kind = kind_of<Number>;
  const h5::Object& found = needed_in(*this, dataset);
  if (found.kind != kind)
    damaged(fmt::format("{} holds no {} numbers", dataset, h5::name_of(kind)));
  h5::Pieces pieces(listed_->opened.file, found);
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
  return numbers<double>(dataset);
}

std::vector<std::int8_t> CheckedFile::bytes(std::string_view dataset) const {
  return numbers<std::int8_t>(dataset);
}

std::vector<std::int32_t> CheckedFile::integers(std::string_view dataset) const {
  return numbers<std::int32_t>(dataset);
}

std::vector<std::size_t> CheckedFile::shape(std::string_view dataset) const {
  const h5::Object& found = needed_in(*this, dataset);
  return {found.shape.begin(), found.shape.end()};
}

std::vector<std::string> CheckedFile::axes(std::string_view dataset) const {
  return needed_in(*this, dataset).axes;
}

bool CheckedFile::holds_integers(std::string_view dataset) const {
  return needed_in(*this, dataset).kind == h5::Kind::int32;
}

std::vector<std::string> CheckedFile::doubles_in(std::string_view group) const {
  const std::string beneath = fmt::format("{}/", group);
  std::vector<std::string> names;
  for (const h5::Object& one : listed_->objects)
    if (one.kind == h5::Kind::float64 && one.path.starts_with(beneath))
      names.push_back(one.path.substr(beneath.size()));
  return names;
}

std::vector<double> CheckedFile::doubles_at(std::string_view dataset, std::size_t place) const {
  const h5::Object& found = needed_in(*this, dataset);
  if (found.kind != h5::Kind::float64 || found.shape.empty() || place >= found.shape.front())
    damaged(fmt::format("{} has no place {} of doubles", dataset, place));
  std::vector<hsize_t> start(found.shape.size(), 0), count = found.shape;
  start.front() = place, count.front() = 1;
  std::vector<double> values(found.count() / found.shape.front());
  if (values.empty()) return values;
  const h5::Handle opened(H5Dopen2(listed_->opened.file, found.path.c_str(), H5P_DEFAULT),
                          "opening " + found.path, ResultFault::bad_data);
  h5::read_box(opened, start, count, H5T_NATIVE_DOUBLE, values.data());
  return values;
}

}  // namespace coopsim
