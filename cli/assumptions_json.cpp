// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <nlohmann/json.hpp>

#include "cli/assumptions.hpp"

namespace coopsim::cli {
namespace {

using Json = nlohmann::ordered_json;

Json number(double value) { return std::isfinite(value) ? Json(value) : Json(); }

Json policy_json(const ResultReader& result, const AssumptionStudy& study, const DrawnPolicy& row,
                 const StudyDraws& draws) {
  Json made = {{"name", result.facts().policies[row.policy].name},
               {"baseline", row.baseline},
               {"held_against", result.facts().policies[row.held_against].name},
               {"stress", row.stress}};
  if (!row.baseline) {
    made["mean"] = number(row.difference.mean);
    made["low"] = number(row.difference.low());
    made["high"] = number(row.difference.high());
    made["q05"] = number(row.q05);
    made["q50"] = number(row.q50);
    made["q95"] = number(row.q95);
    made["share_above"] = number(row.share_above);
    made["variance_of_unknowns"] = row.split.of_parameters;
    made["variance_of_chance"] = row.split.of_chance;
    made["where"] = Json::array();
    for (std::size_t u = 0; u < row.thirds.size(); ++u)
      made["where"].push_back({{"unknown", draws.unknowns[u].path},
                               {"low", number(row.thirds[u].low)},
                               {"high", number(row.thirds[u].high)}});
  }
  for (std::size_t i = 0; i < study.regret.size(); ++i)
    if (study.choices[i] == row.policy)
      made["regret"] = {{"largest", study.regret[i].largest},
                        {"mean", study.regret[i].mean},
                        {"share_best", study.regret[i].share_best}};
  return made;
}

Json worths_json(const std::vector<PartialInformation>& known) {
  Json all = Json::array();
  for (const PartialInformation& one : known)
    all.push_back({{"name", one.name},
                   {"evppi", one.too_few_draws ? Json() : Json(one.value)},
                   {"evppi_left_out", one.too_few_draws ? Json() : Json(one.left_out)},
                   {"degree", one.degree},
                   {"at_limit", one.at_limit}});
  return all;
}

Json metric_json(const ResultReader& result, const AssumptionStudy& study,
                 const StudyDraws& draws) {
  Json policies = Json::array(), least = Json::array();
  for (const DrawnPolicy& row : study.rows)
    policies.push_back(policy_json(result, study, row, draws));
  for (const std::size_t policy : study.least_regret)
    least.push_back(result.facts().policies[policy].name);
  Json made = {{"metric", study.metric},
               {"unit", study.unit},
               {"draws", study.draws},
               {"ranked", study.ranked},
               {"policies", policies}};
  if (!study.ranked) return made;
  const PerfectInformation& all = study.information;
  made["best"] = result.facts().policies[study.choices[all.best]].name;
  made["share_changed"] = all.share_changed;
  made["evpi"] = all.value;
  made["evpi_low"] = number(all.loss.low());
  made["evpi_high"] = number(all.loss.high());
  made["minimax_regret"] = least;
  made["sections"] = worths_json(study.sections);
  made["unknowns"] = worths_json(study.unknowns);
  return made;
}

}  // namespace

Json assumptions_json(const ResultReader& result, const AssumptionReport& report) {
  Json metrics = Json::array(), unknowns = Json::array();
  for (const StudyDraws::Unknown& one : report.draws.unknowns)
    unknowns.push_back({{"path", one.path},
                        {"label_en", one.label_en},
                        {"label_ko", one.label_ko},
                        {"unit", one.unit},
                        {"law", one.law},
                        {"usual", one.usual},
                        {"grade", one.grade}});
  for (const AssumptionStudy& study : report.metrics)
    metrics.push_back(metric_json(result, study, report.draws));
  return {{"draws", report.draws.draws},
          {"replications", report.draws.replications},
          {"unknowns", unknowns},
          {"metrics", metrics}};
}

}  // namespace coopsim::cli
