// SPDX-License-Identifier: Apache-2.0
// The mean response over all that the factors may be, from a random sample of their space, with the
// narrowest interval that the sample earns.
#pragma once
#include <cstddef>
#include <optional>
#include <span>

#include "analysis/estimates.hpp"
#include "analysis/factor_table.hpp"

namespace coopsim {

struct SampleMean {
  Estimate mean;
  // As many independent points as one of these is worth, by the mean's variance.
  double worth = 1;
  bool of_pairs = false;  // points are mirrored; the mean's count is that of pairs
  // The factor whose known mean, .5 in unit coordinates, steadies the estimate; nothing where none
  // goes along with the response surely enough, or points are mirrored.
  std::optional<std::size_t> companion;
};

// Of independent points of the unit cube. Its companion is the factor that correlates the most with
// the response, if that correlation is significant at .01 shared over all factors: so a companion
// picked by chance alone narrows one interval in a hundred. Points without a response are left out.
SampleMean independent_mean(const FactorTable& points, std::span<const double> responses);

// Of pairs (2k, 2k + 1) that mirror each other, u and 1 - u. Pairs without a response
// of both are left out. REQUIRES: an even number of points.
SampleMean mirrored_mean(std::span<const double> responses);

// As main_effects (analysis/regression_effects.hpp), of mirrored pairs: in each, one point lies in
// the upper half of the factor and one in the lower, and their differences are independent.
Estimate mirrored_main_effect(const FactorTable& points, std::span<const double> responses,
                              std::size_t factor);

}  // namespace coopsim
