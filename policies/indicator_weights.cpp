// SPDX-License-Identifier: Apache-2.0
#include "policies/indicator_weights.hpp"

#include <algorithm>
#include <cmath>

namespace coopsim {

void IndicatorWeights::edits(Edits& edits) const {
  edits.push_back({"the weights of the indicators", from});
}

void IndicatorWeights::announce(Announcements& calendar) const {
  const auto thousandths = [](double weight) {
    return static_cast<std::int16_t>(std::lround(weight * 1000));
  };
  calendar.at(
      std::max(from, calendar.policies_start()),
      IndicatorsChanged{thousandths(delivered), thousandths(gain), thousandths(applications),
                        thousandths(execution), static_cast<float>(noise)});
}

}  // namespace coopsim
