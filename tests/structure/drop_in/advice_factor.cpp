// SPDX-License-Identifier: Apache-2.0
#include "policies/advice_factor.hpp"

#include <array>

#include "policies/funding.hpp"

namespace coopsim {

void AdviceFactor::edits(Edits& edits) const { edits.push_back({"the money of B7", from}); }

void AdviceFactor::fund(Funding& funding) const {
  constexpr std::array advice = {Account::B7};
  for (int year = funding.first_year(); year <= funding.last_year(); ++year)
    if (date(year, 1, 1) >= from)
      funding.scale_some(year, advice, portion(funding.sum_of(advice, year), factor));
}

}  // namespace coopsim
