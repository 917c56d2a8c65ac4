// SPDX-License-Identifier: Apache-2.0
// How many replications it takes to select the best of several policies, and where they are spent
// best. More is better.
//
// Rinott's and Dudewicz and Dalal's constants take independent samples: under common random numbers
// they promise nothing (docs/statistics.md).
#pragma once
#include <cstddef>
#include <span>
#include <vector>

namespace coopsim {

// h such that n_i = max(n0, ceil((h S_i / delta)^2)) replications of each policy select the best
// with that probability, if it leads by delta at least. `first_stage` is n0.
// REQUIRES: policies > 1, first_stage > 1, 1 / policies < confidence < 1.
double rinott_constant(int policies, int first_stage, double confidence = .95);
// The same of the procedure with weighted means (Dudewicz and Dalal 1975, P_E).
double dudewicz_dalal_constant(int policies, int first_stage, double confidence = .95);
// REQUIRES: delta > 0.
std::size_t second_stage_count(double constant, double deviation, double delta, int first_stage);

// Shares of further replications that make a correct selection likeliest, as the number grows
// (Chen, Lin, Yucesan and Chick 2000). Ties with the best get what the smallest gap would.
// REQUIRES: equal sizes, at least two, deviations > 0, means not all equal.
std::vector<double> ocba_shares(std::span<const double> means, std::span<const double> deviations);

// Between the worst of the best `best` means and the next one, nearer to the surer of the two: what
// parts them (Chen, He, Fu and Lee 2008, OCBA-m). REQUIRES: equal sizes, 0 < best < size, errors
// (of the means) > 0.
double boundary_of_best(std::span<const double> means, std::span<const double> errors,
                        std::size_t best);
// Shares of further replications that make it likeliest to select those: as ocba_shares, with
// gaps to the boundary. REQUIRES: equal sizes, deviations > 0.
std::vector<double> ocba_m_shares(std::span<const double> means, std::span<const double> deviations,
                                  double boundary);

}  // namespace coopsim
