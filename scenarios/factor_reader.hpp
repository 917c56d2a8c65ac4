// SPDX-License-Identifier: Apache-2.0
// [[factor]] of a study file.
#pragma once
#include <vector>

#include "scenarios/node.hpp"
#include "scenarios/problems.hpp"
#include "scenarios/reader.hpp"
#include "scenarios/sweep_factor.hpp"

namespace coopsim {

// Every factor, each with a path of its own. Both ends of each are tried in the scenario, so that
// what it does not allow is a problem of the factor. `factor = "uncertain"`: every parameter that
// the scenario calls uncertain.
std::vector<SweepFactor> read_factors(const Node& root, const ScenarioReading& base,
                                      Problems& problems);

}  // namespace coopsim
