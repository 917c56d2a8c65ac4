// SPDX-License-Identifier: Apache-2.0
#include "policies/adviser_wave.hpp"

#include <algorithm>

namespace coopsim {

void AdviserWave::edits(Edits& edits) const {
  if (!share.steps.empty()) edits.push_back({"the wave of retired engineers", share.steps[0].from});
}

void AdviserWave::announce(Announcements& calendar) const {
  for (const auto& step : share.steps)
    calendar.at(std::max(step.from, calendar.policies_start()), AdviserWaveChanged{step.value});
}

}  // namespace coopsim
