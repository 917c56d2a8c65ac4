// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <nlohmann/json.hpp>

#include "cli/costs.hpp"

namespace coopsim::cli {
namespace {

using Json = nlohmann::ordered_json;

Json number(double value) { return std::isfinite(value) ? Json(value) : Json(); }

Json json_of(const Estimate& estimate, double sign = 1) {
  const double low = sign > 0 ? estimate.low() : -estimate.high();
  const double high = sign > 0 ? estimate.high() : -estimate.low();
  return {{"mean", number(sign * estimate.mean)}, {"low", number(low)}, {"high", number(high)}};
}

std::string_view id_of(RatioInterval::Form form) {
  switch (form) {
    case RatioInterval::Form::bounded:
      return "between";
    case RatioInterval::Form::outside:
      return "not_between";
    case RatioInterval::Form::all:
      return "any";
    case RatioInterval::Form::undefined:
      break;
  }
  return "undefined";
}

Json json_of(const RatioInterval& interval) {
  const bool ends = interval.form == RatioInterval::Form::bounded ||
                    interval.form == RatioInterval::Form::outside;
  return {{"ratio", interval.ratio ? number(*interval.ratio) : Json()},
          {"form", id_of(interval.form)},
          {"low", ends ? number(interval.low) : Json()},
          {"high", ends ? number(interval.high) : Json()}};
}

class CostsDocument {
 public:
  CostsDocument(const ResultReader& result, const CostComparison& costs)
      : result_(result), costs_(costs), sign_(costs.turned ? -1 : 1) {}

  Json document() const {
    Json policies = Json::array(), frontier = Json::array();
    for (const CostedPolicy& one : costs_.policies) policies.push_back(policy(one));
    for (const StandingOf& one : costs_.standings) frontier.push_back(standing(one));
    const auto better = !costs_.preference_stated ? "more (unstated)"
                        : costs_.turned           ? "less"
                                                  : "more";
    return {{"cost", {{"variable", "economics/public_cost"}, {"unit", "KRW thousand"}}},
            {"effect",
             {{"metric", costs_.effect},
              {"label_en", costs_.effect_label_en},
              {"label_ko", costs_.effect_label_ko},
              {"unit", costs_.effect_unit},
              {"better", better}}},
            {"replications", costs_.replications},
            {"left_out", costs_.left_out},
            {"ranked", costs_.unranked == Unranked::no},
            {"reason", reason(costs_.unranked)},
            {"policies", policies},
            {"frontier", frontier},
            {"values", costs_.values},
            {"acceptability", curve()}};
  }

 private:
  const std::string& name(std::size_t policy) const {
    return result_.facts().policies[policy].name;
  }

  Json policy(const CostedPolicy& one) const {
    Json made = {{"name", name(one.policy)},
                 {"baseline", one.baseline},
                 {"stress", one.stress},
                 {"cost", json_of(one.cost)},
                 {"effect", json_of(one.effect, sign_)}};
    if (one.baseline) return made;
    made["held_against"] = name(one.held_against);
    made["more_cost"] = json_of(one.more_cost);
    made["more_effect"] = json_of(one.more_effect, sign_);
    made["ratio_to_baseline"] = json_of(one.ratio);
    made["plane"] = {{"dearer_better", one.plane.dearer_better},
                     {"cheaper_better", one.plane.cheaper_better},
                     {"cheaper_worse", one.plane.cheaper_worse},
                     {"dearer_worse", one.plane.dearer_worse}};
    Json net = Json::array(), points = Json::array();
    for (const Estimate& each : one.net_benefit) net.push_back(json_of(each));
    for (std::size_t r = 0; r < one.points.cost.size(); ++r)
      points.push_back({one.points.cost[r], sign_ * one.points.effect[r]});
    made["more_net_benefit"] = net;
    made["points"] = points;
    return made;
  }

  Json standing(const StandingOf& one) const {
    const FrontierRow& row = one.row;
    Json made = {{"name", name(row.policy)}, {"state", id_of(row.standing)}};
    if (row.standing == Standing::on_frontier) {
      made["against"] = name(row.against);
      made.update(json_of(one.interval));
    } else if (row.standing != Standing::cheapest) {
      made["by"] = {name(row.by)};
      if (row.standing == Standing::extendedly_dominated) made["by"].push_back(name(row.by_also));
    }
    return made;
  }

  Json curve() const {
    Json values = Json::array(), best = Json::array(), policies = Json::array();
    for (const Acceptability& point : costs_.curve) {
      values.push_back(point.value);
      best.push_back(name(costs_.choices[point.best]));
    }
    for (std::size_t i = 0; i < costs_.choices.size() && !costs_.curve.empty(); ++i) {
      Json share = Json::array(), net = Json::array();
      for (const Acceptability& point : costs_.curve) {
        share.push_back(point.share[i]);
        net.push_back(number(point.net_benefit[i]));
      }
      policies.push_back(
          {{"name", name(costs_.choices[i])}, {"share", share}, {"net_benefit", net}});
    }
    return {{"values", values}, {"best_on_average", best}, {"policies", policies}};
  }

  const ResultReader& result_;
  const CostComparison& costs_;
  double sign_;  // of effects, back to those of the response
};

}  // namespace

std::string_view reason(Unranked why) {
  switch (why) {
    case Unranked::one_policy:
      return "there is no policy to compare";
    case Unranked::not_modelled:
      return "money of programmes that are not modelled yet lapses";
    case Unranked::missing_values:
      return "more than 1 % of the replications lack a figure";
    case Unranked::few_replications:
      return "fewer than 30 replications";
    case Unranked::no:
      break;
  }
  return "";
}

Json costs_json(const ResultReader& result, const CostComparison& costs) {
  return CostsDocument(result, costs).document();
}

}  // namespace coopsim::cli
