// SPDX-License-Identifier: Apache-2.0
#include "policies/retention.hpp"

#include <algorithm>

namespace coopsim {

void Retention::edits(Edits& edits) const { edits.push_back({"follow-up and bond", from}); }

void Retention::announce(Announcements& calendar) const {
  const Time when = std::max(from, calendar.policies_start());
  calendar.at(when, RetentionChanged{static_cast<float>(bond), static_cast<float>(follow_up)});
  calendar.at(when, SeatCostChanged{follow_up > 0 ? cost.thousand : 0});
}

}  // namespace coopsim
