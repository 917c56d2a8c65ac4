// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <nlohmann/json.hpp>

#include "cli/result_economics.hpp"
#include "cli/summary_table.hpp"

namespace coopsim::cli {
namespace {

using Json = nlohmann::ordered_json;

Json number(double value) { return std::isnan(value) ? Json() : Json(value); }

Json estimate_json(const Estimate& estimate) {
  return {{"mean", number(estimate.mean)},
          {"lo95", number(estimate.low())},
          {"hi95", number(estimate.high())}};
}

Json policy_json(const PolicySummary& policy) {
  Json row = {{"name", policy.name},
              {"label_en", policy.label_en},
              {"label_ko", policy.label_ko},
              {"baseline", policy.baseline},
              {"stress", policy.stress},
              {"trainees_returned", estimate_json(policy.trained)},
              {"engagements_started", estimate_json(policy.engagements)},
              {"productivity_effect_bp", estimate_json(policy.effect)},
              {"productivity_effect_served_percent", estimate_json(policy.effect_served)}};
  const bool compared = !policy.baseline && policy.difference.count > 0;
  row["difference_bp"] = compared ? estimate_json(policy.difference) : Json();
  row["verdict"] = policy.verdict;
  return row;
}

Json economics_json(const ResultEconomics& all, const PolicyEconomics& policy) {
  Json values = Json::array();
  for (std::size_t v = 0; v < all.valuations.size(); ++v)
    values.push_back({{"valuation", all.valuations[v]},
                      {"counts", all.counts[v]},
                      {"benefit", estimate_json(policy.benefit[v])},
                      {"net_present_value", estimate_json(policy.net_present_value[v])},
                      {"benefit_cost_ratio", estimate_json(policy.benefit_cost_ratio[v])}});
  return {{"unit", "KRW thousand"},
          {"public_cost", estimate_json(policy.public_cost)},
          {"firm_cost", estimate_json(policy.firm_cost)},
          {"cost_per_percent", estimate_json(policy.cost_per_percent)},
          {"cost_per_trainee", estimate_json(policy.cost_per_trainee)},
          {"cost_per_engagement", estimate_json(policy.cost_per_engagement)},
          {"valuations", values}};
}

}  // namespace

std::string summary_json(const ResultReader& result, const ResultSummary& summary) {
  const ResultFacts& facts = result.facts();
  Json policies = Json::array(), failures = Json::array();
  const auto economics = economics_of(result);
  for (std::size_t i = 0; i < summary.policies.size(); ++i) {
    policies.push_back(policy_json(summary.policies[i]));
    policies.back()["economics"] =
        economics ? economics_json(*economics, economics->policies[i]) : Json();
  }
  for (const FailedRun& failed : summary.failures)
    failures.push_back(
        {{"world", failed.world}, {"replication", failed.replication}, {"error", failed.error}});
  const Json document = {{"file", result.file().string()},
                         {"title_en", facts.title},
                         {"title_ko", facts.title_ko},
                         {"scenario_hash", facts.scenario_hash},
                         {"engine_version", facts.engine_version},
                         {"seed", facts.seed},
                         {"replications", facts.replications},
                         {"stopping", summary.stopping.empty() ? Json() : Json(summary.stopping)},
                         {"period", facts.period},
                         {"baseline", summary.baseline},
                         {"not_modelled_share", summary.not_modelled_share},
                         {"worlds", summary.worlds},
                         {"failed", failures},
                         {"fingerprint", facts.run_fingerprint},
                         {"policies", policies}};
  return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace coopsim::cli
