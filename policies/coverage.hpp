// SPDX-License-Identifier: Apache-2.0
// Whom the programmes reach: new firms or those that took part before, and any other target.
#pragma once
#include "policies/date_and_target.hpp"
#include "policies/lever_values.hpp"

namespace coopsim {

struct Coverage {
  static constexpr std::string_view name = "coverage";
  static constexpr Label label = {"Coverage", "수혜기업 확대"};
  static constexpr std::string_view meaning =
      "directs calls, needs and lots of the accounts named to a target, e.g. to firms that never "
      "took part; it moves no money";

  AccountChoice account = AccountChoice::named("all");
  TargetFirms target;
  Time from = {};

  void edits(Edits& edits) const;
  void announce(Announcements& calendar) const;
  friend bool operator==(const Coverage&, const Coverage&) = default;
};

constexpr auto fields(Of<Coverage>) {
  using L = Coverage;
  constexpr auto choice = assumption("L23, F38: a planner's choice");
  return FieldList{
      field("account", &L::account, "1", {}, {"account", "계정"},
            "the account or group that is directed; C5 and C8 choose no firms", choice),
      target_field<L>(choice), from_field<L>(choice)};
}
static_assert(declares_every_member<Coverage>);

}  // namespace coopsim
