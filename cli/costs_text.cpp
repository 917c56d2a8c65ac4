// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cli/compare_figures.hpp"
#include "cli/comparison.hpp"
#include "cli/costs.hpp"
#include "cli/page.hpp"
#include "cli/terminal.hpp"
#include "cli/text.hpp"
#include "scenarios/text.hpp"

namespace coopsim::cli {
namespace {

// Three digits that count: "0.0931", "12.5", "11.0", "1,240".
std::string three_digits(double value) {
  if (std::abs(value) >= 1000) return grouped(std::llround(value));
  if (value == 0) return "0";
  std::string text = fmt::format("{:#.3g}", value);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

// A round number as it is: "2.5", "10".
std::string round_number(double value) {
  return std::abs(value) >= 1000 ? grouped(std::llround(value)) : fmt::format("{:.3g}", value);
}

std::string percent(double share) {
  if (share > 0 && share < .005) return "<1 %";
  if (share < 1 && share >= .995) return ">99 %";
  return fmt::format("{:.0f} %", 100 * share);
}

// "+1.3 ± 0.2"
std::string plus_minus(const Estimate& estimate, const Figures& figures) {
  std::string text = figures.difference(estimate.mean);
  if (!std::isfinite(estimate.half_width)) return text;
  return text + (shows_unicode() ? " ± " : " +- ") + figures.level(estimate.half_width);
}

// Money a unit of effect, in a size that is handy for all of it.
struct Rates {
  double scale = 1;  // of KRW thousand
  std::string unit = "KRW thousand";
};
Rates rates_for(const CostComparison& costs) {
  double largest = 0;
  for (const double value : costs.values) largest = std::max(largest, std::abs(value));
  for (const CostedPolicy& one : costs.policies)
    largest = std::max(largest, std::abs(one.ratio.ratio.value_or(0)));
  if (largest >= 1e6) return {1e-6, "KRW bn"};
  if (largest >= 1e3) return {1e-3, "KRW m"};
  return {};
}

// Everything that the tables of one comparison share.
class CostsText {
 public:
  CostsText(const ResultReader& result, const CostComparison& costs, int columns)
      : result_(result), costs_(costs), columns_(columns), rates_(rates_for(costs)) {
    std::vector<Spread> cost, effect;
    for (const CostedPolicy& one : costs.policies) {
      if (one.baseline) continue;
      cost.push_back({one.more_cost.mean, one.more_cost.low(), one.more_cost.high()});
      effect.push_back({one.more_effect.mean, one.more_effect.low(), one.more_effect.high()});
    }
    cost_ = figures_for("KRW thousand", cost);
    effect_ = figures_for(costs.effect_unit, effect);
  }

  std::string heading() const;
  std::string standings() const;
  std::string best_buys() const;
  std::string against_baseline() const;
  std::string net_benefits() const;
  std::string notes() const;

 private:
  const std::string& name(std::size_t policy) const {
    return result_.facts().policies[policy].name;
  }
  std::string one_unit() const {
    return effect_.unit.empty() ? "unit of " + costs_.effect : effect_.unit;
  }
  // Back to the sign of the response.
  double natural(double effect) const { return costs_.turned ? -effect : effect; }
  std::string paragraph(std::string_view label, const std::string& text) const {
    return cli::paragraph(label, text, columns_);
  }
  std::string rate(double value) const { return three_digits(value * rates_.scale); }
  std::string worth(double value) const { return round_number(value * rates_.scale); }
  std::string interval(const RatioInterval& found) const;
  std::string standing(const StandingOf& one, bool brief) const;
  Table standings_table(bool brief) const;
  Table net_benefit_table(bool brief) const;
  void add_row(Table& table, const CostedPolicy& one, std::string stands) const;
  std::string more(const Estimate& estimate, const Figures& figures) const;
  std::string steps() const;

  const ResultReader& result_;
  const CostComparison& costs_;
  int columns_;
  Rates rates_;
  Figures cost_, effect_;
};

std::string CostsText::heading() const {
  const ResultFacts& facts = result_.facts();
  std::string text =
      emphasised("Public money and " + costs_.effect, Emphasis::bold, Stream::out) + "\n";
  const std::string unit = effect_.unit.empty() ? "" : effect_.unit + ", ";
  return text +
         wrapped(fmt::format("cost: {}, present value over {} above the programme stopped at {}; "
                             "effect: {}{}",
                             cost_.unit, facts.period, facts.policies_start, unit,
                             period_words(facts, costs_.form)),
                 columns_);
}

std::string CostsText::interval(const RatioInterval& found) const {
  switch (found.form) {
    case RatioInterval::Form::bounded:
      return fmt::format("[{}, {}]", rate(found.low), rate(found.high));
    case RatioInterval::Form::outside:
    case RatioInterval::Form::all:
      return "[no end]";
    case RatioInterval::Form::undefined:
      break;
  }
  return "";
}

// Where lines are short, without those that dominate it.
std::string CostsText::standing(const StandingOf& one, bool brief) const {
  const bool unicode = shows_unicode();
  const FrontierRow& row = one.row;
  const std::string on = unicode ? "● " : "* ", off = unicode ? "▼ " : "v ";
  switch (row.standing) {
    case Standing::cheapest:
      return on + "cheapest";
    case Standing::on_frontier:
      return fmt::format("{}{} {}{}", on, rate(*row.ratio), interval(one.interval),
                         brief ? "" : " over " + name(row.against));
    case Standing::dominated:
      if (brief) return off + "dominated";
      return fmt::format("{}dominated by {}", off, name(row.by));
    case Standing::extendedly_dominated:
      if (brief) return off + "extendedly dominated";
      return fmt::format("{}extendedly dominated by {} and {}", off, name(row.by),
                         name(row.by_also));
    case Standing::equal:
      break;
  }
  return "= the same as " + name(row.by);
}

void CostsText::add_row(Table& table, const CostedPolicy& one, std::string stands) const {
  table.add({name(one.policy), cost_.level(one.cost.mean), effect_.level(natural(one.effect.mean)),
             one.baseline ? "" : cost_.difference(one.more_cost.mean),
             one.baseline ? "" : effect_.difference(natural(one.more_effect.mean)),
             std::move(stands)});
}

Table CostsText::standings_table(bool brief) const {
  Table table(
      {{"", "policy", Align::left, 0},
       {"", "cost", Align::right, 2},
       {"", "effect", Align::right, 2},
       {"more", "cost", Align::right, 2},
       {"more", "effect", Align::right, 2},
       {"  where it stands;", fmt::format("  {} a {}", rates_.unit, one_unit()), Align::left, 2}});
  for (const StandingOf& one : costs_.standings)
    add_row(table, costs_.policies[one.row.policy], standing(one, brief));
  for (const CostedPolicy& one : costs_.policies)
    if (one.stress || costs_.standings.empty())
      add_row(table, one, one.stress ? "  a stress case, not ranked" : "");
  return table;
}

std::string CostsText::standings() const {
  const Table whole = standings_table(false);
  std::string text = shown(whole.width() <= columns_ ? whole : standings_table(true));
  if (costs_.unranked != Unranked::no)
    return text + paragraph("Frontier", fmt::format("not drawn: {}.", reason(costs_.unranked)));
  return text + steps();
}

// "abrupt_cut; dankai where a bp is worth KRW bn 0.93 or more", and where that is not sure.
std::string CostsText::steps() const {
  std::string words, doubts;
  for (const StandingOf& one : costs_.standings) {
    if (one.row.standing == Standing::cheapest) words += name(one.row.policy);
    if (one.row.standing != Standing::on_frontier) continue;
    words += fmt::format("; {} where a {} is worth {} {} or more", name(one.row.policy), one_unit(),
                         rates_.unit, rate(*one.row.ratio));
    if (one.interval.form != RatioInterval::Form::bounded)
      doubts +=
          paragraph("Mind", fmt::format("{} may bring no more than {}: that ratio has no end.",
                                        name(one.row.policy), name(one.row.against)));
  }
  return paragraph("Best buy", words + ".") + doubts;
}

std::string CostsText::best_buys() const {
  if (costs_.chosen.empty()) return "";
  std::vector<Column> columns = {{"", "policy", Align::left, 0}};
  for (const double value : costs_.values) columns.push_back({"", worth(value), Align::right, 2});
  Table table(std::move(columns));
  const std::string mark = shows_unicode() ? "● " : "* ";
  for (const StandingOf& one : costs_.standings) {
    const auto column =
        std::size_t(std::ranges::find(costs_.choices, one.row.policy) - costs_.choices.begin());
    std::vector<std::string> cells = {name(one.row.policy)};
    for (const Acceptability& point : costs_.chosen)
      cells.push_back((point.best == column ? mark : "") + percent(point.share[column]));
    table.add(std::move(cells));
  }
  return "\n" +
         wrapped(fmt::format("Share of worlds in which a policy is the best buy, if a {} is worth "
                             "... {} ({}best on average)",
                             one_unit(), rates_.unit, mark),
                 columns_) +
         shown(table);
}

std::string CostsText::more(const Estimate& estimate, const Figures& figures) const {
  if (!std::isfinite(estimate.half_width)) return figures.difference(estimate.mean);
  return fmt::format("{} [{}, {}]", figures.difference(estimate.mean),
                     figures.difference(estimate.low()), figures.difference(estimate.high()));
}

std::string CostsText::against_baseline() const {
  Table table({{"", "policy", Align::left, 0},
               {"more cost", "[95 %]", Align::left, 2},
               {"cost of a " + one_unit(), "[95 %]", Align::left, 2},
               {"cheaper", "and better", Align::right, 2}});
  for (const CostedPolicy& one : costs_.policies) {
    if (one.baseline) continue;
    const std::string ratio = one.ratio.ratio ? rate(*one.ratio.ratio) : "n/a";
    const double better = one.plane.cheaper_better;
    table.add({name(one.policy), more(one.more_cost, cost_),
               fmt::format("{} {}", ratio, interval(one.ratio)), percent(better)});
  }
  return "\n" +
         wrapped(fmt::format("Against {}; a ratio below zero means cheaper and better, or dearer "
                             "and worse",
                             name(costs_.baseline)),
                 columns_) +
         shown(table);
}

Table CostsText::net_benefit_table(bool brief) const {
  std::vector<Column> columns = {{"", "policy", Align::left, 0}};
  std::vector<Spread> spreads;
  for (const double value : costs_.values) columns.push_back({"", worth(value), Align::right, 2});
  for (const CostedPolicy& one : costs_.policies)
    for (const Estimate& net : one.net_benefit)
      spreads.push_back({net.mean, net.low(), net.high()});
  const Figures figures = figures_for("KRW thousand", spreads);
  Table table(std::move(columns));
  for (const CostedPolicy& one : costs_.policies) {
    if (one.baseline) continue;
    std::vector<std::string> cells = {name(one.policy)};
    for (const Estimate& net : one.net_benefit)
      cells.push_back(brief ? figures.difference(net.mean) : plus_minus(net, figures));
    table.add(std::move(cells));
  }
  return table;
}

std::string CostsText::net_benefits() const {
  const Table whole = net_benefit_table(false);
  const bool brief = whole.width() > columns_;
  return "\n" +
         wrapped(
             fmt::format("Net benefit more than {}, {}{}, if a {} is worth ... {}",
                         name(costs_.baseline), cost_.unit,
                         brief ? "" : " and half of its 95 % interval", one_unit(), rates_.unit),
             columns_) +
         shown(brief ? net_benefit_table(true) : whole);
}

std::string CostsText::notes() const {
  std::string text;
  for (const CostedPolicy& one : costs_.policies)
    if (one.held_against != costs_.baseline) {
      text = paragraph("Stress", "stress cases are held against " + name(one.held_against) + ".");
      break;
    }
  if (costs_.left_out > 0)
    text += paragraph("Mind", fmt::format("{} without a figure of some policy {} left out.",
                                          counted(std::int64_t(costs_.left_out), "replication"),
                                          costs_.left_out == 1 ? "was" : "were"));
  if (costs_.turned)
    text += paragraph("Effect", fmt::format("less {} is better: a {} is one less of it.",
                                            costs_.effect, one_unit()));
  else if (!costs_.preference_stated)
    text += paragraph("Effect", "more " + costs_.effect + " is taken to be better here.");
  return text +
         paragraph("Intervals",
                   "95 % each (Fieller's for ratios), paired by replication. They and the shares "
                   "say what chance in the runs may have moved, not whether the assumptions hold.");
}

}  // namespace

std::string costs_text(const ResultReader& result, const CostComparison& costs, int columns,
                       bool verbose) {
  const CostsText text(result, costs, columns);
  std::string all = text.heading() + text.standings() + text.best_buys();
  if (verbose && costs.policies.size() > 1) all += text.against_baseline() + text.net_benefits();
  return all + "\n" + text.notes();
}

}  // namespace coopsim::cli
