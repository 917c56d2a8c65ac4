// SPDX-License-Identifier: Apache-2.0
// The arithmetic of the performance review: standardised indicators, and money that follows scores
// within bounds. Knows no programme; tested by hand.
#pragma once
#include <optional>
#include <span>
#include <vector>

#include "sim/values.hpp"

namespace coopsim {

// (x - mean) / standard deviation over the values that there are, within -limit to limit. Zero, the
// mean, where there is no value, and everywhere if all are equal.
std::vector<double> standardised(std::span<const std::optional<double>> values, double limit);

// Money of some accounts after a review: each times its factor, then all in proportion, so that the
// sum stays to the KRW thousand (largest remainders). No account is taken below `floor` or above
// `ceiling`; one that is beyond a bound already stays at most where it was. What is zero stays
// zero. REQUIRES: equal sizes; amounts not negative; factors positive, or zero, which closes an
// account whatever the floor; floor <= ceiling. With all factors zero nothing moves.
std::vector<Money> moved(std::span<const Money> amounts, std::span<const double> factors,
                         Money floor, Money ceiling);

}  // namespace coopsim
