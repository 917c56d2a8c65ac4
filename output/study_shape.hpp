// SPDX-License-Identifier: Apache-2.0
// What a result file is about: which worlds, replications and years, and their axes.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "output/labelled_group.hpp"
#include "sim/metrics/metric.hpp"
#include "sim/outcome.hpp"
#include "sim/scenario.hpp"

namespace coopsim {

struct StudyShape {
  std::vector<int> policies;            // numbers in the scenario, ascending
  std::optional<std::size_t> baseline;  // its place among `policies`
  int first_replication = 0;
  std::size_t replications = 0;
  bool reference_worlds = true;
  int first_year = 0;
  std::size_t years = 0;
  std::size_t period_first = 0;  // the policy period, as places among the years; all of them when
                                 // no year follows policies_start

  // Reference worlds come first, as they are delivered.
  std::size_t worlds() const { return policies.size() + (reference_worlds ? 2 : 0); }
  std::size_t first_policy() const { return reference_worlds ? 2 : 0; }
  // Where an outcome belongs: NONE, STOP, policies. Throws std::logic_error for one that does not.
  std::size_t place_of(const Outcome& outcome) const;
  int period_first_year() const { return first_year + int(period_first); }
  int last_year() const { return first_year + int(years) - 1; }
};

// `policies` empty: all of the scenario; `replications` 0: as it says.
StudyShape shape_of(const Scenario& scenario, const ResponseLayout& layout,
                    std::vector<int> policies, int first_replication, int replications,
                    bool reference_worlds);

// Axes as every group that has them shows them, with their labels for people.
void add_policy_axis(LabelledGroup& group, const StudyShape& shape, const Scenario& scenario);
void add_world_axis(LabelledGroup& group);
void add_replication_axis(LabelledGroup& group, const StudyShape& shape);
void add_year_axis(LabelledGroup& group, const StudyShape& shape);
void add_named_axis(LabelledGroup& group, std::string_view name, std::span<const Named> names,
                    Label label);
void add_split_axes(LabelledGroup& group);  // account, course, sector, region, size_class

std::string_view split_axis(Split split);  // "" for the whole
// The variable's name: metric and suffix of the split.
std::string variable_name(const Series& series);
// What the variable says of itself in any group; `total` is left to the group.
VariableText variable_text(const Series& series);

}  // namespace coopsim
