// SPDX-License-Identifier: Apache-2.0
// Sobol' indices: which share of a response's variance a factor brings, alone and with all its
// interactions, the factors drawn independently (Sobol' 1993; Homma and Saltelli 1996).
//
// First order by Saltelli et al. (2010), total by Jansen (1999):
//   S_i = mean(f_B (f_ABi - f_A)) / V,  ST_i = mean((f_A - f_ABi)^2) / (2 V),
// where A and B are two independent tables of points and AB_i is A with column i of B. Values are
// centred first, which changes no expectation and takes away most of the scatter of S_i.
#pragma once
#include <cstddef>
#include <span>
#include <vector>

#include "analysis/bootstrap.hpp"

namespace coopsim {

// Shares of V. Estimates: either may fall a little below 0 or above 1, or S above ST.
struct SobolIndex {
  double first = 0, first_low = 0, first_high = 0;
  double total = 0, total_low = 0, total_high = 0;
  std::size_t rows = 0;  // that have f_A, f_B and f_ABi
};

// What is left of the indices when the chance that is in every point's mean is taken off: V loses
// its share, and so does the numerator of ST_i; that of S_i holds none on average.
struct CorrectedIndex {
  double first = 0, total = 0;
};

// Of the response at every point, A and B together. Chance: how much of V is replications' noise.
struct SobolIndices {
  std::vector<SobolIndex> factors;
  double mean = 0, variance = 0;  // V, in the unit of the response, squared
  std::size_t rows = 0;           // with f_A and f_B
  std::size_t left_out_rows = 0;  // without either
  std::size_t missing_points = 0;
  bool no_variance = false;               // nothing varies beyond rounding: all indices are 0
  double chance = 0;                      // mean variance of a point's mean; 0 if not told
  double chance_share = 0;                // chance / V; above 1 by chance where factors do nothing
  std::vector<CorrectedIndex> corrected;  // empty where noise was not told or leaves nothing
};

// `values`: rows of factors + 2: f_A, f_B, f_AB1 to f_ABk. NaN is missing: a row without f_A or f_B
// is left out, one without f_ABi only for factor i (NaN where that leaves none). Intervals:
// percentile bootstrap over rows; NaN below two rows. `noise`: nothing, or for each of `values` the
// variance of that point's mean over its replications (`noise_of_means`). REQUIRES: whole rows,
// options.resamples > 0.
SobolIndices sobol_indices(std::size_t factors, std::span<const double> values,
                           std::span<const double> noise = {},
                           const BootstrapOptions& options = {});

}  // namespace coopsim
