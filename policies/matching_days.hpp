// SPDX-License-Identifier: Apache-2.0
// How often firms that need an adviser and advisers are brought together.
#pragma once
#include "policies/lever.hpp"
#include "policies/lever_values.hpp"

namespace coopsim {

struct MatchingDays {
  static constexpr std::string_view name = "matching_days";
  static constexpr Label label = {"Matching days", "매칭 상담일"};
  static constexpr std::string_view meaning =
      "sets how many days a year match firms' needs with advisers";

  int days_a_year = 2;
  Time from = {};

  void edits(Edits& edits) const;
  void announce(Announcements& calendar) const;
  friend bool operator==(const MatchingDays&, const MatchingDays&) = default;
};

constexpr auto fields(Of<MatchingDays>) {
  return FieldList{
      field("days_a_year", &MatchingDays::days_a_year, "day", {1, 52}, {"days a year", "연간 일수"},
            "matching days in a calendar year", assumption("L13, F32: a planner's choice")),
      field("from", &MatchingDays::from, "date", {}, {"from", "시작"},
            "first day; policies_start if not given", assumption("L13, F32: a planner's choice"))};
}
static_assert(declares_every_member<MatchingDays>);

}  // namespace coopsim
