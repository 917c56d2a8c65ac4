// SPDX-License-Identifier: Apache-2.0
// One learning event (equation 2): what a firm gains in one field from a source in Japan.
#pragma once
#include "sim/world/firms.hpp"

namespace coopsim {

// Result of a service: full 1, partial 1/2, none 0 (equation 3).
double outcome_of(double u, const LearningParameters&);

struct Lesson {
  double eta;      // strength of the channel
  double dose;     // ln(1 + D/d), or its increment where doses add up
  double quality;  // of the teacher, 1 on average
  double outcome;  // m_out
  bool core;       // whether the source shows the frontier or only conventional technology
};

// Gain in expertise of a field now at `own`. Inverted U in the distance to the source: nothing is
// learned from an equal, nothing from one too far ahead.
double skill_gain(double own, double absorptive_capacity, const Lesson&, const TechnologyClock&,
                  const LearningParameters&);

// Of three fields drawn, the one in which the firm is weakest: what is taught.
std::size_t taught_field(const Expertise&, const Random::Block& draws);

}  // namespace coopsim
