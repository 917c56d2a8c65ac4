// SPDX-License-Identifier: Apache-2.0
#include "policies/outsourcing_candidates.hpp"

#include <algorithm>
#include <array>

#include "policies/assignment.hpp"

namespace coopsim {
namespace {

constexpr std::array centre = {Account::C1};

}  // namespace

void OutsourcingCandidates::edits(Edits& edits) const {
  edits.push_back({"the candidates of the outsourcing centre", fiscal_day(from)});
  edit_targets(edits, centre, target, fiscal_day(from));
}

// Fewer than usual leave their money with the centre.
void OutsourcingCandidates::fund(Funding& funding) const {
  const OutsourcingParameters& centre_parameters = funding.parameters().outsourcing;
  const double usual =
      (centre_parameters.candidates_least + centre_parameters.candidates_most) / 2.0;
  const double more = std::max(0.0, a_year - usual) * funding.parameters().budget.scale;
  const Money cost = portion(centre_parameters.case_cost, more);
  assign_from(from, Account::C1, name, funding, [&](int, Money held) { return held + cost; });
}

void OutsourcingCandidates::announce(Announcements& calendar) const {
  const Time when = fiscal_day(std::max(from, calendar.policies_start()));
  calendar.at(when, CandidatesChanged{a_year});
  announce_targets(calendar, when, centre, target);
}

}  // namespace coopsim
