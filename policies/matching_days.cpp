// SPDX-License-Identifier: Apache-2.0
#include "policies/matching_days.hpp"

#include <algorithm>

namespace coopsim {

void MatchingDays::edits(Edits& edits) const {
  edits.push_back({"the number of matching days", from});
}

void MatchingDays::announce(Announcements& calendar) const {
  calendar.at(std::max(from, calendar.policies_start()), MatchingDaysChanged{days_a_year});
}

}  // namespace coopsim
