// SPDX-License-Identifier: Apache-2.0
// Boxes of factor values in which cases of interest are dense, by peeling and pasting (Friedman
// and Fisher 1999). The search alone; what may be believed of it is in prim.hpp.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "analysis/factor_table.hpp"

namespace coopsim {

// Between two values of each factor, both inside. Infinite: not restricted on that side.
struct Box {
  std::vector<double> low, high;
  std::size_t points = 0, cases = 0;
  double coverage = 0;  // share of all cases of interest that it holds
  double density = 0;   // share of its points that are such cases
  double mass = 0;      // share of all points that it holds
  // Correlation, over all points, of lying in the box and being a case (phi): 1 where the box is
  // exactly the cases. It weighs coverage against density without being told how.
  double fit = 0;

  bool restricts(std::size_t factor) const;
  bool holds(std::span<const double> point) const;
};

using CaseFlags = std::vector<std::uint8_t>;  // one a point of the table: 1 is a case of interest

struct PeelingOptions {
  double peel = .05;        // share of a box's points that one step takes off or pastes on
  double least_mass = .05;  // share of all points: no smaller box
};

class Peeling {
 public:
  // Of these points of the table, which must outlive it. REQUIRES: 0 < peel < 1.
  Peeling(const FactorTable& table, const std::vector<std::size_t>& members,
          const PeelingOptions& options);

  // From the box of all points inwards, each one peel smaller than the last, until it would be too
  // small or holds nothing but cases. A step takes the peel that raises the density most per point
  // taken off, so that factors of few levels, which lose many points at once, compete fairly with
  // fine ones (Kwakkel and Jaxa-Rozen 2016); of equals the first factor's, the lower side first.
  // Equal values go together.
  std::vector<Box> peeled(const CaseFlags& is_case) const;
  // Widened on any side as long as that raises its fit, a share of its points or one at a time.
  // (Friedman and Fisher ask for density, which a box of nothing but cases could never win back.)
  Box pasted(Box box, const CaseFlags& is_case) const;
  // The box with its points counted.
  Box measured(Box box, const CaseFlags& is_case) const;

 private:
  struct Step;
  using Orders = std::vector<std::vector<std::size_t>>;  // [factor]: points inside, by value

  Step step(const Orders& inside, std::size_t factor, bool lower, const Box& box,
            const CaseFlags& is_case) const;
  Step best_step(const Orders& inside, const Box& box, const CaseFlags& is_case) const;
  void take(const Step& step, Orders& inside, Box& box) const;
  Box widened(const Box& box, std::size_t factor, bool lower, std::size_t by) const;
  std::size_t quantum(std::size_t points) const;
  void rate(Box& box, std::size_t all_cases) const;
  double value(std::size_t point, std::size_t factor) const {
    return table_->values[point * table_->factors + factor];
  }

  const FactorTable* table_;
  Orders sorted_;
  std::size_t members_, least_;
  double peel_;
};

// The box with the best fit, the first of equals. REQUIRES: not empty.
std::size_t best_fit(const std::vector<Box>& boxes);

}  // namespace coopsim
