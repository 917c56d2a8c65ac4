// SPDX-License-Identifier: Apache-2.0
#include "sim/values.hpp"

#include <cassert>
#include <cmath>
#include <cstdlib>

namespace coopsim {

Money portion(Money amount, double share) {
  __extension__ using Wide = __int128;  // 63 bits of money times 60 bits of share
  assert(std::abs(share) <= 1e6);
  constexpr std::int64_t unit = 1'000'000'000'000;
  const auto decimal = static_cast<std::int64_t>(std::round(share * static_cast<double>(unit)));
  const Wide product = Wide(amount.thousand) * decimal;
  const bool negative = product < 0;
  const Wide size = negative ? -product : product;

  auto quotient = static_cast<std::int64_t>(size / unit);
  const auto twice_rest = 2 * static_cast<std::int64_t>(size % unit);
  if (twice_rest > unit || (twice_rest == unit && quotient % 2 != 0)) ++quotient;
  return {negative ? -quotient : quotient};
}

double interpolate(const Path<double>& path, Time at) {
  const auto after = std::upper_bound(path.steps.begin(), path.steps.end(), at,
                                      [](Time t, const auto& step) { return t < step.from; });
  if (after == path.steps.begin()) return after->value;
  const auto& left = *std::prev(after);
  if (after == path.steps.end()) return left.value;
  const auto passed = static_cast<double>((at - left.from).count());
  const auto whole = static_cast<double>((after->from - left.from).count());
  return left.value + (after->value - left.value) * (passed / whole);
}

}  // namespace coopsim
