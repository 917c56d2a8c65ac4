// SPDX-License-Identifier: Apache-2.0
// Responses of Japan's side and the economy.
#include <algorithm>

#include "sim/metrics/entries.hpp"

namespace coopsim::entry {
namespace {

// Equation 12. What the economy does and what the programme adds are kept apart.
void add_balance(std::vector<TableEntry>& table) {
  using B = BalanceDrawnUp;
  constexpr auto attributable = [](const B& f) { return f.attributable(); };
  constexpr auto positive_deficit = [](const B& f) { return std::max(0.0, f.deficit); };
  constexpr auto attributable_percent = [](const B& f) {
    return f.deficit > 0 ? 100.0 * f.attributable() / 1e6 : 0.0;
  };
  table.push_back(level("deficit_without_programme", "USD bn",
                        {"Deficit without programme", "사업 미시행 시 부품소재 무역적자"},
                        "deficit in parts and materials with Japan in the year as the economy "
                        "alone makes it: put in from outside, an effect of no policy",
                        only_whole, {of<B, [](const B& f) { return f.deficit; }>()}));
  table.push_back(level("deficit", "USD bn", {"Deficit", "대일 부품소재 무역적자"},
                        "deficit_without_programme less programme_trade_effect; its level and its "
                        "change over the years are the economy's, not effects of the programme",
                        only_whole,
                        {of<B, [](const B& f) { return f.deficit - f.attributable() / 1e6; }>()}));
  table.push_back(sum(
      "import_substitution", "thousand USD", {"Import substitution", "수입대체 효과"},
      "imports of the year that firms replace because their technology is better "
      "than the same firm's without any programme (equation 13)",
      by_firm, {of<FirmsCounted, [](const FirmsCounted& f) { return f.import_substitution; }>()}));
  table.push_back(sum("programme_trade_effect", "thousand USD",
                      {"Trade effect of the programme", "사업의 무역수지 효과"},
                      "exports under programme deals and import substitution above the world "
                      "without any programme, from "
                      "count to count on 31 December",
                      only_whole, {of<B, attributable>()}));
  table.push_back(ratio("programme_share_of_deficit", "percent",
                        {"Programme share of the deficit", "무역적자 대비 사업 효과"},
                        "programme_trade_effect per deficit_without_programme of the year; missing "
                        "in a year without deficit",
                        only_whole, {of<B, attributable_percent>(), over<B, positive_deficit>()}));
  using C = BalanceClaimed;
  table.push_back(
      ratio("programme_share_of_change", "percent",
            {"Programme share of the change of the deficit", "적자 변동 대비 사업 효과"},
            "programme_trade_effect of the base year of the balance (2006, the "
            "article's claim) per change of the deficit since the year before, without "
            "its sign; missing in other years",
            only_whole,
            {of<C, [](const C& f) { return 100.0 * f.attributable; }>(),
             over<C, [](const C& f) { return f.change; }>()}));
}

}  // namespace

void add_surroundings(std::vector<TableEntry>& table) {
  table.push_back(
      level("reluctance", "1", {"Reluctance to transfer", "기술이전 기피"},
            "Japan's reluctance to transfer technology on 31 December, 0 to 1", only_whole,
            {of<JapanObserved, [](const JapanObserved& f) { return f.reluctance; }>()}));
  table.push_back(level(
      "partner_benefit", "1", {"Benefit of Japanese partners", "일본측 편익"},
      "benefit of Japanese partners on 31 December, 0 to 1: 1 less exp of minus live deals, "
      "alliances and engaged advisers, each over its japan.benefit_* and budget.scale",
      only_whole, {of<JapanObserved, [](const JapanObserved& f) { return f.partner_benefit; }>()}));
  table.push_back(sum("technology_leaks", "1", {"Leaks of technology", "기술유출 사건"},
                      "leaks that came to light in the year, each of which raised reluctance",
                      only_whole, {of<TechnologyLeaked, one>()}));
  table.push_back(ratio(
      "win_win_share", "1", {"Win-win share", "윈윈 협력 비중"},
      "share of the deals and alliances alive on 31 December that benefit both sides", only_whole,
      {of<PartnershipsCounted, [](const PartnershipsCounted& f) { return f.win_win; }>(),
       over<PartnershipsCounted, [](const PartnershipsCounted& f) { return f.live; }>()},
      PeriodTotal::last));
  table.push_back(level(
      "exchange_rate", "KRW/100 JPY", {"Exchange rate", "원/100엔 환율"}, "mean of the year",
      only_whole, {of<MacroObserved, [](const MacroObserved& f) { return f.exchange_rate; }>()}));
  table.push_back(level("korean_exports", "USD bn", {"Korea's exports", "한국 수출"},
                        "Korea's exports in the year", only_whole,
                        {of<MacroObserved, [](const MacroObserved& f) { return f.exports; }>()}));
  add_balance(table);
}

}  // namespace coopsim::entry
