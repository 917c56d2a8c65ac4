// SPDX-License-Identifier: Apache-2.0
// Responses of how effects are spread over firms: who gains and loses against the baseline, classes
// and quantiles against the world without programme, and how long practice lasts.
#include "sim/metrics/entries.hpp"

namespace coopsim::entry {
namespace {

// In the baseline itself, in NONE and in the shared history nothing is compared: no firm moves.
void add_winners(std::vector<TableEntry>& table) {
  using C = FirmsCompared;
  constexpr auto firms = [](const C& f) { return f.firms; };
  constexpr auto gaining = [](const C& f) { return f.gaining; };
  constexpr auto losing = [](const C& f) { return f.losing; };
  table.push_back(ratio("firms_gaining", "1", {"Firms that gain", "이득 기업 비율"},
                        "share of firms whose ln labour productivity on 31 December is higher than "
                        "the same firm's under the baseline policy of the same replication by more "
                        "than effects.moved_from; of firms that live in both; served: by either of "
                        "the two; 0 in the baseline, in NONE and before policies_start",
                        by_firm_and_service, {of<C, gaining>(), over<C, firms>()},
                        PeriodTotal::last, Missing::zero));
  table.push_back(ratio("firms_losing", "1", {"Firms that lose", "손실 기업 비율"},
                        "as firms_gaining, of firms whose productivity is lower than under the "
                        "baseline by more than effects.moved_from",
                        by_firm_and_service, {of<C, losing>(), over<C, firms>()}, PeriodTotal::last,
                        Missing::zero));
  table.push_back(ratio(
      "mean_gain", "percent", {"Mean gain of those who gain", "이득 기업 평균 이득"},
      "mean of ln labour productivity less the same firm's under the baseline, over the "
      "firms of firms_gaining; missing where none gains",
      by_firm_and_service, {of<C, [](const C& f) { return 1e2 * f.gain; }>(), over<C, gaining>()},
      PeriodTotal::last));
  table.push_back(ratio(
      "mean_loss", "percent", {"Mean loss of those who lose", "손실 기업 평균 손실"},
      "as mean_gain, over the firms of firms_losing; a loss of 1 percent is 1; missing where "
      "none loses",
      by_firm_and_service, {of<C, [](const C& f) { return 1e2 * f.loss; }>(), over<C, losing>()},
      PeriodTotal::last));
}

void add_quantiles(std::vector<TableEntry>& table) {
  using R = EffectsRanked;
  table.push_back(ratio("productivity_effect_served_q10", "percent",
                        {"Effect on served firms, lowest tenth", "수혜기업 효과 10% 분위"},
                        "the effect of productivity_effect_served that one in ten of the firms "
                        "ever served does not exceed (quantile type 7); missing where none was",
                        only_whole,
                        {of<R, [](const R& f) { return 1e2 * f.q10; }>(), over<R, one>()},
                        PeriodTotal::last));
  table.push_back(ratio("productivity_effect_served_q50", "percent",
                        {"Effect on served firms, median", "수혜기업 효과 중앙값"},
                        "median of the effect of productivity_effect_served", only_whole,
                        {of<R, [](const R& f) { return 1e2 * f.q50; }>(), over<R, one>()},
                        PeriodTotal::last));
  table.push_back(ratio("productivity_effect_served_q90", "percent",
                        {"Effect on served firms, highest tenth", "수혜기업 효과 90% 분위"},
                        "the effect of productivity_effect_served that one in ten of the firms "
                        "ever served exceeds",
                        only_whole,
                        {of<R, [](const R& f) { return 1e2 * f.q90; }>(), over<R, one>()},
                        PeriodTotal::last));
}

}  // namespace

void add_distribution(std::vector<TableEntry>& table) {
  add_winners(table);
  table.push_back(level(
      "firms_compared", "firm", {"Firms compared", "효과 비교 기업 수"},
      "firms that live in this world and in the one without any programme, by class of the "
      "effect of productivity_effect, in percent, each class with its upper bound",
      by_effect_class, {of<EffectsClassed, [](const EffectsClassed& f) { return f.firms; }>()}));
  add_quantiles(table);
  using P = PracticeRetained;
  table.push_back(ratio(
      "knowledge_retained", "1", {"Practice retained", "현장관리 지식 유지율"},
      "of the practice that firms gained in the year and still had at its end, the share that they "
      "still had on 31 December five years later; a firm that is gone has none; technology is not "
      "in it; missing in the last five years",
      only_whole,
      {of<P, [](const P& f) { return f.now; }>(), over<P, [](const P& f) { return f.then; }>()}));
}

}  // namespace coopsim::entry
