// SPDX-License-Identifier: Apache-2.0
#include "policies/japan_funding_end.hpp"

#include <algorithm>

#include "policies/cut_in_year.hpp"
#include "policies/funding.hpp"

namespace coopsim {
namespace {

constexpr FiscalYear japans = fiscal_year(Authority::japan);

// The first opening of a fiscal year of Japan at or after `day`.
Time opening_from(Time day) {
  const Time same_year = japans.start(year_of(day));
  return same_year >= day ? same_year : japans.start(year_of(day) + 1);
}

}  // namespace

void JapanFundingEnd::edits(Edits& edits) const { edits.push_back({"Japan's funding", from}); }

void JapanFundingEnd::fund(Funding& funding) const {
  if (share == 0) return;
  for (int year = funding.first_year(); year <= funding.last_year(); ++year) {
    if (japans.start(year) < from) continue;
    const Money planned = authority_total(funding.money(), Authority::japan, year);
    funding.scale_authority(year, Authority::japan, portion(planned, 1 - share));
  }
}

void JapanFundingEnd::announce(Announcements& calendar) const {
  if (reluctance == 0) return;
  calendar.at(opening_from(std::max(from, calendar.policies_start())),
              ReluctanceShocked{reluctance});
}

}  // namespace coopsim
