// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "cli/selection_report.hpp"

namespace coopsim::cli {
namespace {

using Json = nlohmann::ordered_json;

Json row_json(const SelectionRow& row) {
  return {{"name", row.policy->name},
          {"label_en", row.policy->label_en},
          {"label_ko", row.policy->label_ko},
          {"baseline", row.policy->baseline},
          {"replications", row.replications},
          {"mean", row.mean},
          {"difference_to_leader", row.difference},
          {"within_delta", row.within},
          {"dropped_at", row.dropped ? Json(row.replications) : Json()}};
}

}  // namespace

std::string selection_json(const SelectionReport& report) {
  const bool ocba = report.rule == SelectionRule::ocba;
  Json policies = Json::array();
  for (const SelectionRow& row : report.rows) policies.push_back(row_json(row));
  Json leaders = Json::array();
  for (const std::size_t row : report.leaders) leaders.push_back(report.rows[row].policy->name);
  const Json leader = report.rows[report.leader].policy->name;
  const Json document = {
      {"title_en", report.scenario->title.en},
      {"title_ko", report.scenario->title.ko},
      {"seed", report.scenario->parameters.run.seed},
      {"metric", report.metric->id},
      {"unit", report.metric->unit},
      {"better", report.more_is_better ? "more" : "less"},
      {"delta", report.delta},
      {"rule", ocba ? "ocba" : "elimination"},
      {"confidence", ocba ? Json() : Json(report.confidence)},
      {"guide", ocba ? Json(report.guide) : Json()},
      {"selected", report.known ? leader : Json()},
      {"leader", leader},
      {"best", ocba ? leaders : Json()},
      {"still_in", report.still_in()},
      {"replications_spent", report.spent},
      {"budget", report.budget},
      {"independent_replications", ocba ? Json() : Json(report.independent)},
      {"budget_surely_enough", report.known || ocba ? Json() : Json(report.to_know)},
      {"stress_cases", report.stress_cases},
      {"policies", policies}};
  return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace coopsim::cli
