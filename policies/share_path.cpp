// SPDX-License-Identifier: Apache-2.0
#include "policies/share_path.hpp"

#include "policies/funding.hpp"
#include "policies/words.hpp"

namespace coopsim {

void SharePath::edits(Edits& edits) const {
  if (path.steps.empty()) return;
  for (const Account member : account.accounts)
    edits.push_back({"the money of " + std::string(id_of(member)), path.steps[0].from});
}

void SharePath::fund(Funding& funding) const {
  if (account.accounts.empty()) return;  // sets nothing, which `conflicts` reports
  std::vector<int> years;
  Money missing, wanted_first;
  for (int year = funding.first_year(); year <= funding.last_year(); ++year) {
    const double* share = in_force(path, year);
    if (!share) continue;
    const Money wanted = portion(funding.money().total(year), *share);
    const Money lacking = funding.resize(year, account.accounts, wanted);
    if (lacking == Money{}) continue;
    if (years.empty()) missing = lacking, wanted_first = wanted;
    years.push_back(year);
  }
  if (years.empty()) return;
  const bool frees = funding.sum_of(account.accounts, years[0]) > wanted_first;
  if (frees)
    funding.problem("no B or C account is left to take the " + in_words(missing) + " that " +
                        account.text + " frees in " + years_in_words(years),
                    "name a smaller group in account");
  else
    funding.problem("unfunded mandate: " + account.text + " needs " + in_words(missing) + " in " +
                        years_in_words(years) +
                        " beyond all that the B and C accounts outside it hold",
                    "lower the share, or raise the total");
}

}  // namespace coopsim
