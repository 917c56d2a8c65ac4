// SPDX-License-Identifier: Apache-2.0
// A lever that ../drop_in.py drops into policies/: multiplies the money for advisers.
#pragma once
#include "policies/date_and_target.hpp"

namespace coopsim {

struct AdviceFactor {
  static constexpr std::string_view name = "advice_factor";
  static constexpr Label label = {"Money for advisers", "기술고문 예산 배율"};
  static constexpr std::string_view meaning = "multiplies planned money of account B7";

  double factor = 1;
  Time from = {};

  void edits(Edits& edits) const;
  void fund(Funding& funding) const;
  friend bool operator==(const AdviceFactor&, const AdviceFactor&) = default;
};

constexpr auto fields(Of<AdviceFactor>) {
  using L = AdviceFactor;
  constexpr auto choice = assumption("a planner's choice");
  return FieldList{field("factor", &L::factor, "1", {0, 10}, {"factor", "배율"},
                         "what is left of the planned money", choice),
                   from_field<L>(choice)};
}
static_assert(declares_every_member<AdviceFactor>);

}  // namespace coopsim
