// SPDX-License-Identifier: Apache-2.0
// What services cost the firms beside public money, and how gains are valued. Costs are facts of
// the simulation; rates of valuation act on nothing in it.
#pragma once
#include "sim/kernel/field.hpp"
#include "sim/values.hpp"

namespace coopsim {

struct EconomicsParameters {
  // Valuation.
  double discount_rate = .055;  // a year
  double deadweight = .25;      // share that firms would have gained without the programme
  double value_factor = .3;     // part of the computed value added that a cautious reader believes
  double years_after = 5;       // in which gains left at the end are valued
  double export_margin = .10;   // of deliveries to Japan and of imports replaced
  double win_win_cost = .10;    // of the margin, in a deal that benefits both sides
  // Costs of firms.
  double training_share = .15;  // of the whole cost of a seat
  double absence_value = .6;    // of a worker's value added
  double absence_year = 250;    // days
  double advice_staff = 1;      // persons with the adviser on a visit day
  Money group_year = krw_million(3);
  Money fair_place = Money{1'500};
};

constexpr auto fields(Of<EconomicsParameters>) {
  using E = EconomicsParameters;
  return FieldList{
      field("discount_rate", &E::discount_rate, "1/year", {0, .15}, {"discount rate", "할인율"},
            "rate at which costs and benefits are discounted to the start of the policies; sweep"
            " 0.03-0.075",
            recalled("Korean practice for public feasibility studies")),
      field("deadweight", &E::deadweight, "1", {0, .5}, {"deadweight", "사중손실률"},
            "share of a benefit that firms would have had without the programme, taken off at"
            " cautious value",
            assumption("[S], threat 10")),
      field("value_factor", &E::value_factor, "1", {.2, 1}, {"low value factor", "저가치 계수"},
            "part of the value added gained that counts at cautious value: an evaluation found that"
            " much money behind the same rise of productivity",
            derived("E14 (51-64 of 180 million a firm)", Grade::C)),
      field("years_after", &E::years_after, "year", {0, 30},
            {"years after the end", "종료 후 평가 연수"},
            "years over which the gains left at the end are valued, fading as gains fade",
            assumption("[S]")),
      field("export_margin", &E::export_margin, "1", {0, 1}, {"export margin", "수출 마진율"},
            "part of deliveries under programme deals, and of imports replaced, that is a benefit",
            assumption("[S]")),
      field("win_win_cost", &E::win_win_cost, "1", {0, 1}, {"cost of win-win", "윈윈 양보분"},
            "part of the margin that the Korean side leaves to its partner in a win-win deal; sweep"
            " 0-0.2",
            assumption("[S]: without a cost the win-win share is a free lunch")),
      field("training_share", &E::training_share, "1", {0, .9},
            {"firm's share of training", "연수비 기업부담률"},
            "part of the whole cost of a seat that the firm pays; public money is the rest; sweep"
            " 0.10-0.20",
            external("E9", Grade::C)),
      field("absence_value", &E::absence_value, "1", {0, 2}, {"cost of absence", "결근 손실 비율"},
            "value added a worker's absence loses, as a part of the firm's value added per worker",
            assumption("[S]")),
      field("absence_year", &E::absence_year, "day", {200, 366},
            {"days of a working year", "연간 근무일수"},
            "days of absence that make a year's value added; 365 leaves weekends abroad out",
            assumption("[S]")),
      field("advice_staff", &E::advice_staff, "person", {0, 20},
            {"staff with the adviser", "지도 참여 인원"},
            "persons of the firm who spend an adviser's visit days with the adviser",
            assumption("[S]: an engagement costs its firm some 23 million")),
      field("group_year", &E::group_year, "KRW/year", {0, 1e12},
            {"firm's cost of a group year", "연구회 기업부담"},
            "what a year in a study group costs a member, in equal parts a session",
            assumption("[S]")),
      field("fair_place", &E::fair_place, "KRW", {0, 1e12},
            {"firm's cost of a fair place", "상담·전시 기업부담"},
            "what taking part in a consultation meeting, exhibition or mission costs a firm",
            assumption("[S]"))};
}
static_assert(declares_every_member<EconomicsParameters>);

}  // namespace coopsim
