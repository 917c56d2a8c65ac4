// SPDX-License-Identifier: Apache-2.0
// Responses of the outsourcing centre, study groups, scouting, regional meetings and alliances.
#include "sim/metrics/entries.hpp"

namespace coopsim::entry {

void add_alliances(std::vector<TableEntry>& table) {
  table.push_back(sum("outsourcing_candidates", "firm",
                      {"Outsourcing candidates", "아웃소싱 후보기업"},
                      "firms found that want to supply Japanese buyers", by_firm,
                      {of<OutsourcingCandidate, one>()}));
  table.push_back(
      ratio("outsourcing_conversion", "1", {"Outsourcing deals per candidate", "아웃소싱 성사율"},
            "share of the candidates found in the year whose case led to a deal, ever", only_whole,
            {of<OutsourcingClosed, [](const OutsourcingClosed& f) { return f.deal ? 1.0 : 0.0; }>(),
             over<OutsourcingCandidate, one>()}));
  using Found = OutsourcingCandidate;
  using Closed = OutsourcingClosed;
  table.push_back(ratio(
      "outsourcing_conversion_24", "1",
      {"Outsourcing deals within 24 months", "24개월 내 아웃소싱 성사율"},
      "share of the candidates found in the year whose case led to a deal within 24 months of that "
      "day; of candidates that the run follows so long, missing where there are none",
      only_whole,
      {of<Closed, [](const Closed& f) { return f.deal && f.in_time && f.followed ? 1.0 : 0.0; }>(),
       over<Found, [](const Found& f) { return f.followed ? 1.0 : 0.0; }>()}));
  table.push_back(sum(
      "outsourcing_buyers", "firm", {"Outsourcing firms recorded", "일본 아웃소싱기업 DB 등록"},
      "Japanese outsourcing firms entered into the database; counted, without effect", only_whole,
      {of<OutsourcingCandidate, [](const OutsourcingCandidate& f) { return f.buyers; }>()}));
  table.push_back(sum("study_group_firms", "firm", {"Firms in study groups", "연구회 참여기업"},
                      "firms that began a year in a monozukuri study group", only_whole,
                      {of<GroupFormed, [](const GroupFormed& f) { return f.firms; }>()}));
  table.push_back(sum("study_group_sessions", "1", {"Study group sessions", "연구회 모임"},
                      "sessions held", only_whole, {of<GroupSession, one>()}));
  table.push_back(sum("study_groups_dissolved", "1", {"Study groups dissolved", "해산된 연구회"},
                      "groups whose money a cut took back", only_whole,
                      {of<GroupDissolved, one>()}));
  table.push_back(
      sum("monozukuri_adoptions", "firm", {"Adoptions of monozukuri", "모노쓰쿠리 채택 기업"},
          "firms that adopted the spirit of monozukuri, members and imitators", only_whole,
          {of<MonozukuriAdopted, [](const MonozukuriAdopted& f) { return f.firms; }>()}));
  table.push_back(sum("only_one_expected", "firm", {"Only-One firms expected", "온리원 발굴 계획"},
                      "firms that the money of the scouts finds on the mean", only_whole,
                      {of<ScoutsPaid, [](const ScoutsPaid& f) { return f.firms; }>()}));
  table.push_back(sum("only_one_firms", "firm", {"Only-One firms found", "발굴된 온리원 기업"},
                      "firms found by the scouts", by_firm, {of<OnlyOneDiscovered, one>()}));
  table.push_back(
      sum("regional_proposals", "1", {"Regional proposals", "지역 공동사업 제안"},
          "joint projects proposed at regional meetings", only_whole,
          {of<RegionalMeeting, [](const RegionalMeeting& f) { return f.proposals; }>()}));
  table.push_back(
      sum("regional_projects", "1", {"Regional projects", "지역 공동사업"},
          "proposals that became a project", only_whole,
          {of<RegionalMeeting, [](const RegionalMeeting& f) { return f.projects; }>()}));
  table.push_back(sum("alliances_started", "1", {"Alliances started", "신규 제휴"},
                      "alliances and joint projects begun", by_firm, {of<AllianceStarted, one>()}));
  table.push_back(
      level("alliances_alive", "1", {"Alliances alive", "유지 중인 제휴"},
            "alliances and joint projects alive on 31 December", only_whole,
            {of<AlliancesCounted, [](const AlliancesCounted& f) { return f.live; }>()}));
  table.push_back(median("alliance_life", "month", {"Life of alliances", "제휴 지속 기간"},
                         "median life of the alliances that ended in the year", only_whole,
                         {of<AllianceClosed, [](const AllianceClosed& f) { return f.months; }>()}));
}

}  // namespace coopsim::entry
