// SPDX-License-Identifier: Apache-2.0
// Who takes the outsourcing centre's cases (C1) through their stages, and whether candidates are
// screened before a buyer sees them.
#pragma once
#include "policies/date_and_target.hpp"

namespace coopsim {

constexpr auto names(Of<Prescreening>) {
  return std::array<std::string_view, 3>{"as_funded", "always", "never"};
}

struct CaseManagers {
  static constexpr std::string_view name = "case_managers";
  static constexpr Label label = {"Case managers", "아웃소싱 전담 매니저"};
  static constexpr std::string_view meaning =
      "sets the case managers of the outsourcing centre, so that fewer cases wait, and whether "
      "candidates are pre-screened; account C1 is given what this costs by the rule of funding";

  int managers = 3;
  Money manager_cost = krw_million(50);
  Prescreening prescreening = Prescreening::as_funded;
  Time from = {};

  void edits(Edits& edits) const;
  void fund(Funding& funding) const;
  void announce(Announcements& calendar) const;
  friend bool operator==(const CaseManagers&, const CaseManagers&) = default;
};

constexpr auto fields(Of<CaseManagers>) {
  using L = CaseManagers;
  constexpr auto choice = assumption("L15, F36: a planner's choice");
  return FieldList{
      field("managers", &L::managers, "person", {0, 1000}, {"managers", "매니저 수"},
            "case managers, before budget.scale", choice),
      field("manager_cost", &L::manager_cost, "KRW/year", {0, 1e9}, {"cost", "매니저 인건비"},
            "of a manager above the usual number, a year", assumption("[S], S08")),
      field("prescreening", &L::prescreening, "1", {}, {"pre-screening", "사전심사"},
            "as_funded: in years whose money pays for it (outsourcing.prescreening_from); always: "
            "C1 is given that much; never",
            choice),
      fiscal_from_field<L>(choice)};
}
static_assert(declares_every_member<CaseManagers>);

}  // namespace coopsim
