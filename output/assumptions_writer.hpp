// SPDX-License-Identifier: Apache-2.0
// Group `assumptions`: draws of the unknowns, what they brought, and what follows from that.
#pragma once
#include "output/labelled_group.hpp"
#include "output/study_draws.hpp"
#include "output/study_shape.hpp"

namespace coopsim {

void write_assumptions(hid_t file, const Scenario& scenario, const StudyShape& shape,
                       const StudyDraws& draws, const AssumptionTable& table, FileIndex& index);

}  // namespace coopsim
