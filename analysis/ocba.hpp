// SPDX-License-Identifier: Apache-2.0
// A given number of replications spent where the ranking is unclear: optimal computing budget
// allocation, in rounds (Chen, Lin, Yucesan and Chick 2000; of the best m Chen, He, Fu and Lee
// 2008). A heuristic: it makes a correct selection likelier and promises no probability. It takes
// the policies for independent, which they are not on common random numbers; where these help, it
// is the more cautious for it.
#pragma once
#include <cstddef>
#include <span>
#include <vector>

namespace coopsim {

// How many of `more` replications each policy gets, from the values so far: one by one, each to the
// policy that lacks most of its share. More is better. Policies that do not vary get next to
// nothing; where none varies, or all means are equal, all get as many.
// REQUIRES: two policies or more, two values or more of each, no NaN, 0 < best < policies.
std::vector<std::size_t> ocba_further(const std::vector<std::span<const double>>& policies,
                                      std::size_t more, std::size_t best = 1);

// A rough guide to the probability that the policy with the highest mean is the best: 1 less the
// sum of the chances that each other beats it (Bonferroni), policies taken for independent and
// variances for known; never below 0. Of the best m: that none is on the wrong side of what parts
// them from the others. REQUIRES: as above.
double ocba_confidence(const std::vector<std::span<const double>>& policies, std::size_t best = 1);

// Places of the `best` highest means, highest first; of equal ones the first.
std::vector<std::size_t> highest_means(const std::vector<std::span<const double>>& policies,
                                       std::size_t best);

}  // namespace coopsim
