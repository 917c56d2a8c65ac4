// SPDX-License-Identifier: Apache-2.0
// How many digits a table of differences shows: one rule for terminal and workbook.
#pragma once
#include <vector>

namespace coopsim {

struct MetricComparison;

// A mean and its interval; without one the ends are NaN.
struct Spread {
  double mean = 0, low = 0, high = 0;
};

inline constexpr int most_digits = 6;

// Whether a value that is not zero would show as zero with so many digits behind the point.
bool shows_nothing(double value, int digits);

// So many digits behind the point that the narrowest interval's half-width has one that is not
// zero, and every mean that is not zero too; at most `most_digits`. Without intervals three digits
// of the largest mean. What is only rounding of sums beside the others, or beside `level`, counts
// as zero. `scale`: what each number is multiplied with where it is shown, `level` among them.
int digits_for(const std::vector<Spread>& spreads, double scale, double level = 0);

// The differences of a comparison, the baseline's left out, and the largest of its levels.
std::vector<Spread> spreads_of(const MetricComparison& comparison);
double largest_level(const MetricComparison& comparison);

}  // namespace coopsim
