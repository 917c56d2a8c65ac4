// SPDX-License-Identifier: Apache-2.0
// Alliances, Only-One scouting (C7), regional meetings and the business conference (C6).
#pragma once
#include "sim/kernel/field.hpp"
#include "sim/values.hpp"

namespace coopsim {

struct AllianceParameters {
  double end_hazard = .13;     // a year
  double win_win_longer = .4;  // of the hazard that a win-win alliance does not have
  int milestone_months = 6;    // of two-way learning
  double eta = .12;
  double dose_months = 6;
  double practice = .02;  // a milestone, at mean result
  double result_mean = .65;
};

struct ScoutingParameters {
  Time opens = date(2007, 1, 1);
  Money hit{100'000};       // public cost of an Only-One firm found
  double deal_chance = .3;  // of a hit
  int deal_months = 18;     // from the hit to first delivery
  double deal_value = 5;    // times the value of a deal from a fair
  double alliance_chance = .3;
  double technology_weight = .2;  // of ln weight to be found, for a point of technology
};

struct RegionParameters {
  Money meeting{100'000};   // public cost of a regional meeting
  int most_meetings = 5;    // pairs of regions
  int proposals = 20;       // a meeting
  double live_share = .15;  // of proposals that become a project
  int meeting_month = 7;
  double wider_share = .2;     // of projects with a firm from outside the region
  double cluster_effect = 0;   // direct rise of the practice index by a meeting, all firms of it
  int conference_places = 60;  // of the yearly business conference, before budget.scale
  double conference_tie = .02;
  int conference_month = 4;
};

constexpr auto fields(Of<AllianceParameters>) {
  using A = AllianceParameters;
  return FieldList{
      field("end_hazard", &A::end_hazard, "1/year", {0, 100}, {"end of alliances", "제휴 종료율"},
            "rate at which an alliance ends (median life 5.3 years); sweep 0.10-0.16",
            external("E28", Grade::B)),
      field("win_win_longer", &A::win_win_longer, "1", {0, 1},
            {"win-win alliances last longer", "윈윈 제휴의 지속 효과"},
            "share of the end hazard that a win-win alliance does not have",
            external("E28 (Sadowski and Duysters 2008)", Grade::C)),
      field("milestone_months", &A::milestone_months, "month", {1, 120},
            {"milestones", "공동사업 점검 주기"},
            "months from one milestone of learning to the next", assumption("[S]")),
      field("eta", &A::eta, "1", {0, 10}, {"learning rate: alliances", "학습률: 제휴"},
            "expertise learnt for each unit of usable gap and log dose; sweep 0.036-0.24",
            assumption("[S]")),
      field("dose_months", &A::dose_months, "month", {0.01, 1000},
            {"alliance dose", "제휴 학습량 척도"},
            "months that double the argument of the log dose; sweep 3-12", assumption("[S]")),
      field("practice", &A::practice, "1", {0, 1},
            {"practice from alliances", "제휴의 현장관리 효과"},
            "mean rise of the practice index in the first half year; sweep 0-0.05",
            assumption("[S]")),
      field("result_mean", &A::result_mean, "1", {0.01, 1},
            {"mean result of alliances", "제휴 평균 성과"}, "mean result that `practice` refers to",
            derived("equation 3", Grade::C))};
}
static_assert(declares_every_member<AllianceParameters>);

constexpr auto fields(Of<ScoutingParameters>) {
  using S = ScoutingParameters;
  return FieldList{
      field("opens", &S::opens, "date", {}, {"start of scouting", "온리원 발굴 시작일"},
            "money before this day lapses", article("F35")),
      field("hit", &S::hit, "KRW", {1, 1e9}, {"cost of a firm found", "온리원 발굴 단가"},
            "public money for which one Only-One firm is found on the mean; sweep 40-300 million",
            assumption("[S]")),
      field("deal_chance", &S::deal_chance, "1", {0, 1},
            {"deal of an Only-One firm", "온리원 거래 확률"},
            "chance that a firm found gets a deal; sweep 0.1-0.6", assumption("[S]")),
      field("deal_months", &S::deal_months, "month", {0, 240},
            {"months to the deal", "온리원 거래까지 개월"},
            "months from the find to first delivery", assumption("[S]")),
      field("deal_value", &S::deal_value, "1", {0, 1000},
            {"value of Only-One deals", "온리원 거래 배수"},
            "value of such a deal, in values of a deal from a fair; sweep 2-10", assumption("[S]")),
      field("alliance_chance", &S::alliance_chance, "1", {0, 1},
            {"alliance of an Only-One firm", "온리원 제휴 확률"},
            "chance that a firm found enters an alliance, at reluctance .5", assumption("[S]")),
      field(
          "technology_weight", &S::technology_weight, "1", {-10, 10},
          {"technology of Only-One firms", "온리원 기술수준 가중치"},
          "rise of the ln weight to be found for each point of technology: scouts look at the top",
          assumption("[S]"))};
}
static_assert(declares_every_member<ScoutingParameters>);

constexpr auto fields(Of<RegionParameters>) {
  using R = RegionParameters;
  return FieldList{
      field("meeting", &R::meeting, "KRW", {1, 1e9}, {"regional meeting", "지역경제교류회의 단가"},
            "public cost of a meeting of two regions; sweep 50-200 million", assumption("[S]")),
      field("most_meetings", &R::most_meetings, "1/year", {0, 5},
            {"pairs of regions", "교류 지역 쌍"},
            "regional meetings in a year at most: Korea's five regions with their partners",
            assumption("[S], F25")),
      field("proposals", &R::proposals, "1", {0, 1000}, {"proposals", "공동사업 제안 건수"},
            "joint projects proposed at a meeting; sweep 20-24", external("E34", Grade::B)),
      field("live_share", &R::live_share, "1", {0, 1}, {"proposals that live", "제안 실행 비율"},
            "chance that a proposal becomes a project; sweep 0.05-0.30", assumption("[S]")),
      field("meeting_month", &R::meeting_month, "month", {4, 12},
            {"month of the meetings", "개최 월"},
            "the first meeting is in the middle of it, the next each a month later",
            external("E34 (Kyushu in July)", Grade::B)),
      field("wider_share", &R::wider_share, "1", {0, 1},
            {"projects beyond the region", "광역 공동사업 비율"},
            "share of projects whose firm comes from any region", derived("E33", Grade::C)),
      field("cluster_effect", &R::cluster_effect, "1", {-1, 1},
            {"direct cluster effect", "클러스터 직접효과"},
            "rise of the practice index of every firm of the region by a meeting; the evidence says"
            " none; sweep -0.02-0.03",
            external("E33", Grade::A)),
      field("conference_places", &R::conference_places, "firm/year", {0, 1e6},
            {"places at the business conference", "한일경제인회의 참가기업"},
            "firms at the yearly business conference, before budget.scale", assumption("[S]")),
      field("conference_tie", &R::conference_tie, "1", {0, 1},
            {"ties made at the conference", "회의 참가의 거래선 형성"},
            "chance that a participant finds a Japanese partner; sweep 0-0.1", assumption("[S]")),
      field("conference_month", &R::conference_month, "month", {4, 12},
            {"month of the conference", "한일경제인회의 월"}, "in the middle of it",
            external("E1 (April)", Grade::A))};
}
static_assert(declares_every_member<RegionParameters>);

}  // namespace coopsim
