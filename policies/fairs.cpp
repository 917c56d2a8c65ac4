// SPDX-License-Identifier: Apache-2.0
#include "policies/fairs.hpp"

#include <algorithm>
#include <array>

#include "policies/assignment.hpp"

namespace coopsim {
namespace {

constexpr std::array fair_accounts = {Account::C2, Account::C3, Account::C4};

}  // namespace

void Fairs::edits(Edits& edits) const {
  edits.push_back({"the places at fairs", fiscal_day(from)});
  edit_targets(edits, fair_accounts, target, fiscal_day(from));
}

// All three are multiples of what was planned before the first of them moves the others' money.
void Fairs::fund(Funding& funding) const {
  const std::array factors = {consultations, exhibitions, missions};
  const Appropriations planned = funding.money();
  for (std::size_t i = 0; i < fair_accounts.size(); ++i) {
    const Account account = fair_accounts[i];
    if (factors[i] == 1.0) continue;
    assign_from(from, account, name, funding,
                [&](int year, Money) { return portion(planned.of(account, year), factors[i]); });
  }
}

void Fairs::announce(Announcements& calendar) const {
  announce_targets(calendar, fiscal_day(std::max(from, calendar.policies_start())), fair_accounts,
                   target);
}

}  // namespace coopsim
