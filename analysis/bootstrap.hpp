// SPDX-License-Identifier: Apache-2.0
// Intervals from resampling, for responses that Student's t does not suit: the bootstrap-t of a
// mean (Efron 1981; Hall 1988) and the largest of several studentised means at once (max-t).
//
// Resample `i` draws its members from addresses of its own, so that neither the number of threads
// nor the order of the work can move a bit.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "analysis/estimates.hpp"

namespace coopsim {

struct BootstrapOptions {
  int resamples = 2000;
  double confidence = .95;
  std::int64_t seed = 1;
};

struct BootstrapInterval {
  double mean = 0, low = 0, high = 0;  // not symmetric about the mean
};

// Of the mean. `low`, `high` are NaN below three values and where so few or so many equal ones tell
// nothing, and the mean itself where values do not vary. REQUIRES: no NaN, resamples > 0.
BootstrapInterval bootstrap_t(std::span<const double> values, const BootstrapOptions& options = {});

// c such that all means lie within c standard errors of their estimates, with that confidence. The
// rows of `samples` (one a contrast) are resampled together, so that their dependence is kept.
// NaN as above. REQUIRES: rows of equal size, no NaN, resamples > 0.
double max_t_multiplier(const std::vector<std::vector<double>>& samples,
                        const BootstrapOptions& options = {});

}  // namespace coopsim
