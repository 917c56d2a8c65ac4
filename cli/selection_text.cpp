// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cli/argument_checks.hpp"
#include "cli/compare_figures.hpp"
#include "cli/page.hpp"
#include "cli/scenario_input.hpp"
#include "cli/selection_report.hpp"
#include "cli/terminal.hpp"
#include "cli/text.hpp"
#include "scenarios/text.hpp"

namespace coopsim::cli {
namespace {

constexpr int digits_of_delta = 2;  // significant ones; differences show as many places

Figures figures_of(const SelectionReport& report) {
  Figures figures;
  figures.unit = report.metric->unit == "1" ? "" : std::string(report.metric->unit);
  if (report.metric->unit == "KRW thousand") {
    figures.scale = 1e-6;
    figures.unit = "KRW bn";
  }
  const double place = std::floor(std::log10(report.delta * figures.scale));
  figures.digits = std::clamp(digits_of_delta - 1 - int(place), 0, 9);
  return figures;
}

// "2 bp", "3 days": as few places as show it.
std::string delta_words(const SelectionReport& report, const Figures& figures) {
  const std::string number = fmt::format("{:.6g}", report.delta * figures.scale);
  const bool time = figures.unit == "day" || figures.unit == "month" || figures.unit == "year";
  const std::string unit = figures.unit + (time && number != "1" ? "s" : "");
  return unit.empty() ? number : number + " " + unit;
}

std::string period_of(const SelectionReport& report) {
  const ResponseLayout years = layout_of(*report.scenario);
  const int fork = year_of(report.scenario->parameters.run.policies_start);
  const int first =
      fork > years.first_year() && fork <= years.last_year() ? fork : years.first_year();
  if (report.metric->total == PeriodTotal::last) return fmt::format("{}", years.last_year());
  return fmt::format("{} {}-{}", report.metric->total == PeriodTotal::mean ? "mean of" : "sum of",
                     first, years.last_year());
}

const std::string& name_of(const SelectionRow& row) { return row.policy->name; }
const std::string& leader_of(const SelectionReport& report) {
  return name_of(report.rows[report.leader]);
}

std::string fate_of(const SelectionReport& report, const SelectionRow& row) {
  if (row.dropped) return "dropped at " + grouped(std::int64_t(row.replications));
  const bool leads = &row == &report.rows[report.leader];
  if (report.rule == SelectionRule::ocba) {
    const auto place = std::size_t(&row - report.rows.data());
    const bool among = std::ranges::find(report.leaders, place) != report.leaders.end();
    return leads ? "leads" : among ? fmt::format("among the best {}", report.best) : "";
  }
  if (report.known) return leads ? "selected" : "equal";
  return leads ? "still in, leads" : "still in";
}

Table table_of(const SelectionReport& report, const Figures& figures) {
  Table table({{"", "policy", Align::left, 0},
               {"", "replications", Align::right, 3},
               {"", "mean", Align::right, 3},
               {"against", leader_of(report), Align::right, 3},
               {"", "", Align::left, 3}});
  for (const SelectionRow& row : report.rows)
    table.add({name_of(row), grouped(std::int64_t(row.replications)), figures.level(row.mean),
               &row == &report.rows[report.leader] ? "" : figures.difference(row.difference),
               fate_of(report, row)});
  return table;
}

// The others that are no further behind than what matters.
std::vector<std::string> as_good(const SelectionReport& report) {
  std::vector<std::string> names;
  for (const SelectionRow& row : report.rows)
    if (row.within && &row != &report.rows[report.leader]) names.push_back(name_of(row));
  return names;
}

std::string percent(double share) { return fmt::format("{:.6g} %", 100 * share); }

std::string known_words(const SelectionReport& report, const Figures& figures, int columns) {
  const std::string delta = delta_words(report, figures);
  const auto others = as_good(report);
  if (others.empty())
    return paragraph("Best",
                     fmt::format("{}. On the mean it leads each of the other {} by {} or more.",
                                 leader_of(report), report.rows.size() - 1, delta),
                     columns);
  return paragraph(
      "Best",
      fmt::format("any of these is within {} of the best: {} (selected), {}. A lead of "
                  "less than {} was said not to matter.",
                  delta, leader_of(report), fmt::join(others, ", "), delta),
      columns);
}

std::string unknown_words(const SelectionReport& report, const Figures& figures, int columns) {
  std::vector<std::string> others;
  double behind = INFINITY;
  for (const SelectionRow& row : report.rows) {
    if (row.dropped || &row == &report.rows[report.leader]) continue;
    others.push_back(name_of(row));
    behind = std::min(behind, std::abs(row.difference));
  }
  return paragraph("Unknown",
                   fmt::format("which is the best: {} leads {} (the nearest by {}{}), and these "
                               "runs cannot tell whether that is luck.",
                               leader_of(report), fmt::join(others, ", "), figures.level(behind),
                               figures.unit.empty() ? "" : " " + figures.unit),
                   columns) +
         paragraph("",
                   report.to_know > std::size_t(most_replications)
                       ? "To know it may take more than --at-most allows; a larger --delta takes "
                         "far fewer."
                       : fmt::format("Surely enough to know it: --at-most {}; as a rule much less "
                                     "does.",
                                     report.to_know),
                   columns);
}

std::string elimination_words(const SelectionReport& report, const Figures& figures, int columns) {
  std::size_t most = 0;
  for (const SelectionRow& row : report.rows) most = std::max(most, row.replications);
  return (report.known ? known_words(report, figures, columns)
                       : unknown_words(report, figures, columns)) +
         paragraph("Sure?",
                   fmt::format("a policy that truly leads all others by {} or more is selected "
                               "with {} or more; nothing is promised of the means in the table "
                               "(Kim and Nelson 2001).",
                               delta_words(report, figures), percent(report.confidence)),
                   columns) +
         paragraph(
             "Spent",
             fmt::format("{} of all policies together; all {} to the end would have been {}, and "
                         "with random numbers of their own about {} (Rinott 1978).",
                         counted(std::int64_t(report.spent), "replication"), report.rows.size(),
                         grouped(std::int64_t(most * report.rows.size())),
                         grouped(std::int64_t(report.independent))),
             columns);
}

std::string guide_words(const SelectionReport& report) {
  const std::string what = report.best == 1 ? leader_of(report) + " is the best"
                                            : fmt::format("these are the best {}", report.best);
  const double percent = std::floor(100 * report.guide);
  if (percent < 1)
    return fmt::format("Too little is known as yet for a guide to whether {}.", what);
  return fmt::format("A rough guide to the chance that {}: about {:.0f} %.", what, percent);
}

std::string ocba_words(const SelectionReport& report, const Figures& figures, int columns) {
  const auto others = as_good(report);
  std::vector<std::string> leaders;
  for (const std::size_t row : report.leaders) leaders.push_back(name_of(report.rows[row]));
  std::string text =
      fmt::format("{}, with the {} mean{}.", fmt::join(leaders, ", "),
                  report.more_is_better ? "highest" : "lowest", leaders.size() > 1 ? "s" : "");
  if (!others.empty() && report.best == 1)
    text +=
        fmt::format(" Within {} of it: {}.", delta_words(report, figures), fmt::join(others, ", "));
  return paragraph("Leads", text, columns) +
         paragraph("Sure?",
                   "no promise: this rule spends replications where they help most, and that is "
                   "all. " +
                       guide_words(report),
                   columns) +
         paragraph("Spent",
                   counted(std::int64_t(report.spent), "replication") +
                       " of all policies together, as asked.",
                   columns);
}

}  // namespace

std::size_t SelectionReport::still_in() const {
  return std::size_t(std::ranges::count(rows, false, &SelectionRow::dropped));
}

std::string selection_text(const SelectionReport& report, int columns) {
  const Figures figures = figures_of(report);
  std::string text =
      emphasised(escaped(report.scenario->title.en, 200), Emphasis::bold, Stream::out) + "\n";
  text += wrapped(
      fmt::format(
          "which of {} policies is best in {}{} ({}); {} is better, and a lead of {} matters",
          report.rows.size(), report.metric->id, figures.unit.empty() ? "" : ", " + figures.unit,
          period_of(report), report.more_is_better ? "more" : "less", delta_words(report, figures)),
      columns);
  text += "\n" + shown(table_of(report, figures)) + "\n";
  text += report.rule == SelectionRule::ocba ? ocba_words(report, figures, columns)
                                             : elimination_words(report, figures, columns);
  if (!report.stress_cases.empty())
    text += paragraph("Left out",
                      fmt::format("{}: stress cases, which nobody chooses.",
                                  fmt::join(report.stress_cases, ", ")),
                      columns);
  return text;
}

}  // namespace coopsim::cli
