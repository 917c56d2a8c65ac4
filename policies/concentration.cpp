// SPDX-License-Identifier: Apache-2.0
#include "policies/concentration.hpp"

#include <algorithm>

namespace coopsim {

void Concentration::edits(Edits& edits) const {
  edits.push_back({"the concentration of money on results", from});
}

void Concentration::announce(Announcements& calendar) const {
  calendar.at(std::max(from, calendar.policies_start()),
              ConcentrationChanged{static_cast<float>(strength), fields});
}

}  // namespace coopsim
