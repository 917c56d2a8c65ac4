// SPDX-License-Identifier: Apache-2.0
// Parts and materials cooperation (B1 to B6, B9, B10) and productivity guidance (B11).
#pragma once
#include "sim/kernel/field.hpp"
#include "sim/values.hpp"

namespace coopsim {

struct CooperationParameters {
  Money project{45'000};         // public cost of a project with a Japanese firm
  Money guidance{40'000};        // public cost of a firm guided
  double partner_chance = .575;  // that a project finds its partner, at reluctance .5
  int months = 6;                // of a project, of a guidance
  int call_month = 4;            // firms are chosen in the middle of it
  int starts_within_days = 150;  // after the choice, evenly
  double eta_project = .12;
  double project_dose_months = 6;    // months that double the argument of the log dose
  double practice_project = .02;     // rise at mean result
  double project_result_mean = .65;  // mean result that the rise above refers to
  int guidance_visit_days = 4;       // a month
  double staff_exponent = .2;
  double tie_factor = .5;
  double research_factor = 1.3;
};

constexpr auto fields(Of<CooperationParameters>) {
  using C = CooperationParameters;
  return FieldList{
      field("project", &C::project, "KRW", {1, 1e9}, {"cooperation project", "협력사업 단가"},
            "public cost of a project of a Korean with a Japanese firm (B1 to B6, B9, B10); sweep"
            " 30-80 million",
            assumption("[S]")),
      field("guidance", &C::guidance, "KRW", {1, 1e9},
            {"productivity guidance", "생산성향상 지도 단가"},
            "public cost of a firm guided (B11); sweep 25-60 million",
            derived("E7 (ten firms a year)", Grade::C)),
      field("partner_chance", &C::partner_chance, "1", {0, 1},
            {"partner found", "협력 상대 확보 확률"},
            "chance that a project finds a Japanese partner at reluctance .5; it falls by"
            " exp(-(reluctance - .5))",
            derived("V3: 71 of 123 openings", Grade::C)),
      field("months", &C::months, "month", {1, 60}, {"length of a project", "협력사업 기간"},
            "months from the start of a project or guidance to its result", assumption("[S]")),
      field("call_month", &C::call_month, "month", {4, 12}, {"month of the choice", "선정 월"},
            "firms are chosen in the middle of this month, after Japan's year has opened",
            assumption("[S]")),
      field("starts_within_days", &C::starts_within_days, "day", {0, 240},
            {"starts spread over", "착수 분산 기간"},
            "days after the choice within which work starts", assumption("[S]")),
      field("eta_project", &C::eta_project, "1", {0, 10},
            {"learning rate: projects", "학습률: 협력사업"},
            "expertise learnt for each unit of usable gap and log dose, in projects and alliances;"
            " sweep 0.036-0.24",
            assumption("[S]")),
      field("project_dose_months", &C::project_dose_months, "month", {0.01, 1000},
            {"project dose", "협력사업 학습량 척도"},
            "months that double the argument of the log dose; sweep 3-12", assumption("[S]")),
      field("practice_project", &C::practice_project, "1", {0, 1},
            {"practice from projects", "협력사업의 현장관리 효과"},
            "mean rise of the practice index by a project; sweep 0-0.05", assumption("[S]")),
      field("project_result_mean", &C::project_result_mean, "1", {0.01, 1},
            {"mean result of projects", "협력사업 평균 성과"},
            "mean result that practice_project refers to", derived("equation 3", Grade::C)),
      field("guidance_visit_days", &C::guidance_visit_days, "day/month", {1, 31},
            {"guidance days", "월 지도일수"}, "visit days of a guidance in a month",
            assumption("[S], as advice")),
      field("staff_exponent", &C::staff_exponent, "1", {-5, 5},
            {"cooperation and size", "규모별 참여 탄력성"},
            "exponent of staff in a firm's weight when firms are chosen",
            assumption("[S], as advice")),
      field("tie_factor", &C::tie_factor, "1", {0, 100},
            {"cooperation and ties", "거래선 보유 가산"}, "weight added by a Japanese partner",
            assumption("[S], as advice")),
      field("research_factor", &C::research_factor, "1", {0, 100},
            {"cooperation and research", "연구개발 기업 배수"},
            "weight of a firm that does research over one that does not",
            assumption("[S], as advice"))};
}
static_assert(declares_every_member<CooperationParameters>);

}  // namespace coopsim
