// SPDX-License-Identifier: Apache-2.0
// Resamples by addressed draws, for statistics without a formula for their spread: which members
// resample `number` has depends on the seed and on that number alone, so that neither threads nor
// the order of the work can move a bit.
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/kernel/random.hpp"

namespace coopsim {

// Purposes below those of `bootstrap` and of the designs, so that a resample of a sweep never has
// the draws that made its points; the model's, counted from the first, are far from them.
enum class Resampling : std::uint8_t { rows = 240, labels = 239, halves = 238 };

class Resamples {
 public:
  // Of members 0 to size - 1.
  Resamples(std::int64_t seed, std::size_t size, Resampling why);

  // As many as there are, with replacement (Efron 1979).
  void with_replacement(std::uint32_t number, std::vector<std::size_t>& members) const;
  // All of them in random order (Fisher and Yates 1938).
  void shuffled(std::uint32_t number, std::vector<std::size_t>& members) const;

 private:
  std::size_t size_;
  Purpose why_;
  Random random_;
};

struct PercentileInterval {
  double low, high;
};
// Between the quantiles that leave equal tails (Efron 1979). NaN among `statistics`, resamples that
// tell nothing, are left out; NaN for both ends where fewer than half are left. REQUIRES: 0 <
// confidence < 1.
PercentileInterval percentile_interval(std::vector<double> statistics, double confidence);

}  // namespace coopsim
