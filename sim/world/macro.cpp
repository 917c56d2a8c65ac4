// SPDX-License-Identifier: Apache-2.0
#include "sim/world/macro.hpp"

#include "sim/kernel/distribution.hpp"
#include "sim/kernel/math.hpp"
#include "sim/world/draws.hpp"
#include "sim/world/identity.hpp"

namespace coopsim {

void Macro::start_year(int year, const Random& random) {
  const MacroParameters& p = parameters_;
  if (year <= p.known_to) {
    exchange_rate_ = p.exchange_rate.at(date(year, 1, 1));
    exports_ = p.exports.at(date(year, 1, 1));
    return;
  }
  const EntityId world = entity_of(Kind::world);
  const auto nth = std::uint32_t(year);
  exchange_rate_ *= math::exp(
      normal_quantile(random.uniform(world, draw::exchange, nth), 0.0, p.exchange_log_sd));
  exports_ *= math::exp(normal_quantile(random.uniform(world, draw::exports, nth), p.exports_drift,
                                        p.exports_log_sd));
}

}  // namespace coopsim
