// SPDX-License-Identifier: Apache-2.0
// How effects are told apart in the results; nothing here moves a firm.
#pragma once
#include "sim/kernel/field.hpp"

namespace coopsim {

struct EffectParameters {
  double moved_from = .001;  // of ln LP, against the same firm under the baseline
};

constexpr auto fields(Of<EffectParameters>) {
  using E = EffectParameters;
  return FieldList{
      field("moved_from", &E::moved_from, "1", {0, 10}, {"least difference", "변화 판정 기준"},
            "a firm gains (loses) against the baseline if its ln productivity lies above (below)"
            " the same firm's under the baseline by more than this; sweep 0-0.01",
            assumption("[S]: .1 percent"))};
}
static_assert(declares_every_member<EffectParameters>);

}  // namespace coopsim
