// SPDX-License-Identifier: Apache-2.0
#include "sim/world/apportion.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace coopsim {

std::vector<Money> apportion(Money whole, std::span<const std::int64_t> weights) {
  __extension__ using Wide = __int128;
  const Wide sum = std::accumulate(weights.begin(), weights.end(), Wide{0});
  std::vector<Money> parts(weights.size());
  if (whole.thousand == 0) return parts;
  assert(whole.thousand > 0 && sum > 0);

  std::vector<Wide> remainders(weights.size());
  std::int64_t left = whole.thousand;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    assert(weights[i] >= 0);
    const Wide product = Wide(whole.thousand) * weights[i];
    parts[i].thousand = static_cast<std::int64_t>(product / sum);
    remainders[i] = product % sum;
    left -= parts[i].thousand;
  }
  // Fewer are left than parts with a remainder, so no part without one is rounded up.
  std::vector<std::size_t> order(weights.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
  for (std::size_t i = 0; i < static_cast<std::size_t>(left); ++i) ++parts[order[i]].thousand;
  return parts;
}

}  // namespace coopsim
