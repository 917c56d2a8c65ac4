// SPDX-License-Identifier: Apache-2.0
// Fewer retired engineers come than expected. A stress, not a choice.
#pragma once
#include "policies/lever.hpp"
#include "policies/lever_values.hpp"

namespace coopsim {

struct AdviserWave {
  static constexpr std::string_view name = "adviser_wave";
  static constexpr Label label = {"Wave of retired engineers", "단카이 퇴직자 유입"};
  static constexpr std::string_view meaning =
      "multiplies the retired engineers who would register; the same persons stay away in every "
      "policy; mark the policy stress = true";

  Path<double> share;

  void edits(Edits& edits) const;
  void announce(Announcements& calendar) const;
  friend bool operator==(const AdviserWave&, const AdviserWave&) = default;
};

constexpr auto fields(Of<AdviserWave>) {
  return FieldList{field("share", &AdviserWave::share, "1", {0, 100}, {"share", "유입 비율"},
                         "registrations, times this; 1 as expected",
                         assumption("S17, E2: size and date of a shock [S]"))};
}
static_assert(declares_every_member<AdviserWave>);

}  // namespace coopsim
