// SPDX-License-Identifier: Apache-2.0
// Who an event or a draw belongs to. Identities are exogenous: they name a place in the model
// (slot, generation, ordinal within it), never a creation counter that a policy could shift.
#pragma once
#include <cassert>
#include <compare>
#include <cstdint>

namespace coopsim {

// Layout: class 6 bits | slot 24 | generation 10 | sub 24, so that firm 7 and course 7 never tie.
struct EntityId {
  std::uint64_t bits = 0;
  friend constexpr auto operator<=>(EntityId, EntityId) = default;

  constexpr std::uint32_t slot() const { return std::uint32_t(bits >> 34) & 0xFF'FFFF; }
  constexpr std::uint32_t generation() const { return std::uint32_t(bits >> 24) & 0x3FF; }
  constexpr std::uint32_t sub() const { return std::uint32_t(bits) & 0xFF'FFFF; }
};

// REQUIRES: kind < 2^6, slot < 2^24, generation < 2^10, sub < 2^24.
constexpr EntityId entity(unsigned kind, std::uint32_t slot, std::uint32_t generation = 0,
                          std::uint32_t sub = 0) {
  assert(kind < 64 && slot < (1u << 24) && generation < (1u << 10) && sub < (1u << 24));
  return {std::uint64_t(kind) << 58 | std::uint64_t(slot) << 34 | std::uint64_t(generation) << 24 |
          sub};
}

}  // namespace coopsim
