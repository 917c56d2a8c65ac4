// SPDX-License-Identifier: Apache-2.0
#include "policies/japan_request.hpp"

#include <algorithm>

#include "policies/assignment.hpp"
#include "policies/cut_in_year.hpp"

namespace coopsim {

void JapanRequest::edits(Edits& edits) const {
  edits.push_back({"what is asked of Japan", fiscal_day(from)});
}

void JapanRequest::fund(Funding& funding) const {
  if (request * granted == 0) return;
  for (int year = funding.first_year(); year <= funding.last_year(); ++year) {
    if (date(year, 1, 1) < from) continue;
    const Money planned = authority_total(funding.money(), Authority::japan, year);
    funding.scale_authority(year, Authority::japan, planned + portion(planned, request * granted));
  }
}

void JapanRequest::announce(Announcements& calendar) const {
  const auto fee = host_assurance > 0 ? static_cast<std::int32_t>(host_fee.thousand) : 0;
  calendar.at(fiscal_day(std::max(from, calendar.policies_start())),
              HostsAssured{static_cast<float>(host_assurance), fee});
}

}  // namespace coopsim
