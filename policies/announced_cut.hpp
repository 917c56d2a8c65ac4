// SPDX-License-Identifier: Apache-2.0
// A cut that is known before its first fiscal year opens: less is planned from the start.
#pragma once
#include "policies/lever.hpp"
#include "policies/lever_values.hpp"

namespace coopsim {

struct AnnouncedCut {
  static constexpr std::string_view name = "announced_cut";
  static constexpr Label label = {"Announced cut", "예고된 삭감"};
  static constexpr std::string_view meaning =
      "multiplies planned money from a fiscal year on; a cut of all accounts takes from the head "
      "office too; what is cut is not appropriated";

  AccountChoice account = AccountChoice::named("all");
  double factor = 1;
  Time from = {};

  void edits(Edits& edits) const;
  void fund(Funding& funding) const;
  std::string first_assigned(const Funding& funding, int year) const;
  friend bool operator==(const AnnouncedCut&, const AnnouncedCut&) = default;
};

constexpr auto fields(Of<AnnouncedCut>) {
  constexpr auto choice = assumption("L03, F20: a planner's choice");
  return FieldList{field("account", &AnnouncedCut::account, "1", {}, {"account", "계정"},
                         "the account or group that is cut", choice),
                   field("factor", &AnnouncedCut::factor, "1", {0, 1}, {"factor", "배율"},
                         "what is left: planned money times this", choice),
                   field("from", &AnnouncedCut::from, "date", {}, {"from", "시작"},
                         "first fiscal year that is cut; policies_start if not given", choice)};
}
static_assert(declares_every_member<AnnouncedCut>);

}  // namespace coopsim
