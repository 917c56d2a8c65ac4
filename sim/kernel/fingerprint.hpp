// SPDX-License-Identifier: Apache-2.0
// 128 bits that stand for everything a run did, in order: two runs that agree in them went alike.
//
// Words of 64 bits are gathered in a block of 4 KB, little-endian and without padding; each full
// block is hashed (XXH3, 128 bits) together with the hash of all before it. A word costs a store;
// memory does not grow. A fingerprint is a value: a copy goes on alike, and equal contents are
// equal.
//
// It finds accidents, not forgers: XXH3 is not a cryptographic hash.
#pragma once
#include <array>
#include <bit>
#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

#include "sim/kernel/entity.hpp"
#include "sim/kernel/time.hpp"

namespace coopsim {

class Fingerprint {
 public:
  struct Value {
    std::uint64_t high = 0, low = 0;
    friend constexpr auto operator<=>(const Value&, const Value&) = default;
    std::string hex() const;  // 32 digits, high first
  };

  // Signed numbers count as their 64-bit two's complement, whatever their width.
  template <class Number>
  requires(std::integral<Number> || std::is_enum_v<Number>) void add(Number number) {
    if constexpr (std::is_enum_v<Number>)
      add(static_cast<std::underlying_type_t<Number>>(number));
    else if constexpr (std::is_signed_v<Number>)
      put(static_cast<std::uint64_t>(static_cast<std::int64_t>(number)));
    else
      put(static_cast<std::uint64_t>(number));
  }
  // By its bits; the two zeros are one, and so are all NaNs.
  void add(double number) {
    if (number != number) number = std::numeric_limits<double>::quiet_NaN();
    put(std::bit_cast<std::uint64_t>(number + 0.0));
  }
  void add(EntityId who) { put(who.bits); }
  void add(Time at) { add(at.time_since_epoch().count()); }
  void add(Duration span) { add(span.count()); }
  void add(const Value& value) { put(value.high), put(value.low); }
  void add(std::string_view text);  // its length, then its bytes

  // Of all that was added so far; more may be added afterwards.
  Value value() const { return hash(filled_); }
  friend bool operator==(const Fingerprint& a, const Fingerprint& b) {
    return a.value() == b.value();
  }

 private:
  static constexpr std::size_t words = 512;
  static constexpr std::size_t link = 2;  // words that hold the hash of all earlier blocks

  void put(std::uint64_t word) {
    if (filled_ == words) close_block();
    if constexpr (std::endian::native == std::endian::big) word = __builtin_bswap64(word);
    block_[filled_++] = word;
  }
  void close_block();
  Value hash(std::size_t count) const;

  std::array<std::uint64_t, words> block_{};
  std::size_t filled_ = link;
};

// One value for several, in the order given: replications by index give the run's.
Fingerprint::Value combine(std::span<const Fingerprint::Value> values);

}  // namespace coopsim
