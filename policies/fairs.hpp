// SPDX-License-Identifier: Apache-2.0
// How many places consultation meetings (C2), exhibitions (C3) and missions (C4) have in a year.
#pragma once
#include "policies/date_and_target.hpp"

namespace coopsim {

struct Fairs {
  static constexpr std::string_view name = "fairs";
  static constexpr Label label = {"Consultations and exhibitions", "상담회·전시회 규모"};
  static constexpr std::string_view meaning =
      "multiplies the places of consultation meetings, exhibitions and missions that the policy "
      "plans otherwise; their accounts are given the money by the rule of funding, or give it back";

  double consultations = 1;
  double exhibitions = 1;
  double missions = 1;
  TargetFirms target;
  Time from = {};

  void edits(Edits& edits) const;
  void fund(Funding& funding) const;
  void announce(Announcements& calendar) const;
  friend bool operator==(const Fairs&, const Fairs&) = default;
};

constexpr auto fields(Of<Fairs>) {
  using L = Fairs;
  constexpr auto choice = assumption("L16, F13: a planner's choice");
  return FieldList{
      field("consultations", &L::consultations, "1", {0, 100}, {"consultations", "상담회 배수"},
            "places at consultation meetings (C2), 1 as planned otherwise", choice),
      field("exhibitions", &L::exhibitions, "1", {0, 100}, {"exhibitions", "전시회 배수"},
            "booths at exhibitions (C3), 1 as planned otherwise", choice),
      field("missions", &L::missions, "1", {0, 100}, {"missions", "사절단 배수"},
            "missions (C4), 1 as planned otherwise", choice),
      target_field<L>(choice), fiscal_from_field<L>(choice)};
}
static_assert(declares_every_member<Fairs>);

}  // namespace coopsim
