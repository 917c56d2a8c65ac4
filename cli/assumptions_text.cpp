// SPDX-License-Identifier: Apache-2.0
// The assumptions of a study for the terminal: how far the differences move with them, who falls
// behind, and what it would be worth to know.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "cli/assumptions.hpp"
#include "cli/compare_figures.hpp"
#include "cli/page.hpp"
#include "cli/terminal.hpp"
#include "cli/text.hpp"
#include "scenarios/text.hpp"

namespace coopsim::cli {
namespace {

constexpr std::size_t most_unknowns_shown = 8;

class AssumptionsText {
 public:
  AssumptionsText(const ResultReader& result, const StudyDraws& draws, const AssumptionStudy& study,
                  int columns, bool verbose)
      : result_(result),
        draws_(draws),
        study_(study),
        columns_(columns),
        shown_(verbose ? draws.unknowns.size() : most_unknowns_shown),
        figures_(figures()) {}

  std::string text() const {
    std::string text = heading() + shown(policies());
    if (study_.ranked) {
      text += paragraph("Choice", choice());
      text += paragraph("Regret", regret());
      text += "\n" + shown(unknowns());
      text += paragraph("Knowing", knowing());
      text += paragraph("Reading", reading_of_unknowns());
    } else {
      text += paragraph("Choice", not_ranked());
    }
    if (const std::string words = left_out(); !words.empty()) text += paragraph("Missing", words);
    if (const std::string words = stress(); !words.empty()) text += paragraph("Stress", words);
    return text + paragraph("Spread", spread());
  }

 private:
  const std::string& name_of(std::size_t policy) const {
    return result_.facts().policies[policy].name;
  }

  Figures figures() const {
    std::vector<Spread> spreads;
    for (const DrawnPolicy& row : study_.rows)
      if (!row.baseline) spreads.push_back({row.difference.mean, row.q05, row.q95});
    return figures_for(study_.unit, spreads);
  }

  // Digits for what knowing is worth: as many as its interval earns.
  Figures worth_figures() const {
    const Estimate& loss = study_.information.loss;
    return figures_for(study_.unit, {{loss.mean, loss.low(), loss.high()}});
  }
  static std::string amount(const Figures& figures, double value) {
    const std::string text = figures.level(value);
    return figures.unit.empty() ? text : text + ' ' + figures.unit;
  }

  std::string paragraph(const char* head, const std::string& words) const {
    return cli::paragraph(head, words, columns_);
  }

  std::string heading() const {
    std::string text = emphasised(escaped(study_.label_en, 100), Emphasis::bold, Stream::out);
    if (!figures_.unit.empty()) text += ", " + figures_.unit;
    return wrapped(
        fmt::format("{}: less {}, if the assumptions are others: {} of {}, {} each", text,
                    name_of(study_.baseline), counted(std::int64_t(draws_.draws), "draw"),
                    counted(std::int64_t(draws_.unknowns.size()), "uncertain parameter"),
                    counted(std::int64_t(draws_.replications), "replication")),
        columns_);
  }

  static std::string percent(double share) {
    return std::isnan(share) ? "n/a" : fmt::format("{:.0f} %", 100 * share);
  }

  std::string share_of_unknowns(const DrawnPolicy& row) const {
    const VarianceSplit& split = row.split;
    if (split.draws < 2 || split.replications < 2) return "n/a";
    return split.of_parameters + split.of_chance > 0 ? percent(split.share_of_parameters()) : "-";
  }

  Table policies() const {
    std::vector<Column> columns = {{"", "policy", Align::left, 0},
                                   {"", "mean", Align::right, 2},
                                   {"9 of 10", "draws", Align::left, 2},
                                   {"above 0", "in draws", Align::right, 2},
                                   {"spread from", "unknowns", Align::right, 2}};
    if (study_.ranked) {
      columns.push_back({"best in", "draws", Align::right, 2});
      columns.push_back({"largest", "regret", Align::right, 2});
    }
    Table table(columns);
    for (const DrawnPolicy& row : study_.rows) table.add(cells(row));
    return table;
  }

  std::vector<std::string> cells(const DrawnPolicy& row) const {
    std::vector<std::string> cells = {name_of(row.policy)};
    if (row.baseline)
      cells.insert(cells.end(), {"-", "baseline", "-", "-"});
    else
      cells.insert(cells.end(), {figures_.difference(row.difference.mean),
                                 fmt::format("{} to {}", figures_.difference(row.q05),
                                             figures_.difference(row.q95)),
                                 percent(row.share_above), share_of_unknowns(row)});
    if (!study_.ranked) return cells;
    const auto at = std::ranges::find(study_.choices, row.policy);
    if (at == study_.choices.end()) {
      cells.insert(cells.end(), {"stress", "-"});
      return cells;
    }
    const PolicyRegret& own = study_.regret[std::size_t(at - study_.choices.begin())];
    cells.insert(cells.end(), {percent(own.share_best), figures_.level(own.largest)});
    return cells;
  }

  // Draws in which a policy has no value: worlds that failed, or a response without a value there.
  std::string left_out() const {
    const std::size_t gone = draws_.draws - study_.draws;
    if (gone == 0) return "";
    return fmt::format("{} of {} lack a value of some policy and are not among those ranked.", gone,
                       counted(std::int64_t(draws_.draws), "draw"));
  }

