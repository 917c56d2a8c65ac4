// SPDX-License-Identifier: Apache-2.0
// Another economy than expected: a weaker yen, a recession. A stress, not a choice.
#pragma once
#include "policies/lever.hpp"
#include "policies/lever_values.hpp"

namespace coopsim {

struct EconomyShock {
  static constexpr std::string_view name = "economy_shock";
  static constexpr Label label = {"Shock of the economy", "거시 충격"};
  static constexpr std::string_view meaning =
      "multiplies the exchange rate and Korea's exports from a day until another; the exchange "
      "rate "
      "moves contracts, both move the trade balance that the economy makes";

  double exchange = 1;
  double exports = 1;
  Time from = {};
  Time until = {};

  void edits(Edits& edits) const;
  void announce(Announcements& calendar) const;
  friend bool operator==(const EconomyShock&, const EconomyShock&) = default;
};

constexpr auto fields(Of<EconomyShock>) {
  using E = EconomyShock;
  constexpr auto shock = assumption("S13, S14: what if");
  return FieldList{
      field("exchange", &E::exchange, "1", {.01, 100}, {"exchange", "환율 배수"},
            "won per yen, times this; 0.7 is a yen that is weaker by 30 percent", shock),
      field("exports", &E::exports, "1", {.01, 100}, {"exports", "총수출 배수"},
            "Korea's exports, times this", shock),
      field("from", &E::from, "date", {}, {"from", "시작"},
            "first day; policies_start if not given. A year's values are those of its 31 December",
            shock),
      field("until", &E::until, "date", {}, {"until", "종료"},
            "first day on which the economy is as without the shock; never if not given", shock)};
}
static_assert(declares_every_member<EconomyShock>);

}  // namespace coopsim
