// SPDX-License-Identifier: Apache-2.0
#include "policies/economy_shock.hpp"

#include <algorithm>
#include <cmath>

namespace coopsim {

void EconomyShock::edits(Edits& edits) const {
  edits.push_back({"the economy", from, until == Time{} ? Time::max() : until});
}

void EconomyShock::announce(Announcements& calendar) const {
  const auto millionths = [](double factor) {
    return static_cast<std::int32_t>(std::lround(factor * 1e6));
  };
  const Time start = std::max(from, calendar.policies_start());
  if (until != Time{} && until <= start) return;
  calendar.at(start, EconomyShocked{millionths(exchange), millionths(exports)});
  if (until != Time{}) calendar.at(until, EconomyShocked{1'000'000, 1'000'000});
}

}  // namespace coopsim
