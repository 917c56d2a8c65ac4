// SPDX-License-Identifier: Apache-2.0
// What `coopsim sensitivity` says of every response and policy, as the columns of the result's
// group `sensitivity`.
#pragma once
#include "output/sweep_result.hpp"

namespace coopsim {

SweepFigures sweep_figures(const SweepTotals& totals);

}  // namespace coopsim
