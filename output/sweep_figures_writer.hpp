// SPDX-License-Identifier: Apache-2.0
// Group `sensitivity` of a sweep's result.
#pragma once
#include "output/labelled_group.hpp"
#include "output/study_shape.hpp"
#include "output/sweep_result.hpp"

namespace coopsim {

// What the figures are of.
struct FiguresOf {
  const SweepTotals& totals;
  const StudyShape& shape;
  const Scenario& base;
};
void write_sweep_figures(hid_t file, const SweepFigures& figures, const FiguresOf& of,
                         FileIndex& index);

}  // namespace coopsim
