// SPDX-License-Identifier: Apache-2.0
// How the money of cooperation is divided between the six fields that the article names.
#pragma once
#include "policies/lever.hpp"
#include "policies/lever_values.hpp"

namespace coopsim {

struct FieldWeights {
  static constexpr std::string_view name = "field_weights";
  static constexpr Label label = {"Weights of the six fields", "6대 분야 가중치"};
  static constexpr std::string_view meaning =
      "divides the money of B1 to B6 (machine parts, automobile, moulds, optics, dyeing, "
      "metrology) "
      "between them; a field without weight gets nothing; the sum does not change";

  Path<Weights> weights;

  void edits(Edits& edits) const;
  void fund(Funding& funding) const;
  friend bool operator==(const FieldWeights&, const FieldWeights&) = default;
};

constexpr auto fields(Of<FieldWeights>) {
  return FieldList{field("weights", &FieldWeights::weights, "1", {0, 1e6}, {"weights", "가중치"},
                         "parts of the money of B1 to B6 by account, only their ratios count",
                         assumption("L25, F15: a planner's choice"))};
}
static_assert(declares_every_member<FieldWeights>);

}  // namespace coopsim
