// SPDX-License-Identifier: Apache-2.0
#include "policies/coverage.hpp"

#include <algorithm>

namespace coopsim {

void Coverage::edits(Edits& edits) const { edit_targets(edits, account.accounts, target, from); }

void Coverage::announce(Announcements& calendar) const {
  announce_targets(calendar, std::max(from, calendar.policies_start()), account.accounts, target);
}

}  // namespace coopsim
