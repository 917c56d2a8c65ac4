// SPDX-License-Identifier: Apache-2.0
#include "policies/retention.hpp"

#include <algorithm>

namespace coopsim {

void Retention::edits(Edits& edits) const { edits.push_back({"follow-up and bond", from}); }

void Retention::announce(Announcements& calendar) const {
  const auto cost_of_seat = static_cast<std::int32_t>(follow_up > 0 ? cost.thousand : 0);
  calendar.at(
      std::max(from, calendar.policies_start()),
      RetentionChanged{static_cast<float>(bond), static_cast<float>(follow_up), cost_of_seat});
}

}  // namespace coopsim
