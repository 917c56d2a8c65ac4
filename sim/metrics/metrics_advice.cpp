// SPDX-License-Identifier: Apache-2.0
// Responses of advice by retired engineers.
#include "sim/metrics/entries.hpp"

namespace coopsim::entry {
namespace {

template <Obstacle What>
constexpr auto given_up_for =
    [](const NeedLeft& f) { return f.end == NeedEnd::patience && f.last == What ? 1.0 : 0.0; };
template <NeedEnd How>
constexpr auto ended_by = [](const NeedLeft& f) { return f.end == How ? 1.0 : 0.0; };

// Needs that no adviser served, by how they ended; those given up, by what stood in the way.
void add_needs_left(std::vector<TableEntry>& table) {
  table.push_back(sum("needs_unfunded", "firm", {"Needs without money", "재원 부족 지도 수요"},
                      "of needs_given_up, those that found the year's engagements full on their "
                      "last matching day (as money and the strength of the young programme bound "
                      "them) or the account without money",
                      only_whole, {of<NeedLeft, given_up_for<Obstacle::money>>()}));
  table.push_back(sum("needs_without_adviser", "firm",
                      {"Needs without adviser", "기술고문 부재 지도 수요"},
                      "of needs_given_up, those for which no adviser of their sector was ready on "
                      "their last matching day",
                      only_whole, {of<NeedLeft, given_up_for<Obstacle::adviser>>()}));
  table.push_back(sum("needs_without_interpreter", "firm",
                      {"Needs without interpreter", "통역 부재 지도 수요"},
                      "of needs_given_up, those of a programme that has no interpreters",
                      only_whole, {of<NeedLeft, given_up_for<Obstacle::interpreter>>()}));
  table.push_back(sum("needs_unmatched", "firm", {"Needs unmatched", "매칭 실패 지도 수요"},
                      "firms that left after their last try to be matched with an adviser failed",
                      only_whole, {of<NeedLeft, ended_by<NeedEnd::tries>>()}));
  table.push_back(sum("needs_withdrawn", "firm", {"Needs of closed firms", "폐업 기업 지도 수요"},
                      "firms that closed while they waited for an adviser", only_whole,
                      {of<NeedLeft, ended_by<NeedEnd::firm_closed>>()}));
}

}  // namespace

void add_advice(std::vector<TableEntry>& table) {
  table.push_back(
      level("advisers_available", "person", {"Advisers in the database", "퇴직기술자 DB 등록자"},
            "vetted retired engineers in the database on 31 December", only_whole,
            {of<AdvisersCounted,
                [](const AdvisersCounted& f) { return f.august ? 0 : f.in_database; }>()}));
  table.push_back(level("advisers_available_august", "person",
                        {"Advisers in the database in August", "퇴직기술자 DB 등록자(8월)"},
                        "vetted retired engineers in the database on 31 August", only_whole,
                        {of<AdvisersCounted, [](const AdvisersCounted& f) {
                          return f.august ? f.in_database : 0;
                        }>()}));
  table.push_back(ratio("adviser_utilisation", "1", {"Adviser utilisation", "기술고문 가동률"},
                        "engaged adviser-days per adviser-day in the database", only_whole,
                        {of<AdviserDays, [](const AdviserDays& f) { return f.engaged; }>(),
                         over<AdviserDays, [](const AdviserDays& f) { return f.available; }>()}));
  table.push_back(sum("advisers_registered", "person", {"Advisers registered", "신규 등록 기술자"},
                      "retired engineers who registered and passed vetting", only_whole,
                      {of<AdviserRegistered, one>()}));
  table.push_back(sum("advisers_left", "person", {"Advisers who left", "이탈 기술자"},
                      "advisers gone for good: health, age, loss of interest", only_whole,
                      {of<AdviserLeft, one>()}));
  table.push_back(sum("needs_posted", "firm", {"Needs posted", "지도 수요"},
                      "firms that asked for an adviser, in the year they asked", by_firm,
                      {of<NeedPosted, one>()}));
  table.push_back(ratio(
      "needs_served", "1", {"Needs served in time", "수요 충족률"},
      "share of the needs posted in the year that got an adviser within their patience", only_whole,
      {of<NeedServed, [](const NeedServed& f) { return f.in_patience ? 1.0 : 0.0; }>(),
       over<NeedPosted, one>()}));
  table.push_back(ratio(
      "advice_wait", "day", {"Wait for an adviser", "기술고문 대기일수"},
      "mean days from need to contract, over needs served, in the year of the need", only_whole,
      {of<NeedServed, [](const NeedServed& f) { return f.days; }>(), over<NeedServed, one>()}));
  table.push_back(sum(
      "needs_given_up", "firm", {"Needs given up", "대기 포기"},
      "firms whose patience ended before an adviser was found", only_whole,
      {of<NeedLeft, [](const NeedLeft& f) { return f.end == NeedEnd::patience ? 1.0 : 0.0; }>()}));
  add_needs_left(table);
  table.push_back(
      sum("engagements_planned", "firm", {"Engagements planned", "지도 계획"},
          "engagements that the money of the year and the strength of the young "
          "programme allow, on 1 January",
          only_whole,
          {of<EngagementsPlanned, [](const EngagementsPlanned& f) { return f.engagements; }>()}));
  table.push_back(sum("engagements_started", "firm", {"Engagements started", "지도 착수"},
                      "adviser engagements begun, renewals included", by_firm,
                      {of<EngagementStarted, one>()}));
  table.push_back(ratio(
      "engagements_long", "1", {"Share of long engagements", "장기지도 비중"},
      "share of engagements begun that last over six months", only_whole,
      {of<EngagementStarted, [](const EngagementStarted& f) { return f.is_long ? 1.0 : 0.0; }>(),
       over<EngagementStarted, one>()}));
  table.push_back(ratio(
      "engagements_full_result", "1", {"Engagements with full result", "완전 성과 비율"},
      "share of engagements ended with full result", only_whole,
      {of<EngagementEnded, [](const EngagementEnded& f) { return f.outcome == 1.0 ? 1.0 : 0.0; }>(),
       over<EngagementEnded, one>()}));
  table.push_back(ratio(
      "engagements_no_result", "1", {"Engagements without result", "무성과 비율"},
      "share of engagements ended without result", only_whole,
      {of<EngagementEnded, [](const EngagementEnded& f) { return f.outcome == 0.0 ? 1.0 : 0.0; }>(),
       over<EngagementEnded, one>()}));
  table.push_back(
      ratio("engagement_effect", "percent", {"Effect of an engagement", "지도 1건의 생산성 효과"},
            "mean gain in ln labour productivity that the visits of an engagement gave to the "
            "firm, before any of it fades, over engagements ended in the year, those without "
            "result included",
            only_whole,
            {of<EngagementEnded, [](const EngagementEnded& f) { return 100 * f.gain; }>(),
             over<EngagementEnded, one>()}));
  table.push_back(sum("adviser_visits", "1", {"Adviser visits", "지도 방문"},
                      "visits of advisers to firms", only_whole, {of<AdviserVisited, one>()}));
}

}  // namespace coopsim::entry
