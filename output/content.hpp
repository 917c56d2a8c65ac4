// SPDX-License-Identifier: Apache-2.0
// What a result says, apart from how and when it was computed: the part that must agree between
// equal runs, and the checksums that guard it.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "output/inspection.hpp"
#include "output/text_hash.hpp"
#include "sim/kernel/fingerprint.hpp"

namespace coopsim {

inline constexpr std::string_view checksum_path = "provenance/checksum",
                                  checksum_names_path = "provenance/checksum_of",
                                  content_hash_attribute = "content_hash";

// All but group `execution` and the checksums themselves.
bool is_content(const h5::Object& object);
// The attributes of `object` that are content: all but the root's content_hash.
std::vector<h5::Attribute> content_attributes(const h5::Object& object);

// 128 bits over path, type, shape, axes, attributes and every value.
Fingerprint::Value checksum(hid_t file, const h5::Object& object);

struct Checksum {
  std::string path;
  std::string hex;
};
// Of everything that is content, by path.
std::vector<Checksum> checksums(hid_t file, const std::vector<h5::Object>& objects);
// One for all of them.
std::string content_hash(const std::vector<Checksum>& checksums);

}  // namespace coopsim
