// SPDX-License-Identifier: Apache-2.0
#include "analysis/cost_comparison.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>

#include "analysis/paired.hpp"
#include "analysis/policy_comparison.hpp"

namespace coopsim {
namespace {

constexpr int curve_steps = 50;

std::vector<double> of_policy(std::span<const double> values, std::size_t policy,
                              std::size_t size) {
  const auto own = values.subspan(policy * size, size);
  return {own.begin(), own.end()};
}

// Cost and effect of every policy; effects turned so that more is better.
std::vector<CostEffect> by_policy(const StudyTotals& totals, std::span<const double> public_cost,
                                  std::span<const double> effect, bool turned) {
  std::vector<CostEffect> values;
  for (std::size_t i = 0; i < totals.policies.size(); ++i) {
    values.push_back({of_policy(public_cost, i, totals.replications),
                      of_policy(effect, i, totals.replications)});
    if (turned)
      for (double& value : values.back().effect) value = -value;
  }
  return values;
}

Unranked why_unranked(const StudyTotals& totals, const CostComparison& found) {
  const auto all = double(found.replications + found.left_out);
  if (found.choices.size() < 2) return Unranked::one_policy;
  if (share_not_modelled(totals) > 0) return Unranked::not_modelled;
  if (double(found.left_out) > most_failed_share * all) return Unranked::missing_values;
  if (found.replications < least_replications_for_verdict) return Unranked::few_replications;
  return Unranked::no;
}

// Values by place in the file. Those of choices from the replications in which every choice has
// some; others are for pairs with the baseline only.
class Sample {
 public:
  Sample(std::vector<CostEffect> all, const std::vector<std::size_t>& choices)
      : all_(std::move(all)), choices_(choices) {
    std::vector<CostEffect> some;
    for (const std::size_t policy : choices) some.push_back(all_[policy]);
    chosen_ = complete_replications(some);
  }
  const std::vector<CostEffect>& chosen() const { return chosen_; }
  std::size_t replications() const { return chosen_.empty() ? 0 : chosen_.front().cost.size(); }
  bool is_choice(std::size_t policy) const {
    return std::ranges::find(choices_, policy) != choices_.end();
  }
  // REQUIRES: a choice.
  const CostEffect& of(std::size_t policy) const {
    return chosen_[std::size_t(std::ranges::find(choices_, policy) - choices_.begin())];
  }
  // The policy, then the other.
  std::vector<CostEffect> pair(std::size_t policy, std::size_t other) const {
    if (is_choice(policy) && is_choice(other)) return {of(policy), of(other)};
    return complete_replications({all_[policy], all_[other]});
  }

