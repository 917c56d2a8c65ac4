// SPDX-License-Identifier: Apache-2.0
#include "policies/base_in_japan.hpp"

#include "policies/assignment.hpp"

namespace coopsim {

void BaseInJapan::edits(Edits& edits) const {
  edits.push_back({"the overseas base", fiscal_day(from)});
}

void BaseInJapan::fund(Funding& funding) const {
  const double scale = funding.parameters().budget.scale;
  const Money cost = portion(funding.parameters().overseas_base.base_year, scale * bases);
  assign_from(from, Account::C8, name, funding, [&](int, Money) { return cost; });
}

}  // namespace coopsim
