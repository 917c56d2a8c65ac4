// SPDX-License-Identifier: Apache-2.0
// Cheap draws for the benchmarks, so that the event lists are timed and not the draws: a few
// nanoseconds each, the same for every structure compared. Not for models.
#pragma once
#include <array>
#include <bit>
#include <cstdint>

namespace coopsim::bench {

// xorshift64* (Vigna 2016).
class Draws {
 public:
  explicit Draws(std::uint64_t seed = 88'172'645'463'325'252) : state_(seed) {}

  std::uint64_t bits() {
    state_ ^= state_ >> 12;
    state_ ^= state_ << 25;
    state_ ^= state_ >> 27;
    return state_ * 0x2545'F491'4F6C'DD1D;
  }
  // In (0, 1).
  double uniform() { return (double(bits() >> 12) + 0.5) * 0x1p-52; }
  // Of mean 1. Drawn in blocks, so that a draw is not in the way of the branch that waits for it.
  double exponential() {
    if (next_ == block_.size()) {
      for (double& x : block_) x = draw_exponential();
      next_ = 0;
    }
    return block_[next_++];
  }

 private:
  // The logarithm is a polynomial good to four digits.
  double draw_exponential() {
    const auto word = std::bit_cast<std::uint64_t>(uniform());
    const double exponent = double(std::int64_t(word >> 52) - 1023);
    const double m = std::bit_cast<double>((word & 0xF'FFFF'FFFF'FFFF) | 0x3FF0'0000'0000'0000);
    const double log2_m =
        -2.7868129 +
        m * (5.0469070 + m * (-3.4924943 + m * (1.5939287 - m * (0.4045563 - m * 0.0430278))));
    return -0.6931472 * (exponent + log2_m);
  }

  std::uint64_t state_;
  std::array<double, 256> block_{};
  std::size_t next_ = block_.size();
};

}  // namespace coopsim::bench
