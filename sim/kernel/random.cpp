// SPDX-License-Identifier: Apache-2.0
#include "sim/kernel/random.hpp"

namespace coopsim {
namespace {

// Finalizer of SplitMix64 (Steele, Lea and Flood 2014): every bit of the input reaches every bit.
constexpr std::uint64_t mix(std::uint64_t x) {
  x += 0x9E37'79B9'7F4A'7C15;
  x = (x ^ (x >> 30)) * 0xBF58'476D'1CE4'E5B9;
  x = (x ^ (x >> 27)) * 0x94D0'49BB'1331'11EB;
  return x ^ (x >> 31);
}

}  // namespace

Random::Random(std::uint64_t seed, std::uint32_t replication) : replication_(replication) {
  for (std::size_t purpose = 0; purpose < keys_.size(); ++purpose) {
    const std::uint64_t key = mix(mix(seed) + purpose);
    keys_[purpose] = {{std::uint32_t(key), std::uint32_t(key >> 32)}};
  }
}

}  // namespace coopsim
