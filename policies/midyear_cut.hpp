// SPDX-License-Identifier: Apache-2.0
// One authority takes back part of one year's appropriation on 1 July.
#pragma once
#include "policies/lever.hpp"
#include "policies/lever_values.hpp"

namespace coopsim {

struct MidyearCut {
  static constexpr std::string_view name = "midyear_cut";
  static constexpr Label label = {"Mid-year cut", "연중 삭감"};
  static constexpr std::string_view meaning =
      "on 1 July of a year takes back a share of the appropriation of every account, first what is "
      "not committed, then the latest commitments; later years stay as planned";

  int year = 2007;
  double share = 0;
  CutAuthority authority = CutAuthority::korea;

  void edits(Edits& edits) const;
  void fund(Funding& funding) const;  // changes nothing; refuses years outside the policy
  void announce(Announcements& calendar) const;
  Time day() const { return date(year, 7, 1); }
  friend bool operator==(const MidyearCut&, const MidyearCut&) = default;
};

constexpr auto fields(Of<MidyearCut>) {
  constexpr auto choice = assumption("L03, F20: a planner's choice");
  return FieldList{field("year", &MidyearCut::year, "year", {1900, 2200}, {"year", "연도"},
                         "the calendar year of the cut", choice),
                   field("share", &MidyearCut::share, "1", {0, 1}, {"share", "비율"},
                         "part of the fiscal year's appropriation that is taken back", choice),
                   field("authority", &MidyearCut::authority, "1", {}, {"authority", "당국"},
                         "whose money is cut: both, korea or japan", choice)};
}
static_assert(declares_every_member<MidyearCut>);

}  // namespace coopsim
