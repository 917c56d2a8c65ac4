// SPDX-License-Identifier: Apache-2.0
// Who gets a training seat when more apply than there are seats.
#pragma once
#include "policies/lever.hpp"
#include "policies/lever_values.hpp"
#include "sim/programmes/training_parameters.hpp"

namespace coopsim {

struct Selection {
  static constexpr std::string_view name = "selection_rule";
  static constexpr Label label = {"Selection rule", "연수생 선발 방식"};
  static constexpr std::string_view meaning =
      "chooses between applications for training: by score, by lottery, or first come first served";

  SelectionRule rule = SelectionRule::score;
  Time from = {};

  void edits(Edits& edits) const;
  void announce(Announcements& calendar) const;
  friend bool operator==(const Selection&, const Selection&) = default;
};

constexpr auto fields(Of<Selection>) {
  return FieldList{
      field("rule", &Selection::rule, "1", {}, {"rule", "방식"}, "score, lottery or first_come",
            assumption("L07: a planner's choice")),
      field("from", &Selection::from, "date", {}, {"from", "시작"},
            "first day; policies_start if not given", assumption("L07: a planner's choice"))};
}
static_assert(declares_every_member<Selection>);

}  // namespace coopsim
