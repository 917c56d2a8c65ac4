// SPDX-License-Identifier: Apache-2.0
// Responses of costs and value: what firms pay, what gains are worth, what one outcome costs.
#include "sim/metrics/entries.hpp"

namespace coopsim::entry {
namespace {

constexpr auto of_training = [](const MoneyMoved& f) {
  return index(f.account) < course_count ? f.spent.thousand : 0;
};
constexpr auto of_advisers = [](const MoneyMoved& f) {
  return f.account == Account::B7 ? f.spent.thousand : 0;
};
constexpr auto of_fairs = [](const MoneyMoved& f) {
  const bool fair =
      f.account == Account::C2 || f.account == Account::C3 || f.account == Account::C4;
  return fair ? f.spent.thousand : 0;
};

void add_cost_per_outcome(std::vector<TableEntry>& table) {
  table.push_back(
      ratio("cost_per_trainee", "KRW thousand", {"Cost per trainee", "연수생 1인당 비용"},
            "public money paid for training (A1 to A6) in the year per trainee returned "
            "of the year's seats",
            only_whole, {of<MoneyMoved, of_training>(), over<TraineeReturned, one>()}));
  table.push_back(
      ratio("cost_per_engagement", "KRW thousand", {"Cost per engagement", "지도 1건당 비용"},
            "public money paid for advisers (B7) in the year, the database's upkeep included, per "
            "engagement begun",
            only_whole, {of<MoneyMoved, of_advisers>(), over<EngagementStarted, one>()}));
  table.push_back(ratio(
      "cost_per_contract", "KRW thousand", {"Cost per contract", "계약 1건당 비용"},
      "public money paid for fairs (C2 to C4) in the year per contract signed in consultations",
      only_whole,
      {of<MoneyMoved, of_fairs>(),
       over<Consulted, [](const Consulted& f) { return f.contract ? 1.0 : 0.0; }>()}));
}

}  // namespace

void add_value(std::vector<TableEntry>& table) {
  table.push_back(sum("firm_cost", "KRW thousand", {"Costs of firms", "기업 부담 비용"},
                      "what firms pay and lose for services, beside public money: their part of "
                      "seats and engagements, work lost, group years, places at fairs",
                      by_account,
                      {of<FirmPaid, [](const FirmPaid& f) { return f.amount.thousand; }>()}));
  table.push_back(sum(
      "value_added_gain", "KRW thousand", {"Value added gained", "부가가치 증가액"},
      "value added a year by which firms exceed themselves without any programme on 31 December, "
      "at the staff they have without it, over firms that live in both worlds",
      by_firm, {of<GainsValued, [](const GainsValued& f) { return f.value_added; }>()}));
  table.push_back(level("jobs_effect", "person", {"Jobs effect", "고용 효과"},
                        "staff on 31 December less the same firms' staff without any programme, "
                        "over firms that live in both worlds",
                        by_firm, {of<GainsValued, [](const GainsValued& f) { return f.jobs; }>()}));
  table.push_back(sum("export_gain", "KRW thousand", {"Margin of exports", "수출 마진"},
                      "margin that stays in Korea of the year's deliveries under programme deals, "
                      "what win-win deals leave to partners taken off; not in value_added_gain",
                      by_channel, {of<Exported, [](const Exported& f) { return f.margin; }>()}));
  table.push_back(
      sum("export_learning", "KRW thousand", {"Learning by exporting", "수출학습 증가액"},
          "value added a year that exporting under deals taught firms in the year, before it "
          "fades; a part of value_added_gain",
          by_channel, {of<ExportsTaught, [](const ExportsTaught& f) { return f.value_added; }>()}));
  add_cost_per_outcome(table);
}

}  // namespace coopsim::entry
