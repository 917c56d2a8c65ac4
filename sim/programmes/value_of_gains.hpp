// SPDX-License-Identifier: Apache-2.0
// What the programme's effects on firms are worth at the end of a year, against the world without
// programme.
#pragma once
#include "sim/kernel/time.hpp"

namespace coopsim {

struct Context;

// Emits GainsValued of every cell with a firm that has gains. Growth of staff shows in jobs alone:
// value added is counted at the staff that the firm has without programme.
void value_gains(int year, Time now, Context&);

}  // namespace coopsim
