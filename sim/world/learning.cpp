// SPDX-License-Identifier: Apache-2.0
#include "sim/world/learning.hpp"

#include <algorithm>

namespace coopsim {

double outcome_of(double u, const LearningParameters& p) {
  return u < p.full_result ? 1.0 : u < p.full_result + p.partial_result ? .5 : 0.0;
}

double skill_gain(double own, double absorptive_capacity, const Lesson& lesson,
                  const TechnologyClock& clock, const LearningParameters& p) {
  const double source = 10.0 * clock.frontier * (lesson.core ? 1.0 : p.conventional_level);
  const double gap = std::max(0.0, source - own);
  const double x = std::min(1.0, gap / p.gap_scale);
  return lesson.eta * absorptive_capacity * 4.0 * x * (1.0 - x) * gap * lesson.dose *
         lesson.quality * lesson.outcome;
}

std::size_t taught_field(const Expertise& level, const Random::Block& draws) {
  std::size_t weakest = draws[0] % field_count;
  for (std::size_t k = 1; k < 3; ++k) {
    const std::size_t candidate = draws[k] % field_count;
    if (level[candidate] < level[weakest]) weakest = candidate;
  }
  return weakest;
}

}  // namespace coopsim
