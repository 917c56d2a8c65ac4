// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "cli/compare_figures.hpp"
#include "cli/packages.hpp"
#include "cli/page.hpp"
#include "cli/terminal.hpp"
#include "cli/text.hpp"
#include "scenarios/text.hpp"

namespace coopsim::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t most_interactions = 5;
constexpr int label_width = 12;

Spread spread_of(const Estimate& estimate) {
  return {estimate.mean, estimate.low(), estimate.high()};
}

Figures figures_of(const PackageReport& report) {
  std::vector<Spread> spreads = {spread_of(report.split.whole)};
  for (const PartShare& part : report.split.parts)
    for (const Estimate* one : {&part.share, &part.left_out, &part.alone})
      spreads.push_back(spread_of(*one));
  return figures_for(report.metric->unit, spreads);
}

std::string interval(const Estimate& estimate, const Figures& figures) {
  if (!std::isfinite(estimate.half_width)) return "";
  return fmt::format("[{}, {}]", figures.difference(estimate.low()),
                     figures.difference(estimate.high()));
}

std::string shares(const PackageReport& report, const Figures& figures) {
  Table table({{"", "lever", Align::left, 0},
               {"", "share", Align::right, 2},
               {"", "95 %", Align::left, 2},
               {"lost if", "left out", Align::right, 2},
               {"", "alone", Align::right, 2}});
  for (std::size_t i = 0; i < report.levers.size(); ++i) {
    const PartShare& part = report.split.parts[i];
    table.add({report.levers[i], figures.difference(part.share.mean), interval(part.share, figures),
               figures.difference(part.left_out.mean), figures.difference(part.alone.mean)});
  }
  const Estimate& whole = report.split.whole;
  table.add({"all together", figures.difference(whole.mean), interval(whole, figures), "", ""});
  return shown(table);
}

std::string interactions(const PackageReport& report, const Figures& figures) {
  const auto& all = report.split.interactions;
  if (all.empty()) return "";
  Table table({{"", "levers", Align::left, 0},
               {"", "together", Align::right, 2},
               {"", "95 %", Align::left, 2}});
  for (std::size_t i = 0; i < std::min(all.size(), most_interactions); ++i)
    table.add({report.levers[all[i].first] + ", " + report.levers[all[i].second],
               figures.difference(all[i].effect.mean), interval(all[i].effect, figures)});
  return "\n" + shown(table);
}

std::string idle_words(const IdleLever& idle) {
  if (idle.needs.empty()) return idle.lever + " does nothing all alone.";
  return fmt::format("{} does nothing without {}.", idle.lever, fmt::join(idle.needs, " or "));
}

std::string notes(const PackageReport& report, int columns) {
  std::string text;
  if (report.failed > 0)
    text += paragraph("FAILED",
                      fmt::format("{}; {} left out.", counted(std::int64_t(report.failed), "world"),
                                  counted(std::int64_t(report.split.left_out), "replication")),
                      columns, label_width);
  for (const IdleLever& idle : report.idle)
    text += paragraph("Idle", idle_words(idle), columns, label_width);
  text += paragraph("Share",
                    "what a lever adds, averaged over all orders in which the levers may come "
                    "(Shapley); shares sum to the whole. Together: what two levers bring beyond "
                    "the sum of each; above zero they help each other.",
                    columns, label_width);
  return text + paragraph("Intervals",
                          "hold for all levers (or pairs) together, paired by replication. They "
                          "say what chance in the runs may have moved, not whether the "
                          "assumptions hold.",
                          columns, label_width);
}

Json json_of(const Estimate& estimate) {
  const auto number = [](double value) { return std::isfinite(value) ? Json(value) : Json(); };
  return {{"mean", number(estimate.mean)},
          {"low", number(estimate.low())},
          {"high", number(estimate.high())}};
}

}  // namespace

std::string packages_text(const PackageReport& report, int columns) {
  const Figures figures = figures_of(report);
  const std::string unit = figures.unit.empty() ? "" : ", " + figures.unit;
  std::string text = emphasised(escaped(report.title, 200), Emphasis::bold, Stream::out) + "\n";
  text +=
      wrapped(fmt::format("{} less {}, lever by lever: {}{} ({}); {} of levers, {}", report.policy,
                          report.baseline, report.metric->id, unit, report.period,
                          counted(std::int64_t(report.combinations), "combination"),
                          counted(report.replications, "replication")),
              columns);
  text += "\n" + shares(report, figures) + interactions(report, figures) + "\n";
  return text + notes(report, columns);
}

std::string packages_json(const PackageReport& report) {
  Json levers = Json::array(), pairs = Json::array(), idle = Json::array();
  for (std::size_t i = 0; i < report.levers.size(); ++i) {
    const PartShare& part = report.split.parts[i];
    levers.push_back({{"lever", report.levers[i]},
                      {"share", json_of(part.share)},
                      {"lost_if_left_out", json_of(part.left_out)},
                      {"alone", json_of(part.alone)}});
  }
  for (const PartInteraction& one : report.split.interactions)
    pairs.push_back({{"levers", {report.levers[one.first], report.levers[one.second]}},
                     {"together", json_of(one.effect)}});
  for (const IdleLever& one : report.idle)
    idle.push_back({{"lever", one.lever}, {"without", one.needs}});
  const Json document = {{"title", report.title},
                         {"policy", report.policy},
                         {"baseline", report.baseline},
                         {"metric", report.metric->id},
                         {"unit", report.metric->unit},
                         {"period", report.period},
                         {"combinations", report.combinations},
                         {"replications", report.replications},
                         {"left_out", report.split.left_out},
                         {"failed_worlds", report.failed},
                         {"confidence", .95},
                         {"whole", json_of(report.split.whole)},
                         {"levers", levers},
                         {"interactions", pairs},
                         {"idle", idle}};
  return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace coopsim::cli
