// SPDX-License-Identifier: Apache-2.0
#include "analysis/regret.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace coopsim {
namespace {

std::size_t policies_of(const StateTable& values) {
  return values.empty() ? 0 : values.front().size();
}

// Share of states for which `holds` is true of the cell, by policy.
template <class Holds>
std::vector<double> shares(const StateTable& cells, Holds&& holds) {
  std::vector<double> found(policies_of(cells));
  for (std::size_t policy = 0; policy < found.size(); ++policy) {
    const auto count =
        std::ranges::count_if(cells, [&](const auto& state) { return holds(state[policy]); });
    found[policy] = double(count) / double(cells.size());
  }
  return found;
}

// All policies whose figure is the smallest.
template <class Figure>
std::vector<std::size_t> smallest(const std::vector<PolicyRegret>& policies, Figure&& figure) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < policies.size(); ++i) {
    if (!found.empty() && figure(policies[i]) > figure(policies[found.front()])) continue;
    if (!found.empty() && figure(policies[i]) < figure(policies[found.front()])) found.clear();
    found.push_back(i);
  }
  return found;
}

}  // namespace

StateTable complete_states(const StateTable& values) {
  StateTable kept;
  for (const auto& state : values)
    if (std::ranges::none_of(state, [](double value) { return std::isnan(value); }))
      kept.push_back(state);
  return kept;
}

StateTable regrets(const StateTable& values) {
  StateTable found = values;
  for (auto& state : found) {
    assert(state.size() == policies_of(values));
    if (state.empty()) continue;
    const double best = *std::ranges::max_element(state);
    for (double& value : state) value = best - value;
  }
  return found;
}

std::vector<PolicyRegret> regret_of(const StateTable& values) {
  std::vector<PolicyRegret> found(policies_of(values));
  const StateTable by_state = regrets(values);
  for (std::size_t policy = 0; policy < found.size(); ++policy) {
    PolicyRegret& one = found[policy];
    one.worst_value = values.front()[policy];
    for (std::size_t state = 0; state < values.size(); ++state) {
      const double regret = by_state[state][policy];
      one.largest = std::max(one.largest, regret);
      one.mean += (regret - one.mean) / double(state + 1);
      one.worst_value = std::min(one.worst_value, values[state][policy]);
    }
  }
  const auto best = share_within(values, 0);
  for (std::size_t policy = 0; policy < found.size(); ++policy)
    found[policy].share_best = best[policy];
  return found;
}

std::vector<std::size_t> minimax_regret(const StateTable& values) {
  return smallest(regret_of(values), [](const PolicyRegret& one) { return one.largest; });
}

std::vector<std::size_t> maximin(const StateTable& values) {
  return smallest(regret_of(values), [](const PolicyRegret& one) { return -one.worst_value; });
}

std::vector<double> share_reaching(const StateTable& values, double enough) {
  return shares(values, [enough](double value) { return value >= enough; });
}

std::vector<double> share_within(const StateTable& values, double tolerance) {
  return shares(regrets(values), [tolerance](double regret) { return regret <= tolerance; });
}

}  // namespace coopsim
