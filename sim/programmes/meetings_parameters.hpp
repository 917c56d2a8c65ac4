// SPDX-License-Identifier: Apache-2.0
// Consultation meetings, exhibitions, trade and investment missions: accounts C2 to C4.
#pragma once
#include "sim/kernel/field.hpp"
#include "sim/values.hpp"

namespace coopsim {

struct MeetingsParameters {
  Money consultation_place{1'500};  // of a Korean firm at a consultation meeting (C2)
  Money exhibition_booth{3'000};    // of a Korean firm at an exhibition (C3)
  Money mission{90'000};            // a mission (C4)
  int mission_firms = 15;
  MonthSet consultation_months = MonthSet::of({5, 10});
  MonthSet exhibition_months = MonthSet::of({6, 11});
  MonthSet mission_months = MonthSet::of({7, 9});
  int matching_days = 30;          // from the choice of the firms to the fair
  double meetings_a_place = 3.2;   // first meetings wanted by a firm
  double partners_a_place = .325;  // Japanese firms for each Korean place
  int partner_meetings = 12;       // at most, a Japanese firm
  double follow_up = .3;           // chance that a consultation has a follow-up
  int follow_up_days = 60;
  double exporter_weight = 1;  // weight of a firm for a place: 1 + this if it exports
  double tie_weight = .5;      //   times 1 + this for each Japanese partner, two at most
};

constexpr auto fields(Of<MeetingsParameters>) {
  using M = MeetingsParameters;
  return FieldList{
      field("consultation_place", &M::consultation_place, "KRW", {1, 1e9},
            {"place at a consultation meeting", "상담회 참가 단가"},
            "public cost of a Korean firm's place (C2); sweep 0.75-3 million",
            assumption("[S], K19, fitted to V4")),
      field("exhibition_booth", &M::exhibition_booth, "KRW", {1, 1e9},
            {"booth at an exhibition", "전시회 참가 단가"},
            "public cost of a Korean firm's booth (C3); sweep 1.5-6 million",
            assumption("[S], K19")),
      field("mission", &M::mission, "KRW", {1, 1e9}, {"mission", "사절단 단가"},
            "public cost of a mission (C4); sweep 60-150 million", assumption("[S], K19")),
      field("mission_firms", &M::mission_firms, "firm", {1, 1000},
            {"firms of a mission", "사절단 참가기업 수"},
            "Korean firms that travel with one mission", assumption("[S], K19")),
      field("consultation_months", &M::consultation_months, "month", {},
            {"consultation meetings in", "상담회 개최 월"},
            "months with a consultation meeting, two at most; Japan's money is there from April",
            external("E27", Grade::C)),
      field("exhibition_months", &M::exhibition_months, "month", {},
            {"exhibitions in", "전시회 개최 월"}, "months with an exhibition, two at most",
            assumption("[S], E27")),
      field("mission_months", &M::mission_months, "month", {}, {"missions in", "사절단 파견 월"},
            "months in which missions leave, two at most", assumption("[S]")),
      field("matching_days", &M::matching_days, "day", {0, 180}, {"pre-matching", "사전매칭 기간"},
            "days from the choice of firms to the fair", assumption("[S]")),
      field("meetings_a_place", &M::meetings_a_place, "1", {0, 100},
            {"meetings of a firm", "기업당 상담 건수"},
            "mean first meetings that a firm wants at a fair; sweep 1.5-6",
            derived("E27 (600 of 187)", Grade::B)),
      field("partners_a_place", &M::partners_a_place, "firm", {0, 100},
            {"Japanese firms for each place", "참가기업당 일본기업 수"},
            "Japanese firms at a fair for each Korean place",
            external("E27 (65 to 200)", Grade::B)),
      field("partner_meetings", &M::partner_meetings, "1", {0, 1000},
            {"meetings of a Japanese firm", "일본기업 상담 한도"},
            "first meetings that one Japanese firm has at a fair at most",
            external("E27", Grade::C)),
      field("follow_up", &M::follow_up, "1", {0, 1}, {"follow-up", "후속상담 확률"},
            "chance that a consultation without contract is followed by one more",
            assumption("[S], K20")),
      field("follow_up_days", &M::follow_up_days, "day", {1, 3650},
            {"days to the follow-up", "후속상담까지 일수"},
            "days from a consultation to its follow-up", assumption("[S]")),
      field("exporter_weight", &M::exporter_weight, "1", {0, 100},
            {"places for exporters", "수출기업 가산"},
            "weight of an exporter for a place above that of others", assumption("[S]")),
      field("tie_weight", &M::tie_weight, "1", {0, 100}, {"places and ties", "거래선 보유 가산"},
            "weight for a place added by each Japanese partner, two at most", assumption("[S]"))};
}
static_assert(declares_every_member<MeetingsParameters>);

}  // namespace coopsim
