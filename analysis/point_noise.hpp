// SPDX-License-Identifier: Apache-2.0
// How much chance is left in the mean of each point of a sweep: what a sensitivity analysis would
// otherwise take for the doing of the factors.
#pragma once
#include <vector>

#include "analysis/variance_split.hpp"

namespace coopsim {

// The variance of each point's mean over its replications, in the unit of the response, squared.
// Crossing::independent: S^2 / n of the point's own values, NaN of fewer than two.
// Crossing::common: what a replication brings to all points alike is no difference between them,
// and is taken off first; of points without a missing value only, the others have NaN. A single
// point's figure then leans towards the mean of all, which itself is unbiased (two-way analysis of
// variance without interaction; Searle, Casella and McCulloch 1992, chapter 4).
// REQUIRES: rows [point][replication] of equal size.
std::vector<double> noise_of_means(const CrossedTable& values, Crossing crossing);

}  // namespace coopsim
