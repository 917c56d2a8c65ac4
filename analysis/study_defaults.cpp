// SPDX-License-Identifier: Apache-2.0
#include "analysis/study_defaults.hpp"

#include <algorithm>

namespace coopsim {
namespace {

constexpr std::string_view more_is_better[] = {
    headline_metric,        "productivity_effect_same_firms",
    "technology_level",     "practice_index",
    "needs_served",         "engagements_full_result",
    "projects_full_result", "contracts",
    "programme_exports",    "programme_trade_effect",
    "import_substitution",  "partner_benefit",
    "win_win_share"};
constexpr std::string_view less_is_better[] = {
    "training_wait",        "training_wait_median", "advice_wait",       "needs_given_up",
    "seats_cancelled",      "seats_unfunded",       "projects_unfunded", "defect_effect_all",
    "trained_workers_lost", "budget_lapsed",        "reluctance",        "technology_leaks"};

}  // namespace

Preference preference_of(std::string_view metric) {
  if (std::ranges::find(more_is_better, metric) != std::end(more_is_better))
    return Preference::more;
  if (std::ranges::find(less_is_better, metric) != std::end(less_is_better))
    return Preference::less;
  return Preference::unstated;
}

double least_meaningful_of(std::string_view metric) {
  return metric == headline_metric ? headline_least_meaningful : 0;
}

}  // namespace coopsim
