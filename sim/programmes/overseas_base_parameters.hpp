// SPDX-License-Identifier: Apache-2.0
// A base of the foundation in Japan: account C8, without money unless a policy gives it some.
#pragma once
#include "sim/kernel/field.hpp"
#include "sim/values.hpp"

namespace coopsim {

struct OverseasBaseParameters {
  Money base_year{400'000};
};

constexpr auto fields(Of<OverseasBaseParameters>) {
  using O = OverseasBaseParameters;
  return FieldList{field("base_year", &O::base_year, "KRW/year", {1, 1e9},
                         {"a base for a year", "해외거점 연간 운영비"},
                         "public cost of one base in Japan for a year, before budget.scale; half of"
                         " it gives half the service; sweep 200-800 million",
                         assumption("[S]"))};
}
static_assert(declares_every_member<OverseasBaseParameters>);

}  // namespace coopsim
