// SPDX-License-Identifier: Apache-2.0
// Selection and concentration: how strongly money follows the yearly scores of the performance
// review, and how many of the 18 fields keep their projects and courses.
#pragma once
#include "policies/lever.hpp"
#include "policies/lever_values.hpp"

namespace coopsim {

struct Concentration {
  static constexpr std::string_view name = "concentration";
  static constexpr Label label = {"Selection and concentration", "선택과 집중"};
  static constexpr std::string_view meaning =
      "from its start accounts are watched; every November they are scored, and from the next "
      "January their shares are multiplied by exp(strength x score), within training and within "
      "the "
      "rest; only so many fields keep cooperation projects and association courses";

  double strength = 0;
  int fields = 18;
  Time from = {};

  void edits(Edits& edits) const;
  void announce(Announcements& calendar) const;
  friend bool operator==(const Concentration&, const Concentration&) = default;
};

constexpr auto fields(Of<Concentration>) {
  constexpr auto choice = assumption("L08, F30: a planner's choice");
  return FieldList{
      field("strength", &Concentration::strength, "1", {0, 10}, {"strength", "집중 강도"},
            "theta of equation 15; 0 moves no money between accounts; sweep 0-2", choice),
      field("fields", &Concentration::fields, "field", {1, 18}, {"fields", "선택 분야 수"},
            "fields of the 18 that are kept, those with the best scores; 18 gives none up; sweep"
            " 3-18",
            choice),
      field("from", &Concentration::from, "date", {}, {"from", "시작"},
            "from when accounts are watched; policies_start if not given. Money moves from the"
            " January after the first November",
            choice)};
}
static_assert(declares_every_member<Concentration>);

}  // namespace coopsim
