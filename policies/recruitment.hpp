// SPDX-License-Identifier: Apache-2.0
// How hard the programme looks for retired engineers who register as advisers.
#pragma once
#include "policies/lever.hpp"
#include "policies/lever_values.hpp"

namespace coopsim {

struct Recruitment {
  static constexpr std::string_view name = "recruitment";
  static constexpr Label label = {"Adviser recruitment", "퇴직기술자 모집"};
  static constexpr std::string_view meaning =
      "multiplies the registrations of advisers and the upkeep of their database, which account B7 "
      "pays before any engagement";

  double effort = 1;
  Time from = {};

  void edits(Edits& edits) const;
  void fund(Funding& funding) const;  // changes nothing; finds years in which B7 cannot pay
  void announce(Announcements& calendar) const;
  friend bool operator==(const Recruitment&, const Recruitment&) = default;
};

constexpr auto fields(Of<Recruitment>) {
  return FieldList{
      field("effort", &Recruitment::effort, "1", {0, 10}, {"effort", "모집 노력"},
            "1 as before; 2 doubles registrations and upkeep",
            assumption("L10, F33: a planner's choice")),
      field("from", &Recruitment::from, "date", {}, {"from", "시작"},
            "first day; policies_start if not given", assumption("L10, F33: a planner's choice"))};
}
static_assert(declares_every_member<Recruitment>);

}  // namespace coopsim
