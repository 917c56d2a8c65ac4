// SPDX-License-Identifier: Apache-2.0
// How far each policy falls behind the best in the same world, for the terminal.
#include <fmt/format.h>

#include <limits>

#include "cli/comparison.hpp"
#include "cli/page.hpp"
#include "cli/terminal.hpp"
#include "cli/text.hpp"

namespace coopsim::cli {
namespace {

std::vector<Column> columns_of(const MetricComparison& comparison, const Figures& figures) {
  std::vector<Column> columns = {{"", "policy", Align::left, 0},
                                 {"largest", "regret", Align::right, 2},
                                 {"mean", "regret", Align::right, 2},
                                 {"best in", "worlds", Align::right, 2}};
  if (comparison.least_meaningful > 0)
    columns.push_back(
        {"at most " + figures.level(comparison.least_meaningful), "behind", Align::right, 2});
  return columns;
}

std::string percent(double share) { return fmt::format("{:.0f} %", 100 * share); }

// Digits that show the smallest regret.
Figures figures_of(const MetricComparison& comparison, const WorldRegret& regret) {
  constexpr double missing = std::numeric_limits<double>::quiet_NaN();
  std::vector<Spread> spreads;
  for (const PolicyRegret& one : regret.regret) {
    spreads.push_back({one.largest, missing, missing});
    spreads.push_back({one.mean, missing, missing});
  }
  return figures_for(comparison.unit, spreads);
}

}  // namespace

std::string regret_text(const ResultReader& result, const MetricComparison& comparison,
                        const WorldRegret& regret, const Figures& figures, int columns) {
  if (regret.worlds == 0) return "";
  const Figures own = figures_of(comparison, regret);
  Table table(columns_of(comparison, figures));
  for (std::size_t i = 0; i < regret.policies.size(); ++i) {
    const PolicyRegret& one = regret.regret[i];
    std::vector<std::string> cells = {result.facts().policies[regret.policies[i]].name,
                                      own.level(one.largest), own.level(one.mean),
                                      percent(one.share_best)};
    if (!regret.within.empty()) cells.push_back(percent(regret.within[i]));
    table.add(std::move(cells));
  }
  std::vector<std::string> names;
  for (const std::size_t policy : regret.choice)
    names.push_back(result.facts().policies[policy].name);
  return "\n" + shown(table) +
         paragraph(
             "Regret",
             fmt::format("the smallest largest regret over {} is that of {}.",
                         counted(std::int64_t(regret.worlds), "world"), fmt::join(names, ", ")),
             columns);
}

}  // namespace coopsim::cli
