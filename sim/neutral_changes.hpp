// SPDX-License-Identifier: Apache-2.0
// How to take back what levers have changed.
#pragma once
#include <vector>

#include "sim/changes.hpp"
#include "sim/scenario.hpp"

namespace coopsim {

// The changes after which every programme follows the parameters again: one of each kind that sets
// something. A cut (Rescinded) sets nothing; it is done and stays done.
std::vector<Change> neutral_changes(const Parameters&);

}  // namespace coopsim
