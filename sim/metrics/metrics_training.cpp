// SPDX-License-Identifier: Apache-2.0
// Responses of training in Japan.
#include "sim/metrics/entries.hpp"

namespace coopsim::entry {
namespace {

constexpr auto is_site = [](Account account) {
  return account == Account::A1 || account == Account::A2 || account == Account::A6;
};

// Whose file never became a seat; with those who left, dropped out or lost their seat these are all
// that applied.
void add_refusals(std::vector<TableEntry>& table) {
  using R = ApplicationRefused;
  table.push_back(sum(
      "applicants_refused", "person", {"Applicants without a seat", "정원 부족 탈락자"},
      "persons whose file was read in time and who had no seat at departure, be it for want of "
      "seats, host places or money",
      by_course, {of<R, [](const R& f) { return f.why == Refusal::no_seat ? f.persons : 0; }>()}));
  table.push_back(
      sum("applications_too_late", "person", {"Applications read too late", "심사 지연 신청"},
          "persons whose file the screeners had not read on the day of selection", by_course,
          {of<R, [](const R& f) { return f.why == Refusal::too_late ? f.persons : 0; }>()}));
  table.push_back(
      sum("applications_lapsed", "person", {"Applications of closed firms", "폐업 기업 신청"},
          "persons whose firm closed before the selection", by_course,
          {of<R, [](const R& f) { return f.why == Refusal::firm_closed ? f.persons : 0; }>()}));
}

}  // namespace

void add_training(std::vector<TableEntry>& table) {
  table.push_back(sum(
      "trainees_returned", "person", {"Trainees returned", "귀국 연수생"},
      "engineers, managers and executives back from training in Japan, in the year of their seat",
      by_course_and_firm, {of<TraineeReturned, one>()}));
  table.push_back(sum(
      "site_technicians", "person", {"Site technicians returned", "귀국 현장기술자"},
      "trainees of courses A1, A2 and A6 back from Japan, in the year of their seat", only_whole,
      {of<TraineeReturned,
          [](const TraineeReturned& f) { return is_site(f.account) ? 1.0 : 0.0; }>()}));
  table.push_back(sum("trainee_months", "month", {"Trainee-months in Japan", "연수 인월"},
                      "months that returned trainees spent in Japan", by_course,
                      {of<TraineeReturned, [](const TraineeReturned& f) { return f.months; }>()}));
  table.push_back(sum("seats_offered", "person", {"Seats offered", "연수 정원"},
                      "training seats that money and host places allowed", by_course,
                      {of<SeatsOffered, [](const SeatsOffered& f) { return f.seats; }>()}));
  table.push_back(ratio("seat_fill", "1", {"Seat fill", "정원 충원율"},
                        "trainees returned per seat offered", by_course,
                        {of<TraineeReturned, one>(),
                         over<SeatsOffered, [](const SeatsOffered& f) { return f.seats; }>()}));
  table.push_back(sum("applications", "person", {"Applications", "연수 신청"},
                      "persons whom firms put forward for training", by_course_and_firm,
                      {of<TrainingApplied, [](const TrainingApplied& f) { return f.persons; }>()}));
  table.push_back(ratio("applications_per_seat", "1",
                        {"Applications per seat", "정원 대비 신청 배율"},
                        "persons put forward per seat offered", by_course,
                        {of<TrainingApplied, [](const TrainingApplied& f) { return f.persons; }>(),
                         over<SeatsOffered, [](const SeatsOffered& f) { return f.seats; }>()}));
  table.push_back(
      ratio("training_wait", "day", {"Wait for training", "연수 대기일수"},
            "mean days from application to departure, over persons departed", by_course,
            {of<TraineeDeparted, [](const TraineeDeparted& f) { return f.days_waited; }>(),
             over<TraineeDeparted, one>()}));
  table.push_back(
      median("training_wait_median", "day", {"Median wait for training", "연수 대기일수 중앙값"},
             "median days from application to departure, over persons departed", only_whole,
             {of<TraineeDeparted, [](const TraineeDeparted& f) { return f.days_waited; }>()}));
  table.push_back(sum("trainees_dropped_out", "person",
                      {"Drop-outs before departure", "출국 전 중도포기"},
                      "selected persons who did not depart of their own will", by_course,
                      {of<TraineeDroppedOut, one>()}));
  table.push_back(sum("seats_cancelled", "person", {"Seats cancelled", "취소된 정원"},
                      "filled seats lost to a cut or to a host that withdrew", by_course,
                      {of<SeatCancelled, one>()}));
  table.push_back(sum("seats_unfunded", "person", {"Seats without money", "재원 부족 정원"},
                      "seats offered and wanted for which the account had no money left", by_course,
                      {of<SeatsUnfunded, [](const SeatsUnfunded& f) { return f.seats; }>()}));
  table.push_back(level(
      "associations_with_courses", "1", {"Associations with courses", "업종별 연수 참여 협회"},
      "associations and institutions that may hold sectoral courses (A5), each in its turn; "
      "0 where A5 pays for no seat",
      only_whole,
      {of<AssociationsAgreed, [](const AssociationsAgreed& f) { return f.associations; }>()}));
  add_refusals(table);
  table.push_back(sum("host_places_withdrawn", "person", {"Host places withdrawn", "철회된 연수처"},
                      "places that Japanese hosts withdrew", only_whole,
                      {of<HostPlaceWithdrawn, one>()}));
  table.push_back(sum("trained_workers_lost", "person", {"Trained workers lost", "연수 인력 이직"},
                      "returned trainees who quit within two years, before all was passed on",
                      only_whole, {of<TraineeQuit, one>()}));
}

}  // namespace coopsim::entry
