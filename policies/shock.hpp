// SPDX-License-Identifier: Apache-2.0
// What happens to a programme, not what it does: for stress scenarios.
#pragma once
#include "policies/lever.hpp"
#include "policies/lever_values.hpp"

namespace coopsim {

struct Shock {
  static constexpr std::string_view name = "shock";
  static constexpr Label label = {"Shock", "외부 충격"};
  static constexpr std::string_view meaning =
      "multiplies what comes from outside; only in a policy with stress = true, which is never "
      "ranked among the choices";

  Path<double> exchange_rate;
  Path<double> exports;
  Path<double> registrations;

  void edits(Edits& edits) const;
  void announce(Announcements& calendar) const;
  friend bool operator==(const Shock&, const Shock&) = default;
};

constexpr auto fields(Of<Shock>) {
  constexpr auto unknown = assumption("[S]: size and date of a shock");
  return std::tuple{
      field("exchange_rate", &Shock::exchange_rate, "1", {0.01, 100}, {"exchange rate", "환율"},
            "won per 100 yen, times this; below 1 is a weak yen", unknown),
      field("exports", &Shock::exports, "1", {0.01, 100}, {"exports", "한국 수출"},
            "Korea's exports, times this", unknown),
      field("registrations", &Shock::registrations, "1", {0, 100},
            {"registrations", "퇴직기술자 등록"},
            "retired engineers who would register, times this; the same persons stay away in every "
            "policy",
            unknown)};
}
static_assert(declares_every_member<Shock>);

}  // namespace coopsim
