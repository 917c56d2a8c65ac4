// SPDX-License-Identifier: Apache-2.0
// How many industry associations keep an agreement for their own courses (account A5), and how
// often each holds its course.
#pragma once
#include "policies/lever.hpp"
#include "policies/lever_values.hpp"

namespace coopsim {

struct AssociationCourses {
  static constexpr std::string_view name = "association_courses";
  static constexpr Label label = {"Association courses", "업종별 단체 연수과정"};
  static constexpr std::string_view meaning =
      "sets the number of associations with an agreement for courses of their own, and the years "
      "from one course of an association to its next";

  int associations = 18;
  int interval = 3;
  Time from = {};

  void edits(Edits& edits) const;
  void announce(Announcements& calendar) const;
  friend bool operator==(const AssociationCourses&, const AssociationCourses&) = default;
};

constexpr auto fields(Of<AssociationCourses>) {
  return FieldList{
      field("associations", &AssociationCourses::associations, "association", {0, 100},
            {"associations", "단체 수"}, "associations with an agreement", article("F29")),
      field("interval", &AssociationCourses::interval, "year", {1, 20}, {"interval", "주기"},
            "years between two courses of one association", assumption("[S]; sweep 1-6")),
      field("from", &AssociationCourses::from, "date", {}, {"from", "시작"},
            "first day; policies_start if not given", assumption("L06: a planner's choice"))};
}
static_assert(declares_every_member<AssociationCourses>);

}  // namespace coopsim
