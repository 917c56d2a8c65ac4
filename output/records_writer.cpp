// SPDX-License-Identifier: Apache-2.0
#include "output/records_writer.hpp"

#include "output/format.hpp"

namespace coopsim {
namespace {

constexpr std::string_view of_day = "days since 1970-01-01";

template <class Names>
std::vector<Flag> flags_of(const Names& names) {
  std::vector<Flag> flags;
  for (const auto& one : names)
    flags.push_back({std::string(one.id), std::string(one.label.en), std::string(one.label.ko)});
  return flags;
}

std::vector<Flag> policy_flags(const StudyShape& shape, const Scenario& scenario) {
  std::vector<Flag> flags;
  for (const int number : shape.policies) {
    const Policy& policy = scenario.policies[std::size_t(number)];
    flags.push_back({policy.name, policy.label_en, policy.label_ko});
  }
  return flags;
}

void add_world_columns(RecordTable& table, const StudyShape& shape, const Scenario& scenario) {
  table.many_flags("policy", {"1", "policy", "정책", "place on the axis policy of group yearly"},
                   policy_flags(shape, scenario));
  table.integers("replication", {"1", "replication", "반복", "number of the replication"});
}

void add_firm_columns(RecordTable& table) {
  table.integers("firm", {"1", "firm", "기업", "slot of the firm, from 0"});
  table.integers("generation",
                 {"1", "generation", "세대",
                  "which firm of the slot: one that closes is followed by an entrant"});
}

void add_place_columns(RecordTable& table) {
  table.flags("sector", {"1", "sector", "업종", "sector of the firm"}, flags_of(sectors));
  table.flags("region", {"1", "region", "지역", "region of the firm"}, flags_of(regions));
}

void add_event_columns(RecordTable& table, const StudyShape& shape, const Scenario& scenario) {
  add_world_columns(table, shape, scenario);
  table.flags("kind", {"1", "kind of event", "사건 종류", "what the row is about"},
              flags_of(event_kinds));
  table.flags("account", {"1", "account", "사업 계정", "account that pays, or brought it about"},
              flags_of(accounts));
  add_firm_columns(table);
  table.small("person", {"1", "person", "신청 인원 번호",
                         "number of the person within the firm's application, from 0; -1: the row "
                         "is about no person"});
  add_place_columns(table);
  const std::string day(of_day);
  const std::string none = "missing where it did not come to that";
  table.days("asked", {day, "applied or asked", "신청일",
                       "day of the application, need, choice or "
                       "signature from which the wait counts",
                       "-", none});
  table.days("started", {day, "started", "시작일", "first day of what was asked for", "-", none});
  table.days("ended", {day, "ended", "종료일", "last day, of what started or of the wait for it",
                       "-", none});
  table.numbers("waited", {"day", "days waited", "대기일수",
                           "from asking to the start, or in vain to the end", "-",
                           "missing (NaN) where it is open and has not started"});
  table.flags("result", {"1", "result", "결과", "what came of it"}, flags_of(event_results));
  table.flags("cause", {"1", "cause of the end", "종료 사유", "why it ended as it did"},
              flags_of(event_causes));
}

void add_panel_columns(RecordTable& table, const StudyShape& shape, const Scenario& scenario) {
  add_world_columns(table, shape, scenario);
  table.integers("year", {"year", "calendar year", "연도", "the row is of its 31 December"});
  add_firm_columns(table);
  add_place_columns(table);
  table.numbers("staff", {"person", "staff", "종업원 수", "persons at work"});
  table.numbers("technology",
                {"point", "technology level", "기술수준", "Japan's frontier of 2005 = 100"});
  table.numbers("practice",
                {"1", "practice index", "관행 지수", "management and shop-floor practice"});
  table.numbers("productivity_effect",
                {"bp", "productivity effect", "생산성 효과",
                 "labour productivity against the same firm had there never been a programme, in "
                 "basis points of its logarithm",
                 "-", "missing (NaN) where the world without programme has another firm"});
  table.integers("ties", {"1", "Japanese ties", "일본 네트워크", "Japanese partners"});
  table.small("served", {"1", "served", "수혜 여부", "1 if the firm was ever served, else 0"});
  table.integers("services",
                 {"1", "services", "수혜 건수",
                  "training places, engagements, projects, guidance, places in study groups and at "
                  "fairs, outsourcing cases and answers that ended since the last 31 December"});
}

double days_between(Time from, Time to) { return double((to - from).count()) / 86'400.0; }

double waited(const EventRow& row) {
  if (row.started != no_day) return days_between(row.asked, row.started);
  return row.ended != no_day ? days_between(row.asked, row.ended)
                             : std::numeric_limits<double>::quiet_NaN();
}

template <class Enum>
std::int8_t flag(Enum value) {
  return std::int8_t(index(value));
}

void write_row(RecordTable& to, const EventRow& row) {
  to << flag(row.kind) << flag(row.account) << std::int32_t(row.firm.slot)
     << std::int32_t(row.firm.generation) << std::int8_t(row.person) << flag(row.sector)
     << flag(row.region) << row.asked << row.started << row.ended << waited(row) << flag(row.result)
     << flag(row.cause);
}

void write_row(RecordTable& to, const FirmYear& row) {
  to << std::int32_t(row.year) << std::int32_t(row.firm.slot) << std::int32_t(row.firm.generation)
     << flag(row.sector) << flag(row.region) << row.staff << row.technology << row.practice
     << 1e4 * row.effect << std::int32_t(row.ties) << std::int8_t(row.served)
     << std::int32_t(row.services);
}

template <class Rows>
void write_rows(std::optional<RecordTable>& to, std::size_t policy, int replication,
                const Rows& rows) {
  if (!to) return;
  for (const auto& row : rows) {
    *to << std::int32_t(policy) << std::int32_t(replication);
    write_row(*to, row);
    to->end_row();
  }
}

}  // namespace

RecordsWriter::RecordsWriter(hid_t file, const Scenario& scenario, const StudyShape& shape,
                             bool compress, FileIndex& index) {
  if (!scenario.parameters.events.policies.names.empty()) {
    events_.emplace(file, group::events,
                    "one row an event of the worlds that the scenario chooses, in the order of "
                    "their ends; what was open when the run ended comes last",
                    "event", Label{"event", "사건"}, compress, index);
    add_event_columns(*events_, shape, scenario);
  }
  if (!scenario.parameters.panel.policies.names.empty()) {
    panel_.emplace(file, group::panel,
                   "one row a firm and year of the worlds that the scenario chooses", "row",
                   Label{"row", "행"}, compress, index);
    add_panel_columns(*panel_, shape, scenario);
  }
}

void RecordsWriter::add(int replication, std::size_t policy, const Records& records) {
  write_rows(events_, policy, replication, records.events);
  write_rows(panel_, policy, replication, records.panel);
}

void RecordsWriter::flush() {
  if (events_) events_->flush();
  if (panel_) panel_->flush();
}

}  // namespace coopsim
