// SPDX-License-Identifier: Apache-2.0
#include "policies/case_managers.hpp"

#include <algorithm>

#include "policies/assignment.hpp"

namespace coopsim {

void CaseManagers::edits(Edits& edits) const {
  edits.push_back({"the case managers of the outsourcing centre", fiscal_day(from)});
}

void CaseManagers::fund(Funding& funding) const {
  const OutsourcingParameters& centre = funding.parameters().outsourcing;
  const double scale = funding.parameters().budget.scale;
  const int more = std::max(0, managers - centre.case_managers);
  const Money wages = portion(manager_cost, scale * more);
  const Money needed = portion(centre.prescreening_from, scale);
  assign_from(from, Account::C1, name, funding, [&](int, Money held) {
    if (prescreening == Prescreening::always) held = std::max(held, needed);
    return held + wages;
  });
}

void CaseManagers::announce(Announcements& calendar) const {
  const Time when = fiscal_day(std::max(from, calendar.policies_start()));
  calendar.at(when, CaseManagersChanged{static_cast<std::int32_t>(manager_cost.thousand),
                                        static_cast<std::int16_t>(managers), prescreening});
}

}  // namespace coopsim
