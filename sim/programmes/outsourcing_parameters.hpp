// SPDX-License-Identifier: Apache-2.0
// The outsourcing centre: account C1.
#pragma once
#include "sim/kernel/field.hpp"
#include "sim/values.hpp"

namespace coopsim {

struct OutsourcingParameters {
  Time opens = date(2007, 1, 1);
  double candidates_least = 30, candidates_most = 40;  // a year, before budget.scale
  Money case_cost{5'000};
  Money fixed_cost{100'000};         // a year, before budget.scale
  Money prescreening_from{400'000};  // yearly money that pays for pre-screening too
  int case_managers = 3;
  int cases_a_manager = 15;  // live at one time
  int screen_days = 30, audit_days = 60, quotation_days = 45, sample_days = 120, trial_days = 180;
  double screen_pass = .8, audit_pass = .6, quotation_pass = .6, sample_pass = .6, trial_pass = .7;
  double deal_value = 1;       // times the value of a deal from a fair
  double exporter_weight = 1;  // of a firm that exports, above others, to be found
  double database_a_case = 3;  // Japanese outsourcing firms recorded for each candidate
};

constexpr auto fields(Of<OutsourcingParameters>) {
  using O = OutsourcingParameters;
  auto stage_days =
      [](std::string_view id, int O::*member, Label label, std::string_view meaning) consteval {
    return field(id, member, "day", {0, 3650}, label, meaning, assumption("[S]"));
  };
  auto pass =
      [](std::string_view id, double O::*member, Label label, std::string_view meaning) consteval {
    return field(id, member, "1", {0, 1}, label, meaning, derived("E7 (few cases)", Grade::D));
  };
  return FieldList{
      field("opens", &O::opens, "date", {}, {"opening of the centre", "아웃소싱센터 개소일"},
            "no candidate is looked for before", article("F27")),
      field("candidates_least", &O::candidates_least, "firm/year", {0, 1e6},
            {"candidates, least", "발굴 후보기업 하한"},
            "least candidates found in a year, before budget.scale", article("F28")),
      field("candidates_most", &O::candidates_most, "firm/year", {0, 1e6},
            {"candidates, most", "발굴 후보기업 상한"},
            "most candidates found in a year, before budget.scale", article("F28")),
      field("case_cost", &O::case_cost, "KRW", {1, 1e9}, {"cost of a case", "후보기업당 비용"},
            "public cost of one candidate's case; sweep 3-10 million", assumption("[S]")),
      field("fixed_cost", &O::fixed_cost, "KRW/year", {0, 1e9},
            {"fixed cost of the centre", "센터 고정비"},
            "yearly cost before the first case; with less money nobody is found",
            assumption("[S]")),
      field("prescreening_from", &O::prescreening_from, "KRW/year", {0, 1e12},
            {"money for pre-screening", "사전심사 가능 예산"},
            "yearly money from which candidates are pre-screened, before budget.scale",
            assumption("[S]")),
      field("case_managers", &O::case_managers, "person", {0, 10000},
            {"case managers", "전담 매니저"}, "case managers, before budget.scale",
            assumption("[S]")),
      field("cases_a_manager", &O::cases_a_manager, "1", {1, 1000},
            {"cases of a manager", "매니저당 사례 한도"}, "live cases of one manager at most",
            assumption("[S]")),
      stage_days("screen_days", &O::screen_days, {"screening", "서류심사 기간"},
                 "days of the screening"),
      stage_days("audit_days", &O::audit_days, {"audit", "현장실사 기간"}, "days of the audit"),
      stage_days("quotation_days", &O::quotation_days, {"request for quotation", "견적요청 기간"},
                 "days from request to quotation"),
      stage_days("sample_days", &O::sample_days, {"sample", "시제품 기간"}, "days of the sample"),
      stage_days("trial_days", &O::trial_days, {"trial order", "시험발주 기간"},
                 "days of the trial order"),
      pass("screen_pass", &O::screen_pass, {"screening passed", "서류심사 통과율"},
           "chance to pass the screening"),
      pass("audit_pass", &O::audit_pass, {"audit passed", "현장실사 통과율"},
           "chance to pass the audit"),
      pass("quotation_pass", &O::quotation_pass, {"quotation accepted", "견적 통과율"},
           "chance that the quotation is accepted, at reluctance .5 and without pre-screening"),
      pass("sample_pass", &O::sample_pass, {"sample accepted", "시제품 통과율"},
           "chance that the sample is accepted"),
      pass("trial_pass", &O::trial_pass, {"trial passed", "시험발주 통과율"},
           "chance that the trial order leads to a deal"),
      field("deal_value", &O::deal_value, "1", {0, 1000},
            {"value of outsourcing deals", "아웃소싱 거래 배수"},
            "value of a deal, in values of a deal from a fair; unknown, sweep 1-5",
            assumption("[S]")),
      field("exporter_weight", &O::exporter_weight, "1", {0, 100},
            {"exporters among candidates", "수출기업 가산"},
            "weight of an exporter to be found, above that of others", assumption("[S]")),
      field("database_a_case", &O::database_a_case, "firm", {0, 1000},
            {"buyers recorded", "후보당 일본기업 등록"},
            "Japanese outsourcing firms entered into the database for each candidate; counted,"
            " without effect",
            assumption("[S], F36"))};
}
static_assert(declares_every_member<OutsourcingParameters>);

}  // namespace coopsim
