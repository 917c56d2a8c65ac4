// SPDX-License-Identifier: Apache-2.0
// What it would be worth to know uncertain parameters before choosing a policy: the expected value
// of perfect information on all of them (EVPI) and on some of them (EVPPI) (Raiffa and Schlaifer
// 1961; Strong, Oakley and Brennan 2014).
//
// Values are net benefits by draw of the parameters and policy, [draw][policy], in one unit, more
// is better. Each should be the mean over enough replications: chance that is left in it passes for
// something that one could know. Results are in the same unit, for the decision as a whole.
#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "analysis/estimates.hpp"
#include "analysis/least_squares.hpp"
#include "analysis/regret.hpp"

namespace coopsim {

struct PerfectInformation {
  std::size_t best = 0;      // policy with the highest mean: chosen if nothing more is known
  double mean = 0;           // its mean
  double value = 0;          // EVPI: mean of each draw's best less `mean`; never below zero
  Estimate loss;             // the same as the mean regret of `best`, with its t interval
  double share_changed = 0;  // of draws (or of weight) in which another policy is strictly better
};
// `weights`: one a draw, not negative, not all zero; none: all alike. With weights `loss` has no
// interval. REQUIRES: a draw and a policy at least, rows of equal size, no NaN.
PerfectInformation perfect_information(const StateTable& values,
                                       std::span<const double> weights = {});

// A group of parameters that would become known together.
struct ParameterGroup {
  std::string name;
  InputTable draws;  // [draw][parameter]
};

struct PartialInformation {
  std::string name;
  // EVPPI: mean over draws of the highest of the policies' expectations given the group, less the
  // highest mean. Within [0, EVPI]. Of few draws it leans upwards, as the fit follows chance; where
  // two policies are nearly equal on average it leans downwards, as does EVPI itself.
  double value = 0;
  // What choosing by that fit would bring on draws that were left out of it: the more careful of
  // the two. Where they are far apart, there are too few draws.
  double left_out = 0;
  int degree = 0;  // of the polynomials; 0: the group tells nothing of which policy is better
  bool at_limit = false;  // the fit gave more than EVPI, and was cut to it
  // Not even a straight line could be fitted: `value` says nothing.
  bool too_few_draws = false;
};

struct RegressionOptions {
  int most_degree = 4;
  std::size_t draws_a_term =
      10;  // fewer draws for each term of the polynomial allow no such degree
};
// By regression: each policy's advantage over the best on average is fitted by polynomials of the
// group's parameters, all of one degree, that which predicts left-out draws best (PRESS); degree 0,
// which says that the group is worth nothing, takes part. REQUIRES: as above, one row a draw.
PartialInformation partial_information(const StateTable& values, const ParameterGroup& group,
                                       const RegressionOptions& options = {});

}  // namespace coopsim
