// SPDX-License-Identifier: Apache-2.0
#include "output/assumptions_writer.hpp"

#include <fmt/core.h>

#include <array>
#include <cstdint>
#include <numeric>

#include "output/format.hpp"
#include "output/response_axis.hpp"

namespace coopsim {
namespace {

std::vector<std::int32_t> numbers_up_to(std::size_t count) {
  std::vector<std::int32_t> numbers(count);
  std::iota(numbers.begin(), numbers.end(), 0);
  return numbers;
}

template <class Part>
std::vector<std::string> each(const StudyDraws& draws, Part&& part) {
  std::vector<std::string> texts;
  for (const StudyDraws::Unknown& unknown : draws.unknowns) texts.push_back(part(unknown));
  return texts;
}

void add_unknowns(LabelledGroup& group, const StudyDraws& draws) {
  using U = StudyDraws::Unknown;
  const auto add = [&](std::string_view name, Label label, std::string U::*part) {
    group.axis_texts(name, "unknown", each(draws, [&](const U& one) { return one.*part; }), label);
  };
  group.name_axis("unknown", each(draws, [](const U& one) { return one.path; }),
                  {"parameter that is not known", "불확실 매개변수"});
  add("unknown_label_en", {"the parameter in English", "매개변수의 영문 이름"}, &U::label_en);
  add("unknown_label_ko", {"the parameter in Korean", "매개변수의 국문 이름"}, &U::label_ko);
  add("unknown_unit", {"unit of the parameter", "매개변수의 단위"}, &U::unit);
  add("unknown_section", {"the scenario's table that has it", "매개변수가 속한 절"}, &U::group);
  add("unknown_law", {"what it could be", "가정한 분포"}, &U::law);
  add("unknown_usual", {"its value in the study", "기준값"}, &U::usual);
  add("unknown_grade", {"grade of the evidence, A to D", "근거 등급"}, &U::grade);
}

void add_axes(LabelledGroup& group, const Scenario& scenario, const StudyShape& shape,
              const StudyDraws& draws) {
  add_response_axis(group, draws.responses);
  group.number_axis("draw", numbers_up_to(draws.draws), "1", {"draw of the unknowns", "추출"});
  add_policy_axis(group, shape, scenario);
  group.number_axis("replication", numbers_up_to(draws.replications), "1",
                    {"replication within a draw", "추출별 반복"});
  add_unknowns(group, draws);
  group.name_axis("section", draws.sections(),
                  {"unknowns of one table, known together", "함께 알게 되는 매개변수 묶음"});
  group.close_axes();
}

// (response, draw, policy, replication)
void write_totals(LabelledGroup& group, const StudyDraws& draws) {
  std::vector<double> all;
  for (const StudyTotals::Response& response : draws.responses)
    all.insert(all.end(), response.values.begin(), response.values.end());
  constexpr std::array<std::string_view, 4> axes = {"response", "draw", "policy", "replication"};
  VariableText text{"1", "response over the policy period", "정책기간 결과",
                    "in the unit of the response (response_unit); replication r has the same "
                    "random numbers in every draw and policy, and in replication r of the study"};
  text.missing = "missing (NaN) where the world failed or has no value";
  h5::write_all(group.numbers("total", axes, text), H5T_NATIVE_DOUBLE, all.data());
}

}  // namespace

void write_assumptions(hid_t file, const Scenario& scenario, const StudyShape& shape,
                       const StudyDraws& draws, const AssumptionTable& table, FileIndex& index) {
  LabelledGroup group(file, group::assumptions,
                      "the study again with its uncertain parameters drawn from what they could "
                      "be: what not knowing them means for the choice, as `coopsim compare "
                      "--assumptions` shows it",
                      index);
  add_axes(group, scenario, shape, draws);
  h5::put_attribute(group.id(), "period",
                    fmt::format("{}-{}", shape.period_first_year(), shape.last_year()));
  constexpr std::array<std::string_view, 2> of_draws = {"draw", "unknown"};
  h5::write_all(group.numbers("drawn_value", of_draws,
                              {"1", "value of the parameter in the draw", "추출된 값",
                               "in the unit of the parameter (unknown_unit)"}),
                H5T_NATIVE_DOUBLE, draws.values.data());
  constexpr std::array<std::string_view, 1> a_draw = {"draw"};
  group.texts("draw_fingerprint", a_draw,
              {"", "fingerprint of the draw", "추출의 지문", "over all its worlds, in order"},
              draws.fingerprints);
  write_totals(group, draws);
  for (const AssumptionTable::Numbers& one : table.numbers)
    h5::write_all(group.numbers(one.name, one.axes, one.text), H5T_NATIVE_DOUBLE,
                  one.values.data());
}

}  // namespace coopsim
