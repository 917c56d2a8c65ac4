// SPDX-License-Identifier: Apache-2.0
#include "output/result_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cstring>

#include "output/content.hpp"
#include "output/inspection.hpp"
#include "output/result_reader.hpp"

namespace coopsim {
namespace {

struct File {
  explicit File(const std::filesystem::path& path)
      : opened(h5::open_to_read(path)), objects(h5::inspect(opened.file, opened.bytes)) {
    std::erase_if(objects, [](const h5::Object& object) { return !is_content(object); });
  }
  h5::Opened opened;
  std::vector<h5::Object> objects;
};

std::string shown(const h5::Attribute& attribute) {
  const auto number = [&]<class T>(T value) {
    std::memcpy(&value, attribute.bytes.data(), sizeof value);
    return fmt::format("{}", value);
  };
  switch (attribute.kind) {
    case h5::Kind::float64:
      return number(0.0);
    case h5::Kind::int8:
      return number(std::int8_t{});
    case h5::Kind::int32:
      return number(std::int32_t{});
    case h5::Kind::int64:
      return number(std::int64_t{});
    case h5::Kind::text:
      return fmt::format("\"{}\"", attribute.bytes.substr(0, 80));
    case h5::Kind::group:
      break;
  }
  return "";
}

std::string shape_text(const std::vector<hsize_t>& shape) {
  return shape.empty() ? "one value" : fmt::format("{}", fmt::join(shape, " x "));
}

void compare_attributes(const h5::Object& a, const h5::Object& b, std::vector<Fault>& faults) {
  const auto mine = content_attributes(a), theirs = content_attributes(b);
  const auto place = [&](const h5::Attribute& of) { return a.path + " attribute " + of.name; };
  for (const h5::Attribute& attribute : mine) {
    const auto other = std::ranges::find(theirs, attribute.name, &h5::Attribute::name);
    if (other == theirs.end())
      faults.push_back({place(attribute), "stands in the first file only"});
    else if (other->kind != attribute.kind || other->bytes != attribute.bytes)
      faults.push_back(
          {place(attribute), fmt::format("{} and {}", shown(attribute), shown(*other))});
  }
  for (const h5::Attribute& attribute : theirs)
    if (std::ranges::find(mine, attribute.name, &h5::Attribute::name) == mine.end())
      faults.push_back({place(attribute), "stands in the second file only"});
}

std::string place_text(const h5::Object& object, std::size_t at) {
  std::string text;
  for (std::size_t i = object.shape.size(); i-- > 0;) {
    const std::string axis = i < object.axes.size() ? object.axes[i] + " " : std::string();
    text = fmt::format("{}{}{}{}", axis, at % object.shape[i], text.empty() ? "" : ", ", text);
    at /= object.shape[i];
  }
  return text;
}

std::string value_text(h5::Kind kind, const std::byte* at) {
  return shown({"", kind, std::string(reinterpret_cast<const char*>(at), h5::bytes_of(kind))});
}

void compare_texts(const File& one, const h5::Object& a, const File& two, const h5::Object& b,
                   std::vector<Fault>& faults) {
  const auto mine = h5::read_texts(one.opened.file, a), theirs = h5::read_texts(two.opened.file, b);
  std::size_t differ = 0, first = 0;
  for (std::size_t i = mine.size(); i-- > 0;)
    if (mine[i] != theirs[i]) ++differ, first = i;
  if (differ > 0)
    faults.push_back({a.path, fmt::format("{} of {} texts differ, the first at [{}]", differ,
                                          mine.size(), place_text(a, first))});
}

void compare_numbers(const File& one, const h5::Object& a, const File& two, const h5::Object& b,
                     std::vector<Fault>& faults) {
  h5::Pieces mine(one.opened.file, a), theirs(two.opened.file, b);
  const std::size_t size = h5::bytes_of(a.kind);
  std::size_t differ = 0, before = 0;
  std::string first;
  for (auto x = mine.next(), y = theirs.next(); !x.empty(); x = mine.next(), y = theirs.next()) {
    if (std::memcmp(x.data(), y.data(), x.size()) != 0)
      for (std::size_t i = 0; i < x.size() / size; ++i) {
        if (std::memcmp(&x[i * size], &y[i * size], size) == 0) continue;
        if (differ++ == 0)
          first = fmt::format("the first at [{}]: {} and {}", place_text(a, before + i),
                              value_text(a.kind, &x[i * size]), value_text(a.kind, &y[i * size]));
      }
    before += x.size() / size;
  }
  if (differ > 0)
    faults.push_back({a.path, fmt::format("{} of {} values differ, {}", differ, before, first)});
}

void compare_objects(const File& one, const h5::Object& a, const File& two, const h5::Object& b,
                     std::vector<Fault>& faults) {
  compare_attributes(a, b, faults);
  if (a.kind != b.kind) {
    faults.push_back({a.path, fmt::format("holds {} and {}", name_of(a.kind), name_of(b.kind))});
  } else if (a.shape != b.shape) {
    faults.push_back(
        {a.path, fmt::format("has {} and {}", shape_text(a.shape), shape_text(b.shape))});
  } else {
    if (a.axes != b.axes) faults.push_back({a.path, "has other axes"});
    if (a.kind == h5::Kind::text) compare_texts(one, a, two, b, faults);
    if (a.kind != h5::Kind::text && a.kind != h5::Kind::group)
      compare_numbers(one, a, two, b, faults);
  }
}

}  // namespace

std::vector<Fault> verify_checksums(const std::filesystem::path& path) {
  const ResultReader reader(path);
  const auto names = reader.read_texts(checksum_names_path), hex = reader.read_texts(checksum_path);
  const File file(path);
  const auto found = checksums(file.opened.file, file.objects);
  std::vector<Fault> faults;
  std::vector<Checksum> stored;
  for (std::size_t i = 0; i < std::min(names.size(), hex.size()); ++i)
    stored.push_back({names[i], hex[i]});
  for (const Checksum& sum : found) {
    const auto expected = std::ranges::find(stored, sum.path, &Checksum::path);
    if (expected == stored.end())
      faults.push_back({sum.path, "has no checksum: it was added later"});
    else if (expected->hex != sum.hex)
      faults.push_back({sum.path, "was changed or damaged: its checksum does not match"});
  }
  for (const Checksum& sum : stored)
    if (std::ranges::find(found, sum.path, &Checksum::path) == found.end())
      faults.push_back({sum.path, "is missing"});
  if (names.size() != hex.size() || content_hash(stored) != reader.facts().content_hash)
    faults.push_back({std::string(checksum_path), "the table of checksums itself was changed"});
  if (text_hash(reader.facts().scenario) != reader.facts().scenario_hash)
    faults.push_back({"provenance/scenario", "does not match the file's scenario_hash"});
  return faults;
}

std::vector<Fault> compare_results(const std::filesystem::path& a, const std::filesystem::path& b) {
  const File one(a), two(b);
  std::vector<Fault> faults;
  auto mine = one.objects.begin(), theirs = two.objects.begin();
  while (mine != one.objects.end() || theirs != two.objects.end()) {
    if (theirs == two.objects.end() || (mine != one.objects.end() && mine->path < theirs->path)) {
      faults.push_back({mine++->path, "stands in the first file only"});
    } else if (mine == one.objects.end() || theirs->path < mine->path) {
      faults.push_back({theirs++->path, "stands in the second file only"});
    } else {
      compare_objects(one, *mine++, two, *theirs++, faults);
    }
  }
  return faults;
}

}  // namespace coopsim
