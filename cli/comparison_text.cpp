// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "cli/comparison.hpp"
#include "cli/costs.hpp"
#include "cli/page.hpp"
#include "cli/terminal.hpp"
#include "cli/text.hpp"
#include "scenarios/text.hpp"

namespace coopsim::cli {
namespace {

constexpr int narrowest_bar = 9, widest_bar = 40;

const ResultPolicy& policy_of(const ResultReader& result, const ComparedPolicy& row) {
  return result.facts().policies[row.policy];
}

std::string utf8(char32_t sign, bool unicode) {
  switch (sign) {
    case U'●':
      return unicode ? "●" : "*";
    case U'▲':
      return unicode ? "▲" : "^";
    case U'▼':
      return unicode ? "▼" : "v";
    default:
      return std::string(1, char(sign));
  }
}

std::string verdict_cell(const ComparedPolicy& row, Preference preference, bool unicode) {
  const std::string words = brief(row.verdict, preference, Language::english);
  if (row.verdict.state == VerdictState::no_verdict) return "  " + words;
  return utf8(sign_of(row.verdict.state), unicode) + " " + words;
}

// "[+8.36, +8.63]", the ends set one below the other.
std::vector<std::string> interval_cells(const MetricComparison& comparison,
                                        const Figures& figures) {
  int low = 0, high = 0;
  const auto shown = [](const ComparedPolicy& row) { return std::isfinite(row.low); };
  for (const ComparedPolicy& row : comparison.rows)
    if (shown(row)) {
      low = std::max(low, display_width(figures.difference(row.low)));
      high = std::max(high, display_width(figures.difference(row.high)));
    }
  std::vector<std::string> cells;
  for (const ComparedPolicy& row : comparison.rows) {
    std::string cell;
    if (row.against.has(Caution::no_variation))
      cell = "the same in every run";
    else if (shown(row))
      cell = fmt::format("[{}, {}]", padded_left(figures.difference(row.low), low),
                         padded_left(figures.difference(row.high), high));
    cells.push_back(std::move(cell));
  }
  return cells;
}

// Of all policies but the baseline; a bar of so many columns, 0 for none.
Table difference_table(const ResultReader& result, const MetricComparison& comparison,
                       const Figures& figures, int bar_columns) {
  const bool unicode = shows_unicode();
  const BarAxis axis = bar_axis(comparison, bar_columns);
  std::vector<Column> columns = {{"", "policy", Align::left, 0},
                                 {"", "difference", Align::right, 2},
                                 {"", "95 % all at once", Align::left, 2}};
  if (bar_columns > 0)
    columns.push_back({"", std::string(std::size_t(axis.place_of(0)), ' ') + "0", Align::left, 2});
  columns.push_back({"", "  verdict", Align::left, 2});
  Table table(std::move(columns));
  const auto intervals = interval_cells(comparison, figures);
  for (std::size_t i = 0; i < comparison.rows.size(); ++i) {
    const ComparedPolicy& row = comparison.rows[i];
    if (row.baseline) continue;
    std::vector<std::string> cells = {
        policy_of(result, row).name, figures.difference(row.against.difference.mean), intervals[i]};
    if (bar_columns > 0)
      cells.push_back(bar(row.low, row.against.difference.mean, row.high, axis, unicode));
    cells.push_back(verdict_cell(row, comparison.preference, unicode));
    table.add(std::move(cells));
  }
  return table;
}

// With a bar as wide as the lines allow, without where that is nothing.
std::string differences(const ResultReader& result, const MetricComparison& comparison,
                        const Figures& figures, int columns) {
  const Table bare = difference_table(result, comparison, figures, 0);
  const int room = std::min(columns - bare.width() - 2, widest_bar);
  return shown(room < narrowest_bar ? bare : difference_table(result, comparison, figures, room));
}

std::string sentences(const ResultReader& result, const MetricComparison& comparison,
                      const Figures& figures, int columns) {
  std::string text;
  for (const ComparedPolicy& row : comparison.rows)
    if (!row.baseline)
      text += wrapped(
          sentence(row.verdict, words_of(result, comparison, row, figures, Language::english),
                   Language::english),
          columns, "  ");
  return text;
}

std::string joined(const std::vector<std::string>& names) {
  return fmt::format("{}", fmt::join(names, ", "));
}

// Why nothing is said of the best; empty where it is, or was not to be.
std::string why_unranked(const ComparisonReport& report, const MetricComparison& comparison) {
  if (comparison.ranked || comparison.preference == Preference::unstated) return "";
  if (comparison.comparisons == 0) return "";
  if (report.not_modelled_share > 0) return "money of programmes that are not modelled yet lapses";
  for (const ComparedPolicy& row : comparison.rows)
    if (!row.baseline && !row.stress && row.verdict.obstacle != Obstacle::none)
      return std::string(reason(row.verdict.obstacle, Language::english));
  return "";
}

std::string best_words(const ResultReader& result, const ComparisonReport& report,
                       const MetricComparison& comparison, int columns) {
  if (const std::string why = why_unranked(report, comparison); !why.empty())
    return paragraph("Best", "not ranked: " + why + ".", columns);
  if (!comparison.ranked) return "";
  std::vector<std::string> names;
  for (const std::size_t policy : comparison.best)
    names.push_back(result.facts().policies[policy].name);
  const std::size_t all = comparison.comparisons + 1;
  if (names.size() == 1)
    return paragraph("Best",
                     fmt::format("{}: each of the other {} is shown to be worse than it.",
                                 names.front(), all - 1),
                     columns);
  return paragraph("Best",
                   fmt::format("among the best are {} (of {}); which of them is better these runs "
                               "cannot tell.",
                               joined(names), all),
                   columns);
}

// One line for each caution, with the policies that it concerns.
std::string cautions(const ResultReader& result, const MetricComparison& comparison, int columns) {
  std::string text;
  for (const Caution caution :
       {Caution::missing_values, Caution::pairing_did_not_help, Caution::skewed}) {
    std::vector<std::string> names;
    for (const ComparedPolicy& row : comparison.rows)
      if (!row.baseline && row.against.has(caution)) names.push_back(policy_of(result, row).name);
    if (!names.empty())
      text += paragraph("Mind", fmt::format("{}: {}", joined(names), words_of(caution)), columns);
  }
  return text;
}

std::string heading(const ResultReader& result, const MetricComparison& comparison,
                    const Figures& figures) {
  const ComparedPolicy& base = comparison.rows[comparison.baseline];
  std::string text = emphasised(escaped(comparison.label_en, 100), Emphasis::bold, Stream::out);
  if (!figures.unit.empty()) text += ", " + figures.unit;
  text += fmt::format(" ({}): {} {}", period_words(result.facts(), comparison.form),
                      policy_of(result, base).name, figures.level(base.level.mean));
  return text + "\n";
}

std::string metric_text(const ResultReader& result, const ComparisonReport& report,
                        std::size_t number, int columns, bool verbose) {
  const MetricComparison& comparison = report.metrics[number];
  const Figures figures = figures_of(comparison);
  std::string text = heading(result, comparison, figures);
  if (comparison.rows.size() < 2) return text;
  text += differences(result, comparison, figures, columns);
  if (const std::string words = stress_words(result, comparison); !words.empty())
    text += paragraph("Stress", words + ".", columns);
  text += best_words(result, report, comparison, columns);
  text += cautions(result, comparison, columns);
  if (verbose) text += "\n" + pairing_text(result, comparison, figures);
  if (report.bootstrap) text += "\n" + bootstrap_text(result, comparison, figures);
  if (!report.risk.empty()) text += risk_text(result, comparison, report.risk[number], columns);
  if (!report.regret.empty())
    text += regret_text(result, comparison, report.regret[number], figures, columns);
  if (verbose) text += "\n" + sentences(result, comparison, figures, columns);
  return text;
}

std::string notes(const ResultReader& result, const ComparisonReport& report,
                  const std::string& baseline, int columns) {
  if (result.facts().policies.size() < 2)
    return wrapped("There is no policy to compare: this file has only " + baseline + ".", columns);
  std::string text;
  if (report.failed > 0)
    text +=
        paragraph("FAILED",
                  fmt::format("{}; figures are those of the others, and policies with more than "
                              "1 % failed get no verdict.",
                              counted(std::int64_t(report.failed), "world")),
                  columns);
  if (report.metrics.empty()) return text;
  const MetricComparison& first = report.metrics.front();
  const double least = first.least_meaningful;
  if (least > 0)
    text += paragraph("Matters",
                      fmt::format("a difference in {} of {} {} or more; less is practically equal.",
                                  first.metric, least, first.unit),
                      columns);
  const std::string together = first.comparisons < 2
                                   ? "are Student's t on paired differences"
                                   : fmt::format(
                                         "hold for all {} policies of a response together "
                                         "(Bonferroni, on paired differences)",
                                         first.comparisons);
  return text +
         paragraph("Intervals",
                   fmt::format("{}. They say what chance in {} may have moved, not whether "
                               "the assumptions hold.",
                               together, counted(result.facts().replications, "replication")),
                   columns);
}

}  // namespace

std::string comparison_text(const ResultReader& result, const ComparisonReport& report, int columns,
                            bool verbose) {
  const ResultFacts& facts = result.facts();
  const std::string baseline = facts.policies[report.baseline].name;
  std::string text = emphasised(escaped(facts.title, 200), Emphasis::bold, Stream::out) + "\n";
  text += wrapped(
      fmt::format("{}-{}, {}, {}, seed {}; every policy less {}", facts.first_year, facts.last_year,
                  counted(std::int64_t(facts.policies.size()), "policy", "policies"),
                  counted(facts.replications, "replication"), facts.seed, baseline),
      columns);
  for (std::size_t i = 0; i < report.metrics.size(); ++i)
    text += "\n" + metric_text(result, report, i, columns, verbose);
  for (std::size_t i = 0; report.assumptions && i < report.assumptions->metrics.size(); ++i)
    text += "\n" + assumptions_text(result, *report.assumptions, i, columns, verbose);
  if (report.costs) text += "\n" + costs_text(result, *report.costs, columns, verbose);
  text += "\n" + settings_text(report, baseline, columns);
  return text + notes(result, report, baseline, columns);
}

}  // namespace coopsim::cli
