// SPDX-License-Identifier: Apache-2.0
// Group `design` of a sweep's result: at which points it was simulated, and what each factor was.
#pragma once
#include <cstddef>

#include "output/labelled_group.hpp"
#include "output/sweep_result.hpp"

namespace coopsim {

// Axis design_point, of so many points, the reference among them.
void add_point_axis(LabelledGroup& group, std::size_t points);

void write_sweep_design(hid_t file, const SweepPoints& points, FileIndex& index);

}  // namespace coopsim
