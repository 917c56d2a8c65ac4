// SPDX-License-Identifier: Apache-2.0
#include "scenarios/factor_trial.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scenarios/policy_settings.hpp"

namespace coopsim {

SweepFactor factor_named(const std::string& path, const ScenarioReading& base) {
  SweepFactor factor;
  factor.path = factor.label_en = factor.label_ko = path;
  factor.unit = "1";
  const auto one = std::ranges::find(base.provenance, path, &Provenance::path);
  if (one == base.provenance.end()) {  // a setting of a policy's lever
    factor.usual = policy_setting(base.scenario.effective_toml, path);
    return factor;
  }
  factor.unit = one->unit;
  factor.label_en = one->label.en;
  factor.label_ko = one->label.ko;
  factor.usual = one->value;
  factor.whole = one->whole;
  return factor;
}

void try_factor(SweepFactor factor, const std::vector<SweepFactor>& before, const Place& where,
                const ScenarioReading& base, Problems& problems) {
  if (factor.low_of) factor.low = before[*factor.low_of].number(0);
  if (factor.high_of) factor.high = before[*factor.high_of].number(1);
  std::vector<double> coordinates = {0, 1};
  if (factor.has_levels()) {
    coordinates.clear();
    for (std::size_t i = 0; i < std::min<std::size_t>(factor.values.size(), 20); ++i)
      coordinates.push_back((double(i) + .5) / double(factor.values.size()));
  }
  for (const double u : coordinates) try {
      read_scenario_text(base.scenario.effective_toml, "", {{factor.setting(u)}, {}});
    } catch (const ScenarioError& error) {
      const auto all = error.problems().in_order();
      problems.add({where, "factor.path",
                    fmt::format("{}: {}", factor.setting(u), all.front().what),
                    all.front().remedy});
      return;
    }
}

}  // namespace coopsim
