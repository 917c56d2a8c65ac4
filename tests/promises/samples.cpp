// SPDX-License-Identifier: Apache-2.0
#include "tests/promises/samples.hpp"

#include <cmath>

#include "sim/kernel/distribution.hpp"
#include "sim/kernel/random.hpp"

namespace coopsim::testing {
namespace {

constexpr Purpose common_part{240}, own_part{241};

// Mean 0, variance 1.
double own_value(StressedCase::Shape shape, double uniform) {
  constexpr double rare_share = .1;
  switch (shape) {
    case StressedCase::Shape::normal:
      break;
    case StressedCase::Shape::lognormal: {
      const double mean = std::exp(.5), deviation = std::sqrt((std::exp(1) - 1) * std::exp(1));
      return (std::exp(normal_quantile(uniform)) - mean) / deviation;
    }
    case StressedCase::Shape::rare:
      return ((uniform < rare_share ? 1 : 0) - rare_share) /
             std::sqrt(rare_share * (1 - rare_share));
  }
  return normal_quantile(uniform);
}

}  // namespace

const std::vector<StressedCase>& stressed_cases() {
  using Shape = StressedCase::Shape;
  const std::vector<double> ones(5, 1.0), step = {0, 0, 0, 0, 1};
  static const std::vector<StressedCase> cases = {
      {"plain", "independent normal policies, 30 replications", step, ones, 0, Shape::normal, 30,
       1},
      {"skewed", "each policy's own part is lognormal, the baseline's normal", step, ones, .5,
       Shape::lognormal, 30, 2},
      {"rare", "an event in a tenth of the replications, the baseline normal", step, ones, .5,
       Shape::rare, 30, 3},
      {"unequal",
       "standard deviations .5, 1, 2, 4, 8",
       step,
       {.5, 1, 2, 4, 8},
       .3,
       Shape::normal,
       30,
       4},
      {"correlated", "correlation .9", step, ones, .9, Shape::normal, 30, 5},
      {"near ties",
       "means 0, .05, .1, .05, .1",
       {0, .05, .1, .05, .1},
       ones,
       .5,
       Shape::normal,
       30,
       6},
      {"few", "5 replications", step, ones, .5, Shape::normal, 5, 7},
      {"many", "19 policies, 64 replications", std::vector<double>(19, 0.0),
       std::vector<double>(19, 1.0), .5, Shape::normal, 64, 8},
  };
  return cases;
}

Rows sample(const StressedCase& from, std::uint64_t study, std::size_t replications) {
  const double common = std::sqrt(from.correlation), alone = std::sqrt(1 - from.correlation);
  Rows rows(from.means.size());
  for (std::size_t r = 0; r < replications; ++r) {
    const Random random(study * stressed_cases().size() + from.seed, std::uint32_t(r));
    const double shared = normal_quantile(random.uniform({0}, common_part));
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const auto shape = i == 0 ? StressedCase::Shape::normal : from.shape;
      const double own = own_value(shape, random.uniform({i}, own_part));
      rows[i].push_back(from.means[i] + from.deviations[i] * (common * shared + alone * own));
    }
  }
  return rows;
}

}  // namespace coopsim::testing
