// SPDX-License-Identifier: Apache-2.0
// Training in Japan: courses A1 to A6.
#pragma once
#include <array>
#include <cstdint>
#include <string_view>

#include "sim/kernel/field.hpp"
#include "sim/values.hpp"
#include "sim/world/places.hpp"

namespace coopsim {

struct CourseParameters {
  Money unit_cost;          // public cost of a seat
  double application_rate;  // a firm and year, before modifiers
  MonthSet start_months;    // one cohort a month named
  Path<double> length;      // days in Japan, by date of departure
  int camp_days = 0;        // language camp before departure
};

constexpr auto fields(Of<CourseParameters>) {
  using C = CourseParameters;
  return FieldList{
      field("unit_cost", &C::unit_cost, "KRW/person", {1000, 1e12},
            {"cost of a seat", "1인당 공공비용"},
            "public cost of one seat; sweep A1 12-25, A2 12-30, A3 8-16, A4 6-14, A5 8-18, A6 40-70"
            " million",
            assumption("[S]; K23, E11")),
      field("application_rate", &C::application_rate, "1/year", {0, 100},
            {"application rate", "신청률"},
            "applications of a firm of median staff in a year, before its modifiers; sweep x0.5-3",
            derived("2.5 applicants a seat, E10", Grade::D)),
      field("start_months", &C::start_months, "month", {1, 12}, {"months of departure", "출발 월"},
            "months in which a cohort leaves for Japan",
            external("E9 for A2; others [S]", Grade::D)),
      field("length", &C::length, "day", {1, 3650}, {"days in Japan", "일본 체류일수"},
            "days in Japan, by date of departure", external("E9 for A2; others [S]", Grade::D)),
      field("camp_days", &C::camp_days, "day", {0, 365}, {"language camp", "어학연수 일수"},
            "days of language camp before departure, 0 for none",
            external("E9 for A2; others [S]", Grade::D))};
}
static_assert(declares_every_member<CourseParameters>);

enum class SelectionRule : std::uint8_t { score, lottery, first_come };

struct TrainingParameters {
  CourseParameters a1 = {krw_million(18), .0051, MonthSet::of({5, 10}), 28.0, 0};
  CourseParameters a2 = {
      krw_million(25), .0254, MonthSet::of({5, 6, 9, 12}),
      Path<double>{{date(1993, 1, 1), 120}, {date(1998, 1, 1), 90}, {date(2003, 1, 1), 60}}, 28};
  CourseParameters a3 = {krw_million(12), .0025, MonthSet::of({6, 10}), 10.0, 0};
  CourseParameters a4 = {krw_million(10), .0017, MonthSet::of({10}), 6.0, 0};
  CourseParameters a5 = {krw_million(13), .0068, MonthSet::of({4, 6, 9}), 14.0, 0};
  CourseParameters a6 = {Money{53'500}, .0017, MonthSet::of({4}), 180.0, 28};
  int start_day = 15;            // departure: this day of the start month
  int call_days = 90;            // call opens this long before departure
  int window_days = 30;          // applications are taken for so long
  int selection_days = 30;       // selection after the deadline
  int association_interval = 3;  // years between two courses of one association
  int associations = 18;
  SelectionRule selection = SelectionRule::score;
  double staff_exponent = .4;    // application rate: (staff / 40) to this power
  double success_factor = 1.8;   //   after a full result in the last three years
  double tie_factor = .5;        //   + this for a firm with a Japanese tie
  double research_factor = 1.3;  //   of a firm that does research
  double yearly_decline = .01;   //   falls by this a year since 1993
  double rate_divisor = 1.24;    //   mean of the modifiers
  int persons_most = 5;          // persons an application
  double persons_chance = .19;   // 1 + Binomial(most - 1, chance)
  double score_best = 10.2;      // selection score = ac * (best - weakest expertise) + noise
  double score_noise = .3;
  double field_priority = .5;  // points of the score, in fields that a review keeps
  double screening_days = .4;  // working days a file
  int screening_staff = 2;
  double dropout = .03;     // of a selected person before departure
  double refill = .60;      // chance that the waiting list fills the seat
  double quit_rate = .117;  // a year, of a returned trainee
  double rival_share = .4;  // of quitters that join a firm of the same sector
  double tie_chance = .15;  // a stay makes a Japanese tie
};

constexpr auto names(Of<SelectionRule>) {
  return std::array<std::string_view, 3>{"score", "lottery", "first_come"};
}

constexpr auto fields(Of<TrainingParameters>) {
  using T = TrainingParameters;
  return FieldList{
      section("A1", &T::a1, accounts[index(Account::A1)].label),
      section("A2", &T::a2, accounts[index(Account::A2)].label),
      section("A3", &T::a3, accounts[index(Account::A3)].label),
      section("A4", &T::a4, accounts[index(Account::A4)].label),
      section("A5", &T::a5, accounts[index(Account::A5)].label),
      section("A6", &T::a6, accounts[index(Account::A6)].label),
      field("start_day", &T::start_day, "day", {1, 28}, {"day of departure", "출발일"},
            "day of the start month on which a cohort leaves", assumption("[S]")),
      field("call_days", &T::call_days, "day", {1, 1000}, {"call", "공고 시점"},
            "days before departure at which the call for applications opens; sweep 60-150",
            external("E9 (2 to 5 months)", Grade::B)),
      field("window_days", &T::window_days, "day", {0, 1000}, {"application window", "접수 기간"},
            "days during which applications are taken", assumption("[S]")),
      field("selection_days", &T::selection_days, "day", {0, 1000}, {"selection", "선발 소요일"},
            "days from the deadline to the selection", assumption("[S]")),
      field("association_interval", &T::association_interval, "year", {1, 100},
            {"interval of association courses", "업종별 연수 주기"},
            "years between two courses of one association", assumption("[S], F29")),
      field("associations", &T::associations, "1", {0, 18}, {"associations", "참여 협회 수"},
            "associations and institutions that hold sectoral courses", article("F29")),
      field("selection", &T::selection, "1", {}, {"selection rule", "선발 방식"},
            "order in which applications get seats: by score, by lottery, or first come",
            assumption("[S]; E10 for competition")),
      field("staff_exponent", &T::staff_exponent, "1", {-5, 5},
            {"applications and size", "규모별 신청 탄력성"},
            "the application rate grows with staff to this power", assumption("[S]")),
      field("success_factor", &T::success_factor, "1", {0, 100},
            {"applications after success", "성과 후 재신청 배수"},
            "the rate is multiplied by this for three years after a full result",
            assumption("[S]")),
      field("tie_factor", &T::tie_factor, "1", {0, 100},
            {"applications and ties", "거래선 보유 가산"},
            "the rate is multiplied by 1 + this for a firm with a Japanese tie",
            assumption("[S], E11 (most trainees from such firms)")),
      field("research_factor", &T::research_factor, "1", {0, 100},
            {"applications and research", "연구개발 기업 배수"},
            "the rate is multiplied by this for a firm that does R&D", assumption("[S]")),
      field("yearly_decline", &T::yearly_decline, "1/year", {-1, 1},
            {"decline of applications", "신청률 연간 감소"},
            "the rate falls by this share of its 1993 value each year",
            assumption("[S], E10, E11")),
      field("rate_divisor", &T::rate_divisor, "1", {0.01, 100},
            {"mean of the modifiers", "신청률 보정 계수"},
            "divides the rate so that application_rate stays a mean",
            derived("mean of the modifiers over the firms", Grade::D)),
      field("persons_most", &T::persons_most, "person", {1, 5},
            {"most persons an application", "신청 인원 상한"},
            "largest number of persons a firm may send to one cohort", external("E9", Grade::B)),
      field("persons_chance", &T::persons_chance, "1", {0, 1},
            {"further persons", "추가 신청 확률"},
            "an application has 1 + Binomial(persons_most - 1, this) persons; mean 1.76",
            derived("E10 (138 from 78 firms)", Grade::B)),
      field("score_best", &T::score_best, "1", {0, 1000}, {"score reference", "평가 기준점"},
            "score = absorptive capacity x (this - weakest expertise) + noise", assumption("[S]")),
      field("score_noise", &T::score_noise, "1", {0, 1000}, {"score noise", "평가 오차"},
            "standard deviation of the noise of the score", assumption("[S]")),
      field("field_priority", &T::field_priority, "1", {0, 1000},
            {"priority of kept fields", "중점 분야 가점"},
            "added to the score of a firm whose sector is among those of the fields that a "
            "performance review keeps; 0 for none, sweep 0-2",
            assumption("F30 (support for promising fields); size [S]")),
      field("screening_days", &T::screening_days, "day", {0, 100},
            {"screening a file", "서류 심사 소요일"},
            "working days of one officer for one application; sweep 0.2-1", assumption("K21")),
      field("screening_staff", &T::screening_staff, "person", {1, 1000},
            {"screening staff", "심사 인력"}, "officers that screen applications",
            assumption("[S]")),
      field("dropout", &T::dropout, "1", {0, 1}, {"drop-out", "중도 포기율"},
            "probability that a selected person does not leave; sweep 0-0.1", assumption("[S]")),
      field("refill", &T::refill, "1", {0, 1}, {"refill", "대기자 충원율"},
            "probability that the waiting list fills an abandoned seat; sweep 0-1",
            assumption("[S]")),
      field("quit_rate", &T::quit_rate, "1/year", {0, 100}, {"quitting", "이직률"},
            "rate at which a returned trainee leaves the firm; sweep 0.05-0.25",
            external("E24", Grade::B)),
      field(
          "rival_share", &T::rival_share, "1", {0, 1}, {"quitters to rivals", "동종업계 이직 비율"},
          "share of quitters whose knowledge goes to a firm of the same sector", assumption("[S]")),
      field("tie_chance", &T::tie_chance, "1", {0, 1},
            {"ties from training", "연수를 통한 거래선 형성 확률"},
            "probability that a stay in Japan makes a tie to a Japanese firm; sweep 0-0.3",
            assumption("K27, F16"))};
}
static_assert(declares_every_member<TrainingParameters>);

}  // namespace coopsim
