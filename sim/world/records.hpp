// SPDX-License-Identifier: Apache-2.0
// What a world leaves behind beside its responses, where a scenario asks for it: its events, one
// row each, and its firms, one row a firm and year.
//
// Programmes write a row when something is over, whatever its end, and say at the end of the run
// what is still open. Rows are copies of what the world knows anyway: keeping them moves no number,
// draws nothing and is no part of the fingerprint.
#pragma once
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "sim/world/identity.hpp"
#include "sim/world/record_parameters.hpp"

namespace coopsim {

class Firms;

// What a row of the event table is about. Append only, as all lists here: numbers are in files.
enum class EventKind : std::uint8_t {
  training_place,
  adviser_need,
  adviser_engagement,
  project,
  guidance,
  study_group_place,
  fair_place,
  consultation,
  deal,
  outsourcing_case,
  only_one_firm,
  alliance,
  proposal,
  question
};
struct EventKindText {
  std::string_view id;
  Label label;
  RecordedProgramme programme;
  bool service;  // counts as a service that the firm received, in the panel
};
inline constexpr std::array<EventKindText, 14> event_kinds = {{
    {"training_place",
     {"a person's place in training", "연수 자리"},
     RecordedProgramme::training,
     true},
    {"adviser_need", {"need of an adviser", "지도 수요"}, RecordedProgramme::advice, false},
    {"adviser_engagement",
     {"engagement of an adviser", "기술지도"},
     RecordedProgramme::advice,
     true},
    {"project", {"cooperation project", "협력사업"}, RecordedProgramme::cooperation, true},
    {"guidance", {"productivity guidance", "생산성 지도"}, RecordedProgramme::cooperation, true},
    {"study_group_place",
     {"place in a study group", "연구회 참가"},
     RecordedProgramme::study_groups,
     true},
    {"fair_place", {"place at a fair", "상담회·전시회 참가"}, RecordedProgramme::meetings, true},
    {"consultation",
     {"consultation with a Japanese firm", "상담"},
     RecordedProgramme::meetings,
     false},
    {"deal", {"deal with a Japanese buyer", "거래"}, RecordedProgramme::trade, false},
    {"outsourcing_case",
     {"case of the outsourcing centre", "아웃소싱 사례"},
     RecordedProgramme::outsourcing,
     true},
    {"only_one_firm",
     {"Only-One firm found", "온리원 기업 발굴"},
     RecordedProgramme::scouting,
     false},
    {"alliance",
     {"alliance with a Japanese firm", "전략적 제휴"},
     RecordedProgramme::alliances,
     false},
    {"proposal",
     {"proposal at a regional meeting", "지역회의 제안"},
     RecordedProgramme::regions,
     false},
    {"question",
     {"question to the research centre", "정보 문의"},
     RecordedProgramme::information,
     true},
}};

// What came of it.
enum class EventResult : std::uint8_t {
  not_served,
  open,
  no_result,
  partial,
  full,
  served,
  contract,
  deal,
  alliance,
  deal_and_alliance
};
inline constexpr std::array<Named, 10> event_results = {{
    {"not_served", {"never took place", "미실시"}},
    {"open", {"not over when the run ended", "진행 중"}},
    {"no_result", {"took place without result", "성과 없음"}},
    {"partial", {"partial result", "부분 성과"}},
    {"full", {"full result", "완전 성과"}},
    {"served", {"took place, results are not graded", "실시"}},
    {"contract", {"contract", "계약"}},
    {"deal", {"deal", "거래"}},
    {"alliance", {"alliance", "제휴"}},
    {"deal_and_alliance", {"deal and alliance", "거래와 제휴"}},
}};

// Why it ended as it did.
enum class EventCause : std::uint8_t {
  completed,
  running,
  no_seat,
  no_host_place,
  no_money,
  screened_late,
  no_partner,
  no_match,
  no_time,
  out_of_patience,
  withdrew,
  host_withdrew,
  cut,
  firm_closed,
  not_passed
};
inline constexpr std::array<Named, 15> event_causes = {{
    {"completed", {"came to its own end", "완료"}},
    {"running", {"the run ended first", "실행 종료"}},
    {"no_seat", {"others were ranked higher, all seats taken", "정원 초과"}},
    {"no_host_place", {"a seat, but no host place in Japan", "연수처 부족"}},
    {"no_money", {"the account had no money left", "예산 부족"}},
    {"screened_late", {"screened after the selection", "심사 지연"}},
    {"no_partner", {"no Japanese partner", "일본 파트너 없음"}},
    {"no_match", {"no adviser that fits, after the last try", "매칭 실패"}},
    {"no_time", {"the Japanese firms had no more time", "상담 시간 부족"}},
    {"out_of_patience", {"the firm waited no longer", "대기 포기"}},
    {"withdrew", {"the person dropped out", "중도 포기"}},
    {"host_withdrew", {"the Japanese host withdrew", "연수처 철회"}},
    {"cut", {"money was taken back", "예산 삭감"}},
    {"firm_closed", {"the firm closed", "기업 폐업"}},
    {"not_passed", {"did not pass a stage", "심사 탈락"}},
}};

inline constexpr Time no_day = Time::min();  // it did not come to that

struct EventRow {
  EventKind kind;
  Account account;
  FirmId firm;
  int person = -1;  // from 0, within the firm's application; -1: not about a person
  Time asked = no_day, started = no_day, ended = no_day;
  EventResult result = EventResult::not_served;
  EventCause cause = EventCause::completed;
  Sector sector{};  // of the firm; filled in by who keeps the row
  Region region{};
};

// The graded result of a service: full 1, partial 1/2, none 0.
constexpr EventResult graded(double outcome) {
  return outcome == 1.0   ? EventResult::full
         : outcome == 0.0 ? EventResult::no_result
                          : EventResult::partial;
}

// A firm on 31 December.
struct FirmYear {
  int year;
  FirmId firm;
  Sector sector;
  Region region;
  std::uint8_t ties;
  bool served;             // ever
  std::uint16_t services;  // that ended since the last 31 December
  double staff, technology, practice;
  double effect;  // on ln LP, against the same firm without programme; NaN if that one is not there
};

struct Records {
  std::vector<EventRow> events;
  std::vector<FirmYear> panel;
};

// Keeps the records of one world. A value; without a wish for records it is empty and deaf.
class RecordKeeper {
 public:
  // Before the fork: for all policies that may go on from here.
  void begin(const EventsParameters&, const PanelParameters&, int replication, std::size_t firms);
  // From the fork on, as this policy.
  void go_on(const EventsParameters&, const PanelParameters&, std::string_view policy);
  // A world of which no records are kept.
  void stop() { *this = RecordKeeper(); }

  bool hears(EventKind kind) const { return heard_ >> unsigned(kind) & 1u; }
  void add(EventRow, const Firms&);

  bool keeps_panel() const { return panel_; }
  void add(const FirmYear& row) { records_.panel.push_back(row); }
  // Services that ended since the last call for this slot, if the same firm lives there.
  std::uint16_t take_services(FirmId);

  const Records& records() const { return records_; }
  Records take() { return std::move(records_); }

 private:
  struct Services {
    std::uint16_t generation = 0, count = 0;
  };
  void hear();

  Records records_;
  std::uint16_t written_ = 0, heard_ = 0;  // kinds, as bits
  bool panel_ = false;
  std::vector<Services> services_;  // by slot; empty without a panel
};

}  // namespace coopsim
