// SPDX-License-Identifier: Apache-2.0
#include "policies/recruitment.hpp"

#include <algorithm>

#include "policies/funding.hpp"
#include "policies/words.hpp"

namespace coopsim {

void Recruitment::edits(Edits& edits) const {
  edits.push_back({"the recruitment of advisers", from});
}

// More effort must be paid from B7 in every year in which it is made.
void Recruitment::fund(Funding& funding) const {
  const AdviceParameters& advice = funding.parameters().advice;
  if (effort <= advice.recruitment_effort) return;
  const Money upkeep = portion(advice.upkeep, funding.parameters().budget.scale * effort);
  std::vector<int> years;
  for (int year = std::max(funding.first_year(), year_of(from)); year <= funding.last_year();
       ++year)
    if (funding.money().of(Account::B7, year) < upkeep) years.push_back(year);
  if (years.empty()) return;
  funding.problem(
      "unfunded mandate: effort needs " + in_words(upkeep) + " a year of account B7, which holds " +
          in_words(funding.money().of(Account::B7, years[0])) + " in " + years_in_words(years),
      "lower effort, start later, or give B7 more with share_path and release_to");
}

void Recruitment::announce(Announcements& calendar) const {
  calendar.at(std::max(from, calendar.policies_start()), RecruitmentChanged{effort});
}

}  // namespace coopsim
