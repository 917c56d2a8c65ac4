// SPDX-License-Identifier: Apache-2.0
// A polynomial in place of the simulation: what the response would be at factor values that were
// not run, by least squares on the points that were (Box and Draper 1987), and how far it is off
// at points left out of the fit (Allen 1974).
//
// Factors are scaled to [-1, 1] by their range and enter as Legendre polynomials. Terms that add
// nothing new at the points, such as the square of a factor of two levels, are left out.
#pragma once
#include <cstddef>
#include <span>
#include <vector>

#include "analysis/factor_table.hpp"

namespace coopsim {

struct SurrogateOptions {
  int most_degree = 2;         // 0: the mean, 1: straight lines, 2: also squares and products
  double points_a_term = 1.5;  // a degree with fewer points for each of its terms is not tried
};

class Surrogate {
 public:
  // Of the degree up to the most that predicts left-out points best. REQUIRES: one response a
  // point, NaN is missing; most_degree 0 to 2.
  Surrogate(const FactorTable& points, std::span<const double> responses,
            const SurrogateOptions& options = {});

  // The response at a point; NaN where not one response was known. REQUIRES: one value a factor.
  double at(std::span<const double> point) const;
  // Whether the point lies within the range that every factor had. Beyond, `at` is a guess.
  bool within(std::span<const double> point) const;

  int degree() const { return degree_; }
  std::size_t terms() const { return weights_.size(); }
  std::size_t points() const { return points_; }      // with a response
  std::size_t left_out() const { return left_out_; }  // without
  // 1 - squared errors / squared distances from the mean: as fitted (R^2), which flatters, and
  // each point predicted by a fit to the others (predictive R^2). 0 where responses do not vary.
  double r_squared() const { return r_squared_; }
  double predictive_r_squared() const { return predictive_r_squared_; }
  // Root of the mean squared left-out error, in the unit of the response; NaN of no point.
  double left_out_error() const { return left_out_error_; }
  // One a point of the table: predicted by a fit to the others, NaN where the response is missing
  // or where the others alone cannot fit all terms. The latter count as errors the size of the
  // response's distance from the mean.
  const std::vector<double>& left_out_predictions() const { return predictions_; }

 private:
  struct Term {
    std::size_t a, b;  // factors; `none` for no factor: (none, none) is the constant
    int degree;        // 2 with b none: the square of a
  };
  struct Fit;

  std::vector<Term> all_terms(int degree) const;
  double value(const Term& term, std::span<const double> point) const;
  Fit fit(const FactorTable& table, const std::vector<std::size_t>& known,
          std::span<const double> y, int degree) const;
  void keep(Fit fit, const std::vector<std::size_t>& known, std::span<const double> y,
            std::size_t all);

  static constexpr std::size_t none = std::size_t(-1);
  std::vector<double> least_, most_;  // of each factor
  std::vector<Term> terms_;
  std::vector<double> weights_;
  int degree_ = 0;
  std::size_t points_ = 0, left_out_ = 0;
  double r_squared_ = 0, predictive_r_squared_ = 0, left_out_error_ = 0;
  std::vector<double> predictions_;
};

}  // namespace coopsim
