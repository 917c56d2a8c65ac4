// SPDX-License-Identifier: Apache-2.0
#include "policies/safeguards.hpp"

#include <algorithm>

namespace coopsim {

void Safeguards::edits(Edits& edits) const { edits.push_back({"the safeguards", from}); }

void Safeguards::announce(Announcements& calendar) const {
  const auto each = static_cast<std::int32_t>(std::min<std::int64_t>(cost.thousand, INT32_MAX));
  calendar.at(std::max(from, calendar.policies_start()),
              SafeguardsChanged{static_cast<float>(level), level > 0 ? each : 0});
}

}  // namespace coopsim
