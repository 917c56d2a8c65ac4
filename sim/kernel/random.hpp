// SPDX-License-Identifier: Apache-2.0
// Addressed draws: the same entity draws the same numbers for the same purpose under every policy
// and on every thread, whatever else was drawn before. Philox 4x32-10 of Random123.
//
// key = hash(seed, purpose); counter = occasion 32 | replication 32 | entity 64.
#pragma once
#include <Random123/philox.h>

#include <array>
#include <cstdint>

#include "sim/kernel/entity.hpp"

namespace coopsim {

// Why a number is drawn. A model lists its purposes (append-only, below 256): they are part of
// the results.
enum class Purpose : std::uint8_t {};

class Random {
 public:
  using Block = std::array<std::uint32_t, 4>;

  Random(std::uint64_t seed, std::uint32_t replication);

  // 128 random bits of one address. `occasion` is the entity's own nth such draw.
  Block block(EntityId who, Purpose why, std::uint32_t occasion) const {
    ++draws_;
    const r123::Philox4x32::ctr_type counter = {
        {occasion, replication_, std::uint32_t(who.bits), std::uint32_t(who.bits >> 32)}};
    const r123::Philox4x32::ctr_type bits = philox_(counter, keys_[std::size_t(why)]);
    return {bits[0], bits[1], bits[2], bits[3]};
  }

  // A number in (0, 1), never 0 or 1, on a grid of 2^-52.
  double uniform(EntityId who, Purpose why, std::uint32_t occasion = 0) const {
    return unit(block(who, why, occasion), 0);
  }

  // Two independent numbers of one address.
  std::array<double, 2> uniforms(EntityId who, Purpose why, std::uint32_t occasion = 0) const {
    const Block bits = block(who, why, occasion);
    return {unit(bits, 0), unit(bits, 2)};
  }

  // How many blocks were drawn: part of the fingerprint.
  std::uint64_t draws() const { return draws_; }

 private:
  static double unit(const Block& bits, std::size_t first) {
    const std::uint64_t word = std::uint64_t(bits[first + 1]) << 32 | bits[first];
    return (double(word >> 12) + 0.5) * 0x1p-52;
  }

  r123::Philox4x32 philox_;
  std::array<r123::Philox4x32::key_type, 256> keys_;
  std::uint32_t replication_;
  mutable std::uint64_t draws_ = 0;
};

}  // namespace coopsim
