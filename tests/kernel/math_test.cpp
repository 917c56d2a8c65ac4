// SPDX-License-Identifier: Apache-2.0
#include "sim/kernel/math.hpp"

#include <cmath>
#include <limits>

#include "sim/kernel/fingerprint.hpp"

using namespace coopsim;

namespace {

// Gap between a double and an extended-precision value, in units of the double's last place.
double ulps(double value, long double exact) {
  const double size = std::abs(static_cast<double>(exact));
  const double ulp = std::nextafter(size, HUGE_VAL) - size;
  return static_cast<double>(std::abs(value - exact) / ulp);
}

}  // namespace

TEST_CASE("exp, log and pow have the correctly rounded bits of well known constants") {
  CHECK(std::abs(math::exp(1.0) - 0x1.5bf0a8b145769p+1) <= 0x1p-51);  // e, one place off
  CHECK(math::exp(2.0) == 0x1.d8e64b8d4ddaep+2);                      // e squared
  CHECK(math::exp(-1.0) == 0x1.78b56362cef38p-2);                     // 1/e
  CHECK(math::exp(0.0) == 1.0);
  CHECK(math::log(2.0) == 0x1.62e42fefa39efp-1);   // ln 2
  CHECK(math::log(10.0) == 0x1.26bb1bbb55516p+1);  // ln 10
  CHECK(math::log(1.0) == 0.0);
  CHECK(math::log_fast(1.0) == 0.0);
  CHECK(math::log1p(1.0) == 0x1.62e42fefa39efp-1);
  CHECK(math::log1p(0x1p-60) == 0x1p-60);
  CHECK(math::pow(2.0, 0.5) == 0x1.6a09e667f3bcdp+0);  // square root of 2
  CHECK(math::pow(10.0, 3.0) == 1000.0);
  CHECK(math::pow(7.0, 0.0) == 1.0);
}

TEST_CASE("the ends of the range are those of IEEE 754") {
  const double inf = std::numeric_limits<double>::infinity();
  CHECK(math::exp(-inf) == 0.0);
  CHECK(math::exp(1000.0) == inf);
  CHECK(math::log(0.0) == -inf);
  CHECK(std::isnan(math::log(-1.0)));
  CHECK(math::log(inf) == inf);
  CHECK(math::pow(0.0, 2.0) == 0.0);
}

TEST_CASE("functions keep to their stated error") {
  double exp_worst = 0, log_worst = 0, fast_worst = 0, log1p_worst = 0, pow_worst = 0;
  for (int k = 1; k < 20'000; ++k) {
    const double x = k * 0.00137, y = k / 20'000.0;
    exp_worst = std::max(exp_worst, ulps(math::exp(x - 12), std::exp((long double)(x - 12))));
    log_worst = std::max(log_worst, ulps(math::log(y), std::log((long double)y)));
    fast_worst = std::max(fast_worst, ulps(math::log_fast(y), std::log((long double)y)));
    log1p_worst = std::max(log1p_worst, ulps(math::log1p(-y), std::log1p((long double)-y)));
    pow_worst =
        std::max(pow_worst, ulps(math::pow(x, y), std::pow((long double)x, (long double)y)));
  }
  CHECK(exp_worst <= 1.0);
  CHECK(log_worst <= 1.0);
  CHECK(fast_worst <= 3.5);
  CHECK(log1p_worst <= 1.0);
  CHECK(pow_worst <= 1.0);
}

TEST_CASE("the bits of many values are the same under every compiler and processor") {
  // The constant is a record, not an oracle: the error bounds above are. It must come out of g++
  // and clang++, with and without FMA and AVX2. If it moves, results move: raise engine_version.
  Fingerprint bits;
  for (int k = 1; k <= 100'000; ++k) {
    const double x = k * 0.000731, y = k / 100'001.0;
    bits.add(math::exp(x - 36));
    bits.add(math::log(x));
    bits.add(math::log_fast(y));
    bits.add(math::log1p(-y));
    bits.add(math::pow(x, y));
  }
  CHECK(bits.value().hex() == "3b42c33da3a80fa3edf375d065d015e0");
}
