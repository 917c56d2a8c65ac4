// SPDX-License-Identifier: Apache-2.0
// Seats by track: how the money of training is divided between the courses A1 to A6.
#pragma once
#include "policies/lever.hpp"
#include "policies/lever_values.hpp"

namespace coopsim {

struct Composition {
  static constexpr std::string_view name = "composition";
  static constexpr Label label = {"Seats by track", "연수 과정별 구성"};
  static constexpr std::string_view meaning =
      "divides the training money of a year between the courses A1 to A6; a course without weight "
      "gets nothing; the sum does not change";

  Path<Weights> weights;

  void edits(Edits& edits) const;
  void fund(Funding& funding) const;
  friend bool operator==(const Composition&, const Composition&) = default;
};

constexpr auto fields(Of<Composition>) {
  return FieldList{field("weights", &Composition::weights, "1", {0, 1e6}, {"weights", "가중치"},
                         "parts of the training money by account, only their ratios count",
                         assumption("L05, F14: a planner's choice"))};
}
static_assert(declares_every_member<Composition>);

}  // namespace coopsim
