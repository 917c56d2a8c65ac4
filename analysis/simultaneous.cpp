// SPDX-License-Identifier: Apache-2.0
#include "analysis/simultaneous.hpp"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cassert>
#include <cmath>

#include "analysis/estimates.hpp"
#include "analysis/quadrature.hpp"

namespace coopsim {
namespace {

constexpr int quadrature_digits = 8;

double upper_quantile(double degrees, double tail) {
  using namespace boost::math;
  return rounded_to_digits(std::isinf(degrees) ? quantile(complement(normal_distribution<>(), tail))
                                               : quantile(complement(students_t(degrees), tail)));
}

// P(the range of `groups` standard normals <= w).
double range_probability(double w, int groups) {
  return groups * over_normal([&](double z) {
           return std::pow(normal_probability(z) - normal_probability(z - w), groups - 1);
         });
}

}  // namespace

double bonferroni_multiplier(double degrees, int comparisons, double confidence) {
  assert(comparisons > 0 && degrees > 0 && confidence > 0 && confidence < 1);
  return upper_quantile(degrees, (1 - confidence) / 2 / comparisons);
}

double bonferroni_one_sided(double degrees, int comparisons, double confidence) {
  assert(comparisons > 0 && degrees > 0 && confidence > 0 && confidence < 1);
  return upper_quantile(degrees, (1 - confidence) / comparisons);
}

double tukey_probability(double q, int groups, double degrees) {
  assert(groups > 1 && degrees >= 2);
  return over_chi([&](double s) { return range_probability(q * s, groups); }, degrees);
}

double tukey_quantile(int groups, double degrees, double confidence) {
  return rounded_to_digits(
      root_of_increasing([&](double q) { return tukey_probability(q, groups, degrees); },
                         confidence),
      quadrature_digits);
}

double dunnett_probability(double t, int comparisons, double degrees, double correlation) {
  assert(comparisons > 0 && degrees >= 2 && correlation >= 0 && correlation < 1);
  const double shared = std::sqrt(correlation), own = std::sqrt(1 - correlation);
  return over_chi(
      [&](double s) {
        return over_normal([&](double z) {
          const double within = normal_probability((shared * z + t * s) / own) -
                                normal_probability((shared * z - t * s) / own);
          return std::pow(within, comparisons);
        });
      },
      degrees);
}

double dunnett_multiplier(int comparisons, double degrees, double confidence, double correlation) {
  return rounded_to_digits(
      root_of_increasing(
          [&](double t) { return dunnett_probability(t, comparisons, degrees, correlation); },
          confidence),
      quadrature_digits);
}

}  // namespace coopsim
