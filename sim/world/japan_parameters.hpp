// SPDX-License-Identifier: Apache-2.0
// Japan's side: host places and reluctance to transfer technology (equation 14).
#pragma once
#include "sim/kernel/field.hpp"
#include "sim/values.hpp"

namespace coopsim {

struct JapanParameters {
  double reluctance_1993 = .48;        // rho, 0 to 1
  double reluctance_of_gap = .10;      // a1: for each 10 points of gap closed in a year
  double reluctance_of_benefit = .06;  // a3: falls with partner benefit times win-win share
  double reluctance_noise = .02;
  Path<double> win_win = {{date(1993, 1, 1), .1}, {date(2006, 1, 1), .2}, {date(2007, 1, 1), .3}};
  double benefit_advisers = 200;  // engaged advisers at which partner benefit is 1 - 1/e
  double benefit_deals = 600;     //   live deals
  double benefit_alliances = 80;  //   live alliances
  double leak_rate = .1;          // a year, at so many live engagements:
  double leak_engagements = 300;
  double leak_jump = .05;    // a2: rise of reluctance when a leak comes to light
  double host_places = 360;  // a year
  double host_base = .5;     // share of places that needs no Japanese money
  double host_money_factor = 1.5;
  int host_reference_year = 1995;
  double withdrawal_rate = .03;  // a place and year at rho .5
  double withdrawal_slope = 2;
};

constexpr auto fields(Of<JapanParameters>) {
  using J = JapanParameters;
  return FieldList{
      field(
          "reluctance_1993", &J::reluctance_1993, "1", {0, 1},
          {"reluctance in 1993", "1993년 기술이전 기피도"},
          "Japan's reluctance to transfer technology at the start, 0 to 1, so that 2006 comes near"
          " .5; sweep 0.1-0.7",
          assumption("F17, F18, E29; K14")),
      field("reluctance_of_gap", &J::reluctance_of_gap, "1", {-10, 10},
            {"reluctance and the gap", "격차 축소에 따른 기피도"},
            "rise of reluctance for each 10 points of technology gap closed in a year; sweep 0-0.3",
            assumption("[S], F18")),
      field("reluctance_of_benefit", &J::reluctance_of_benefit, "1", {-10, 10},
            {"reluctance and benefit", "상호이익에 따른 기피도"},
            "yearly fall of reluctance for partner benefit times the win-win share; sweep 0-0.15",
            assumption("[S], F24")),
      field("reluctance_noise", &J::reluctance_noise, "1", {0, 1},
            {"noise of reluctance", "기피도 변동"}, "standard deviation of the yearly change",
            assumption("[S]")),
      field("win_win", &J::win_win, "1", {0, 1}, {"win-win share", "윈윈(Win-Win) 비중"},
            "share of cooperation arranged to benefit both sides; sweep 0-1",
            assumption("[S], F23, F24")),
      field("benefit_advisers", &J::benefit_advisers, "person", {0.01, 1e6},
            {"advisers and partner benefit", "일본 측 이익 기준 고문 수"},
            "advisers at work at which Japan's benefit from them is 1 - 1/e, at budget.scale 1",
            assumption("K28")),
      field("benefit_deals", &J::benefit_deals, "1", {0.01, 1e9},
            {"deals and partner benefit", "일본 측 이익 기준 거래 수"},
            "live deals at which Japan's benefit from them is 1 - 1/e, at budget.scale 1",
            assumption("K28")),
      field("benefit_alliances", &J::benefit_alliances, "1", {0.01, 1e9},
            {"alliances and partner benefit", "일본 측 이익 기준 제휴 수"},
            "live alliances at which Japan's benefit from them is 1 - 1/e, at budget.scale 1",
            assumption("K28")),
      field("leak_rate", &J::leak_rate, "1/year", {0, 1000},
            {"leaks of technology", "기술유출 발생률"},
            "leaks that come to light in a year while leak_engagements live",
            assumption("[S], F17")),
      field("leak_engagements", &J::leak_engagements, "1", {0.01, 1e9},
            {"engagements and leaks", "기술유출 기준 지도 건수"},
            "live engagements at which leaks come at leak_rate, at budget.scale 1",
            assumption("[S]")),
      field("leak_jump", &J::leak_jump, "1", {0, 1}, {"reluctance and leaks", "유출에 따른 기피도"},
            "a2: rise of reluctance when a leak comes to light; sweep 0-0.15",
            assumption("[S], K14")),
      field("host_places", &J::host_places, "person/year", {0, 1e9},
            {"host places", "일본 연수 수용 인원"},
            "trainees that Japanese hosts take in a year, before budget.scale", assumption("[S]")),
      field("host_base", &J::host_base, "1", {0, 1},
            {"host places without Japanese money", "일본 예산 없는 수용 비율"},
            "share of host places that needs no Japanese training money", assumption("[S], F16")),
      field("host_money_factor", &J::host_money_factor, "1", {0, 100},
            {"host places and money", "예산 대비 수용 배수"},
            "places that the money of the reference year would pay, over those used then",
            assumption("[S]")),
      field("host_reference_year", &J::host_reference_year, "year", {1900, 2200},
            {"reference year of hosts", "수용 인원 기준연도"},
            "Japanese fiscal year to whose training money host places are compared",
            assumption("[S]")),
      field("withdrawal_rate", &J::withdrawal_rate, "1/year", {0, 100},
            {"withdrawal of hosts", "수용기업 이탈률"},
            "rate at which a host withdraws its place, at reluctance .5; sweep 0-0.1",
            assumption("[S], E11")),
      field("withdrawal_slope", &J::withdrawal_slope, "1", {-20, 20},
            {"withdrawal and reluctance", "이탈의 기피도 반응"},
            "the withdrawal rate grows by exp(this x (reluctance - .5))", assumption("[S]"))};
}
static_assert(declares_every_member<JapanParameters>);

}  // namespace coopsim
