// SPDX-License-Identifier: Apache-2.0
#include "scenarios/reference.hpp"

#include <fmt/format.h>

#include "policies/catalogue.hpp"
#include "scenarios/effective.hpp"
#include "scenarios/parameter_tree.hpp"
#include "scenarios/provenance.hpp"
#include "scenarios/value_writer.hpp"
#include "sim/metrics/economics.hpp"
#include "sim/metrics/metric.hpp"

namespace coopsim {
namespace {

std::string source_text(const Source& source) {
  return fmt::format("{} ({}, grade {})", source.text, name_of(source.confidence),
                     name_of(source.grade));
}

Description describe_field(const std::string& path, std::string_view kind, const FieldInfo& field,
                           const std::string& usual) {
  return {path,
          std::string(kind),
          std::string(field.label.en),
          std::string(field.label.ko),
          std::string(field.meaning),
          std::string(field.unit),
          range_in_words(field),
          usual,
          source_text(field.source)};
}

struct Collector {
  std::vector<Description>& all;
  std::string_view kind;
  template <class Value>
  void field(const std::string& path, const FieldInfo& field, const Value& value) {
    all.push_back(
        describe_field(path, kind, field, is_unset(value) ? std::string() : toml_text(value)));
  }
  void section(const std::string& path, const Label& label) {
    all.push_back(
        {path, "section", std::string(label.en), std::string(label.ko), "", "", "", "", ""});
  }
};

template <Declared T>
void add_settings(std::vector<Description>& all, std::string_view name, std::string_view kind) {
  const T settings{};
  for_each_field(settings, [&](const auto& entry, const auto& value) {
    all.push_back(describe_field(fmt::format("{}.{}", name, entry.name), kind, info(entry),
                                 is_unset(value) ? std::string() : toml_text(value)));
  });
}

template <class L>
void add_lever(std::vector<Description>& all) {
  all.push_back({std::string(L::name), "lever", std::string(L::label.en), std::string(L::label.ko),
                 std::string(L::meaning), "", "", "", ""});
  add_settings<L>(all, L::name, "setting of a lever");
}

void add_condition(std::vector<Description>& all) {
  all.push_back({"when", "condition", "condition of a policy", "정책 시행 조건",
                 "the policy acts while a published response is inside a band; otherwise: the "
                 "policy that holds while it rests, the baseline if not given",
                 "", "", "", ""});
  add_settings<Condition>(all, "when", "setting of a condition");
}

std::string_view words(PeriodTotal total) {
  return total == PeriodTotal::sum    ? "sum of the years"
         : total == PeriodTotal::mean ? "mean of the years"
                                      : "value of the last year";
}

// A cell of a Markdown table.
std::string cell(std::string text) {
  for (std::size_t i = text.find('|'); i != std::string::npos; i = text.find('|', i + 2))
    text.insert(i, "\\");
  return text.empty() ? "-" : text;
}

constexpr std::string_view comparison_section =
    "\n## Comparison\n\n"
    "Group `comparison`: every whole response over the policy period, by response and policy: the "
    "policy less the one in `held_against` (the baseline; of stress cases announced_path), "
    "replication by replication. Simultaneous and Welch's intervals, "
    "correlation, variance reduction, share above that one, comparison with the best, risk "
    "(quantiles with intervals, the target missed, the worst twentieth), regret, what more of it "
    "costs, and the verdict; see [statistics](statistics.md). Means and intervals less the "
    "baseline alone stand in `summary` as `RESPONSE_total_minus_baseline`.\n";

constexpr std::string_view assumptions_section =
    "\n## Assumptions\n\n"
    "Group `assumptions`, of runs with `run.draws`: `total`, every whole response by draw of the "
    "uncertain parameters, policy and replication; `drawn_value`, their values; and what follows "
    "by response and policy (differences over draws, spread from unknowns and from chance, "
    "regret), and by unknown (`evppi`, `difference_where_low` and `_high`); see "
    "[statistics](statistics.md). What a draw is: `draw_fingerprint`, and `coopsim verify`.\n";

std::string economics_section() {
  std::string section =
      "\n## Costs and benefits\n\nGroup `economics`: over the policy period, differences to STOP "
      "in present values at its start. Each is by policy and replication, and those marked also by "
      "`valuation`; `_summary` has the statistics, `_minus_baseline` those of the paired "
      "difference.\n\n| name | meaning | unit | valuations |\n|---|---|---|---|\n";
  for (const EconomicsVariable& each : economics_variables)
    section += fmt::format("| `{}` | {} ({}) | {} | {} |\n", each.id, each.meaning, each.label.ko,
                           each.unit, each.by_valuation ? "yes" : "-");
  section += "\n| valuation | value added | exports and imports replaced |\n|---|---|---|\n";
  for (const Valuation& each : valuations)
    section += fmt::format("| `{}` | {} | {} |\n", each.id,
                           each.cautious ? "times `value_factor`, less `deadweight`" : "all",
                           !each.trade     ? "-"
                           : each.cautious ? "`export_margin`, less `deadweight`"
                                           : "`export_margin`");
  return section;
}

}  // namespace

std::string Description::text() const {
  std::string lines = fmt::format("{}  ({})\n  {} · {}\n", name, kind, label_en, label_ko);
  const auto add = [&](std::string_view title, const std::string& value) {
    if (!value.empty()) lines += fmt::format("  {:<9}{}\n", title, value);
  };
  add("meaning", meaning);
  add("unit", unit);
  add("allowed", allowed);
  add("default", usual);
  add("source", source);
  return lines;
}

std::vector<Description> all_descriptions() {
  std::vector<Description> all;
  Parameters parameters;
  std::array<AccountPlan, account_count> plans;
  Collector collector{all, "parameter"};
  walk_scenario(parameters, plans, collector);
  for_each_lever([&]<class L>(Of<L>) { add_lever<L>(all); });
  add_condition(all);
  for (const Metric& metric : metrics()) {
    std::string splits;
    for (const Split split : metric.splits)
      if (split != Split::whole) splits += fmt::format(" {}{}", metric.id, split_suffix(split));
    all.push_back({std::string(metric.id), "response", std::string(metric.label.en),
                   std::string(metric.label.ko), std::string(metric.meaning),
                   std::string(metric.unit), "", fmt::format("total: {}", words(metric.total)),
                   splits.empty() ? "" : "also" + splits});
  }
  return all;
}

std::string parameters_page() {
  std::string page =
      "# Parameters\n\nWritten by `coopsim describe --reference parameters`; do not edit. Sources: "
      "see [model.md](model.md).\n";
  const auto all = all_descriptions();
  for (const Description& each : all) {
    if (each.kind == "response") break;
    if (each.kind == "section" || each.kind == "lever" || each.kind == "condition") {
      page += fmt::format(
          "\n## {}\n\n{} · {}{}\n\n| name | meaning | unit | allowed | default | "
          "source |\n|---|---|---|---|---|---|\n",
          each.kind == "lever"       ? "Lever " + each.name
          : each.kind == "condition" ? "Condition `" + each.name + "`"
                                     : each.name,
          each.label_en, each.label_ko, each.meaning.empty() ? "" : ". " + each.meaning);
      continue;
    }
    page += fmt::format("| `{}` | {} ({}) | {} | {} | {} | {} |\n", each.name, cell(each.meaning),
                        cell(each.label_ko), cell(each.unit), cell(each.allowed), cell(each.usual),
                        cell(each.source));
  }
  return page;
}

std::string metrics_page() {
  std::string page =
      "# Responses\n\nWritten by `coopsim describe --reference metrics`; do not edit. Every one is "
      "a variable of the result file.\n\n| name | meaning | unit | total | splits |\n"
      "|---|---|---|---|---|\n";
  for (const Description& each : all_descriptions())
    if (each.kind == "response")
      page += fmt::format("| `{}` | {} ({}) | {} | {} | {} |\n", each.name, cell(each.meaning),
                          cell(each.label_ko), cell(each.unit), cell(each.usual.substr(7)),
                          cell(each.source));
  return page.append(comparison_section).append(assumptions_section) + economics_section();
}

}  // namespace coopsim
