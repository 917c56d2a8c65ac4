// SPDX-License-Identifier: Apache-2.0
// A sweep's stand-in: what a response would be at factor values that were not simulated, by a
// surrogate fitted to the points that were. Values are those of result files: the number itself, of
// a scaled path the factor, of a shifted one the months, of a list without numbers the place in it.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "analysis/surrogate.hpp"
#include "output/sweep_result.hpp"

namespace coopsim {

// A list's text as --set takes it, and what stands for it.
struct StandInChoice {
  std::string text;
  double value;
};

struct StandInFactor {
  std::string name;                    // "a + b" of factors that move together
  std::string path, unit;              // of the first of these, whose values count
  double usual = 0;                    // at the reference; NaN where that is no number
  double least = 0, most = 0;          // of the points
  std::vector<StandInChoice> choices;  // of a list without numbers, in the order of its values
};

struct StandIn {
  std::vector<StandInFactor> factors;
  Surrogate surrogate;   // over the factors, in this order
  double simulated = 0;  // mean of the reference point's replications
};

// `less` nothing: the policy's own level. REQUIRES: policies are places of the file.
StandIn stand_in(const SweepTotals& totals, const SweepTotals::Response& response,
                 std::size_t policy, std::optional<std::size_t> less);

// `steps` values of a factor from its least to its most; those of its choices, if it has any.
// REQUIRES: steps > 1.
std::vector<double> steps_over(const StandInFactor& factor, std::size_t steps);

}  // namespace coopsim
