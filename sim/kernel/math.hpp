// SPDX-License-Identifier: Apache-2.0
// exp, log and pow with the same bits on every processor and compiler (SLEEF's deterministic
// scalar functions). Nothing on the trajectory may call libm's: their bits change with the CPU.
// Division, sqrt and rounding are exact by IEEE 754 and need no replacement.
#pragma once

namespace coopsim::math {

double exp(double x);
double log(double x);       // 1.0 ulp
double log_fast(double x);  // 3.5 ulp, half the time: for variates
double log1p(double x);
double pow(double x, double y);  // slow: keep off the hot path

}  // namespace coopsim::math
