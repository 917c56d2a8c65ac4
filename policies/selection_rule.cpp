// SPDX-License-Identifier: Apache-2.0
#include "policies/selection_rule.hpp"

#include <algorithm>

namespace coopsim {

void Selection::edits(Edits& edits) const { edits.push_back({"the selection rule", from}); }

void Selection::announce(Announcements& calendar) const {
  calendar.at(std::max(from, calendar.policies_start()), SelectionChanged{rule});
}

}  // namespace coopsim
