// SPDX-License-Identifier: Apache-2.0
#include "sim/kernel/math.hpp"

#include <sleef.h>

namespace coopsim::math {

double exp(double x) { return Sleef_cinz_expd1_u10purec(x); }
double log(double x) { return Sleef_cinz_logd1_u10purec(x); }
double log_fast(double x) { return Sleef_cinz_logd1_u35purec(x); }
double log1p(double x) { return Sleef_cinz_log1pd1_u10purec(x); }
double pow(double x, double y) { return Sleef_cinz_powd1_u10purec(x, y); }

}  // namespace coopsim::math
