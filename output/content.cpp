// SPDX-License-Identifier: Apache-2.0
#include "output/content.hpp"

#include <cstring>

#include "output/format.hpp"

namespace coopsim {
namespace {

void add_values(Fingerprint& print, hid_t file, const h5::Object& object) {
  if (object.kind == h5::Kind::group) return;
  if (object.kind == h5::Kind::text) {
    for (const std::string& text : h5::read_texts(file, object)) print.add(std::string_view(text));
    return;
  }
  const std::size_t size = h5::bytes_of(object.kind);
  h5::Pieces pieces(file, object);
  for (auto piece = pieces.next(); !piece.empty(); piece = pieces.next())
    for (std::size_t at = 0; at < piece.size(); at += size) {
      std::uint64_t word = 0;  // bits as stored: NaNs of different bits differ
      std::memcpy(&word, piece.data() + at, size);
      print.add(word);
    }
}

}  // namespace

bool is_content(const h5::Object& object) {
  return object.path != group::execution &&
         !object.path.starts_with(std::string(group::execution) + "/") &&
         object.path != checksum_path && object.path != checksum_names_path;
}

std::vector<h5::Attribute> content_attributes(const h5::Object& object) {
  std::vector<h5::Attribute> kept;
  for (const h5::Attribute& attribute : object.attributes)
    if (object.path != "/" || attribute.name != content_hash_attribute) kept.push_back(attribute);
  return kept;
}

Fingerprint::Value checksum(hid_t file, const h5::Object& object) {
  Fingerprint print;
  print.add(std::string_view(object.path));
  print.add(object.kind);
  print.add(object.shape.size());
  for (const hsize_t length : object.shape) print.add(length);
  print.add(object.axes.size());
  for (const std::string& axis : object.axes) print.add(std::string_view(axis));
  const auto attributes = content_attributes(object);
  print.add(attributes.size());
  for (const h5::Attribute& attribute : attributes) {
    print.add(std::string_view(attribute.name));
    print.add(attribute.kind);
    print.add(std::string_view(attribute.bytes));
  }
  add_values(print, file, object);
  return print.value();
}

std::vector<Checksum> checksums(hid_t file, const std::vector<h5::Object>& objects) {
  std::vector<Checksum> all;
  for (const h5::Object& object : objects)
    if (is_content(object)) all.push_back({object.path, checksum(file, object).hex()});
  return all;
}

std::string content_hash(const std::vector<Checksum>& checksums) {
  Fingerprint print;
  for (const Checksum& one : checksums) {
    print.add(std::string_view(one.path));
    print.add(std::string_view(one.hex));
  }
  return print.value().hex();
}

std::string text_hash(std::string_view text) {
  Fingerprint print;
  print.add(text);
  return print.value().hex();
}

}  // namespace coopsim
