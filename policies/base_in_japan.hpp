// SPDX-License-Identifier: Apache-2.0
// A base of the foundation in Japan (C8), which no account pays for unless this lever does.
#pragma once
#include "policies/date_and_target.hpp"

namespace coopsim {

struct BaseInJapan {
  static constexpr std::string_view name = "base_in_japan";
  static constexpr Label label = {"Overseas base", "해외거점"};
  static constexpr std::string_view meaning =
      "opens a base in Japan, which makes consultations end in contracts more often; account C8 is "
      "given its cost by the rule of funding";

  double bases = 0;
  Time from = {};

  void edits(Edits& edits) const;
  void fund(Funding& funding) const;
  friend bool operator==(const BaseInJapan&, const BaseInJapan&) = default;
};

constexpr auto fields(Of<BaseInJapan>) {
  using L = BaseInJapan;
  constexpr auto choice = assumption("L21, F37: a planner's choice");
  return FieldList{
      field("bases", &L::bases, "1", {0, 1}, {"bases", "거점 수"},
            "bases (overseas_base.base_year each); half a base gives half the service", choice),
      fiscal_from_field<L>(choice)};
}
static_assert(declares_every_member<BaseInJapan>);

}  // namespace coopsim
