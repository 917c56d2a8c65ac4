// SPDX-License-Identifier: Apache-2.0
// What not knowing the parameters means for the choice between policies: one response over draws of
// the unknowns, each with a few replications on the same random numbers.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/estimates.hpp"
#include "analysis/held_against.hpp"
#include "analysis/information.hpp"
#include "analysis/regret.hpp"
#include "analysis/variance_split.hpp"
#include "analysis/verdict.hpp"
#include "output/study_draws.hpp"

namespace coopsim {

// A policy's difference in the third of the draws with the lowest values of an
// unknown, and in that with the highest. NaN below three draws.
struct OuterThirds {
  double low = 0, high = 0;
};

struct DrawnPolicy {
  std::size_t policy = 0;        // its place in the file
  std::size_t held_against = 0;  // the policy that it is less; of the baseline its own
  bool baseline = false, stress = false;
  Estimate difference;               // over draws, of the mean difference of each
  double q05 = 0, q50 = 0, q95 = 0;  // of these means; chance that is left in them widens the range
  double share_above = 0;            // of the draws whose mean is above zero, ties half
  VarianceSplit split;               // of the difference
  std::vector<OuterThirds> thirds;   // one an unknown
};

struct AssumptionStudy {
  std::string metric, unit, label_en, label_ko;
  Preference preference = Preference::unstated;
  std::size_t baseline = 0;
  std::size_t draws = 0;          // with a value of every policy but stress cases
  std::size_t replications = 0;   // of each
  std::vector<DrawnPolicy> rows;  // in the order of the file
  // What follows is empty unless one knows which way the response is better and there are draws.
  bool ranked = false;
  std::vector<std::size_t> choices;       // places of the policies that one may choose
  PerfectInformation information;         // `best`: a place among `choices`
  std::vector<PolicyRegret> regret;       // one a choice
  std::vector<std::size_t> least_regret;  // places in the file: smallest largest regret
  std::vector<PartialInformation> sections, unknowns;  // known alone: each table, each parameter
};

// REQUIRES: `draws` has the response `metric`; `baseline` is a place among its policies.
AssumptionStudy assess_assumptions(const StudyDraws& draws, std::string_view metric,
                                   std::size_t baseline,
                                   StressCases stress_cases = StressCases::against_their_policy);

// Every response against the study's baseline; empty without a baseline.
AssumptionTable assumption_table(const StudyDraws& draws);

}  // namespace coopsim
