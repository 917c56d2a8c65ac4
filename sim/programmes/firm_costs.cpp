// SPDX-License-Identifier: Apache-2.0
#include "sim/programmes/firm_costs.hpp"

#include <cmath>

#include "sim/context.hpp"
#include "sim/kernel/math.hpp"

namespace coopsim {

void charge(Account account, Money cost, Time now, Context& context) {
  context.emit(FirmPaid{year_of(now), account, cost});
}

Money co_payment(Money paid, const Context& context) {
  const double share = context.parameters.economics.training_share;
  return portion(paid, share / (1.0 - share));
}

Money lost_work(std::uint32_t slot, double days, Time now, const Context& context) {
  const EconomicsParameters& p = context.parameters.economics;
  const double productivity =
      math::exp(context.world.firms.log_productivity(slot, now, 0.0));  // KRW million a year
  return {std::llround(1000.0 * p.absence_value * productivity * days / p.absence_year)};
}

}  // namespace coopsim
