// SPDX-License-Identifier: Apache-2.0
// Group `comparison`: every whole response of every policy against the one that it is held against,
// over the policy period, with what needs all policies at once.
#pragma once
#include "output/study_shape.hpp"
#include "output/study_totals.hpp"

namespace coopsim {

void write_comparison(hid_t file, const Scenario& scenario, const StudyShape& shape,
                      const StudyTotals& totals, const ComparisonTable& table, FileIndex& index);

}  // namespace coopsim
