// SPDX-License-Identifier: Apache-2.0
// Ways to spend replications on finding the best policy: those of `coopsim select`, and as many of
// each policy. Each is a function of what was drawn; more is better.
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "tests/promises/samples.hpp"

namespace coopsim::testing {

struct Aim {
  double delta = 0;  // the least lead that matters, in the unit of the values
  double confidence = .95;
};

using Leaders = std::vector<std::uint8_t>;  // the policy with the highest mean, as values come in

// With n replications of each policy, at place n - 1.
Leaders leaders_of_equal(const Rows& drawn);

// `coopsim select --rule ocba`: after the first stage and so many rounds of its size, as long as
// there are values. A policy's nth value is its nth replication.
Leaders leaders_of_ocba(const Rows& drawn, std::size_t rounds);
std::size_t ocba_budget(std::size_t policies, std::size_t rounds);  // spent by then

// `coopsim select`: elimination, without a budget.
struct Selected {
  std::size_t leader = 0;
  std::size_t spent = 0;  // replications of all policies together
  bool known = false;     // false where the values did not last
};
Selected select_best(const Rows& drawn, const Aim& aim);

// Replications of all policies together that two-stage procedures take, whose promise is that of
// elimination. As many of each policy, on common random numbers (Clark and Yang 1986).
std::size_t spent_by_clark_yang(const Rows& drawn, const Aim& aim);
// By each policy's own variance, on independent ones (Rinott 1978). `constant` is rinott_constant
// of as many policies, the first stage and the confidence.
std::size_t spent_by_rinott(const Rows& drawn, double delta, double constant);

}  // namespace coopsim::testing
