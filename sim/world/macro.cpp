// SPDX-License-Identifier: Apache-2.0
#include "sim/world/macro.hpp"

#include <algorithm>

#include "sim/kernel/distribution.hpp"
#include "sim/kernel/math.hpp"
#include "sim/world/draws.hpp"
#include "sim/world/identity.hpp"

namespace coopsim {

void Macro::start_year(int year, const Random& random) {
  const int known = std::min(year, parameters_.known_to);
  if (known == year || !started_) {
    exchange_rate_ = parameters_.exchange_rate.at(date(known, 1, 1));
    exports_ = parameters_.exports.at(date(known, 1, 1));
    for (int passed = known + 1; passed < year; ++passed) walk(passed, random);
    started_ = true;
  }
  if (known < year) walk(year, random);
}

void Macro::walk(int year, const Random& random) {
  const MacroParameters& p = parameters_;
  const EntityId world = entity_of(Kind::world);
  const auto nth = std::uint32_t(year);
  exchange_rate_ *= math::exp(
      normal_quantile(random.uniform(world, draw::exchange, nth), 0.0, p.exchange_log_sd));
  exports_ *= math::exp(normal_quantile(random.uniform(world, draw::exports, nth), p.exports_drift,
                                        p.exports_log_sd));
}

double Macro::deficit(int year) const {
  const MacroParameters& p = parameters_;
  const double passed = year - p.balance_year;
  const double log_imports =
      p.imports_of_exports * math::log(exports() / p.balance_economy_exports) +
      p.imports_of_exchange * math::log(exchange_rate() / p.balance_economy_exchange) +
      p.imports_trend * passed;
  return p.balance_imports * math::exp(log_imports) -
         p.balance_exports * math::exp(passed * math::log1p(p.balance_growth));
}

}  // namespace coopsim
