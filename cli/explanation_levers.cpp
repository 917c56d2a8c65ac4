// SPDX-License-Identifier: Apache-2.0
// In which levers two policies differ, and from when on these act.
#include <algorithm>
#include <iterator>

#include "cli/explanation_report.hpp"
#include "policies/catalogue.hpp"
#include "scenarios/policy_settings.hpp"
#include "sim/condition.hpp"

namespace coopsim::cli {
namespace {

Label label_of(std::string_view lever) {
  Label found{};
  for_each_lever([&]<class L>(Of<L>) {
    if (L::name == lever) found = L::label;
  });
  return found;
}

// The earliest date at which this policy's lever sets anything.
std::optional<Time> first_edit(const Policy& policy, std::string_view lever) {
  std::optional<Time> first;
  for (const auto& each : policy.levers) {
    const auto* known = dynamic_cast<const PolicyLever*>(each.get());
    if (!known || known->name() != lever) continue;
    for (const Edit& edit : known->edits()) first = first ? std::min(*first, edit.from) : edit.from;
  }
  return first;
}

const PolicySettings* settings_of(const std::vector<PolicySettings>& all, const Policy& policy) {
  const auto at = std::ranges::find(all, policy.name, &PolicySettings::policy);
  return at == all.end() ? nullptr : &*at;
}

LeverDifference with_date(const SettingDifference& one, const Policy& a, const Policy& b,
                          Time start) {
  LeverDifference made{one.lever, label_of(one.lever), one.was, one.value, {}};
  for (const Policy* policy : {&a, &b})
    if (const auto from = first_edit(*policy, one.lever))
      made.acts = std::min(made.acts.value_or(Time::max()), std::max(*from, start));
  return made;
}

}  // namespace

std::vector<LeverDifference> lever_differences(const Scenario& scenario, const Side& a,
                                               const Side& b) {
  if (a.policy < 0 || b.policy < 0) return {};
  const Policy& first = scenario.policies.at(std::size_t(a.policy));
  const Policy& second = scenario.policies.at(std::size_t(b.policy));
  const auto all = policy_settings(scenario.effective_toml);
  const PolicySettings* const here = settings_of(all, first);
  const PolicySettings* const there = settings_of(all, second);
  std::vector<LeverDifference> found;
  if (!here || !there) return found;
  for (const SettingDifference& one : setting_differences(*there, *here))
    found.push_back(with_date(one, first, second, scenario.parameters.run.policies_start));
  std::ranges::stable_sort(
      found, {}, [](const LeverDifference& one) { return one.acts.value_or(Time::min()); });
  return found;
}

}  // namespace coopsim::cli
