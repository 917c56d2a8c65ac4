// SPDX-License-Identifier: Apache-2.0
#include "sim/world/japan.hpp"

#include <algorithm>

#include "sim/kernel/distribution.hpp"
#include "sim/kernel/math.hpp"
#include "sim/world/draws.hpp"
#include "sim/world/identity.hpp"

namespace coopsim {

double Japan::partner_benefit(const Partnerships& live) const {
  const JapanParameters& p = parameters_;
  return 1.0 - math::exp(-(live.deals / p.benefit_deals + live.alliances / p.benefit_alliances +
                           live.advisers / p.benefit_advisers));
}

double Japan::leak_chance(double engagements, double safeguards, double scale, double years) const {
  if (scale <= 0) return 0;
  const double rate = parameters_.leak_rate * engagements / (parameters_.leak_engagements * scale);
  return 1.0 - math::exp(-rate * years / (1.0 + safeguards));
}

void Japan::end_year(int year, double gap_closed, const Partnerships& live, Time now,
                     const Random& random) {
  const double noise =
      normal_quantile(random.uniform(entity_of(Kind::world), draw::reluctance, std::uint32_t(year)),
                      0.0, parameters_.reluctance_noise);
  reluctance_ +=
      parameters_.reluctance_of_gap * gap_closed / 10.0 -
      parameters_.reluctance_of_benefit * partner_benefit(live) * parameters_.win_win.at(now) +
      noise;
  reluctance_ = std::clamp(reluctance_, 0.0, 1.0);
}

int Japan::host_places(Money money, Money reference, double scale) const {
  const double funded = reference.thousand > 0
                            ? std::min(1.0, parameters_.host_money_factor * double(money.thousand) /
                                                double(reference.thousand))
                            : 1.0;
  const double willing = math::exp(-std::max(0.0, reluctance_ - .5));
  return int(scale * parameters_.host_places * willing *
             (parameters_.host_base + (1.0 - parameters_.host_base) * funded));
}

double Japan::withdrawal_chance() const {
  const double hazard =
      parameters_.withdrawal_rate * math::exp(parameters_.withdrawal_slope * (reluctance_ - .5));
  return 1.0 - math::exp(-hazard);
}

}  // namespace coopsim
