// SPDX-License-Identifier: Apache-2.0
// The design points of a study: the reference first, then those of its design.
#pragma once
#include <string>
#include <vector>

#include "output/sweep_result.hpp"
#include "scenarios/sweep_study.hpp"

namespace coopsim::cli {

// As they are written into the result.
SweepPoints points_of(const SweepStudy& study);

// What the scenario is given at a point; nothing at the reference.
std::vector<std::string> settings_at(const SweepPoints& points, std::size_t point);

// Whether a design of this kind can have more points than its factors' values make.
bool can_grow(DesignKind kind);

// The study with so many design points, the reference not counted. Throws Failure(usage) where the
// design cannot have that number: with what is allowed.
SweepDesign resized(const SweepStudy& study, std::size_t points);

// "morris, 10 trajectories of 4 levels".
std::string design_words(const SweepDesign& design);

// The basis of the sweep's folder and of every block.
SweepBasis basis_of(const SweepStudy& study);
SweepExtent extent_of(const SweepStudy& study, const SweepPoints& points);

}  // namespace coopsim::cli
