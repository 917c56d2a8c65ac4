// SPDX-License-Identifier: Apache-2.0
// Least squares on polynomials of a few inputs: what a response is expected to be, given these
// inputs alone.
//
// Inputs are scaled to [-1, 1] by their range and enter as products of Legendre polynomials, made
// orthonormal over the sample (Gram-Schmidt, twice). Terms that add nothing new, such as those of
// an input that does not vary, are left out.
#pragma once
#include <cstddef>
#include <span>
#include <vector>

#include "analysis/orthonormal.hpp"

namespace coopsim {

using InputTable = std::vector<std::vector<double>>;  // [sample][input]

// All products of total degree up to `degree`, the constant first.
class PolynomialBasis {
 public:
  // REQUIRES: rows of equal size, no NaN, degree >= 0.
  PolynomialBasis(const InputTable& inputs, int degree);

  // How many terms a basis of so many inputs has, before any is left out.
  static std::size_t terms_of(std::size_t inputs, int degree);

  std::size_t samples() const { return samples_; }
  std::size_t terms() const { return basis_.columns().size(); }
  // Fitted values at the samples. Their mean is that of `y`. REQUIRES: one y a sample.
  std::vector<double> fitted(std::span<const double> y) const;
  // How much a sample decides its own fitted value (diagonal of the hat matrix), 0 to 1.
  const std::vector<double>& leverages() const { return leverages_; }

 private:
  void add(std::vector<double> column);

  std::size_t samples_;
  Orthonormal basis_;
  std::vector<double> leverages_;
};

// Fitted values as if each sample had been left out of the fit that predicts it. Where a sample
// alone decides its value, it is left as fitted.
std::vector<double> left_out_predictions(const PolynomialBasis& basis, std::span<const double> y,
                                         std::span<const double> fitted);

}  // namespace coopsim
