// SPDX-License-Identifier: Apache-2.0
#include "output/comparison_writer.hpp"

#include <fmt/core.h>

#include <array>

#include "output/format.hpp"

namespace coopsim {
namespace {

void add_response_axis(LabelledGroup& group, const StudyTotals& totals) {
  std::vector<std::string> ids, units, english, korean;
  for (const StudyTotals::Response& response : totals.responses) {
    ids.push_back(response.id);
    units.push_back(response.unit);
    english.push_back(response.label_en);
    korean.push_back(response.label_ko);
  }
  group.name_axis("response", ids, {"response", "결과 지표"});
  group.axis_texts("response_unit", "response", units, {"unit of the response", "지표의 단위"});
  group.axis_texts("response_label_en", "response", english,
                   {"the response in English", "지표의 영문 이름"});
  group.axis_texts("response_label_ko", "response", korean,
                   {"the response in Korean", "지표의 국문 이름"});
}

}  // namespace

void write_comparison(hid_t file, const Scenario& scenario, const StudyShape& shape,
                      const StudyTotals& totals, const ComparisonTable& table, FileIndex& index) {
  LabelledGroup group(file, group::comparison,
                      "every response over the policy period: each policy less the one that "
                      "it is held against (the baseline; of stress cases announced_path), "
                      "replication by replication, as `coopsim compare` shows it; means, standard "
                      "errors and intervals of one policy less the baseline stand in `summary`",
                      index);
  add_response_axis(group, totals);
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
