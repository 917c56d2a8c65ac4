// SPDX-License-Identifier: Apache-2.0
// Responses: what they are, their means by year, fans, totals, and those split by a further axis.
#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "analysis/report/data/parts.hpp"
#include "analysis/report/data/shown.hpp"
#include "analysis/study_defaults.hpp"
#include "sim/metrics/metric.hpp"

namespace coopsim::report {
namespace {

constexpr std::array<std::pair<std::string_view, Statistic>, 8> fan_statistics = {
    {{"mean", Statistic::mean},
     {"low", Statistic::lo95},
     {"high", Statistic::hi95},
     {"q05", Statistic::q05},
     {"q25", Statistic::q25},
     {"q50", Statistic::q50},
     {"q75", Statistic::q75},
     {"q95", Statistic::q95}}};

Json fan(const NumberArray& summary) {
  Json made;
  for (const auto& [name, which] : fan_statistics) made[std::string(name)] = nested(summary, which);
  return made;
}

std::string_view name_of(PeriodTotal total) {
  return total == PeriodTotal::sum ? "sum" : total == PeriodTotal::mean ? "mean" : "last";
}

std::string in_summary(std::string_view id) { return "summary/" + std::string(id); }

// An older file lacks what came later.
bool has(const ResultReader& result, std::string_view id) { return result.has(in_summary(id)); }

void add_splits(const ResultReader& result, Json& data) {
  Json& yearly = data["split_yearly"] = Json::object();
  for (const std::string_view id : splits_by_year)
    if (has(result, id))
      yearly[std::string(id)] = nested(result.read(in_summary(id)), Statistic::mean);
  Json& totals = data["split_totals"] = Json::object();
  for (const std::string_view id : splits_over_period) {
    const std::string total = in_summary(id) + std::string(over_period);
    if (!result.has(total)) continue;
    const std::string difference = total + std::string(minus_baseline);
    totals[std::string(id)] = {{"level", interval(result.read(total))}};
    if (result.has(difference))
      totals[std::string(id)]["difference"] = interval(result.read(difference));
  }
}

}  // namespace

Json metric(const Metric& metric) {
  return {{"id", metric.id},
          {"label", text(metric.label.en, metric.label.ko)},
          {"unit", metric.unit},
          {"meaning", metric.meaning},
          {"total", name_of(metric.total)},
          {"better", id_of(preference_of(metric.id))},
          {"least_meaningful", number(least_meaningful_of(metric.id))}};
}

Json metrics(const ResultReader& result) {
  Json made = Json::array();
  for (const Metric& one : coopsim::metrics())
    if (has(result, one.id)) made.push_back(metric(one));
  return made;
}

Json offered(const ResultReader& result) {
  Json made = Json::array();
  for (const std::string_view id : switched_metrics)
    if (has(result, id)) made.push_back(id);
  return made;
}

void add_values(const ResultReader& result, Json& data) {
  Json& yearly = data["yearly"] = Json::object();
  Json& totals = data["totals"] = Json::object();
  for (const Json& metric : data["metrics"]) {
    const std::string id = metric["id"];
    yearly[id] = nested(result.read(in_summary(id)), Statistic::mean);
    totals[id] = interval(result.read(in_summary(id) + std::string(over_period)));
  }
  Json& fans = data["fans"] = Json::object();
  for (const Json& metric : data["offered"]) {
    const std::string id = metric;
    const std::string difference = in_summary(id) + std::string(minus_baseline);
    fans[id] = {{"level", fan(result.read(in_summary(id)))}};
    if (result.has(difference)) fans[id]["difference"] = fan(result.read(difference));
  }
  add_splits(result, data);
}

void add_past_fans(const ResultReader& result, Json& data) {
  Json& fans = data["past_fans"] = Json::object();
  for (const Json& score : data["scorecard"]) {
    if (score["metric"].is_null()) continue;
    const std::string id = score["metric"];
    if (!data["fans"].contains(id) && !fans.contains(id) && data["yearly"].contains(id))
      fans[id] = fan(result.read(in_summary(id)));
  }
}

}  // namespace coopsim::report
