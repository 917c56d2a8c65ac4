// SPDX-License-Identifier: Apache-2.0
// How many firms study in monozukuri groups (B8) in a year, how large a group is, and whom it
// takes.
#pragma once
#include "policies/date_and_target.hpp"
#include "policies/lever_values.hpp"

namespace coopsim {

struct GroupStudy {
  static constexpr std::string_view name = "group_study";
  static constexpr Label label = {"Monozukuri groups", "모노쓰쿠리 연구회 규모"};
  static constexpr std::string_view meaning =
      "sets how many firms are in study groups in a year, and how many share a leader, whose year "
      "costs the same for any number; account B8 is given the money by the rule of funding, or "
      "gives back what fewer firms do not need";

  Path<double> firms;
  int size = 6;
  TargetFirms target;
  Time from = {};

  void edits(Edits& edits) const;
  void fund(Funding& funding) const;
  void announce(Announcements& calendar) const;
  friend bool operator==(const GroupStudy&, const GroupStudy&) = default;
};

constexpr auto fields(Of<GroupStudy>) {
  using L = GroupStudy;
  constexpr auto choice = assumption("L22, F39: a planner's choice");
  return FieldList{
      field("firms", &L::firms, "firm/year", {0, 1e4}, {"firms", "연간 참여기업 수"},
            "firms in groups in a year, before budget.scale; only whole groups are formed; not "
            "given: as B8 pays for",
            choice),
      field("size", &L::size, "firm", {2, 20}, {"group size", "연구회당 기업 수"},
            "firms of a group; what each learns is not known to depend on it",
            external("E18 (3 to 8 firms); L22", Grade::B)),
      target_field<L>(choice), fiscal_from_field<L>(choice)};
}
static_assert(declares_every_member<GroupStudy>);

}  // namespace coopsim
