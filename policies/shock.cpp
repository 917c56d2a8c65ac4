// SPDX-License-Identifier: Apache-2.0
#include "policies/shock.hpp"

#include <algorithm>

namespace coopsim {
namespace {

void add_edit(Edits& edits, const char* what, const Path<double>& factor) {
  if (!factor.steps.empty()) edits.push_back({what, factor.steps[0].from});
}

void announce_path(Announcements& calendar, Outside what, const Path<double>& factor) {
  for (const auto& step : factor.steps)
    calendar.at(std::max(step.from, calendar.policies_start()),
                ShockMet{what, static_cast<float>(step.value)});
}

}  // namespace

void Shock::edits(Edits& edits) const {
  add_edit(edits, "the shock to the exchange rate", exchange_rate);
  add_edit(edits, "the shock to exports", exports);
  add_edit(edits, "the shock to registrations", registrations);
}

void Shock::announce(Announcements& calendar) const {
  announce_path(calendar, Outside::exchange_rate, exchange_rate);
  announce_path(calendar, Outside::exports, exports);
  announce_path(calendar, Outside::registrations, registrations);
}

}  // namespace coopsim
