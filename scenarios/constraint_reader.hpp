// SPDX-License-Identifier: Apache-2.0
// [[constraint]] of a study file.
#pragma once
#include <vector>

#include "scenarios/node.hpp"
#include "scenarios/problems.hpp"
#include "scenarios/sweep_study.hpp"

namespace coopsim {

// Every constraint on the factors, which are those of the study.
std::vector<SweepConstraint> read_constraints(const Node& root,
                                              const std::vector<SweepFactor>& factors,
                                              Problems& problems);

}  // namespace coopsim
