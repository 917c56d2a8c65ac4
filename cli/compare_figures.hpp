// SPDX-License-Identifier: Apache-2.0
// Figures of a comparison as people read them: digits that the interval earns, units of a handy
// size, an interval as a bar of characters.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "analysis/figure_digits.hpp"
#include "analysis/policy_comparison.hpp"

namespace coopsim::cli {

// How the figures of one response are written.
struct Figures {
  double scale = 1;  // what a value is multiplied with
  std::string unit;  // after that; empty for plain numbers
  int digits = 0;    // behind the point, of differences and their intervals

  std::string difference(double value) const;  // "+1,234.5"; "0" never has a sign; NaN: "n/a"
  std::string with_unit(double value) const;   // the same with its unit
  std::string level(double value) const;       // without a sign
};

// As many digits as `digits_for` says. `unit` and `level` as in the file.
Figures figures_for(std::string_view unit, const std::vector<Spread>& spreads, double level = 0);
// Those of its differences.
Figures figures_of(const MetricComparison& comparison);

// The axis that all bars of a table share: it holds every interval, and zero.
struct BarAxis {
  double least = 0, most = 0;
  int columns = 0;
  int place_of(double value) const;  // 0 to columns - 1
};
BarAxis bar_axis(const MetricComparison& comparison, int columns);

// A mark at the mean, hollow where the interval holds zero; a line from low to high; the zero line.
// Without an interval (NaN) only a small mark.
std::string bar(double low, double mean, double high, const BarAxis& axis, bool unicode);

}  // namespace coopsim::cli
