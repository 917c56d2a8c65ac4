// SPDX-License-Identifier: Apache-2.0
#include "analysis/world_regret.hpp"

#include "analysis/study_defaults.hpp"

namespace coopsim {

WorldRegret regret_over_worlds(const StudyTotals& totals, const MetricComparison& comparison) {
  WorldRegret found;
  const StudyTotals::Response* const response = totals.find(comparison.metric);
  if (!comparison.ranked || !response) return found;
  for (std::size_t i = 0; i < totals.policies.size(); ++i)
    if (!totals.policies[i].stress) found.policies.push_back(i);
  const double turn = comparison.preference == Preference::less ? -1 : 1;
  StateTable worlds(totals.replications);
  for (std::size_t r = 0; r < worlds.size(); ++r)
    for (const std::size_t policy : found.policies)
      worlds[r].push_back(turn * response->values[policy * totals.replications + r]);
  worlds = complete_states(worlds);
  found.worlds = worlds.size();
  found.regret = regret_of(worlds);
  if (comparison.least_meaningful > 0)
    found.within = share_within(worlds, comparison.least_meaningful);
  for (const std::size_t column : minimax_regret(worlds))
    found.choice.push_back(found.policies[column]);
  return found;
}

}  // namespace coopsim
