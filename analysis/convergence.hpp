// SPDX-License-Identifier: Apache-2.0
// Has a sensitivity index settled? The index on growing parts of the sample, each twice the last:
// one that still moves between half and all of it is not to be trusted to the digits it is given
// in. Nested parts agree more than fresh samples would: this finds what has not settled, and
// proves nothing of what has (Sarrazin, Pianosi and Wagener 2016).
#pragma once
#include <cstddef>
#include <functional>
#include <vector>

namespace coopsim {

struct ConvergenceStep {
  std::size_t units = 0;       // of the sample: rows, trajectories or points
  std::vector<double> values;  // the indices, one a factor
};
// The indices from the first so many units of the sample.
using IndicesOfFirst = std::function<std::vector<double>(std::size_t units)>;

// On the first n/8, n/4, n/2 and n units, rounded down; parts of fewer than `least` are left out,
// but for the whole.
std::vector<ConvergenceStep> convergence(std::size_t units, const IndicesOfFirst& indices,
                                         std::size_t least = 2);

// The largest change of any index between the last two steps; NaN of fewer than two steps. Indices
// that are NaN in either are passed over.
double last_change(const std::vector<ConvergenceStep>& steps);

// Do the last two steps put the factors in the same order, the largest index first? Indices no
// further apart than `tie` in either step count as equal. True of fewer than two steps.
bool same_order(const std::vector<ConvergenceStep>& steps, double tie = 0);

}  // namespace coopsim
