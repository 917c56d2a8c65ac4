// SPDX-License-Identifier: Apache-2.0
// Retired Japanese engineers as advisers: account B7.
#pragma once
#include "sim/kernel/distribution.hpp"
#include "sim/kernel/field.hpp"
#include "sim/values.hpp"

namespace coopsim {

struct AdviceParameters {
  Path<double> registrations = {{date(1993, 1, 1), 0},
                                {date(2007, 1, 1), 40},
                                {date(2007, 7, 1), 105},
                                {date(2010, 1, 1), 76},
                                {date(2015, 1, 1), 135}};  // persons a year
  double recruitment_effort = 1;  // scales registrations and the upkeep cost
  int vetting_days = 30;
  Distribution age = Distribution(Distribution::Law::normal, {62, 3});  // years at registration
  double age_least = 58;
  double age_most = 72;
  double stop_age = 76;
  double health_exit = .02;    // a year at 60
  double health_growth = .09;  // of ln hazard a year of age
  double interest_loss = .05;  // a year
  double availability = .35;   // share of time an idle adviser is ready to go
  double absence_months = 13;  // mean spell of absence
  double quality_log_sd = .2;
  int short_limit = 3;              // firms at one time on short engagements
  Money upkeep = krw_million(100);  // of the database, a year
  Time first_needs = date(2008, 1, 1);
  double need_rate = .015;  // a firm and year, before modifiers
  double staff_exponent = .2;
  double tie_factor = .5;
  double research_factor = 1.3;
  double rate_divisor = 1.3;
  double price_response = .5;  // need rate ~ (firm's share of cost) to minus this power
  double screening_days = .4;
  int screening_staff = 2;
  int matching_days = 2;   // a year
  double match_half = 22;  // advisers of a specialisation at which a try succeeds by 1/2
  int tries = 2;
  double patience_months = 9;
  Distribution months = Distribution(Distribution::Law::triangular, {2, 6, 12});
  double long_from_months = 6;  // longer engagements are "long"
  double long_share = .6;       // of engagements (lever: long and short mix)
  int long_fields = 3;
  int short_fields = 1;
  Money cost_per_month = Money{4'500};
  Path<double> public_share = {{date(2008, 1, 1), .35}, {date(2014, 1, 1), .40}};  // interpolated
  double ramp_start = 2007.3;                                                      // year
  double ramp_years = 3;
  int visit_days = 4;  // days a month
  int interpreters = 20;
  double renewal = .3;  // after a full or partial result
  int follow_up_months = 12;
};

constexpr auto fields(Of<AdviceParameters>) {
  using A = AdviceParameters;
  return FieldList{
      field("registrations", &A::registrations, "person/year", {0, 1e6},
            {"registrations", "퇴직기술자 등록률"},
            "retired engineers who enter the database in a year, before budget.scale; 40-150 was"
            " conceivable in 2007",
            derived("fitted to the counts of E12 (V12)", Grade::C)),
      field("recruitment_effort", &A::recruitment_effort, "1", {0, 100},
            {"recruitment effort", "모집 노력 배수"},
            "multiplies registrations and the upkeep of the database", assumption("neutral value")),
      field("vetting_days", &A::vetting_days, "day", {0, 3650}, {"vetting", "자격 심사 기간"},
            "days from registration until an adviser can be matched", assumption("[S]")),
      field("age", &A::age, "year", {0, 120}, {"age at registration", "등록 연령"},
            "law of the age at registration; sweep of the mean 60-65",
            external("E12, E38", Grade::C)),
      field("age_least", &A::age_least, "year", {0, 120}, {"least age", "등록 연령 하한"},
            "ages are cut here", assumption("[S], E38")),
      field("age_most", &A::age_most, "year", {0, 120}, {"greatest age", "등록 연령 상한"},
            "ages are cut here", assumption("[S], E12 (ages 62 to 74)")),
      field("stop_age", &A::stop_age, "year", {0, 150},
            {"age at which advisers stop", "활동 종료 연령"},
            "an adviser leaves the database at this age", assumption("[S]")),
      field("health_exit", &A::health_exit, "1/year", {0, 100},
            {"exit for health", "건강 사유 이탈률"},
            "rate of leaving for health at the age of 60; sweep 0.01-0.04", assumption("[S]")),
      field("health_growth", &A::health_growth, "1", {-1, 1},
            {"health and age", "연령별 이탈 증가율"},
            "rise of the ln rate of leaving for each year of age", assumption("[S]")),
      field("interest_loss", &A::interest_loss, "1/year", {0, 100},
            {"loss of interest", "관심 상실률"},
            "rate at which an adviser withdraws for other reasons; sweep 0.02-0.12",
            assumption("[S]")),
      field("availability", &A::availability, "1", {0, 1}, {"availability", "파견 가능 비율"},
            "share of time that an adviser who is not engaged is ready to go", assumption("[S]")),
      field("absence_months", &A::absence_months, "month", {0.01, 1200}, {"absence", "부재 기간"},
            "mean length of a spell in which an adviser is not ready", assumption("[S]")),
      field("quality_log_sd", &A::quality_log_sd, "1", {0, 3},
            {"spread of quality", "지도 역량 편차"},
            "standard deviation of the ln quality of an adviser", assumption("[S]")),
      field("short_limit", &A::short_limit, "1", {1, 100},
            {"firms at one time", "단기지도 동시 담당 기업 수"},
            "firms that an adviser on short engagements serves at one time", assumption("[S]")),
      field("upkeep", &A::upkeep, "KRW/year", {0, 1e12}, {"upkeep of the database", "DB 유지비"},
            "yearly cost of the database, paid by B7 before engagements", assumption("[S]")),
      field("first_needs", &A::first_needs, "date", {}, {"first needs", "지도 수요 접수 시작일"},
            "date from which firms can ask for an adviser",
            external("E12 (12 firms in 2008)", Grade::B)),
      field("need_rate", &A::need_rate, "1/year", {0, 100}, {"need rate", "지도 수요율"},
            "needs of a firm of median staff in a year, before its modifiers; unknown and decisive "
            "for"
            " dankai; sweep 0.005-0.03",
            assumption("[S], above V11 at all times")),
      field("staff_exponent", &A::staff_exponent, "1", {-5, 5},
            {"needs and size", "규모별 수요 탄력성"},
            "the need rate grows with staff to this power", assumption("[S]")),
      field("tie_factor", &A::tie_factor, "1", {0, 100}, {"needs and ties", "거래선 보유 가산"},
            "the rate is multiplied by 1 + this for a firm with a Japanese tie", assumption("[S]")),
      field("research_factor", &A::research_factor, "1", {0, 100},
            {"needs and research", "연구개발 기업 배수"},
            "the rate is multiplied by this for a firm that does R&D", assumption("[S]")),
      field("rate_divisor", &A::rate_divisor, "1", {0.01, 100},
            {"mean of the modifiers", "수요율 보정 계수"},
            "divides the rate so that need_rate stays a mean",
            derived("mean of the modifiers over the firms", Grade::D)),
      field("price_response", &A::price_response, "1", {0, 10},
            {"needs and price", "기업부담의 수요 탄력성"},
            "the need rate falls with the firm's share of the cost to this power, against the "
            "share it"
            " would pay without a subsidy lever",
            assumption("[S]")),
      field("screening_days", &A::screening_days, "day", {0, 100},
            {"screening a need", "수요 심사 소요일"},
            "working days of one officer for one need; sweep 0.2-1", assumption("K21")),
      field("screening_staff", &A::screening_staff, "person", {1, 1000},
            {"screening staff", "심사 인력"}, "officers that screen needs", assumption("[S]")),
      field("matching_days", &A::matching_days, "1/year", {0, 366},
            {"matching days", "매칭 상담회 횟수"},
            "matching days in a year, evenly spread; sweep 1-12",
            assumption("[S], E13 (one seen a year)")),
      field("match_half", &A::match_half, "person", {0.01, 1e6},
            {"advisers for an even chance", "매칭 성공 기준 인원"},
            "advisers of the specialisation in the database at which a try succeeds by one half",
            derived("K25; E13 at 200 registered", Grade::D)),
      field("tries", &A::tries, "1", {1, 4}, {"tries", "매칭 시도 횟수"},
            "failed tries after which a need is given up; a day without a ready adviser is no try",
            assumption("[S]")),
      field("patience_months", &A::patience_months, "month", {0.01, 1200},
            {"patience", "대기 한도"}, "months after which a firm withdraws its need",
            assumption("[S]")),
      field("months", &A::months, "month", {0.1, 120}, {"length of engagement", "지도 기간"},
            "law of the length of an engagement", external("E12", Grade::B)),
      field("long_from_months", &A::long_from_months, "month", {0, 120},
            {"long from", "장기지도 기준 개월"}, "engagements longer than this count as long",
            assumption("[S], F32")),
      field("long_share", &A::long_share, "1", {0, 1}, {"long engagements", "장기지도 비율"},
            "share of engagements that are long", assumption("[S], F32")),
      field("long_fields", &A::long_fields, "1", {0, 3},
            {"fields of a long engagement", "장기지도 기술분야 수"},
            "fields of the firm that a long engagement teaches; sweep 1-3", assumption("[S]")),
      field("short_fields", &A::short_fields, "1", {0, 3},
            {"fields of a short engagement", "단기지도 기술분야 수"},
            "fields of the firm that a short engagement teaches", assumption("[S]")),
      field("cost_per_month", &A::cost_per_month, "KRW/month", {1000, 1e12},
            {"cost of a month", "월 지도비용"},
            "whole cost of an engagement, public and firm; sweep 3.75-6 million",
            derived("E12 (30 million over 6.7 months)", Grade::C)),
      field("public_share", &A::public_share, "1", {0, 1}, {"public share", "정부 지원 비율"},
            "public part of the cost, linear between the dates; sweep 0.30-0.60",
            external("E12", Grade::B)),
      field("ramp_start", &A::ramp_start, "year", {1900, 2200},
            {"ramp: start", "파견 확대 시작 시점"},
            "decimal year from which dispatching capacity grows", assumption("K24")),
      field("ramp_years", &A::ramp_years, "year", {0.01, 100}, {"ramp: years", "파견 확대 기간"},
            "time constant of that growth; sweep 1-6", assumption("K24")),
      field("visit_days", &A::visit_days, "day/month", {0, 31}, {"visit days", "월 지도일수"},
            "days at the firm in a month of engagement; sweep 3-5", assumption("[S]")),
      field("interpreters", &A::interpreters, "person", {0, 1e6}, {"interpreters", "통역 인력"},
            "interpreters, one for each visit", assumption("K22")),
      field("renewal", &A::renewal, "1", {0, 1}, {"renewal", "재계약 확률"},
            "probability that a firm asks again after a full or partial result", assumption("[S]")),
      field("follow_up_months", &A::follow_up_months, "month", {0, 1200},
            {"follow-up", "사후관리 시점"}, "months from the end of an engagement to the follow-up",
            assumption("[S]"))};
}
static_assert(declares_every_member<AdviceParameters>);

}  // namespace coopsim
