// SPDX-License-Identifier: Apache-2.0
#include "policies/indicator_weights.hpp"

#include <algorithm>
#include <cmath>

namespace coopsim {

void IndicatorWeights::edits(Edits& edits) const {
  edits.push_back({"the weights of the indicators", from});
}

void IndicatorWeights::announce(Announcements& calendar) const {
  const auto hundredths = [](double weight) {
    return static_cast<std::uint8_t>(std::lround(weight * 100));
  };
  calendar.at(std::max(from, calendar.policies_start()),
              IndicatorsChanged{hundredths(delivered), hundredths(gain), hundredths(applications),
                                hundredths(execution), static_cast<float>(noise)});
}

}  // namespace coopsim
