// SPDX-License-Identifier: Apache-2.0
// Agreements on secrecy and other safeguards where Japanese engineers advise.
#pragma once
#include "policies/lever.hpp"
#include "policies/lever_values.hpp"

namespace coopsim {

struct Safeguards {
  static constexpr std::string_view name = "safeguards";
  static constexpr Label label = {"Safeguards against leaks", "기술유출 방지 조치"};
  static constexpr std::string_view meaning =
      "leaks of technology become 1 + level times rarer, at a cost for each engagement, paid by "
      "account B7 on top of the public share";

  double level = 0;
  Money cost = krw_million(1);
  Time from = {};

  void edits(Edits& edits) const;
  void announce(Announcements& calendar) const;
  friend bool operator==(const Safeguards&, const Safeguards&) = default;
};

constexpr auto fields(Of<Safeguards>) {
  return FieldList{
      field("level", &Safeguards::level, "1", {0, 100}, {"level", "방지 수준"},
            "0: none; 1 halves the rate of leaks; sweep 0-4",
            assumption("L27, F17: a planner's choice")),
      field("cost", &Safeguards::cost, "KRW", {0, 1e12}, {"cost", "비용"},
            "for each engagement, while level is above 0", assumption("[S]")),
      field("from", &Safeguards::from, "date", {}, {"from", "시작"},
            "first day; policies_start if not given", assumption("L27, F17: a planner's choice"))};
}
static_assert(declares_every_member<Safeguards>);

}  // namespace coopsim
