// SPDX-License-Identifier: Apache-2.0
// Binomial and Poisson by inversion: the probabilities are summed upwards from where they begin to
// count until the sum reaches u. Two terms in a row differ by a ratio, so only one is computed in
// full: at 0 where that is likely enough, else at the mode, by
//   C. Loader, Fast and accurate computation of binomial probabilities (2000).
// A sum is right to about 1e-16 times the terms summed; a variate costs some 20 standard
// deviations of steps.
#include <algorithm>
#include <cmath>
#include <numbers>
#include <stdexcept>

#include "sim/kernel/distribution.hpp"
#include "sim/kernel/math.hpp"

namespace coopsim {
namespace {

constexpr double negligible = 1e-20;    // beside the least u, 2^-53
constexpr double likely_enough = 30.0;  // sum from 0 if P(0) > e^-30

struct Term {
  int count;
  double probability;
};

// The least k <= most whose sum of probabilities reaches u. ratio(k) = P(k) / P(k - 1).
template <class Ratio>
int first_to_reach(double u, Term term, int most, const Ratio& ratio) {
  const int start = term.count;
  while (term.count > 0 && term.probability > negligible) term.probability /= ratio(term.count--);
  double sum = term.probability;
  while (sum < u && term.count < most) {
    term.probability *= ratio(++term.count);
    sum += term.probability;
    if (term.count > start && term.probability < negligible) break;
  }
  return term.count;
}

// ln n! minus Stirling's (n + 1/2) ln n - n + ln sqrt(2 pi). REQUIRES: n >= 1.
double stirling_error(double n) {
  if (n > 15.0) {
    const double s = 1.0 / (n * n);
    return (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - s / 1188) * s) * s) * s) / n;
  }
  constexpr double log_root_two_pi = 0.918938533204672741780329736406;
  double factorial = 1.0;
  for (double k = 2.0; k <= n; ++k) factorial *= k;
  return math::log(factorial) - (n + 0.5) * math::log(n) + n - log_root_two_pi;
}

// x ln(x / m) + m - x without cancellation where x is near m: Loader's deviance part.
double deviance(double x, double m) {
  const double gap = x - m;
  if (std::abs(gap) >= 0.1 * (x + m)) return x * math::log(x / m) - gap;
  const double v = gap / (x + m);
  double sum = gap * v;
  double power = 2.0 * x * v;
  for (int odd = 3;; odd += 2) {
    power *= v * v;
    const double next = sum + power / odd;
    if (next == sum) return sum;
    sum = next;
  }
}

double poisson_probability(double k, double mean) {
  return math::exp(-stirling_error(k) - deviance(k, mean)) / std::sqrt(2.0 * std::numbers::pi * k);
}

// REQUIRES: 0 < k < n.
double binomial_probability(double k, double n, double p) {
  const double rest = n - k;
  const double exponent = stirling_error(n) - stirling_error(k) - stirling_error(rest) -
                          deviance(k, n * p) - deviance(rest, n * (1.0 - p));
  return math::exp(exponent) * std::sqrt(n / (2.0 * std::numbers::pi * k * rest));
}

Term binomial_start(int trials, double p) {
  const double none = trials * math::log1p(-p);  // ln P(0)
  const int mode = std::min(trials, static_cast<int>((trials + 1.0) * p));
  if (none > -likely_enough || mode == 0) return {0, math::exp(none)};
  if (mode == trials) return {mode, math::exp(trials * math::log(p))};
  return {mode, binomial_probability(mode, trials, p)};
}

}  // namespace

int binomial_quantile(double u, int trials, double probability) {
  if (trials < 0 || !(probability >= 0.0 && probability <= 1.0))
    throw std::invalid_argument("a binomial needs trials of 0 or more, a probability in [0, 1]");
  if (trials == 0 || probability == 0.0) return 0;
  if (probability == 1.0) return trials;
  const double odds = probability / (1.0 - probability);
  return first_to_reach(u, binomial_start(trials, probability), trials,
                        [=](int k) { return odds * (trials - k + 1.0) / k; });
}

int poisson_quantile(double u, double mean) {
  if (!(mean >= 0.0 && mean <= poisson_mean_most))
    throw std::invalid_argument("a Poisson mean must be between 0 and 1e9");
  const int mode = static_cast<int>(mean);
  const Term start = mean < likely_enough ? Term{0, math::exp(-mean)}
                                          : Term{mode, poisson_probability(mode, mean)};
  return first_to_reach(u, start, 2'000'000'000, [=](int k) { return mean / k; });
}

}  // namespace coopsim
