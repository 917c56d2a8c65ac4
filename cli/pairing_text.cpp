// SPDX-License-Identifier: Apache-2.0
// How each policy was compared, for the terminal: what pairing brought, and intervals by
// resampling.
#include <fmt/format.h>

#include <cmath>

#include "cli/comparison.hpp"
#include "cli/page.hpp"
#include "cli/terminal.hpp"
#include "cli/text.hpp"
#include "scenarios/text.hpp"

namespace coopsim::cli {
namespace {

const std::string& name_of(const ResultReader& result, const ComparedPolicy& row) {
  return result.facts().policies[row.policy].name;
}

std::string decimal(double value, int digits) {
  return std::isnan(value)   ? "n/a"
         : std::isinf(value) ? "no end"
                             : fmt::format("{:.{}f}", value, digits);
}

std::string single_interval(double low, double high, const Figures& figures) {
  if (!std::isfinite(low)) return "n/a";
  return fmt::format("[{}, {}]", figures.difference(low), figures.difference(high));
}

std::string interval_alone(const PairedComparison& against, const Figures& figures) {
  return single_interval(against.difference.low(), against.difference.high(), figures);
}

}  // namespace

std::string pairing_text(const ResultReader& result, const MetricComparison& comparison,
                         const Figures& figures) {
  Table table({{"", "policy", Align::left, 0},
               {"runs", "paired", Align::right, 2},
               {"corre-", "lation", Align::right, 2},
               {"variance", "reduction", Align::right, 2},
               {"above the", stress_words(result, comparison).empty() ? "baseline" : "other",
                Align::right, 2},
               {"95 % of this", "policy alone", Align::left, 2}});
  for (const ComparedPolicy& row : comparison.rows) {
    if (row.baseline) continue;
    const PairedComparison& against = row.against;
    table.add({name_of(result, row), grouped(std::int64_t(against.difference.count)),
               decimal(against.correlation, 3), decimal(against.variance_reduction, 1),
               std::isnan(against.share_above) ? "n/a"
                                               : fmt::format("{:.0f} %", 100 * against.share_above),
               interval_alone(against, figures)});
  }
  return shown(table);
}

std::string bootstrap_text(const ResultReader& result, const MetricComparison& comparison,
                           const Figures& figures) {
  Table table({{"", "policy", Align::left, 0},
               {"95 % of this", "policy alone", Align::left, 2},
               {"the same by", "bootstrap-t", Align::left, 2}});
  for (const ComparedPolicy& row : comparison.rows)
    if (!row.baseline)
      table.add({name_of(result, row), interval_alone(row.against, figures),
                 single_interval(row.bootstrap.low, row.bootstrap.high, figures)});
  return shown(table);
}

}  // namespace coopsim::cli