 private:
  std::vector<CostEffect> all_, chosen_;
  const std::vector<std::size_t>& choices_;
};

std::vector<StandingOf> standings_of(const Sample& sample, const CostComparison& found,
                                     double confidence) {
  std::vector<double> cost, effect;
  for (const std::size_t policy : found.choices) {
    cost.push_back(found.policies[policy].cost.mean);
    effect.push_back(found.policies[policy].effect.mean);
  }
  std::vector<StandingOf> standings;
  for (FrontierRow row : cost_frontier(cost, effect)) {
    for (std::size_t* place : {&row.policy, &row.against, &row.by, &row.by_also})
      *place = found.choices[*place];
    standings.push_back({row, {}});
    if (row.standing == Standing::on_frontier)
      standings.back().interval =
          fieller(increments(sample.of(row.policy), sample.of(row.against)), confidence);
  }
  return standings;
}

CostedPolicy costed(const Sample& sample, const StudyTotals& totals, std::size_t policy,
                    std::size_t baseline, const CostOptions& options) {
  const double confidence = options.confidence;
  CostedPolicy one;
  one.policy = policy;
  one.baseline = policy == baseline;
  one.stress = totals.policies[policy].stress;
  one.held_against = held_against(totals.policies, policy, baseline, options.stress_cases);
  const auto pair = sample.pair(policy, one.held_against);
  one.cost = estimate(pair.front().cost, confidence);
  one.effect = estimate(pair.front().effect, confidence);
  if (one.baseline) return one;
  one.points = increments(pair.front(), pair.back());
  one.more_cost = estimate(one.points.cost, confidence);
  one.more_effect = estimate(one.points.effect, confidence);
  one.plane = plane_shares(one.points);
  one.ratio = fieller(one.points, confidence);
  return one;
}

// The least of 1, 2 and 5 times a power of ten that is no less.
double round_number_above(double value) {
  const double ten = std::pow(10.0, std::floor(std::log10(value)));
  for (const double factor : {1.0, 2.0, 5.0})
    if (factor * ten >= value * (1 - 1e-12)) return rounded_to_digits(factor * ten);
  return rounded_to_digits(10 * ten);
}

// From nothing to the largest of `values`.
std::vector<double> range_of(const std::vector<double>& values) {
  const double most = values.empty() ? 0 : *std::ranges::max_element(values);
  std::vector<double> range = {0};
  for (int step = 1; step <= curve_steps && most > 0; ++step)
    range.push_back(most * step / curve_steps);
  return range;
}

CostComparison described(const StudyTotals& totals, const StudyTotals::Response& effect,
                         std::size_t baseline) {
  CostComparison found;
  found.effect = effect.id;
  found.effect_unit = effect.unit;
  found.effect_label_en = effect.label_en;
  found.effect_label_ko = effect.label_ko;
  for (const Metric& each : metrics())
    if (each.id == effect.id) found.form = each.total;
  found.turned = preference_of(effect.id) == Preference::less;
  found.preference_stated = preference_of(effect.id) != Preference::unstated;
  found.baseline = baseline;
  for (std::size_t i = 0; i < totals.policies.size(); ++i)
    if (!totals.policies[i].stress) found.choices.push_back(i);
  return found;
}

}  // namespace

std::vector<double> telling_values(const std::vector<StandingOf>& standings,
                                   const std::vector<CostedPolicy>& policies) {
  constexpr std::array parts = {0.0, .05, .2, .5, 1.0};
  double dearest = 0;
  for (const StandingOf& one : standings) dearest = std::max(dearest, one.row.ratio.value_or(0));
  // One policy is the cheapest and the best: what the policies cost for what they bring.
  if (dearest == 0)
    for (const CostedPolicy& one : policies)
      if (const double effect = std::abs(one.effect.mean), cost = std::abs(one.cost.mean);
          effect > 0 && std::isfinite(cost / effect))
        dearest = std::max(dearest, cost / effect);
  if (!(dearest > 0)) return {0};
  std::vector<double> values;
  const double most = round_number_above(2 * dearest);
  for (const double part : parts) values.push_back(rounded_to_digits(part * most));
  return values;
}

CostComparison compare_costs(const StudyTotals& totals, std::span<const double> public_cost,
                             std::size_t baseline, const CostOptions& options) {
  const StudyTotals::Response* const effect = totals.find(options.effect);
  assert(effect && public_cost.size() == totals.policies.size() * totals.replications);
  CostComparison found = described(totals, *effect, baseline);
  const Sample sample(by_policy(totals, public_cost, effect->values, found.turned), found.choices);
  found.replications = sample.replications();
  found.left_out = totals.replications - found.replications;
  for (std::size_t i = 0; i < totals.policies.size(); ++i)
    found.policies.push_back(costed(sample, totals, i, baseline, options));
  found.unranked = why_unranked(totals, found);
  if (found.unranked == Unranked::no)
    found.standings = standings_of(sample, found, options.confidence);
  if (!options.by_value) return found;
  found.values =
      options.values.empty() ? telling_values(found.standings, found.policies) : options.values;
  for (CostedPolicy& one : found.policies)
    for (const double value : found.values)
      if (!one.baseline)
        one.net_benefit.push_back(net_benefit(one.points, value, options.confidence));
  if (found.unranked != Unranked::no) return found;
  found.chosen = acceptability_curves(sample.chosen(), found.values);
  found.curve = acceptability_curves(sample.chosen(), range_of(found.values));
  return found;
}

}  // namespace coopsim
