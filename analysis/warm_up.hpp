// SPDX-License-Identifier: Apache-2.0
// How much of a series to leave out at its start, where a simulation has not yet forgotten it:
// MSER (White 1997) and its form on batches of five (White, Cobb and Spratt 2000).
//
// For runs without a natural end, such as queues in steady state. A policy's run begins with a past
// of its own and ends on a day: no command leaves anything out; `coopsim validate` says whether
// that past is long enough (start_up.hpp).
#pragma once
#include <cstddef>
#include <span>

namespace coopsim {

struct WarmUp {
  // The series is too short to tell: the rule would leave out half of it (the bound), or it has
  // fewer than `least_batches`. The other figures say what it would have been.
  bool refused = true;
  std::size_t batches = 0;       // d*: batches to leave out, the smallest of equally good ones
  std::size_t observations = 0;  // the same in values
  double statistic = 0;          // that d* minimises; 0 if there was nothing to look at
};

inline constexpr std::size_t least_batches = 10;

// d* = argmin over d <= k/2 of sum_{i > d} (Y_i - mean_d)^2 / (k - d)^2, over k means of `batch`
// values each; a rest at the end is not looked at. batch 1: MSER, 5: MSER-5.
// REQUIRES: batch > 0, no NaN.
WarmUp marginal_error_rule(std::span<const double> values, std::size_t batch = 5);

}  // namespace coopsim
