// SPDX-License-Identifier: Apache-2.0
#include "cli/compare_figures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "cli/text.hpp"

namespace coopsim::cli {
namespace {

// "1,234.50" of a value that is not negative.
std::string plain(double value, int digits) {
  std::string text = fmt::format("{:.{}f}", value, digits);
  const std::size_t point = std::min(text.find('.'), text.size());
  std::string grouped;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at > 0 && at < point && (point - at) % 3 == 0) grouped += ',';
    grouped += text[at];
  }
  return grouped;
}

}  // namespace

std::string Figures::difference(double value) const {
  if (!std::isfinite(value)) return "n/a";
  const double scaled = value * scale;
  if (shows_nothing(scaled, digits) || scaled == 0) return plain(0, digits);
  return fmt::format("{}{}", scaled < 0 ? "-" : "+", plain(std::abs(scaled), digits));
}

std::string Figures::with_unit(double value) const {
  const std::string text = difference(value);
  return unit.empty() || text == "n/a" ? text : text + " " + unit;
}

std::string Figures::level(double value) const {
  if (!std::isfinite(value)) return "n/a";
  const double scaled = value * scale;
  const bool negative = scaled < 0 && !shows_nothing(scaled, digits);
  return fmt::format("{}{}", negative ? "-" : "", plain(std::abs(scaled), digits));
}

Figures figures_for(std::string_view unit, const std::vector<Spread>& spreads, double level) {
  Figures figures;
  figures.unit = unit == "1" ? "" : unit;
  if (unit == "KRW thousand") {
    figures.scale = 1e-6;
    figures.unit = "KRW bn";
  }
  figures.digits = digits_for(spreads, figures.scale, level);
  return figures;
}

Figures figures_of(const MetricComparison& comparison) {
  return figures_for(comparison.unit, spreads_of(comparison), largest_level(comparison));
}

int BarAxis::place_of(double value) const {
  if (!(most > least)) return 0;
  const double place = (value - least) / (most - least) * (columns - 1);
  return std::clamp(int(std::lround(place)), 0, columns - 1);
}

BarAxis bar_axis(const MetricComparison& comparison, int columns) {
  BarAxis axis{0, 0, columns};
  for (const ComparedPolicy& row : comparison.rows) {
    if (row.baseline) continue;
    for (const double value : {row.low, row.against.difference.mean, row.high}) {
      if (!std::isfinite(value)) continue;
      axis.least = std::min(axis.least, value);
      axis.most = std::max(axis.most, value);
    }
  }
  return axis;
}

std::string bar(double low, double mean, double high, const BarAxis& axis, bool unicode) {
  if (axis.columns <= 0 || !std::isfinite(mean)) return "";
  std::vector<std::string> cells(std::size_t(axis.columns), " ");
  const auto at = [&](double value) -> std::string& {
    return cells[std::size_t(axis.place_of(value))];
  };
  const bool known = std::isfinite(low) && std::isfinite(high);
  if (known)
    for (int i = axis.place_of(low); i <= axis.place_of(high); ++i)
      cells[std::size_t(i)] = unicode ? "─" : "-";
  at(0) = unicode ? "│" : "|";
  const bool hollow = known && low <= 0 && high >= 0;
  if (!known)
    at(mean) = unicode ? "·" : ".";
  else if (hollow)
    at(mean) = unicode ? "○" : "o";
  else
    at(mean) = unicode ? "●" : "*";
  std::string text;
  for (const std::string& cell : cells) text += cell;
  return text;
}

}  // namespace coopsim::cli
