// SPDX-License-Identifier: Apache-2.0
// Keeping what trainees learned in their firms: follow-up visits and a bond to stay.
#pragma once
#include "policies/lever.hpp"
#include "policies/lever_values.hpp"

namespace coopsim {

struct Retention {
  static constexpr std::string_view name = "retention";
  static constexpr Label label = {"Follow-up and bond", "사후지도·의무근무"};
  static constexpr std::string_view meaning =
      "follow-up visits speed up what returned trainees pass on, at a cost a seat that the "
      "course's "
      "account pays; a bond lowers their quitting in the first two years";

  double follow_up = 0;
  double bond = 0;
  Money cost = krw_million(2);
  Time from = {};

  void edits(Edits& edits) const;
  void announce(Announcements& calendar) const;
  friend bool operator==(const Retention&, const Retention&) = default;
};

constexpr auto fields(Of<Retention>) {
  return FieldList{
      field("follow_up", &Retention::follow_up, "1", {0, 5}, {"follow-up", "사후지도"},
            "the rate of passing on is multiplied by 1 plus this; 0: no visits, no cost",
            assumption("L26, F31: size of the effect unknown")),
      field("bond", &Retention::bond, "1", {0, 1}, {"bond", "의무근무"},
            "the rate of quitting in the first two years is multiplied by 1 minus this",
            assumption("L26, F31: size of the effect unknown")),
      field("cost", &Retention::cost, "KRW", {0, 1e9}, {"cost", "비용"},
            "of follow-up visits, a seat", assumption("two visits at a million each")),
      field("from", &Retention::from, "date", {}, {"from", "시작"},
            "first day; policies_start if not given", assumption("L26: a planner's choice"))};
}
static_assert(declares_every_member<Retention>);

}  // namespace coopsim
