// SPDX-License-Identifier: Apache-2.0
// Money divided without losing any.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "sim/values.hpp"

namespace coopsim {

// Splits `whole` by weights into whole KRW thousand by largest remainders: each part is its quota
// rounded down or up, equal remainders favour the earlier part, and the parts sum to `whole`
// exactly. Integer arithmetic throughout.
// REQUIRES: whole and weights not negative; a positive weight unless whole is zero; the weights'
// sum times `whole` below 2^126.
std::vector<Money> apportion(Money whole, std::span<const std::int64_t> weights);

}  // namespace coopsim
