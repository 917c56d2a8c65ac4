// SPDX-License-Identifier: Apache-2.0
// Every published response: name, unit, labels, meaning, how its total is formed, its splits, and
// what adds up to it. One entry here is all that a new response needs.
#include "sim/metrics/table.hpp"

namespace coopsim {
namespace {

constexpr Split only_whole[] = {Split::whole};
constexpr Split by_account[] = {Split::whole, Split::account};
constexpr Split by_firm[] = {Split::whole, Split::sector, Split::region, Split::size_class};
constexpr Split by_account_and_firm[] = {Split::whole, Split::account, Split::sector, Split::region,
                                         Split::size_class};

constexpr auto one = [](const auto&) { return 1.0; };
constexpr auto is_training = [](Account account) { return index(account) < course_count; };
constexpr auto is_site = [](Account account) {
  return account == Account::A1 || account == Account::A2 || account == Account::A6;
};

using Splits = std::span<const Split>;

TableEntry sum(std::string_view id, std::string_view unit, Label label, std::string_view meaning,
               Splits splits, std::vector<Term> terms) {
  return {{id, unit, label, meaning, PeriodTotal::sum, Missing::zero, splits}, Form::sum, terms};
}
TableEntry level(std::string_view id, std::string_view unit, Label label, std::string_view meaning,
                 Splits splits, std::vector<Term> terms) {
  return {{id, unit, label, meaning, PeriodTotal::last, Missing::zero, splits}, Form::sum, terms};
}
TableEntry ratio(std::string_view id, std::string_view unit, Label label, std::string_view meaning,
                 Splits splits, std::vector<Term> terms, PeriodTotal total = PeriodTotal::mean,
                 Missing missing = Missing::nan) {
  return {{id, unit, label, meaning, total, missing, splits}, Form::ratio, terms};
}
TableEntry median(std::string_view id, std::string_view unit, Label label, std::string_view meaning,
                  Splits splits, std::vector<Term> terms) {
  return {{id, unit, label, meaning, PeriodTotal::mean, Missing::nan, splits}, Form::median, terms};
}

void add_training(std::vector<TableEntry>& table) {
  table.push_back(sum(
      "trainees_returned", "person", {"Trainees returned", "귀국 연수생"},
      "engineers, managers and executives back from training in Japan, in the year of their seat",
      by_account_and_firm, {of<TraineeReturned, one>()}));
  table.push_back(sum(
      "site_technicians", "person", {"Site technicians returned", "귀국 현장기술자"},
      "trainees of courses A1, A2 and A6 back from Japan, in the year of their seat", only_whole,
      {of<TraineeReturned,
          [](const TraineeReturned& f) { return is_site(f.account) ? 1.0 : 0.0; }>()}));
  table.push_back(sum("trainee_months", "month", {"Trainee-months in Japan", "연수 인월"},
                      "months that returned trainees spent in Japan", by_account,
                      {of<TraineeReturned, [](const TraineeReturned& f) { return f.months; }>()}));
  table.push_back(sum("seats_offered", "person", {"Seats offered", "연수 정원"},
                      "training seats that money and host places allowed", by_account,
                      {of<SeatsOffered, [](const SeatsOffered& f) { return f.seats; }>()}));
  table.push_back(ratio("seat_fill", "1", {"Seat fill", "정원 충원율"},
                        "trainees returned per seat offered", by_account,
                        {of<TraineeReturned, one>(),
                         over<SeatsOffered, [](const SeatsOffered& f) { return f.seats; }>()}));
  table.push_back(sum("applications", "person", {"Applications", "연수 신청"},
                      "persons whom firms put forward for training", by_account_and_firm,
                      {of<TrainingApplied, [](const TrainingApplied& f) { return f.persons; }>()}));
  table.push_back(ratio("applications_per_seat", "1",
                        {"Applications per seat", "정원 대비 신청 배율"},
                        "persons put forward per seat offered", by_account,
                        {of<TrainingApplied, [](const TrainingApplied& f) { return f.persons; }>(),
                         over<SeatsOffered, [](const SeatsOffered& f) { return f.seats; }>()}));
  table.push_back(
      ratio("training_wait", "day", {"Wait for training", "연수 대기일수"},
            "mean days from application to departure, over persons departed", by_account,
            {of<TraineeDeparted, [](const TraineeDeparted& f) { return f.days_waited; }>(),
             over<TraineeDeparted, one>()}));
  table.push_back(
      median("training_wait_median", "day", {"Median wait for training", "연수 대기일수 중앙값"},
             "median days from application to departure, over persons departed", only_whole,
             {of<TraineeDeparted, [](const TraineeDeparted& f) { return f.days_waited; }>()}));
  table.push_back(sum("trainees_dropped_out", "person",
                      {"Drop-outs before departure", "출국 전 중도포기"},
                      "selected persons who did not depart of their own will", by_account,
                      {of<TraineeDroppedOut, one>()}));
  table.push_back(sum("seats_cancelled", "person", {"Seats cancelled", "취소된 정원"},
                      "filled seats lost to a cut or to a host that withdrew", by_account,
                      {of<SeatCancelled, one>()}));
  table.push_back(sum("seats_unfunded", "person", {"Seats without money", "재원 부족 정원"},
                      "seats offered and wanted for which the account had no money left",
                      by_account,
                      {of<SeatsUnfunded, [](const SeatsUnfunded& f) { return f.seats; }>()}));
  table.push_back(sum("host_places_withdrawn", "person", {"Host places withdrawn", "철회된 연수처"},
                      "places that Japanese hosts withdrew", only_whole,
                      {of<HostPlaceWithdrawn, one>()}));
  table.push_back(sum("trained_workers_lost", "person", {"Trained workers lost", "연수 인력 이직"},
                      "returned trainees who quit within two years, before all was passed on",
                      only_whole, {of<TraineeQuit, one>()}));
}

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
  table.push_back(sum("needs_given_up", "firm", {"Needs given up", "대기 포기"},
                      "firms whose patience ended before an adviser was found", only_whole,
                      {of<NeedLeft, [](const NeedLeft& f) { return f.impatient ? 1.0 : 0.0; }>()}));
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
  table.push_back(sum("adviser_visits", "1", {"Adviser visits", "지도 방문"},
                      "visits of advisers to firms", only_whole, {of<AdviserVisited, one>()}));
}

void add_firms(std::vector<TableEntry>& table) {
  using F = FirmsCounted;
  table.push_back(level("firms", "firm", {"Firms", "기업 수"}, "eligible firms on 31 December",
                        by_firm, {of<F, [](const F& f) { return f.firms; }>()}));
  table.push_back(ratio(
      "coverage", "1", {"Coverage", "수혜 기업 비율"},
      "share of firms that ever had a trainee back or an adviser", by_firm,
      {of<F, [](const F& f) { return f.served; }>(), over<F, [](const F& f) { return f.firms; }>()},
      PeriodTotal::last));
  table.push_back(ratio("technology_level", "1", {"Technology level", "기술수준"},
                        "mean technology level on 31 December, Japan's frontier of 2005 = 100",
                        by_firm,
                        {of<F, [](const F& f) { return f.technology; }>(),
                         over<F, [](const F& f) { return f.firms; }>()},
                        PeriodTotal::last));
  table.push_back(ratio("technology_level_served", "1",
                        {"Technology level of served firms", "수혜기업 기술수준"},
                        "mean technology level of firms ever served, on 31 December", only_whole,
                        {of<F, [](const F& f) { return f.technology_served; }>(),
                         over<F, [](const F& f) { return f.served; }>()},
                        PeriodTotal::last));
  table.push_back(ratio("practice_index", "1", {"Practice index", "현장관리 지수"},
                        "mean index of shop-floor practice on 31 December, 0 to 1", by_firm,
                        {of<F, [](const F& f) { return f.practice; }>(),
                         over<F, [](const F& f) { return f.firms; }>()},
                        PeriodTotal::last));
  table.push_back(ratio("productivity_effect", "bp", {"Productivity effect", "생산성 효과"},
                        "mean of ln labour productivity less the same firm's without any "
                        "programme, over all eligible "
                        "firms, in basis points, on 31 December",
                        by_firm,
                        {of<F, [](const F& f) { return 1e4 * f.effect; }>(),
                         over<F, [](const F& f) { return f.pairs; }>()},
                        PeriodTotal::last));
  table.push_back(ratio("productivity_effect_served", "percent",
                        {"Productivity effect of served firms", "수혜기업 생산성 효과"},
                        "as productivity_effect, over firms ever served, in percent; not "
                        "comparable between policies, "
                        "which serve different firms",
                        by_firm,
                        {of<F, [](const F& f) { return 1e2 * f.effect_served; }>(),
                         over<F, [](const F& f) { return f.pairs_served; }>()},
                        PeriodTotal::last));
  table.push_back(ratio(
      "defect_effect", "percent", {"Defect effect of served firms", "수혜기업 불량률 효과"},
      "mean change of the defect rate against the same firm without any programme, over firms ever "
      "served",
      by_firm,
      {of<F, [](const F& f) { return 1e2 * f.defects_served; }>(),
       over<F, [](const F& f) { return f.pairs_served; }>()},
      PeriodTotal::last));
  table.push_back(ratio("defect_effect_all", "percent", {"Defect effect", "불량률 효과"},
                        "as defect_effect, over all eligible firms", by_firm,
                        {of<F, [](const F& f) { return 1e2 * f.defects; }>(),
                         over<F, [](const F& f) { return f.pairs; }>()},
                        PeriodTotal::last));
  table.push_back(ratio(
      "staff", "person", {"Staff per firm", "기업당 종업원"}, "mean staff on 31 December", by_firm,
      {of<F, [](const F& f) { return f.staff; }>(), over<F, [](const F& f) { return f.firms; }>()},
      PeriodTotal::last));
}

void add_money(std::vector<TableEntry>& table) {
  using M = MoneyMoved;
  constexpr auto appropriated = [](const M& f) { return f.appropriated.thousand; };
  constexpr auto spent = [](const M& f) { return f.spent.thousand; };
  table.push_back(sum("budget_appropriated", "KRW thousand", {"Appropriated", "예산 편성액"},
                      "money appropriated by fiscal years that open in the year, 2006 prices",
                      by_account, {of<M, appropriated>()}));
  table.push_back(sum("budget_spent", "KRW thousand", {"Spent", "집행액"},
                      "money paid in the year, 2006 prices", by_account, {of<M, spent>()}));
  table.push_back(sum("budget_lapsed", "KRW thousand", {"Lapsed", "불용액"},
                      "money of modelled programmes that lapsed unused", by_account,
                      {of<M, [](const M& f) { return f.lapsed.thousand; }>()}));
  table.push_back(sum("budget_not_modelled", "KRW thousand",
                      {"Of programmes not modelled", "미모형 사업 예산"},
                      "money of accounts whose programme is not modelled yet; it lapses at the end "
                      "of the fiscal year",
                      by_account, {of<M, [](const M& f) { return f.not_modelled.thousand; }>()}));
  table.push_back(sum("budget_cut", "KRW thousand", {"Cut within the year", "연중 삭감액"},
                      "money taken back after it was appropriated", by_account,
                      {of<M, [](const M& f) { return f.cut.thousand; }>()}));
  table.push_back(ratio("budget_execution", "1", {"Budget execution", "집행률"},
                        "money paid in the year per money appropriated in it", by_account,
                        {of<M, spent>(), over<M, appropriated>()}));
  table.push_back(ratio(
      "training_share", "1", {"Training share", "연수 비중"},
      "training in Japan (A1 to A6) as a share of all appropriations, head office included",
      only_whole,
      {of<M, [](const M& f) { return is_training(f.account) ? f.appropriated.thousand : 0; }>(),
       over<M, appropriated>()}));
  table.push_back(
      ratio("training_share_spent", "1", {"Training share of spending", "집행 기준 연수 비중"},
            "training in Japan (A1 to A6) as a share of all money paid", only_whole,
            {of<M, [](const M& f) { return is_training(f.account) ? f.spent.thousand : 0; }>(),
             over<M, spent>()}));
}

void add_surroundings(std::vector<TableEntry>& table) {
  table.push_back(
      level("reluctance", "1", {"Reluctance to transfer", "기술이전 기피"},
            "Japan's reluctance to transfer technology on 31 December, 0 to 1", only_whole,
            {of<JapanObserved, [](const JapanObserved& f) { return f.reluctance; }>()}));
  table.push_back(
      level("partner_benefit", "1", {"Benefit of Japanese partners", "일본측 편익"},
            "index of the benefit of Japanese partners on 31 December, 0 to 1", only_whole,
            {of<JapanObserved, [](const JapanObserved& f) { return f.partner_benefit; }>()}));
  table.push_back(level(
      "exchange_rate", "KRW/100 JPY", {"Exchange rate", "원/100엔 환율"}, "mean of the year",
      only_whole, {of<MacroObserved, [](const MacroObserved& f) { return f.exchange_rate; }>()}));
  table.push_back(level("korean_exports", "USD bn", {"Korea's exports", "한국 수출"},
                        "Korea's exports in the year", only_whole,
                        {of<MacroObserved, [](const MacroObserved& f) { return f.exports; }>()}));
}

std::vector<TableEntry> make_table() {
  std::vector<TableEntry> table;
  add_training(table);
  add_advice(table);
  add_firms(table);
  add_money(table);
  add_surroundings(table);
  return table;
}

}  // namespace

std::span<const TableEntry> metric_table() {
  static const std::vector<TableEntry> table = make_table();
  return table;
}

std::span<const Metric> metrics() {
  static const std::vector<Metric> list = [] {
    std::vector<Metric> all;
    for (const TableEntry& entry : metric_table()) all.push_back(entry.metric);
    return all;
  }();
  return list;
}

}  // namespace coopsim
