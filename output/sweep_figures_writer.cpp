// SPDX-License-Identifier: Apache-2.0
#include "output/sweep_figures_writer.hpp"

#include <fmt/core.h>

#include <string>
#include <string_view>
#include <vector>

#include "output/format.hpp"
#include "output/h5_write.hpp"

namespace coopsim {

void write_sweep_figures(hid_t file, const SweepFigures& figures, const FiguresOf& of,
                         FileIndex& index) {
  LabelledGroup group(file, group::sensitivity, "which factors matter for what", index);
  std::vector<std::string> ids, units;
  for (const SweepTotals::Response& one : of.totals.responses) {
    ids.push_back(one.id);
    units.push_back(one.unit);
  }
  group.name_axis("response", ids, {"response", "반응변수"});
  group.axis_texts("response_unit", "response", units, {"unit of the response", "반응변수 단위"});
  add_policy_axis(group, of.shape, of.base);
  group.name_axis("of", std::vector<std::string>{"level", "minus_baseline"},
                  {"the policy's own level, or its difference", "수준 또는 기준 대비 차이"});
  group.name_axis("factor", figures.factors, {"factor", "요인"});
  group.close_axes();
  h5::put_attribute(group.id(), "period",
                    fmt::format("{}-{}", of.shape.period_first_year(), of.shape.last_year()));
  for (const SweepFigures::Figure& one : figures.figures) {
    std::vector<std::string_view> axes = {"response", "policy", "of", "factor"};
    if (!one.by_factor) axes.pop_back();
    const h5::Handle variable = group.numbers(one.id, axes, one.text);
    h5::write_all(variable, H5T_NATIVE_DOUBLE, one.values.data());
  }
}

}  // namespace coopsim
