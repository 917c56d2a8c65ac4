// SPDX-License-Identifier: Apache-2.0
// A factor held against its scenario: what is declared of its path, and whether the scenario allows
// what the factor may be.
#pragma once
#include <string>
#include <vector>

#include "scenarios/problems.hpp"
#include "scenarios/reader.hpp"
#include "scenarios/sweep_factor.hpp"

namespace coopsim {

// Label, unit and usual value of the path, where it is a declared parameter; else only the path.
SweepFactor factor_named(const std::string& path, const ScenarioReading& base);

// Reads the scenario with both ends of the factor, or with its first twenty values. Its first
// problem then is the factor's, at `where`. `before`: the factors that may give its ends.
void try_factor(SweepFactor factor, const std::vector<SweepFactor>& before, const Place& where,
                const ScenarioReading& base, Problems& problems);

}  // namespace coopsim
