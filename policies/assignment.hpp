// SPDX-License-Identifier: Apache-2.0
// What the levers share whose cost an account must bear. Such a lever acts by whole fiscal years:
// its money is planned from the first of Korea's years that opens on or after its date, and what
// it changes in the run changes on that day too.
#pragma once
#include <string_view>
#include <vector>

#include "policies/funding.hpp"
#include "policies/words.hpp"

namespace coopsim {

// The first day of the first of Korea's fiscal years not before `from`.
Time fiscal_day(Time from);

// Gives `account` the money that `wanted(year, held)` says in each year from `from` on, by the rule
// of funding (Funding::assign). Reports an unfunded mandate; `what` needs it, in words.
template <class Wanted>
void assign_from(Time from, Account account, std::string_view what, Funding& funding,
                 Wanted&& wanted) {
  std::vector<int> years;
  Money missing, first_wanted;
  for (int year = funding.first_year(); year <= funding.last_year(); ++year) {
    if (date(year, 1, 1) < from) continue;
    const Money held = funding.money().of(account, year);
    const Money amount = wanted(year, held);
    if (amount == held) continue;
    const Money lacking = funding.assign(year, account, amount);
    if (lacking == Money{}) continue;
    if (years.empty()) missing = lacking, first_wanted = amount;
    years.push_back(year);
  }
  if (years.empty()) return;
  const std::string id(id_of(account));
  funding.problem("unfunded mandate: " + std::string(what) + " needs " + in_words(first_wanted) +
                      " in account " + id + " in " + years_in_words(years) + ", " +
                      in_words(missing) + " more than " + id +
                      " and the other B and C accounts can give",
                  "ask for less, start later, or give " + id + " more with share_path");
}

// How many whole units `held` pays for at `unit` each. REQUIRES: unit is positive.
constexpr std::int64_t whole_units(Money held, Money unit) { return held.thousand / unit.thousand; }

}  // namespace coopsim
