// SPDX-License-Identifier: Apache-2.0
// How to take back what levers have changed.
#pragma once
#include <vector>

#include "sim/changes.hpp"
#include "sim/scenario.hpp"

namespace coopsim {

// Whether it sets something that lasts. A cut or a blow to Japan's trust is done and stays done.
bool is_setting(const Change&);

// The changes after which every programme follows the parameters again: one of each kind that sets
// something.
std::vector<Change> neutral_changes(const Parameters&);

}  // namespace coopsim
