// SPDX-License-Identifier: Apache-2.0
// How firms learn, keep and forget, and what it does to productivity (equations 2 to 8).
#pragma once
#include "sim/kernel/field.hpp"

namespace coopsim {

struct LearningParameters {
  double gap_scale = 4;               // expertise units: x = gap / 4
  double absorb_base = .20;           // absorptive capacity: constant
  double absorb_research = .30;       //   weight of own research
  double research_reference = .0285;  //   intensity that counts in full
  double absorb_skill = .40;          //   weight of mean expertise / 10
  double absorb_practice = .10;       //   weight of the practice index
  double absorb_least = .05;
  double eta_training = .10;
  double eta_advice = .15;
  double dose_training_days = 30;
  double dose_advice_days = 15;
  double full_result = .55;                // probability that a service has full result
  double partial_result = .20;             //   partial result (counts half)
  double core_access = .09;                // p_core
  double conventional_level = .90;         // kappa_c, share of the frontier otherwise seen
  double practice_training = .020;         // mu_tr a socialised trainee
  double practice_training_cap = .05;      // a cohort and firm
  double practice_training_staff = 90;     // persons: firm size at which mu_tr holds
  double practice_advice = .10;            // mu_adv an engagement
  double mean_uptake = .42;                // E[ac * m_out], a constant
  double embedded_share = .5;              // phi
  double practice_decay = .089;            // delta_M a year
  double skill_decay = .05;                // delta_E a year
  double socialisation_rate = .7;          // sigma a year
  double productivity_of_practice = .45;   // beta_M
  double productivity_of_technology = .5;  // beta_T
  double defects_of_practice = 3.7;        // kappa_D
};

constexpr auto fields(Of<LearningParameters>) {
  using L = LearningParameters;
  return FieldList{
      field("gap_scale", &L::gap_scale, "1", {0.01, 100}, {"gap scale", "격차 척도"},
            "expertise gap at which learning from a source falls to zero; most is learnt at half of"
            " it; sweep 2-8",
            assumption("K4; form of E23")),
      field("absorb_base", &L::absorb_base, "1", {0, 1},
            {"absorptive capacity: base", "흡수역량: 기본값"},
            "absorptive capacity of a firm without research, skill or practice", assumption("[S]")),
      field("absorb_research", &L::absorb_research, "1", {0, 1},
            {"absorptive capacity: research", "흡수역량: 연구개발 가중치"},
            "weight of the firm's own research", assumption("[S], E23")),
      field("research_reference", &L::research_reference, "1", {1e-6, 1},
            {"reference R&D intensity", "기준 연구개발 집약도"},
            "R&D intensity from which research counts in full", external("E24", Grade::B)),
      field("absorb_skill", &L::absorb_skill, "1", {0, 1},
            {"absorptive capacity: skill", "흡수역량: 전문성 가중치"},
            "weight of mean expertise over 10", assumption("[S]")),
      field("absorb_practice", &L::absorb_practice, "1", {0, 1},
            {"absorptive capacity: practice", "흡수역량: 현장관리 가중치"},
            "weight of the practice index", assumption("[S]")),
      field("absorb_least", &L::absorb_least, "1", {0, 1},
            {"least absorptive capacity", "흡수역량 하한"},
            "no firm's absorptive capacity is below this", assumption("[S]")),
      field("eta_training", &L::eta_training, "1", {0, 10},
            {"learning rate: training", "학습률: 연수"},
            "expertise learnt for each unit of usable gap and log dose; sweep 0.03-0.2",
            assumption("[S], from E20")),
      field("eta_advice", &L::eta_advice, "1", {0, 10},
            {"learning rate: advice", "학습률: 기술지도"},
            "the same for an adviser's engagement; sweep 0.045-0.3", assumption("[S], from E14")),
      field("dose_training_days", &L::dose_training_days, "day", {0.01, 10000},
            {"training dose", "연수 학습량 척도"},
            "days in Japan that double the argument of the log dose; sweep 15-60",
            assumption("[S]")),
      field("dose_advice_days", &L::dose_advice_days, "day", {0.01, 10000},
            {"advice dose", "지도 학습량 척도"},
            "visit days that double the argument of the log dose; sweep 8-30", assumption("[S]")),
      field("full_result", &L::full_result, "1", {0, 1}, {"full result", "완전 성과 확률"},
            "probability that a service reaches its goal; pessimistic .26, optimistic .75",
            derived("between E14 and E29", Grade::C)),
      field("partial_result", &L::partial_result, "1", {0, 1}, {"partial result", "부분 성과 확률"},
            "probability of half the result; pessimistic .13, optimistic .13",
            derived("between E14 and E29", Grade::C)),
      field("core_access", &L::core_access, "1", {0, 1},
            {"access to core technology", "핵심기술 접근 확률"},
            "chance that the source shows its frontier, before reluctance; sweep 0.03-0.25",
            external("E29", Grade::C)),
      field("conventional_level", &L::conventional_level, "1", {0, 1},
            {"conventional technology", "일반기술 수준"},
            "share of the frontier seen otherwise; sweep 0.80-0.97", assumption("[S], F17")),
      field("practice_training", &L::practice_training, "1", {0, 1},
            {"practice from training", "연수의 현장관리 효과"},
            "rise of the practice index for a trainee whose knowledge became the firm's; sweep"
            " 0.007-0.04",
            derived("E20, K6", Grade::B)),
      field("practice_training_cap", &L::practice_training_cap, "1", {0, 1},
            {"cap of practice from training", "연수 효과 상한"},
            "largest rise a firm gets from one cohort", assumption("[S]")),
      field("practice_training_staff", &L::practice_training_staff, "person", {0.1, 1e6},
            {"reference size for training", "연수 효과 기준 규모"},
            "staff at which practice_training holds; it falls with the root of staff",
            external("E6 (90.4)", Grade::B)),
      field("practice_advice", &L::practice_advice, "1", {0, 1},
            {"practice from advice", "기술지도의 현장관리 효과"},
            "mean rise of the practice index by one engagement; sweep 0.04-0.15",
            external("E18, E14", Grade::B)),
      field("mean_uptake", &L::mean_uptake, "1", {0.01, 1}, {"mean uptake", "평균 흡수율"},
            "mean of absorptive capacity times result, a constant that keeps practice_advice a"
            " mean; sweep 0.35-0.45",
            derived("K7", Grade::D)),
      field("embedded_share", &L::embedded_share, "1", {0, 1},
            {"embedded share", "조직 내재화 비율"},
            "share of each gain that is never forgotten; sweep 0.2-0.8", assumption("[S], E22")),
      field("practice_decay", &L::practice_decay, "1/year", {0, 100},
            {"decay of practice", "현장관리 망각률"},
            "yearly decay of what is not embedded; sweep 0-0.15", derived("E17, K1", Grade::B)),
      field("skill_decay", &L::skill_decay, "1/year", {0, 100},
            {"decay of expertise", "전문성 망각률"},
            "yearly decay of what is not embedded; sweep 0-0.30", external("E22", Grade::C)),
      field("socialisation_rate", &L::socialisation_rate, "1/year", {0, 100},
            {"socialisation", "사내 전수율"},
            "rate at which a returned trainee's knowledge becomes the firm's; sweep 0.2-1.5",
            assumption("[S], E7")),
      field("productivity_of_practice", &L::productivity_of_practice, "1", {0, 10},
            {"productivity of practice", "현장관리의 생산성 효과"},
            "rise of ln productivity for the whole practice index; sweep 0.40-0.60",
            external("E17", Grade::A)),
      field("productivity_of_technology", &L::productivity_of_technology, "1", {0, 10},
            {"productivity of technology", "기술수준의 생산성 효과"},
            "elasticity of productivity to the technology level; sweep 0.2-1.0", assumption("[S]")),
      field("defects_of_practice", &L::defects_of_practice, "1", {0, 100},
            {"defects and practice", "현장관리의 불량률 효과"},
            "fall of ln defects for the whole practice index; sweep 2-5",
            derived("E14 (-31 % at .10)", Grade::C))};
}
static_assert(declares_every_member<LearningParameters>);

}  // namespace coopsim
