// SPDX-License-Identifier: Apache-2.0
// Integrals over the normal, chi and t laws, and the roots of what they make: the constants of
// simultaneous inference and of selection have no closed form.
//
// Gauss-Legendre in 8 panels of 20 points, over the range that holds all but 1e-12 of the law:
// smooth integrands of this kind come out to about ten digits.
#pragma once
#include <algorithm>
#include <boost/math/quadrature/gauss.hpp>
#include <cmath>

namespace coopsim {

inline double normal_density(double z) { return 0.39894228040143267794 * std::exp(-z * z / 2); }
inline double normal_probability(double z) { return std::erfc(-z / 1.41421356237309504880) / 2; }

template <class Function>
double integral(Function f, double from, double to) {
  constexpr int panels = 8;
  const double width = (to - from) / panels;
  double sum = 0;
  for (int i = 0; i < panels; ++i)
    sum += boost::math::quadrature::gauss<double, 20>::integrate(f, from + i * width,
                                                                 from + (i + 1) * width);
  return sum;
}

// E f(Z) of a standard normal Z.
template <class Function>
double over_normal(Function f) {
  return integral([&](double z) { return f(z) * normal_density(z); }, -8.5, 8.5);
}

// E f(sqrt(X / degrees)) of a chi-squared X; f(1) where degrees is infinite.
template <class Function>
double over_chi(Function f, double degrees) {
  if (std::isinf(degrees)) return f(1.0);
  const double constant =
      std::log(2.0) + degrees / 2 * std::log(degrees / 2) - std::lgamma(degrees / 2);
  const auto density = [&](double s) {
    return s > 0 ? std::exp(constant + (degrees - 1) * std::log(s) - degrees * s * s / 2) : 0.0;
  };
  const double reach = 7.5 / std::sqrt(2 * degrees);
  return integral([&](double s) { return f(s) * density(s); }, std::max(0.0, 1 - reach), 1 + reach);
}

// Where the increasing function f passes `target`, for a positive argument; to 11 digits.
template <class Function>
double root_of_increasing(Function f, double target) {
  double low = 0, high = 1;
  while (f(high) < target && high < 1e6) {
    low = high;
    high *= 2;
  }
  while (high - low > 1e-11 * high) {
    const double middle = (low + high) / 2;
    (f(middle) < target ? low : high) = middle;
  }
  return high;
}

}  // namespace coopsim
