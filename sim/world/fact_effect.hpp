// SPDX-License-Identifier: Apache-2.0
// Facts of how effects are spread over firms, on 31 December.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>

#include "sim/values.hpp"
#include "sim/world/identity.hpp"

namespace coopsim {

// Whether a firm was ever served. Against the baseline: by this policy or by the baseline.
enum class Served : std::uint8_t { yes, no };
inline constexpr std::size_t served_count = 2;
inline constexpr std::array<Named, served_count> served_or_not = {{
    {"served", {"served firms", "수혜기업"}},
    {"unserved", {"firms never served", "비수혜기업"}},
}};

// Classes of the effect on ln LP against the same firm without any programme, in percent.
inline constexpr std::array effect_bounds = {1.0, 3.0, 6.0,
                                             10.0};  // each belongs to the class below
inline constexpr std::size_t effect_class_count = effect_bounds.size() + 3;
inline constexpr std::array<Named, effect_class_count> effect_classes = {{
    {"below_0", {"below 0", "0 미만"}},
    {"0", {"exactly 0", "0"}},
    {"0-1", {"above 0, up to 1 %", "0 초과 1% 이하"}},
    {"1-3", {"1 to 3 %", "1-3%"}},
    {"3-6", {"3 to 6 %", "3-6%"}},
    {"6-10", {"6 to 10 %", "6-10%"}},
    {"over_10", {"over 10 %", "10% 초과"}},
}};
constexpr std::size_t effect_class_of(double percent) {
  if (percent <= 0) return percent < 0 ? 0 : 1;
  std::size_t above = 0;
  while (above < effect_bounds.size() && percent > effect_bounds[above]) ++above;
  return 2 + above;
}

// Firms of one cell (sector x region x size class x service) that live in this world and under the
// baseline alike; differences of ln LP between the two.
struct FirmsCompared {
  int year;
  Where where;
  Served service{};
  double firms = 0, gaining = 0, losing = 0;  // by more than effects.moved_from
  double gain = 0, loss = 0;                  // sums over those firms, both positive
};
// Firms that live in this world and in the one without programme, by class of effect.
struct EffectsClassed {
  int year;
  std::uint8_t effect_class;
  double firms;
};
// Quantiles of the effect on ln LP over the firms ever served.
struct EffectsRanked {
  int year;
  double q10, q50, q90;
};
// Sums over firms of the practice gained in the year, left at its end and five years later.
struct PracticeRetained {
  int year;
  double then, now;
};

}  // namespace coopsim
