// SPDX-License-Identifier: Apache-2.0
// How many deals and alliances are agreed so that both sides gain.
#pragma once
#include "policies/date_and_target.hpp"

namespace coopsim {

struct WinWin {
  static constexpr std::string_view name = "win_win";
  static constexpr Label label = {"Win-win share", "윈윈 체제 비중"};
  static constexpr std::string_view meaning =
      "sets the share of new deals and alliances that are win-win: they last longer and Japan's "
      "reluctance falls faster, but the Korean side has less of the margin";

  double share = .3;
  Time from = {};

  void edits(Edits& edits) const;
  void announce(Announcements& calendar) const;
  friend bool operator==(const WinWin&, const WinWin&) = default;
};

constexpr auto fields(Of<WinWin>) {
  using L = WinWin;
  constexpr auto choice = assumption("L20, F23, F24: a planner's choice");
  return FieldList{field("share", &L::share, "1", {0, 1}, {"share", "비중"},
                         "share of deals and alliances begun from then on", choice),
                   from_field<L>(choice)};
}
static_assert(declares_every_member<WinWin>);

}  // namespace coopsim
