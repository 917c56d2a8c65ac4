// SPDX-License-Identifier: Apache-2.0
#include "analysis/assumption_study.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>
#include <span>

#include "analysis/study_defaults.hpp"

namespace coopsim {
namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

// (draw, replication) of one policy less another.
CrossedTable differences_of(const StudyDraws& draws, const StudyTotals::Response& response,
                            std::size_t policy, std::size_t other) {
  CrossedTable table(draws.draws);
  for (std::size_t d = 0; d < draws.draws; ++d)
    for (std::size_t r = 0; r < draws.replications; ++r)
      table[d].push_back(draws.value(response, d, policy, r) - draws.value(response, d, other, r));
  return table;
}

// Missing where no replication has a value.
double mean_of(std::span<const double> values) {
  Moments moments;
  for (const double value : values)
    if (!std::isnan(value)) moments.add(value);
  return moments.mean();
}

std::vector<double> means_of(const CrossedTable& table) {
  std::vector<double> means;
  for (const auto& draw : table) means.push_back(mean_of(draw));
  return means;
}

// Draws that have a mean, by rising value of the unknown.
std::vector<std::size_t> by_value(const StudyDraws& draws, std::size_t unknown,
                                  std::span<const double> means) {
  std::vector<std::size_t> order;
  for (std::size_t d = 0; d < draws.draws; ++d)
    if (!std::isnan(means[d])) order.push_back(d);
  const auto value = [&](std::size_t d) {
    return draws.values[d * draws.unknowns.size() + unknown];
  };
  std::ranges::stable_sort(order, {}, value);
  return order;
}

OuterThirds thirds_of(const StudyDraws& draws, std::size_t unknown, std::span<const double> means) {
  const auto order = by_value(draws, unknown, means);
  const std::size_t third = order.size() / 3;
  if (third == 0) return {missing, missing};
  Moments low, high;
  for (std::size_t i = 0; i < third; ++i) {
    low.add(means[order[i]]);
    high.add(means[order[order.size() - 1 - i]]);
  }
  return {low.mean(), high.mean()};
}

void set_spread(DrawnPolicy& row, std::vector<double> means) {
  std::erase_if(means, [](double mean) { return std::isnan(mean); });
  row.q05 = row.q50 = row.q95 = row.share_above = missing;
  if (means.empty()) return;
  std::ranges::sort(means);
  row.q05 = quantile(means, .05);
  row.q50 = quantile(means, .5);
  row.q95 = quantile(means, .95);
  double above = 0;
  for (const double mean : means) above += mean > 0 ? 1 : mean == 0 ? .5 : 0;
  row.share_above = above / double(means.size());
}

DrawnPolicy policy_row(const StudyDraws& draws, const StudyTotals::Response& response,
                       std::size_t policy, std::size_t baseline, StressCases stress_cases) {
  DrawnPolicy row;
  row.policy = policy;
  row.baseline = policy == baseline;
  row.stress = draws.policies[policy].stress;
  row.held_against = held_against(draws.policies, policy, baseline, stress_cases);
  const CrossedTable table = differences_of(draws, response, policy, row.held_against);
  const std::vector<double> means = means_of(table);
  row.difference = estimate(means);
  row.split = variance_split(table, Crossing::common);
  for (std::size_t u = 0; u < draws.unknowns.size(); ++u)
    row.thirds.push_back(thirds_of(draws, u, means));
  set_spread(row, means);
  return row;
}

// Values of the choices by draw, turned so that more is better, and which draws they are.
struct Choices {
  StateTable values;
  std::vector<std::size_t> draws;
};

Choices complete_draws(const StudyDraws& draws, const StudyTotals::Response& response,
                       const std::vector<std::size_t>& policies, double turn) {
  Choices found;
  for (std::size_t d = 0; d < draws.draws; ++d) {
    std::vector<double> row;
    for (const std::size_t policy : policies) {
      const std::size_t at = (d * draws.policies.size() + policy) * draws.replications;
      row.push_back(turn * mean_of(std::span(response.values).subspan(at, draws.replications)));
    }
    if (std::ranges::any_of(row, [](double value) { return std::isnan(value); })) continue;
    found.values.push_back(std::move(row));
    found.draws.push_back(d);
  }
  return found;
}

ParameterGroup group_of(const StudyDraws& draws, const std::vector<std::size_t>& which,
                        std::string name, const std::vector<std::size_t>& members) {
  ParameterGroup group{std::move(name), {}};
  for (const std::size_t d : which) {
    std::vector<double> row;
    for (const std::size_t u : members) row.push_back(draws.values[d * draws.unknowns.size() + u]);
    group.draws.push_back(std::move(row));
  }
  return group;
}

void weigh_unknowns(AssumptionStudy& study, const StudyDraws& draws, const Choices& choices) {
  for (std::size_t u = 0; u < draws.unknowns.size(); ++u)
    study.unknowns.push_back(partial_information(
        choices.values, group_of(draws, choices.draws, draws.unknowns[u].path, {u})));
  for (const std::string& section : draws.sections()) {
    std::vector<std::size_t> members;
    for (std::size_t u = 0; u < draws.unknowns.size(); ++u)
      if (draws.unknowns[u].group == section) members.push_back(u);
    study.sections.push_back(
        partial_information(choices.values, group_of(draws, choices.draws, section, members)));
  }
}

void rank(AssumptionStudy& study, const StudyDraws& draws, const StudyTotals::Response& response) {
  for (std::size_t i = 0; i < draws.policies.size(); ++i)
    if (!draws.policies[i].stress) study.choices.push_back(i);
  const double turn = study.preference == Preference::less ? -1 : 1;
  const Choices choices = complete_draws(draws, response, study.choices, turn);
  study.draws = choices.draws.size();
  if (study.preference == Preference::unstated || study.draws == 0 || study.choices.size() < 2)
    return;
  study.ranked = true;
  study.information = perfect_information(choices.values);
  study.regret = regret_of(choices.values);
  for (const std::size_t place : minimax_regret(choices.values))
    study.least_regret.push_back(study.choices[place]);
  weigh_unknowns(study, draws, choices);
}

}  // namespace

AssumptionStudy assess_assumptions(const StudyDraws& draws, std::string_view metric,
                                   std::size_t baseline, StressCases stress_cases) {
  const StudyTotals::Response* const response = draws.find(metric);
  assert(response && baseline < draws.policies.size());
  AssumptionStudy study;
  study.metric = response->id;
  study.unit = response->unit;
  study.label_en = response->label_en;
  study.label_ko = response->label_ko;
  study.preference = preference_of(metric);
  study.baseline = baseline;
  study.replications = draws.replications;
  for (std::size_t policy = 0; policy < draws.policies.size(); ++policy)
    study.rows.push_back(policy_row(draws, *response, policy, baseline, stress_cases));
  rank(study, draws, *response);
  return study;
}

}  // namespace coopsim
