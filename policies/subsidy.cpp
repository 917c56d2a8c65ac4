// SPDX-License-Identifier: Apache-2.0
#include "policies/subsidy.hpp"

#include <algorithm>

namespace coopsim {

void Subsidy::edits(Edits& edits) const {
  edits.push_back({"the public share of engagements", from});
}

void Subsidy::announce(Announcements& calendar) const {
  calendar.at(std::max(from, calendar.policies_start()), SubsidyChanged{share});
}

}  // namespace coopsim
