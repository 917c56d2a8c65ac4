// SPDX-License-Identifier: Apache-2.0
#include "output/sweep_design_writer.hpp"

#include <array>
#include <cstdint>
#include <numeric>
#include <string>
#include <vector>

namespace coopsim {

void add_point_axis(LabelledGroup& group, std::size_t points) {
  std::vector<std::int32_t> numbers(points);
  std::iota(numbers.begin(), numbers.end(), 0);
  group.number_axis("design_point", numbers, "1", {"design point; 0 is the reference", "설계점"});
}

void write_sweep_design(hid_t file, const SweepPoints& points, FileIndex& index) {
  constexpr std::array<std::string_view, 2> of_value = {"design_point", "factor"};
  LabelledGroup group(file, "design", "the points that were simulated: what each factor was",
                      index);
  add_point_axis(group, points.ids.size());
  group.axis_texts("point_id", "design_point", points.ids,
                   {"name that follows from the values", "설계점 식별자"});
  const auto column = [&](std::string SweepPoints::Factor::*part) {
    std::vector<std::string> texts;
    for (const auto& factor : points.factors) texts.push_back(factor.*part);
    return texts;
  };
  using F = SweepPoints::Factor;
  group.name_axis("factor", column(&F::path), {"factor", "요인"});
  group.axis_texts("factor_label_en", "factor", column(&F::label_en),
                   {"the factor in English", "요인의 영문 이름"});
  group.axis_texts("factor_label_ko", "factor", column(&F::label_ko),
                   {"the factor in Korean", "요인의 국문 이름"});
  group.axis_texts("factor_unit", "factor", column(&F::unit),
                   {"unit of the factor", "요인의 단위"});
  group.axis_texts("factor_values", "factor", column(&F::statement),
                   {"what it could be", "요인의 범위"});
  group.close_axes();
  h5::put_attribute(group.id(), "kind", points.kind);
  h5::put_attribute(group.id(), "design", points.design);
  h5::put_attribute(group.id(), "sampling", points.sampling);
  h5::write_all(
      group.numbers("value", of_value,
                    {"1", "value of the factor", "요인 값",
                     "in the unit of the factor; of a scaled path the factor, of a list of "
                     "texts the place in it"}),
      H5T_NATIVE_DOUBLE, points.values.data());
  h5::write_all(group.numbers("coordinate", of_value,
                              {"1", "coordinate in the unit cube", "단위 입방체 좌표",
                               "missing (NaN) of the reference point"}),
                H5T_NATIVE_DOUBLE, points.coordinates.data());
  group.texts("setting", of_value,
              {"", "setting", "설정", "what --set is given; empty where nothing is set"},
              points.settings);
}

}  // namespace coopsim
