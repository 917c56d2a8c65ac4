// SPDX-License-Identifier: Apache-2.0
// Constants of statistical procedures as the program computes them, one a line: name, arguments,
// value. constants_test.py holds them against SciPy.
#include <cstdio>
#include <limits>

#include "analysis/estimates.hpp"
#include "analysis/risk.hpp"
#include "analysis/selection.hpp"
#include "analysis/simultaneous.hpp"

using namespace coopsim;

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

void write_simultaneous() {
  for (const double degrees : {5.0, 29.0, 63.0, infinite})
    for (const int k : {2, 5, 12}) {
      std::printf("tukey %d %g %.17g\n", k, degrees, tukey_quantile(k, degrees));
      std::printf("dunnett %d %g %.17g\n", k, degrees, dunnett_multiplier(k, degrees));
      std::printf("bonferroni %d %g %.17g\n", k, degrees, bonferroni_multiplier(degrees, k));
    }
}

void write_selection() {
  for (const int first_stage : {10, 20, 40})
    for (const int k : {2, 5, 10}) {
      std::printf("rinott %d %d %.17g\n", k, first_stage, rinott_constant(k, first_stage));
      std::printf("dudewicz_dalal %d %d %.17g\n", k, first_stage,
                  dudewicz_dalal_constant(k, first_stage));
    }
}

void write_shares() {
  for (const std::size_t hits : {0, 1, 17, 64}) {
    const Interval exact = clopper_pearson(hits, 64), approximate = wilson(hits, 64);
    std::printf("exact %zu 64 %.17g %.17g\n", hits, exact.low, exact.high);
    std::printf("wilson %zu 64 %.17g %.17g\n", hits, approximate.low, approximate.high);
  }
}

}  // namespace

int main() {
  write_simultaneous();
  write_selection();
  write_shares();
}
