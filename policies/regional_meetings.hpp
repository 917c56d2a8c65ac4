// SPDX-License-Identifier: Apache-2.0
// How many pairs of a Korean and a Japanese region meet in a year (C6), and which.
#pragma once
#include "policies/date_and_target.hpp"
#include "policies/lever_values.hpp"

namespace coopsim {

struct RegionalMeetings {
  static constexpr std::string_view name = "regional_meetings";
  static constexpr Label label = {"Regional meetings", "지역경제교류회의·클러스터"};
  static constexpr std::string_view meaning =
      "sets how many pairs of regions meet in a year; account C6 is given the money for it by the "
      "rule of funding, or gives back what fewer meetings do not need; regions of the target meet "
      "first";

  Path<int> pairs;
  TargetFirms target;
  Time from = {};

  void edits(Edits& edits) const;
  void fund(Funding& funding) const;
  void announce(Announcements& calendar) const;
  friend bool operator==(const RegionalMeetings&, const RegionalMeetings&) = default;
};

constexpr auto fields(Of<RegionalMeetings>) {
  using L = RegionalMeetings;
  constexpr auto choice = assumption("L19, F25: a planner's choice");
  return FieldList{field("pairs", &L::pairs, "1/year", {0, 5}, {"pairs", "교류 지역 쌍"},
                         "pairs of regions that meet in a year; not given: as C6 pays for", choice),
                   target_field<L>(choice), fiscal_from_field<L>(choice)};
}
static_assert(declares_every_member<RegionalMeetings>);

}  // namespace coopsim
