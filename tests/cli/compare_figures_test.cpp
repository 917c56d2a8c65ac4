// SPDX-License-Identifier: Apache-2.0
// Digits that an interval earns, and intervals as bars.
#include "cli/compare_figures.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

using namespace coopsim;
using namespace coopsim::cli;

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

// A baseline and policies with these means and half-widths.
MetricComparison comparison(const std::vector<std::pair<double, double>>& policies,
                            std::string unit = "bp") {
  MetricComparison made;
  made.unit = std::move(unit);
  made.rows.resize(1);
  made.rows[0].baseline = true;
  for (const auto& [mean, width] : policies) {
    ComparedPolicy row;
    row.against.difference.mean = mean;
    row.low = mean - width;
    row.high = mean + width;
    made.rows.push_back(std::move(row));
  }
  return made;
}

}  // namespace

TEST_CASE("digits follow the narrowest interval") {
  CHECK(figures_of(comparison({{8.49, .13}, {-2.67, .04}})).digits == 2);
  CHECK(figures_of(comparison({{8.49, .13}})).digits == 1);
  CHECK(figures_of(comparison({{-684, 3.5}, {-947, 9}})).digits == 0);
  CHECK(figures_of(comparison({{-684, 350}})).digits == 0);
}

TEST_CASE("a mean that is not zero is never shown as zero") {
  const Figures figures = figures_of(comparison({{.004, 3}}));
  CHECK(figures.digits == 3);
  CHECK(figures.difference(.004) == "+0.004");
}

TEST_CASE("without intervals three digits of the largest mean are shown") {
  CHECK(figures_of(comparison({{8.4912, missing}})).digits == 2);
  CHECK(figures_of(comparison({{0, missing}})).digits == 0);
  CHECK(figures_of(comparison({{missing, missing}})).digits == 0);
}

TEST_CASE("differences have a sign, zero has none, and what is missing is n/a") {
  Figures figures{1, "bp", 1};
  CHECK(figures.difference(1234.56) == "+1,234.6");
  CHECK(figures.difference(-1234567) == "-1,234,567.0");
  CHECK(figures.difference(.01) == "0.0");
  CHECK(figures.difference(-.01) == "0.0");
  CHECK(figures.difference(missing) == "n/a");
  CHECK(figures.with_unit(2) == "+2.0 bp");
  CHECK(figures.with_unit(missing) == "n/a");
  CHECK(figures.level(-35.87) == "-35.9");
}

TEST_CASE("money is told in billions") {
  const Figures figures = figures_of(comparison({{-12'345'678, 120'000}}, "KRW thousand"));
  CHECK(figures.with_unit(-12'345'678) == "-12.3 KRW bn");
}

TEST_CASE("all bars of a table have zero at one place") {
  const BarAxis axis = bar_axis(comparison({{8, 1}, {-2, 1}}), 13);  // -3 to 9
  CHECK(axis.place_of(0) == 3);
  CHECK(bar(7, 8, 9, axis, false) == "   |      -*-");
  CHECK(bar(-3, -2, -1, axis, false) == "-*-|         ");
  CHECK(bar(7, 8, 9, axis, true) == "   │      ─●─");
}

TEST_CASE("a bar over zero is hollow; without an interval there is only a mark") {
  const BarAxis axis = bar_axis(comparison({{2, 4}, {6, 1}}), 10);  // -2 to 7
  CHECK(bar(-2, 2, 6, axis, false) == "--|-o---- ");
  CHECK(bar(missing, 2, missing, axis, false) == "  | .     ");
  CHECK(bar(missing, missing, missing, axis, false).empty());
}

TEST_CASE("policies that do not differ lie on the zero line") {
  const BarAxis axis = bar_axis(comparison({{0, 0}}), 9);
  CHECK(bar(0, 0, 0, axis, false) == "o        ");
}

TEST_CASE("what is only rounding beside the other figures earns no digits and hides as zero") {
  MetricComparison made = comparison({{.036, .002}, {-3e-18, 1e-18}}, "1");
  CHECK(figures_of(made).digits == 3);
  CHECK(figures_of(made).difference(-3e-18) == "0.000");
  made = comparison({{-3e-18, 1e-18}}, "1");
  made.rows[1].level.mean = .85;
  CHECK(figures_of(made).digits == 0);
}
