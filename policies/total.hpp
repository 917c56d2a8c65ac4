// SPDX-License-Identifier: Apache-2.0
// Total appropriation path: all accounts and the head office scale together.
#pragma once
#include "policies/lever.hpp"
#include "policies/lever_values.hpp"

namespace coopsim {

struct Total {
  static constexpr std::string_view name = "total";
  static constexpr Label label = {"Total appropriation", "총예산"};
  static constexpr std::string_view meaning =
      "scales every account and the head office, by a factor or to an amount";

  Path<double> factor;
  Path<Money> amount;

  void edits(Edits& edits) const;
  void fund(Funding& funding) const;
  friend bool operator==(const Total&, const Total&) = default;
};

constexpr auto fields(Of<Total>) {
  return FieldList{field("factor", &Total::factor, "1", {0, 10}, {"factor", "배율"},
                         "total of a fiscal year over that of the status quo; give this or amount",
                         assumption("L02, F20: a planner's choice")),
                   field("amount", &Total::amount, "KRW/year", {0, 1e15}, {"amount", "금액"},
                         "total of a fiscal year, head office included; give this or factor",
                         assumption("L02, F20: a planner's choice"))};
}
static_assert(declares_every_member<Total>);

}  // namespace coopsim
