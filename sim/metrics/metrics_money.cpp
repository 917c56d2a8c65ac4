// SPDX-License-Identifier: Apache-2.0
// Responses of the budget.
#include "sim/metrics/entries.hpp"

namespace coopsim::entry {
namespace {

constexpr auto is_training = [](Account account) { return index(account) < course_count; };

}  // namespace

void add_money(std::vector<TableEntry>& table) {
  using M = MoneyMoved;
  constexpr auto appropriated = [](const M& f) { return f.appropriated.thousand; };
  constexpr auto spent = [](const M& f) { return f.spent.thousand; };
  table.push_back(sum("budget_appropriated", "KRW thousand", {"Appropriated", "예산 편성액"},
                      "money appropriated by fiscal years that open in the year, 2006 prices",
                      by_account, {of<M, appropriated>()}));
  table.push_back(sum("budget_committed", "KRW thousand", {"Committed", "지출원인행위액"},
                      "money that new commitments of the year took, also where it was given back "
                      "later, 2006 prices",
                      by_account, {of<M, [](const M& f) { return f.committed.thousand; }>()}));
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
  table.push_back(level("budget_carried_over", "KRW thousand",
                        {"Carried into the next year", "이월 잔액"},
                        "money on 31 December that is neither paid nor lapsed, free or committed: "
                        "last year's, and budget_appropriated of this, less budget_spent, "
                        "budget_lapsed, budget_not_modelled and budget_cut",
                        by_account, {of<M, [](const M& f) { return f.carried.thousand; }>()}));
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
  table.push_back(ratio(
      "budget_concentration", "1", {"Concentration of money", "예산 집중도(HHI)"},
      "Herfindahl-Hirschman index of the year's appropriations: sum of the "
      "squared shares of the 25 accounts, head office left out; missing without "
      "money",
      only_whole,
      {of<MoneySpread, [](const MoneySpread& f) { return f.index; }>(), over<MoneySpread, one>()}));
  table.push_back(
      sum("money_reallocated", "KRW thousand", {"Moved by reviews", "성과평가 재배분액"},
          "what the year's performance review took from accounts and gave to others of "
          "their side, in appropriations of the year",
          only_whole,
          {of<MoneyReassigned, [](const MoneyReassigned& f) { return f.amount.thousand; }>()}));
}

}  // namespace coopsim::entry
