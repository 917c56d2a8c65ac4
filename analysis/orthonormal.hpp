// SPDX-License-Identifier: Apache-2.0
// Columns made orthonormal one by one over a sample (Gram-Schmidt, twice), for least squares.
#pragma once
#include <span>
#include <vector>

namespace coopsim {

// A column whose length falls to this share of itself held nothing that the others had not.
inline constexpr double nothing_new = 1e-9;
// Leverage beyond which a sample's left-out prediction rests on rounding.
inline constexpr double all_by_itself = 1 - 1e-9;

double dot(std::span<const double> a, std::span<const double> b);

class Orthonormal {
 public:
  // False, and nothing is added, where the column holds nothing new.
  bool add(std::vector<double> column);
  const std::vector<std::vector<double>>& columns() const { return columns_; }
  // The weights of the columns as they were given from those of the orthonormal ones.
  std::vector<double> weights(std::vector<double> of_columns) const;

 private:
  std::vector<std::vector<double>> columns_;
  std::vector<std::vector<double>> parts_;  // column j as given = sum of parts[j][i] columns[i]
};

}  // namespace coopsim
