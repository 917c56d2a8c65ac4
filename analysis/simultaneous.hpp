// SPDX-License-Identifier: Apache-2.0
// How many standard errors an interval must reach so that several intervals hold at once, each with
// what it takes for granted. Every value is rounded to the digits that its quadrature earns.
//
// Policies on common random numbers are correlated as they please and differ in variance, so the
// commands use Bonferroni's on paired differences: it takes nothing for granted but t.
#pragma once

namespace coopsim {

// Two-sided, `comparisons` intervals of t with `degrees` each, whatever their dependence (union
// bound). `degrees` may be infinite. REQUIRES: comparisons > 0, degrees > 0, 0 < confidence < 1.
double bonferroni_multiplier(double degrees, int comparisons, double confidence = .95);
// The same, one-sided.
double bonferroni_one_sided(double degrees, int comparisons, double confidence = .95);

// Quantile of the studentised range of `groups` independent means of equal variance (Tukey):
// differences of all pairs lie within q / sqrt(2) standard errors of a difference. `degrees` may be
// infinite. REQUIRES: groups > 1, degrees >= 2.
double tukey_quantile(int groups, double degrees, double confidence = .95);
double tukey_probability(double q, int groups, double degrees);

// Two-sided, for `comparisons` means against one control (Dunnett 1955), all of equal variance and
// with the same correlation between any two differences: 1/2 for independent groups of one size.
// REQUIRES: comparisons > 0, degrees >= 2 (may be infinite), 0 <= correlation < 1.
double dunnett_multiplier(int comparisons, double degrees, double confidence = .95,
                          double correlation = .5);
double dunnett_probability(double t, int comparisons, double degrees, double correlation = .5);

}  // namespace coopsim
