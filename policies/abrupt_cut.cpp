// SPDX-License-Identifier: Apache-2.0
#include "policies/abrupt_cut.hpp"

#include "policies/cut_in_year.hpp"
#include "policies/funding.hpp"
#include "policies/words.hpp"

namespace coopsim {

double year_left(Authority who, Time day) {
  using namespace std::chrono;
  const year_month_day civil(floor<std::chrono::days>(day));
  const unsigned month = unsigned(civil.month());
  const unsigned passed = (month + 12 - fiscal_year(who).opening_month) % 12;
  const unsigned last = unsigned((civil.year() / civil.month() / std::chrono::last).day());
  const double of_month = double(unsigned(civil.day()) - 1) / last;
  return (12 - passed - of_month) / 12;
}

void AbruptCut::edits(Edits& edits) const {
  for (const Authority who : authorities_of(authority)) add_cut_edit(edits, who, on);
  if (later < 1) edits.push_back({"the total appropriation", on});
}

void AbruptCut::fund(Funding& funding) const {
  if (!can_fall_on(funding, authority, on)) return;
  for (const Authority who : authorities_of(authority))
    for (int year = funding.first_year(); later < 1 && year <= funding.last_year(); ++year) {
      if (fiscal_year(who).start(year) <= on) continue;
      const Money planned = authority_total(funding.money(), who, year);
      funding.scale_authority(year, who, portion(planned, later));
    }
}

void AbruptCut::announce(Announcements& calendar) const {
  for (const Authority who : authorities_of(authority)) {
    const double part = measure == CutMeasure::rate ? share * year_left(who, on) : share;
    announce_cut(calendar, who, on, part);
  }
}

}  // namespace coopsim
