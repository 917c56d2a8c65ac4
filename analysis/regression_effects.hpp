// SPDX-License-Identifier: Apache-2.0
// What factors do to a response, from any sample of points that fills their range: standardised
// regression coefficients for straight lines, partial rank correlations for curves that only rise
// or only fall (Saltelli and Marivoet 1990; Iman and Conover 1979), and for two-level designs main
// effects and interactions (Box, Hunter and Hunter 1978).
#pragma once
#include <cstddef>
#include <span>
#include <vector>

#include "analysis/estimates.hpp"
#include "analysis/factor_table.hpp"

namespace coopsim {

struct RegressionEffect {
  // Standard deviations of the response per standard deviation of the factor, the others held.
  double src = 0;
  // Correlation of the ranks of both, what the other factors' ranks explain taken off: -1 to 1.
  double prcc = 0;
  double t = 0;        // of prcc, with points - factors - 1 degrees of freedom; may be infinite
  double p_value = 1;  // two-sided: of so large a t where the factor does nothing; 12 digits
  // False where the factor does not vary or the others make it up: all above says nothing then.
  bool separable = false;
};

struct RegressionEffects {
  std::vector<RegressionEffect> factors;
  double r_squared = 0;       // share of the variance that the straight lines explain: trust in src
  double rank_r_squared = 0;  // the same of ranks: trust in prcc
  std::size_t points = 0, left_out = 0;  // left out: without a response
  bool no_variance = false;              // all responses are equal
  bool too_few_points = false;           // factors + 2 at least are needed; nothing is computed
};
// Ties have their mean rank. REQUIRES: one response a point; NaN is missing.
RegressionEffects regression_effects(const FactorTable& points, std::span<const double> responses);

// Of each factor: mean response in the upper half of the factor's observed range less that in the
// lower half, with Welch's interval; values in the very middle belong to neither. In a two-level
// design these are the two levels. `count` is that of the smaller half; NaN as of any Estimate. The
// interval takes what other factors do for chance, so that it is wide but holds.
std::vector<Estimate> main_effects(const FactorTable& points, std::span<const double> responses);

// Half of: what the second factor's step from its lower to its upper level does at the first's
// upper level, less what it does at the lower. From the means of the four cells.
struct Interaction {
  std::size_t first = 0, second = 0;
  double effect = 0;  // in the unit of the response
  // The design cannot tell it from a factor or another pair: they always change together.
  bool aliased = false;
};
// Every pair of factors that take two values each and meet in all four combinations; other pairs
// are not in the list.
std::vector<Interaction> interactions(const FactorTable& points, std::span<const double> responses);

}  // namespace coopsim
