// SPDX-License-Identifier: Apache-2.0
#include "sim/kernel/fingerprint.hpp"

#define XXH_INLINE_ALL  // header-only: no library to link, the same code everywhere
#include <xxhash.h>

namespace coopsim {

Fingerprint::Value Fingerprint::hash(std::size_t count) const {
  const XXH128_hash_t digest = XXH3_128bits(block_.data(), count * sizeof(std::uint64_t));
  return {digest.high64, digest.low64};
}

void Fingerprint::close_block() {
  const Value before = hash(words);
  filled_ = 0;
  add(before);
}

void Fingerprint::add(std::string_view text) {
  add(text.size());
  std::uint64_t word = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    word |= std::uint64_t(static_cast<unsigned char>(text[i])) << (i % 8 * 8);
    if (i % 8 == 7 || i + 1 == text.size()) {
      put(word);
      word = 0;
    }
  }
}

std::string Fingerprint::Value::hex() const {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text(32, '0');
  for (std::size_t i = 0; i < 16; ++i) {
    text[15 - i] = digits[high >> (4 * i) & 15];
    text[31 - i] = digits[low >> (4 * i) & 15];
  }
  return text;
}

Fingerprint::Value combine(std::span<const Fingerprint::Value> values) {
  Fingerprint all;
  all.add(values.size());
  for (const Fingerprint::Value& value : values) all.add(value);
  return all.value();
}

}  // namespace coopsim
