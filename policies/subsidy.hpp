// SPDX-License-Identifier: Apache-2.0
// How much of an adviser's engagement the public pays.
#pragma once
#include "policies/lever.hpp"
#include "policies/lever_values.hpp"

namespace coopsim {

struct Subsidy {
  static constexpr std::string_view name = "subsidy";
  static constexpr Label label = {"Adviser subsidy", "지도비 보조율"};
  static constexpr std::string_view meaning =
      "sets the public share of an engagement's cost; a higher share raises firms' demand and lets "
      "the same money pay for fewer engagements";

  double share = .35;
  Time from = {};

  void edits(Edits& edits) const;
  void announce(Announcements& calendar) const;
  friend bool operator==(const Subsidy&, const Subsidy&) = default;
};

constexpr auto fields(Of<Subsidy>) {
  return FieldList{
      field("share", &Subsidy::share, "1", {0, 1}, {"public share", "공공 부담 비율"},
            "public part of the cost of engagements begun from then on",
            external("E12; L12, F32: a planner's choice", Grade::B)),
      field("from", &Subsidy::from, "date", {}, {"from", "시작"},
            "first day; policies_start if not given", assumption("L12, F32: a planner's choice"))};
}
static_assert(declares_every_member<Subsidy>);

}  // namespace coopsim
