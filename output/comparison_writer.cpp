// SPDX-License-Identifier: Apache-2.0
#include "output/comparison_writer.hpp"

#include <fmt/core.h>

#include <array>

#include "output/format.hpp"
#include "output/response_axis.hpp"

namespace coopsim {

void write_comparison(hid_t file, const Scenario& scenario, const StudyShape& shape,
                      const StudyTotals& totals, const ComparisonTable& table, FileIndex& index) {
  LabelledGroup group(file, group::comparison,
                      "every response over the policy period: each policy less the one that "
                      "it is held against (the baseline; of stress cases announced_path), "
                      "replication by replication, as `coopsim compare` shows it; means, standard "
                      "errors and intervals of one policy less the baseline stand in `summary`",
                      index);
  add_response_axis(group, totals.responses);
  add_policy_axis(group, shape, scenario);
  group.axis_texts("held_against", "policy", table.held_against,
                   {"policy that this one is compared with", "비교 대상 정책"});
  group.close_axes();
  h5::put_attribute(group.id(), "period",
                    fmt::format("{}-{}", shape.period_first_year(), shape.last_year()));
  constexpr std::array<std::string_view, 2> axes = {"response", "policy"};
  for (const ComparisonTable::Numbers& one : table.numbers)
    h5::write_all(group.numbers(one.name, axes, one.text), H5T_NATIVE_DOUBLE, one.values.data());
  for (const ComparisonTable::Texts& one : table.texts)
    group.texts(one.name, axes, one.text, one.values);
}

}  // namespace coopsim
