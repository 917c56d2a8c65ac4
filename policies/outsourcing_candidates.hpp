// SPDX-License-Identifier: Apache-2.0
// How many firms the outsourcing centre (C1) finds in a year that want to supply Japanese buyers.
#pragma once
#include "policies/date_and_target.hpp"

namespace coopsim {

struct OutsourcingCandidates {
  static constexpr std::string_view name = "outsourcing_candidates";
  static constexpr Label label = {"Outsourcing candidates", "아웃소싱 후보기업 발굴"};
  static constexpr std::string_view meaning =
      "sets how many candidates the outsourcing centre looks for in a year; more of them cost "
      "their "
      "cases, which account C1 is given by the rule of funding";

  double a_year = 35;
  TargetFirms target;
  Time from = {};

  void edits(Edits& edits) const;
  void fund(Funding& funding) const;
  void announce(Announcements& calendar) const;
  friend bool operator==(const OutsourcingCandidates&, const OutsourcingCandidates&) = default;
};

constexpr auto fields(Of<OutsourcingCandidates>) {
  using L = OutsourcingCandidates;
  return FieldList{
      field("a_year", &L::a_year, "firm/year", {0, 1e4}, {"candidates a year", "연간 발굴 수"},
            "mean number of candidates, before budget.scale; their range widens in proportion",
            article("F28 (30 to 40)")),
      target_field<L>(assumption("L14: a planner's choice")),
      fiscal_from_field<L>(assumption("L14: a planner's choice"))};
}
static_assert(declares_every_member<OutsourcingCandidates>);

}  // namespace coopsim
