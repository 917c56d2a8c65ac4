// SPDX-License-Identifier: Apache-2.0
#include "policies/scouting_effort.hpp"

#include <algorithm>
#include <array>

#include "policies/assignment.hpp"

namespace coopsim {
namespace {

constexpr std::array scouting = {Account::C7};

}  // namespace

void ScoutingEffort::edits(Edits& edits) const {
  edits.push_back({"the scouting effort", fiscal_day(from)});
  edit_targets(edits, scouting, target, fiscal_day(from));
}

void ScoutingEffort::fund(Funding& funding) const {
  assign_from(from, Account::C7, name, funding,
              [&](int, Money held) { return portion(held, (korea + japan) / 2.0); });
}

void ScoutingEffort::announce(Announcements& calendar) const {
  const Time when = fiscal_day(std::max(from, calendar.policies_start()));
  calendar.at(when, ScoutingChanged{static_cast<float>(korea), static_cast<float>(japan)});
  announce_targets(calendar, when, scouting, target);
}

}  // namespace coopsim
