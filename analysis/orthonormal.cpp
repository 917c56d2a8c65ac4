// SPDX-License-Identifier: Apache-2.0
#include "analysis/orthonormal.hpp"

#include <cmath>
#include <utility>

namespace coopsim {

double dot(std::span<const double> a, std::span<const double> b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return sum;
}

bool Orthonormal::add(std::vector<double> column) {
  const double before = std::sqrt(dot(column, column));
  std::vector<double> parts(columns_.size() + 1);
  for (int pass = 0; pass < 2; ++pass)
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const double part = dot(column, columns_[i]);
      parts[i] += part;
      for (std::size_t p = 0; p < column.size(); ++p) column[p] -= part * columns_[i][p];
    }
  const double length = parts.back() = std::sqrt(dot(column, column));
  if (!(length > nothing_new * before)) return false;
  for (double& value : column) value /= length;
  columns_.push_back(std::move(column));
  parts_.push_back(std::move(parts));
  return true;
}

// From the last to the first.
std::vector<double> Orthonormal::weights(std::vector<double> of_columns) const {
  for (std::size_t j = of_columns.size(); j-- > 0;) {
    of_columns[j] /= parts_[j][j];
    for (std::size_t i = 0; i < j; ++i) of_columns[i] -= of_columns[j] * parts_[j][i];
  }
  return of_columns;
}

}  // namespace coopsim
