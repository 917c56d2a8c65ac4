// SPDX-License-Identifier: Apache-2.0
// Two ways to a narrower interval of a mean from as many runs: mirrored random numbers, and a
// companion whose mean is known (Law 2015, sections 11.3 and 11.4).
#pragma once
#include <span>

#include "analysis/estimates.hpp"

namespace coopsim {

// Pairs of runs of which the second used the mirrored numbers (1 - U).
struct AntitheticMean {
  Estimate mean;  // of the pairs' means; count is that of pairs
  // Variance of two independent runs' mean over that of a pair's: below 1 where mirroring harms,
  // infinite where pairs cancel. NaN below two pairs, or where nothing varies.
  double variance_reduction = 0;
};
// Pairs with a missing (NaN) value are left out. REQUIRES: equal sizes.
AntitheticMean antithetic_mean(std::span<const double> run, std::span<const double> mirrored,
                               double confidence = .95);

struct ControlledMean {
  Estimate mean;           // of y - beta (x - mean of x), t with n - 2 degrees; count is n
  double coefficient = 0;  // beta = Cov(y, x) / Var(x), from the sample; 0 where x does not vary
  // Var(y) / Var(y - beta x) = 1 / (1 - correlation^2), before the price of estimating beta, which
  // is (n - 2) / (n - 3) in the mean (Lavenberg and Welch 1981). Infinite where nothing is left.
  double variance_reduction = 0;
};
// `companion_mean` is the true mean of x, known without simulation. The interval is right for
// normal (y, x); beta is from the same runs, which biases the mean a little where they are few.
// Pairs with a missing value are left out; everything but the mean is NaN below three.
// REQUIRES: equal sizes.
ControlledMean controlled_mean(std::span<const double> y, std::span<const double> x,
                               double companion_mean, double confidence = .95);

}  // namespace coopsim
