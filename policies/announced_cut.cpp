// SPDX-License-Identifier: Apache-2.0
#include "policies/announced_cut.hpp"

#include <algorithm>

#include "policies/funding.hpp"

namespace coopsim {
namespace {

bool covers_all(const AccountChoice& choice) {
  return choice.accounts.size() == accounts_named("all").size();
}

}  // namespace

void AnnouncedCut::edits(Edits& edits) const {
  if (covers_all(account)) return edits.push_back({"the total appropriation", from});
  const auto& members = account.accounts;
  for (const Account member : members)
    edits.push_back({"the money of " + std::string(id_of(member)), from});
  const auto courses = std::count_if(members.begin(), members.end(), is_training);
  if (courses > 0 && courses < std::ptrdiff_t{course_count})
    edits.push_back({"the division of training money", from});
}

void AnnouncedCut::fund(Funding& funding) const {
  for (int year = funding.first_year(); year <= funding.last_year(); ++year) {
    if (date(year, 1, 1) < from) continue;
    if (covers_all(account))
      funding.scale_all(year, portion(funding.money().total(year), factor));
    else
      funding.scale_some(year, account.accounts,
                         portion(funding.sum_of(account.accounts, year), factor));
  }
}

}  // namespace coopsim
