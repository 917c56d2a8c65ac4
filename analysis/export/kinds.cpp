// SPDX-License-Identifier: Apache-2.0
// The tables of responses, and which variables of a file belong to each.
#include <fmt/core.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "analysis/export/long_table.hpp"
#include "output/format.hpp"
#include "sim/metrics/economics.hpp"
#include "sim/metrics/metric.hpp"

namespace coopsim::exporting {
namespace {

constexpr std::string_view design_point = "design_point";

std::vector<std::string> axes_of(const Source& source, const Kind& kind) {
  std::vector<std::string> axes(kind.axes.begin(), kind.axes.end());
  if (source.is_sweep()) axes.insert(axes.begin(), std::string(design_point));
  return axes;
}

// The axis by which a variable is split that otherwise has the kind's axes: "" if it is whole;
// nothing if its axes are others.
std::optional<std::string> split_of(const Source& source, const Kind& kind,
                                    const std::string& dataset) {
  const std::vector<std::string> found = source.file().axes(dataset);
  std::vector<std::string> wanted = axes_of(source, kind), others;
  for (const std::string& axis : found)
    if (!wanted.empty() && axis == wanted.front())
      wanted.erase(wanted.begin());
    else
      others.push_back(axis);
  if (!wanted.empty() || others.size() > 1) return std::nullopt;
  return others.empty() ? std::string() : others.front();
}

// Without the ends of its name; nothing where those are another kind's.
std::optional<std::string> metric_of(const Kind& kind, std::string name, const std::string& split) {
  if (!name.ends_with(kind.suffix)) return std::nullopt;
  name.resize(name.size() - kind.suffix.size());
  if (kind.group == group::summary && name.ends_with(minus_baseline)) return std::nullopt;
  const std::string end = "_by_" + split;
  if (!split.empty() && name.ends_with(end)) name.resize(name.size() - end.size());
  return name;
}

// Places in the order of the metric table, then of the economics; the rest after them.
std::size_t rank_of(const std::string& metric) {
  static const std::map<std::string_view, std::size_t> ranks = [] {
    std::map<std::string_view, std::size_t> made;
    for (const Metric& one : metrics()) made.emplace(one.id, made.size());
    for (const EconomicsVariable& one : economics_variables) made.emplace(one.id, made.size());
    return made;
  }();
  const auto at = ranks.find(metric);
  return at == ranks.end() ? ranks.size() : at->second;
}

bool by_rank(const std::string& a, const std::string& b) {
  return std::pair(rank_of(a), std::string_view(a)) < std::pair(rank_of(b), std::string_view(b));
}

bool is_chosen(const std::vector<std::string>& chosen, const std::string& name) {
  return chosen.empty() || std::ranges::find(chosen, name) != chosen.end();
}

std::vector<std::size_t> kept_places(const Axis& axis, const Choice& choice) {
  std::vector<std::size_t> kept;
  for (std::size_t i = 0; i < axis.codes.size(); ++i) {
    if (axis.name == "policy" && !is_chosen(choice.policies, axis.codes[i])) continue;
    if (axis.name == "year" && choice.years) {
      const int year = std::stoi(axis.codes[i]);
      if (year < choice.years->first || year > choice.years->last) continue;
    }
    kept.push_back(i);
  }
  return kept;
}

// Calls `take(name, split, metric)` for every variable of the kind.
template <class Take>
void for_each_variable(const Source& source, const Kind& kind, Take take) {
  if (!source.file().has(kind.group)) return;
  for (const std::string& name : source.file().doubles_in(kind.group))
    if (const auto split = split_of(source, kind, fmt::format("{}/{}", kind.group, name)))
      if (const auto metric = metric_of(kind, name, *split)) take(name, *split, *metric);
}

}  // namespace

const std::vector<Kind>& kinds() {
  static const std::vector<Kind> all = {
      {"yearly",
       group::yearly,
       "",
       {"policy", "replication", "year"},
       {"Responses by year", "연도별 결과 지표"},
       "every response by policy, replication and year; the years before the policies start are "
       "the same history under every policy"},
      {"total",
       group::total,
       "",
       {"policy", "replication"},
       {"Responses over the policy period", "정책 기간 결과 지표"},
       "every response over the policy period, by policy and replication"},
      {"worlds",
       group::worlds,
       "",
       {"world", "replication", "year"},
       {"Responses of the reference worlds", "기준 세계의 결과 지표"},
       "the same responses in the worlds NONE (never a programme) and STOP (stopped)"},
      {"summary",
       group::summary,
       "",
       {"statistic", "policy", "year"},
       {"Statistics by year", "연도별 통계량"},
       "statistics over replications, by policy and year"},
      {"summary_minus_baseline",
       group::summary,
       minus_baseline,
       {"statistic", "policy", "year"},
       {"Statistics of differences by year", "연도별 차이의 통계량"},
       "statistics of policy less baseline, replication by replication, by policy and year"},
      {"summary_total",
       group::summary,
       over_period,
       {"statistic", "policy"},
       {"Statistics over the policy period", "정책 기간 통계량"},
       "statistics over replications of the values of the policy period"},
      {"summary_total_minus_baseline",
       group::summary,
       "_total_minus_baseline",
       {"statistic", "policy"},
       {"Statistics of differences over the policy period", "정책 기간 차이의 통계량"},
       "statistics of policy less baseline over the policy period, replication by replication"},
      {"economics",
       group::economics,
       "",
       {"policy", "replication"},
       {"Costs", "비용"},
       "costs over the policy period, differences to the stopped programme, present values"},
      {"economics_by_valuation",
       group::economics,
       "",
       {"valuation", "policy", "replication"},
       {"Costs and benefits by valuation", "평가 방식별 비용과 편익"},
       "benefits over the policy period in each way of valuing them, present values"},
  };
  return all;
}

LongTable long_table(const Source& source, const Kind& kind, const std::string& split,
                     const Choice& choice) {
  LongTable table{std::string(kind.name), &kind, {}, {}, {}};
  if (!split.empty()) table.name += "_by_" + split;
  for_each_variable(source, kind,
                    [&](const std::string& name, const std::string& of, const std::string& metric) {
                      if (of == split && is_chosen(choice.metrics, metric))
                        table.variables.push_back({fmt::format("{}/{}", kind.group, name), metric});
                    });
  if (table.variables.empty()) return table;
  std::ranges::sort(table.variables, by_rank, &Variable::metric);
  for (const std::string& name : source.file().axes(table.variables.front().dataset)) {
    table.axes.push_back(source.axis(kind.group, name));
    table.kept.push_back(kept_places(table.axes.back(), choice));
  }
  std::vector<std::size_t> shape;
  for (const Axis& axis : table.axes) shape.push_back(axis.codes.size());
  for (const Variable& one : table.variables)
    if (source.file().shape(one.dataset) != shape)
      source.file().damaged(one.dataset + " does not have the shape of its axes");
  return table;
}

std::vector<std::string> splits_of(const Source& source) {
  std::vector<std::string> found;
  for (const Kind& kind : kinds())
    if (kind.name == "yearly" || kind.name == "total")
      for_each_variable(source, kind, [&](const auto&, const std::string& split, const auto&) {
        if (!split.empty() && std::ranges::find(found, split) == found.end())
          found.push_back(split);
      });
  std::ranges::sort(found);
  return found;
}

std::vector<std::string> metrics_of(const Source& source) {
  std::set<std::string> found;
  for (const Kind& kind : kinds())
    for_each_variable(source, kind, [&](const auto&, const auto&, const std::string& metric) {
      found.insert(metric);
    });
  std::vector<std::string> sorted(found.begin(), found.end());
  std::ranges::sort(sorted, by_rank);
  return sorted;
}

}  // namespace coopsim::exporting
