// SPDX-License-Identifier: Apache-2.0
// What one future may bring under each policy, for the terminal.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cli/comparison.hpp"
#include "cli/page.hpp"
#include "cli/terminal.hpp"
#include "cli/text.hpp"
#include "scenarios/text.hpp"

namespace coopsim::cli {
namespace {

std::string percent(double share) {
  const bool whole = share == 0 || share == 1 || (share >= .1 && share <= .9);
  return fmt::format("{:.{}f}", 100 * share, whole ? 0 : 1);
}

// Digits that the spread of a single future earns.
Figures figures_of(const MetricComparison& comparison, const MetricRisk& risk) {
  std::vector<Spread> spreads;
  for (const PolicyRisk& one : risk.policies)
    if (!one.quantiles.empty())
      spreads.push_back(
          {one.quantiles[1].value, one.quantiles.front().value, one.quantiles.back().value});
  return figures_for(comparison.unit, spreads);
}

class RiskText {
 public:
  RiskText(const ResultReader& result, const MetricComparison& comparison, const MetricRisk& risk,
           int columns)
      : result_(result),
        comparison_(comparison),
        risk_(risk),
        columns_(columns),
        figures_(figures_of(comparison, risk)) {}

  std::string outcomes() const;   // one line a policy
  std::string intervals() const;  // of the quantiles; empty where there are none
  std::string words() const;

 private:
  const std::string& name(std::size_t policy) const {
    return result_.facts().policies[policy].name;
  }
  bool stress(std::size_t policy) const { return result_.facts().policies[policy].stress; }
  std::string paragraph(std::string_view label, const std::string& text) const {
    return cli::paragraph(label, text, columns_);
  }
  std::string target_words() const;
  std::string safest() const;
  std::size_t fewest() const;

  const ResultReader& result_;
  const MetricComparison& comparison_;
  const MetricRisk& risk_;
  int columns_;
  Figures figures_;
};

std::string RiskText::outcomes() const {
  std::vector<Column> columns = {{"one future:", "policy", Align::left, 0},
                                 {"1 in 20", "below", Align::right, 2},
                                 {"", "median", Align::right, 2},
                                 {"1 in 20", "above", Align::right, 2}};
  if (risk_.target) {
    columns.push_back({"worst", "twentieth", Align::right, 2});
    columns.push_back({"target missed,", "% [95 %]", Align::left, 2});
  }
  Table table(std::move(columns));
  for (const PolicyRisk& one : risk_.policies) {
    std::vector<std::string> cells = {name(one.policy)};
    for (std::size_t i = 0; i < risk_quantiles.size(); ++i)
      cells.push_back(one.quantiles.empty() ? "n/a" : figures_.difference(one.quantiles[i].value));
    if (risk_.target) {
      cells.push_back(one.worst_mean ? figures_.difference(*one.worst_mean) : "n/a");
      cells.push_back(one.missed ? fmt::format("{} [{}, {}]", percent(one.missed->share),
                                               percent(one.missed->exact.low),
                                               percent(one.missed->exact.high))
                                 : "n/a");
    }
    table.add(std::move(cells));
  }
  return "\n" + shown(table);
}

std::string RiskText::intervals() const {
  Table table({{"95 % intervals:", "policy", Align::left, 0},
               {"1 in 20", "below", Align::left, 2},
               {"", "median", Align::left, 2},
               {"1 in 20", "above", Align::left, 2}});
  bool any = false;
  for (const PolicyRisk& one : risk_.policies) {
    std::vector<std::string> cells = {name(one.policy)};
    for (std::size_t i = 0; i < risk_quantiles.size(); ++i) {
      const bool has = !one.quantiles.empty() && one.quantiles[i].between;
      any |= has;
      cells.push_back(has ? fmt::format("[{}, {}]",
                                        figures_.difference(one.quantiles[i].between->low),
                                        figures_.difference(one.quantiles[i].between->high))
                          : "too few");
    }
    table.add(std::move(cells));
  }
  return any ? "\n" + shown(table) : "";
}

std::string RiskText::target_words() const {
  return fmt::format("a difference of {} or {}", figures_.with_unit(*risk_.target),
                     comparison_.preference == Preference::less ? "less" : "more");
}

// Whom chance hurts least, of those that somebody may choose.
std::string RiskText::safest() const {
  double least = 2, bound = 0;
  std::vector<std::string> names;
  for (const PolicyRisk& one : risk_.policies) {
    if (!one.missed || stress(one.policy) || one.missed->share > least) continue;
    if (one.missed->share < least) names.clear();
    least = one.missed->share;
    bound = std::max(names.empty() ? 0 : bound, one.missed->exact.high);
    names.push_back(name(one.policy));
  }
  if (names.empty()) return "";
  if (least == 1) return " Every policy missed it in every replication.";
  return fmt::format(
      " It is missed least often by {}: in {} % of the replications, and a new one "
      "misses it with a chance of {} % at most.",
      fmt::join(names, ", "), percent(least), percent(bound));
}

std::size_t RiskText::fewest() const {
  std::size_t count = std::size_t(result_.facts().replications);
  for (const PolicyRisk& one : risk_.policies) count = std::min(count, one.count);
  return count;
}

std::string RiskText::words() const {
  std::string text;
  if (risk_.target)
    text += paragraph("Risk", fmt::format("the target is {}.{}", target_words(), safest()));
  else
    text += paragraph("Risk", fmt::format("nobody has said whether more or less {} is better, so "
                                          "no target can be missed and nothing is the worst.",
                                          comparison_.metric));
  if (const std::size_t least = least_count_for_risk(); fewest() < least)
    text += paragraph("Few",
                      fmt::format("with fewer than {} replications the 1-in-20 bounds have no 95 % "
                                  "interval{}.",
                                  least,
                                  risk_.target && fewest() <= 20
                                      ? ", and the worst twentieth is the single worst replication"
                                      : ""));
  return text;
}

}  // namespace

std::string risk_text(const ResultReader& result, const MetricComparison& comparison,
                      const MetricRisk& risk, int columns) {
  if (risk.policies.empty()) return "";
  const RiskText text(result, comparison, risk, columns);
  return text.outcomes() + text.intervals() + text.words();
}

}  // namespace coopsim::cli
