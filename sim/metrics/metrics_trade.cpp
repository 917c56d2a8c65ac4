// SPDX-License-Identifier: Apache-2.0
// Responses of meetings, exhibitions and missions, and of the deals that come of cooperation.
#include "sim/metrics/entries.hpp"

namespace coopsim::entry {
namespace {

constexpr auto contract = [](const auto& f) { return f.contract ? 1.0 : 0.0; };

}  // namespace

void add_trade(std::vector<TableEntry>& table) {
  table.push_back(sum("fair_places", "firm", {"Places at fairs", "상담·전시 참가 기회"},
                      "places of Korean firms that money paid for: consultation meetings (C2), "
                      "exhibitions (C3), missions (C4)",
                      by_channel, {of<FairPlaces, [](const FairPlaces& f) { return f.taken; }>()}));
  table.push_back(sum("fair_places_lost", "firm", {"Places lost", "취소된 참가 기회"},
                      "places planned for which there was no money, or that a cut took back",
                      by_channel,
                      {of<FairPlaces, [](const FairPlaces& f) { return f.offered - f.taken; }>(),
                       of<FairPlaceCancelled, one>()}));
  table.push_back(sum("fair_places_unused", "firm", {"Places unused", "미사용 참가 기회"},
                      "places of firms that closed before the fair; their money is given back",
                      by_channel, {of<FairPlaceUnused, one>()}));
  table.push_back(sum("consultations", "1", {"Consultations", "상담 건수"},
                      "meetings of a Korean with a Japanese firm, follow-ups included",
                      by_channel_and_firm, {of<Consulted, one>()}));
  table.push_back(sum("consultations_refused", "1", {"Consultations refused", "성립되지 못한 상담"},
                      "meetings wanted for which no Japanese firm had time", by_channel,
                      {of<ConsultationRefused, one>()}));
  table.push_back(sum("contracts", "1", {"Contracts", "계약 건수"},
                      "contracts signed in consultations", by_channel_and_firm,
                      {of<Consulted, contract>()}));
  table.push_back(ratio("contracts_per_consultation", "1",
                        {"Contracts per consultation", "상담 건당 성사율"},
                        "share of consultations that end in a contract", by_channel,
                        {of<Consulted, contract>(), over<Consulted, one>()}));
  table.push_back(
      ratio("firms_with_contract", "1", {"Firms with a contract", "참가기업 계약 비율"},
            "share of a fair's firms that signed a contract within twelve months, in the year of "
            "the fair; not to be confused with contracts per consultation",
            by_channel, {of<FairFirmJudged, contract>(), over<FairFirmJudged, one>()}));
  table.push_back(sum("deals_started", "1", {"Deals started", "신규 거래"},
                      "deals with Japanese buyers whose first delivery was in the year",
                      by_channel_and_firm, {of<DealStarted, one>()}));
  table.push_back(sum("deals_ended", "1", {"Deals ended", "종료된 거래"},
                      "deals that ended, be it with the firm", by_channel,
                      {of<DealClosed, one>()}));
  table.push_back(level("live_deals", "1", {"Live deals", "유지 중인 거래"},
                        "deals that deliver on 31 December", only_whole,
                        {of<DealsCounted, [](const DealsCounted& f) { return f.live; }>()}));
  table.push_back(sum("programme_exports", "thousand USD",
                      {"Exports to Japan by programme deals", "사업 성사 대일 수출"},
                      "deliveries of the year under deals that the programme brought about",
                      by_channel_and_firm,
                      {of<Exported, [](const Exported& f) { return f.value; }>()}));
}

}  // namespace coopsim::entry
