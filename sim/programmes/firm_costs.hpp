// SPDX-License-Identifier: Apache-2.0
// What a service costs the firm that has it, beside the public money. Costs are reported, never
// decide anything: firms do not look at them.
#pragma once
#include <cstdint>

#include "sim/values.hpp"
#include "sim/world/places.hpp"

namespace coopsim {

struct Context;

// Reports that a firm bears `cost` of a service of this account.
void charge(Account account, Money cost, Time now, Context&);

// The firm's part where `paid` is public money's part of a seat.
Money co_payment(Money paid, const Context&);
// Value added that the firm in this slot loses while one of its workers is away for `days`, at its
// productivity without the programme's effect.
Money lost_work(std::uint32_t slot, double days, Time now, const Context&);
// The nth of `count` parts of `whole`, which differ by a thousand won at most and sum to it.
// REQUIRES: 1 <= nth <= count.
constexpr Money instalment(Money whole, int nth, int count) {
  return {whole.thousand * nth / count - whole.thousand * (nth - 1) / count};
}

}  // namespace coopsim
