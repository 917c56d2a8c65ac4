// SPDX-License-Identifier: Apache-2.0
// Which factors of a sweep matter for a response, or for the difference between two policies: by
// the methods that the sweep's design allows.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/convergence.hpp"
#include "analysis/elementary_effects.hpp"
#include "analysis/prim.hpp"
#include "analysis/regression_effects.hpp"
#include "analysis/sample_mean.hpp"
#include "analysis/sobol_indices.hpp"
#include "output/sweep_result.hpp"

namespace coopsim {

// Of each design point, the reference first: mean over replications, NaN where a world failed (the
// others are no sample of all). `less` nothing: the policy's own level.
std::vector<double> point_means(const SweepTotals& totals, const SweepTotals::Response& response,
                                std::size_t policy, std::optional<std::size_t> less);

struct SweepSensitivity {
  // Factors that move together are one: "a + b". As the design has them, in unit coordinates.
  std::vector<std::string> factors;
  std::vector<double>
      response;              // of each design point, the reference left out: mean of replications
  double reference = 0;      // at the reference point
  double chance_share = 0;   // of the variance between points: chance in their means; NaN: untold
  std::size_t left_out = 0;  // points without a value

  std::optional<Screening> screening;           // of a morris design
  std::optional<SobolIndices> indices;          // of saltelli
  std::optional<RegressionEffects> regression;  // of any other
  std::vector<Estimate> main_effects;           // of any other, by factor
  std::vector<Interaction> interactions;        // of designs of two levels
  std::optional<SampleMean> mean;               // of a random sample of the factors' space
  // mu* or total index on growing parts of the design, the last the whole.
  std::vector<ConvergenceStep> steps;
  // A quadratic in the factors: share of the variance that it predicts at points left out of the
  // fit.
  double predictive_r_squared = 0;
};

// `less` nothing: the policy's own level. REQUIRES: policies are places of the file.
SweepSensitivity sweep_sensitivity(const SweepTotals& totals, const SweepTotals::Response& response,
                                   std::size_t policy, std::optional<std::size_t> less);

// In which futures the response falls below (or rises above) a threshold: one box of the factors'
// values, in their units. REQUIRES: as above.
struct Discovery {
  Prim box;
  // Of each point, the reference left out: mean over replications, NaN where one failed; and 1
  // where it is a case, else 0, NaN where missing.
  std::vector<double> means, cases;
};
Discovery discover(const SweepTotals& totals, const SweepTotals::Response& response,
                   std::size_t policy, std::optional<std::size_t> less, double threshold,
                   bool below);

}  // namespace coopsim
