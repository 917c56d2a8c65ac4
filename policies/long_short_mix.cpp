// SPDX-License-Identifier: Apache-2.0
#include "policies/long_short_mix.hpp"

#include <algorithm>

namespace coopsim {

void LongShortMix::edits(Edits& edits) const {
  edits.push_back({"the long share of engagements", from});
}

void LongShortMix::announce(Announcements& calendar) const {
  calendar.at(std::max(from, calendar.policies_start()), LongShareChanged{long_share});
}

}  // namespace coopsim
