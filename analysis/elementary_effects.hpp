// SPDX-License-Identifier: Apache-2.0
// Screening by elementary effects (Morris 1991; Campolongo, Cariboni and Saltelli 2007): which of
// many factors matter at all, from few points. A factor's elementary effect is what a step of it
// alone does to the response, divided by the step.
#pragma once
#include <cstddef>
#include <span>
#include <vector>

#include "analysis/bootstrap.hpp"
#include "analysis/factor_table.hpp"

namespace coopsim {

// In units of the response per whole range of the factor.
struct FactorScreening {
  std::size_t effects = 0;  // how many there are to average
  double mu = 0;            // mean of the effects: opposite ones cancel
  double mu_star = 0;       // mean of their sizes: how much the factor matters
  double mu_star_low = 0, mu_star_high = 0;
  // Standard deviation of the effects: 0 where the factor acts alone and in a straight line.
  double sigma = 0;
};

struct Screening {
  std::vector<FactorScreening> factors;
  std::size_t trajectories = 0;
  std::size_t missing_points = 0, missing_effects = 0;
};
// `points`: trajectories of factors + 1 rows, one after the other, in unit coordinates; each row
// differs from the one before in one factor, and a trajectory moves each factor once. A missing
// response costs only the effects on either side of it. Of no effects all is NaN but the count, of
// one sigma and the interval are. The interval is the percentile bootstrap over trajectories, of
// the given confidence. Throws std::invalid_argument, naming the row, where the points are no such
// trajectories. REQUIRES: one response a point, options.resamples > 0.
Screening elementary_effects(const FactorTable& points, std::span<const double> responses,
                             const BootstrapOptions& options = {});

}  // namespace coopsim
