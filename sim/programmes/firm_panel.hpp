// SPDX-License-Identifier: Apache-2.0
// The firms as they stand on 31 December, one row each, where a scenario asks for a panel.
#pragma once
#include "sim/kernel/time.hpp"

namespace coopsim {

struct Context;

// REQUIRES: the panel is kept.
void log_firms(int year, Time now, Context&);

}  // namespace coopsim
