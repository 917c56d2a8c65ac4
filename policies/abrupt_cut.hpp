// SPDX-License-Identifier: Apache-2.0
// A cut that nobody saw coming: part of the running year's money is taken back on a day, and later
// years may be planned lower as well.
#pragma once
#include "policies/lever.hpp"
#include "policies/lever_values.hpp"

namespace coopsim {

struct AbruptCut {
  static constexpr std::string_view name = "abrupt_cut";
  static constexpr Label label = {"Abrupt cut", "갑작스러운 삭감"};
  static constexpr std::string_view meaning =
      "takes back part of the running fiscal year's appropriation of every account on a day, first "
      "what is not committed, then the latest commitments; later fiscal years are planned at later "
      "times their money";

  Time on = {};
  double share = 0;
  CutMeasure measure = CutMeasure::year;
  CutAuthority authority = CutAuthority::both;
  double later = 1;

  void edits(Edits& edits) const;
  void fund(Funding& funding) const;
  void announce(Announcements& calendar) const;
  friend bool operator==(const AbruptCut&, const AbruptCut&) = default;
};

// What part of a fiscal year is left on `day`, in months of a twelfth each and days of the month:
// 1 July leaves 6/12 of Korea's year and 9/12 of Japan's.
double year_left(Authority who, Time day);

constexpr auto fields(Of<AbruptCut>) {
  constexpr auto choice = assumption("L03, F20: a planner's choice");
  return FieldList{
      field("on", &AbruptCut::on, "date", {}, {"on", "시행일"},
            "the day on which the money is taken back", choice),
      field("share", &AbruptCut::share, "1", {0, 1}, {"share", "비율"},
            "part of the appropriation that is taken back, see measure", choice),
      field("measure", &AbruptCut::measure, "1", {}, {"measure", "기준"},
            "year: share of the whole year's appropriation; rate: share of the yearly rate from "
            "that day on, so that only the rest of the fiscal year is cut",
            choice),
      field("authority", &AbruptCut::authority, "1", {}, {"authority", "당국"},
            "whose money is cut: both, korea or japan", choice),
      field("later", &AbruptCut::later, "1", {0, 1}, {"later years", "이후 연도"},
            "planned money of the fiscal years after that day, times this", choice)};
}
static_assert(declares_every_member<AbruptCut>);

}  // namespace coopsim
