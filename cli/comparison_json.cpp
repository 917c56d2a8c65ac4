// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <nlohmann/json.hpp>

#include "analysis/study_defaults.hpp"
#include "cli/comparison.hpp"
#include "cli/costs.hpp"

namespace coopsim::cli {
namespace {

using Json = nlohmann::ordered_json;

// What is not a number, or has no end, is null.
Json number(double value) { return std::isfinite(value) ? Json(value) : Json(); }

Json interval(double low, double high) {
  return std::isfinite(low) && std::isfinite(high) ? Json{{"low", low}, {"high", high}} : Json();
}

Json verdict_json(const ResultReader& result, const MetricComparison& comparison,
                  const ComparedPolicy& row) {
  const Figures figures = figures_of(comparison);
  const auto say = [&](Language language) {
    return sentence(row.verdict, words_of(result, comparison, row, figures, language), language);
  };
  const auto settle = row.verdict.replications_to_settle;
  return {{"state", id_of(row.verdict.state)},
          {"reason", reason(row.verdict.obstacle, Language::english)},
          {"replications_to_settle", settle ? Json(*settle) : Json()},
          {"sentence_en", say(Language::english)},
          {"sentence_ko", say(Language::korean)}};
}

Json policy_json(const ResultReader& result, const MetricComparison& comparison,
                 const ComparedPolicy& row) {
  const ResultPolicy& policy = result.facts().policies[row.policy];
  Json made = {{"name", policy.name},
               {"label_en", policy.label_en},
               {"label_ko", policy.label_ko},
               {"baseline", row.baseline},
               {"stress", row.stress},
               {"mean", number(row.level.mean)},
               {"among_the_best", comparison.ranked && row.not_worse_than_leader}};
  if (row.baseline) return made;
  const PairedComparison& against = row.against;
  made["held_against"] = result.facts().policies[row.held_against].name;
  made["difference"] = number(against.difference.mean);
  made["standard_error"] = number(against.difference.standard_error);
  made["simultaneous"] = interval(row.low, row.high);
  made["alone"] = interval(against.difference.low(), against.difference.high());
  made["welch"] = interval(against.welch.low(), against.welch.high());
  made["bootstrap_t"] = interval(row.bootstrap.low, row.bootstrap.high);
  made["replications"] = against.difference.count;
  made["left_out"] = against.left_out;
  made["failed"] = row.failed;
  made["share_above"] = number(against.share_above);
  made["correlation"] = number(against.correlation);
  made["variance_reduction"] = number(against.variance_reduction);
  made["skewness"] = number(against.skewness);
  made["cautions"] = Json::array();
  for (const Caution caution : against.cautions) made["cautions"].push_back(id_of(caution));
  made["verdict"] = verdict_json(result, comparison, row);
  return made;
}

Json regret_json(const ResultReader& result, const WorldRegret& regret) {
  Json policies = Json::array(), choice = Json::array();
  for (std::size_t i = 0; i < regret.regret.size(); ++i) {
    const PolicyRegret& one = regret.regret[i];
    policies.push_back({{"name", result.facts().policies[regret.policies[i]].name},
                        {"largest", one.largest},
                        {"mean", one.mean},
                        {"share_best", one.share_best},
                        {"share_within", regret.within.empty() ? Json() : Json(regret.within[i])}});
  }
  for (const std::size_t policy : regret.choice)
    choice.push_back(result.facts().policies[policy].name);
  return {{"worlds", regret.worlds}, {"policies", policies}, {"minimax_regret", choice}};
}

Json risk_json(const ResultReader& result, const MetricRisk& risk) {
  Json policies = Json::array();
  for (const PolicyRisk& one : risk.policies) {
    Json quantiles = Json::array();
    for (std::size_t i = 0; i < one.quantiles.size(); ++i) {
      const auto& between = one.quantiles[i].between;
      quantiles.push_back({{"p", risk_quantiles[i]},
                           {"value", number(one.quantiles[i].value)},
                           {"interval", between ? interval(between->low, between->high) : Json()}});
    }
    Json made = {{"name", result.facts().policies[one.policy].name},
                 {"replications", one.count},
                 {"quantiles", quantiles},
                 {"missed", Json()},
                 {"worst_twentieth", one.worst_mean ? number(*one.worst_mean) : Json()}};
    if (one.missed)
      made["missed"] = {
          {"replications", one.missed->missed},
          {"share", number(one.missed->share)},
          {"clopper_pearson", interval(one.missed->exact.low, one.missed->exact.high)},
          {"wilson", interval(one.missed->approximate.low, one.missed->approximate.high)}};
    policies.push_back(std::move(made));
  }
  return {{"target", risk.target ? Json(*risk.target) : Json()}, {"policies", policies}};
}

Json metric_json(const ResultReader& result, const MetricComparison& comparison) {
  Json policies = Json::array(), best = Json::array();
  for (const ComparedPolicy& row : comparison.rows)
    policies.push_back(policy_json(result, comparison, row));
  for (const std::size_t policy : comparison.best)
    best.push_back(result.facts().policies[policy].name);
  return {{"metric", comparison.metric},
          {"label_en", comparison.label_en},
          {"label_ko", comparison.label_ko},
          {"unit", comparison.unit},
          {"period", period_words(result.facts(), comparison.form)},
          {"better", id_of(comparison.preference)},
          {"least_meaningful", comparison.least_meaningful},
          {"comparisons", comparison.comparisons},
          {"ranked", comparison.ranked},
          {"among_the_best", best},
          {"policies", policies}};
}

Json settings_json(const PolicyDifferences& policy) {
  Json settings = Json::array();
  for (const SettingDifference& one : policy.settings)
    settings.push_back({{"setting", one.lever},
                        {"value", one.value.empty() ? Json() : Json(one.value)},
                        {"baseline", one.was.empty() ? Json() : Json(one.was)}});
  return {{"policy", policy.policy}, {"settings", settings}};
}

}  // namespace

std::string comparison_json(const ResultReader& result, const ComparisonReport& report) {
  const ResultFacts& facts = result.facts();
  Json metrics = Json::array(), differences = Json::array();
  for (const MetricComparison& metric : report.metrics)
    metrics.push_back(metric_json(result, metric));
  for (std::size_t i = 0; i < report.regret.size(); ++i)
    metrics[i]["regret"] = regret_json(result, report.regret[i]);
  for (std::size_t i = 0; i < report.risk.size(); ++i)
    metrics[i]["risk"] = risk_json(result, report.risk[i]);
  for (const PolicyDifferences& policy : report.differences)
    differences.push_back(settings_json(policy));
  Json document = {{"file", result.file().string()},
                   {"title_en", facts.title},
                   {"title_ko", facts.title_ko},
                   {"baseline", facts.policies[report.baseline].name},
                   {"headline", headline_metric},
                   {"confidence", .95},
                   {"intervals", "Bonferroni over the policies of a response, paired t"},
                   {"replications", facts.replications},
                   {"failed_worlds", report.failed},
                   {"not_modelled_share", report.not_modelled_share},
                   {"metrics", metrics},
                   {"settings", differences}};
  if (report.assumptions) document["assumptions"] = assumptions_json(result, *report.assumptions);
  if (report.costs) document["costs"] = costs_json(result, *report.costs);
  return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace coopsim::cli
