// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <functional>
#include <nlohmann/json.hpp>
#include <numeric>

#include "cli/sensitivity_report.hpp"

namespace coopsim::cli {
namespace {

using Json = nlohmann::ordered_json;

Json number(double value) { return std::isfinite(value) ? Json(value) : Json(); }

Json factor_json(const SweepSensitivity& found, std::size_t i) {
  Json one = {{"factor", found.factors[i]}};
  if (found.screening) {
    const FactorScreening& f = found.screening->factors[i];
    one.update({{"mu_star", number(f.mu_star)},
                {"mu_star_low", number(f.mu_star_low)},
                {"mu_star_high", number(f.mu_star_high)},
                {"mu", number(f.mu)},
                {"sigma", number(f.sigma)},
                {"effects", f.effects}});
  } else if (found.indices) {
    const SobolIndex& f = found.indices->factors[i];
    one.update({{"first", number(f.first)},
                {"first_low", number(f.first_low)},
                {"first_high", number(f.first_high)},
                {"total", number(f.total)},
                {"total_low", number(f.total_low)},
                {"total_high", number(f.total_high)}});
  } else {
    const RegressionEffect& f = found.regression->factors[i];
    const Estimate& effect = found.main_effects[i];
    one.update({{"prcc", f.separable ? number(f.prcc) : Json()},
                {"p_value", f.separable ? number(f.p_value) : Json()},
                {"src", f.separable ? number(f.src) : Json()},
                {"main_effect", number(effect.mean)},
                {"main_effect_low", number(effect.low())},
                {"main_effect_high", number(effect.high())}});
  }
  for (const ConvergenceStep& step : found.steps)
    one["on_first"].push_back({{"units", step.units}, {"value", number(step.values[i])}});
  return one;
}

Json mean_json(const SweepSensitivity& found) {
  if (!found.mean) return {};
  const SampleMean& mean = *found.mean;
  return {{"value", number(mean.mean.mean)},
          {"low", number(mean.mean.low())},
          {"high", number(mean.mean.high())},
          {"count", mean.mean.count},
          {"worth", number(mean.worth)},
          {"companion", mean.companion ? Json(found.factors[*mean.companion]) : Json()}};
}

}  // namespace

std::vector<std::size_t> ranked(const SweepSensitivity& found) {
  const auto weight = [&](std::size_t i) {
    const double value = found.screening ? found.screening->factors[i].mu_star
                         : found.indices ? found.indices->factors[i].total
                                         : std::abs(found.regression->factors[i].prcc);
    return std::isnan(value) ? -1 : value;
  };
  std::vector<std::size_t> order(found.factors.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, std::greater{}, weight);
  return order;
}

std::string sensitivity_json(const SensitivityQuestion& asked, const SweepSensitivity& found) {
  Json factors = Json::array(), pairs = Json::array();
  for (const std::size_t i : ranked(found)) factors.push_back(factor_json(found, i));
  for (const Interaction& one : found.interactions)
    pairs.push_back({{"first", found.factors[one.first]},
                     {"second", found.factors[one.second]},
                     {"effect", number(one.effect)},
                     {"aliased", one.aliased}});
  const Json document = {{"response", asked.response.id},
                         {"unit", asked.response.unit},
                         {"policy", asked.totals.policies[asked.policy]},
                         {"less", asked.less ? Json(asked.totals.policies[*asked.less]) : Json()},
                         {"period", asked.totals.period},
                         {"design", asked.totals.points.design},
                         {"design_points", asked.totals.point_count()},
                         {"replications", asked.totals.replications},
                         {"left_out", found.left_out},
                         {"reference", number(found.reference)},
                         {"mean", mean_json(found)},
                         {"chance_share", number(found.chance_share)},
                         {"predictive_r_squared", number(found.predictive_r_squared)},
                         {"factors", factors},
                         {"interactions", pairs}};
  return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace coopsim::cli
