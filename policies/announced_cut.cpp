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
  const auto in_six_fields = [](Account member) {
    return Account::B1 <= member && member <= Account::B6;
  };
  const auto fields = std::count_if(members.begin(), members.end(), in_six_fields);
  if (fields > 0 && fields < 6)
    edits.push_back({"the division of money between the six fields", from});
  const auto courses = std::count_if(members.begin(), members.end(), is_training);
  if (courses > 0 && courses < std::ptrdiff_t{course_count})
    edits.push_back({"the division of training money", from});
}

// A cut of all accounts takes from these too; one of single accounts must leave them.
std::string AnnouncedCut::first_assigned(const Funding& funding, int year) const {
  if (!covers_all(account))
    for (const Account member : account.accounts)
      if (funding.is_assigned(year, member)) return std::string(id_of(member));
  return {};
}

void AnnouncedCut::fund(Funding& funding) const {
  for (int year = funding.first_year(); year <= funding.last_year(); ++year) {
    if (date(year, 1, 1) < from) continue;
    if (const auto assigned = first_assigned(funding, year); factor < 1 && !assigned.empty())
      return funding.problem(
          "cuts account " + assigned + ", which another lever gives what its work needs",
          "lower that lever instead, or cut other accounts");
    if (covers_all(account))
      funding.scale_all(year, portion(funding.money().total(year), factor));
    else
      funding.scale_some(year, account.accounts,
                         portion(funding.sum_of(account.accounts, year), factor));
  }
}

}  // namespace coopsim
