// SPDX-License-Identifier: Apache-2.0
// Long or short engagements of advisers.
#pragma once
#include "policies/lever.hpp"
#include "policies/lever_values.hpp"

namespace coopsim {

struct LongShortMix {
  static constexpr std::string_view name = "long_short_mix";
  static constexpr Label label = {"Long and short engagements", "장기·단기 지도 비율"};
  static constexpr std::string_view meaning =
      "sets the part of advisers' engagements that is long (more fields, higher cost)";

  double long_share = .6;
  Time from = {};

  void edits(Edits& edits) const;
  void announce(Announcements& calendar) const;
  friend bool operator==(const LongShortMix&, const LongShortMix&) = default;
};

constexpr auto fields(Of<LongShortMix>) {
  return FieldList{
      field("long_share", &LongShortMix::long_share, "1", {0, 1}, {"long share", "장기 비율"},
            "part of the engagements that is long", assumption("L11, F32: a planner's choice")),
      field("from", &LongShortMix::from, "date", {}, {"from", "시작"},
            "first day; policies_start if not given", assumption("L11, F32: a planner's choice"))};
}
static_assert(declares_every_member<LongShortMix>);

}  // namespace coopsim