  std::string stress() const {
    for (const DrawnPolicy& row : study_.rows)
      if (row.held_against != study_.baseline)
        return fmt::format("stress cases are less {}.", name_of(row.held_against));
    return "";
  }

  std::size_t best() const { return study_.choices[study_.information.best]; }

  std::string not_ranked() const {
    if (study_.preference == Preference::unstated)
      return "not ranked: nobody has said whether more of this response is better.";
    if (study_.choices.size() < 2) return "not ranked: there is no policy to choose from.";
    return "not ranked: no draw has a value of every policy.";
  }

  std::string choice() const {
    const double changed = study_.information.share_changed;
    return changed == 0
               ? fmt::format("{} is the best on average, and in every draw.", name_of(best()))
               : fmt::format(
                     "{} is the best on average over the draws; in {} of them another "
                     "policy would be better.",
                     name_of(best()), percent(changed));
  }

  std::string regret() const {
    std::vector<std::string> names;
    for (const std::size_t policy : study_.least_regret) names.push_back(name_of(policy));
    return fmt::format("the smallest largest regret over {} is that of {}.",
                       counted(std::int64_t(study_.draws), "draw"), fmt::join(names, ", "));
  }

  // The policy whose difference the table on unknowns shows: the best, or the best but the
  // baseline.
  const DrawnPolicy& told() const {
    const DrawnPolicy* found = nullptr;
    const double turn = study_.preference == Preference::less ? -1 : 1;
    for (const std::size_t policy : study_.choices) {
      const DrawnPolicy& row = study_.rows[policy];
      if (row.baseline) continue;
      if (!found || turn * row.difference.mean > turn * found->difference.mean) found = &row;
    }
    return *found;
  }

  // Those that are worth most first; of equals those that move the difference most.
  std::vector<std::size_t> by_worth() const {
    std::vector<std::size_t> order(draws_.unknowns.size());
    std::iota(order.begin(), order.end(), 0);
    const DrawnPolicy& policy = told();
    const auto moved = [&](std::size_t u) {
      const OuterThirds& thirds = policy.thirds[u];
      return std::isnan(thirds.high - thirds.low) ? 0 : std::abs(thirds.high - thirds.low);
    };
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
      const double worth_a = study_.unknowns[a].value, worth_b = study_.unknowns[b].value;
      return worth_a != worth_b ? worth_a > worth_b : moved(a) > moved(b);
    });
    return order;
  }

  Table unknowns() const {
    const DrawnPolicy& policy = told();
    Table table({{"", "uncertain parameter", Align::left, 0},
                 {"worth", "knowing", Align::right, 2},
                 {name_of(policy.policy), "where low", Align::right, 2},
                 {"", "where high", Align::right, 2},
                 {"", "evidence", Align::left, 2}});
    const Figures fine = worth_figures();
    const auto order = by_worth();
    for (std::size_t i = 0; i < std::min(shown_, order.size()); ++i) {
      const PartialInformation& worth = study_.unknowns[order[i]];
      const OuterThirds& thirds = policy.thirds[order[i]];
      table.add({draws_.unknowns[order[i]].path,
                 worth.too_few_draws ? "n/a" : fine.level(worth.value),
                 figures_.difference(thirds.low), figures_.difference(thirds.high),
                 draws_.unknowns[order[i]].grade});
    }
    return table;
  }
  std::string knowing() const {
    const PerfectInformation& all = study_.information;
    if (all.share_changed == 0)
      return "no draw changes the choice, so to know more changes nothing.";
    const Figures fine = worth_figures();
    std::string words = fmt::format(
        "all of them before choosing would bring {} on average{}.", amount(fine, all.value),
        std::isnan(all.loss.half_width)
            ? ""
            : fmt::format(" (95 % {} to {})", fine.level(std::max(0.0, all.loss.low())),
                          fine.level(all.loss.high())));
    const bool few = std::ranges::any_of(study_.unknowns, &PartialInformation::too_few_draws);
    if (few) words += " There are too few draws to say what one of them would.";
    if (draws_.unknowns.size() > shown_)
      words += fmt::format(" {} more with --verbose.", draws_.unknowns.size() - shown_);
    return words;
  }

  std::string reading_of_unknowns() const {
    const DrawnPolicy& policy = told();
    return fmt::format(
        "worth knowing: what the choice would gain, on average, if this parameter alone were known "
        "before; 0: no value of it changes the choice. Where low, where high: the difference of {} "
        "in the third of the draws with its lowest and highest values.",
        name_of(policy.policy));
  }

  std::string spread() const {
    return fmt::format(
        "9 of 10 draws: from the 5 % to the 95 % quantile of the draws' means, which chance in {} "
        "widens. Spread from unknowns: their part in how much one decade's difference varies; the "
        "rest is chance, which no knowledge removes.",
        counted(std::int64_t(draws_.replications), "replication"));
  }

  const ResultReader& result_;
  const StudyDraws& draws_;
  const AssumptionStudy& study_;
  const int columns_;
  const std::size_t shown_;
  const Figures figures_;
};

}  // namespace

std::string assumptions_text(const ResultReader& result, const AssumptionReport& report,
                             std::size_t number, int columns, bool verbose) {
  return AssumptionsText(result, report.draws, report.metrics[number], columns, verbose).text();
}

}  // namespace coopsim::cli
