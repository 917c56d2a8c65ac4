// SPDX-License-Identifier: Apache-2.0
#include "policies/information_service.hpp"

#include <algorithm>

#include "policies/assignment.hpp"

namespace coopsim {

void ServiceLevel::edits(Edits& edits) const {
  edits.push_back({"the level of the research centre", fiscal_day(from)});
}

// Money beyond full service stays where it is.
void ServiceLevel::fund(Funding& funding) const {
  const Money full =
      portion(funding.parameters().information.full_service, funding.parameters().budget.scale);
  const Money needed = portion(full, level);
  assign_from(from, Account::C5, name, funding,
              [&](int, Money held) { return std::min(held, full) == needed ? held : needed; });
}

}  // namespace coopsim
