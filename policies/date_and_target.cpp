// SPDX-License-Identifier: Apache-2.0
#include "policies/date_and_target.hpp"

#include "policies/account_group.hpp"

namespace coopsim {

void edit_targets(Edits& edits, std::span<const Account> accounts, const TargetFirms& target,
                  Time from) {
  if (target.is_everyone()) return;
  for (const Account account : accounts)
    edits.push_back({"whom " + std::string(id_of(account)) + " serves", from});
}

void announce_targets(Announcements& calendar, Time when, std::span<const Account> accounts,
                      const TargetFirms& target) {
  if (target.is_everyone()) return;
  for (const Account account : accounts) calendar.at(when, TargetChanged{account, target});
}

}  // namespace coopsim
