// SPDX-License-Identifier: Apache-2.0
// Responses of the firms: level, practice, technology, effects.
#include "sim/metrics/entries.hpp"

namespace coopsim::entry {

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
  table.push_back(ratio("technology_gap", "1", {"Technology gap", "기술 격차"},
                        "Japan's frontier on 31 December less the mean technology level, in points "
                        "(Japan's frontier of 2005 = 100)",
                        by_firm,
                        {of<F, [](const F& f) { return f.frontier - f.technology; }>(),
                         over<F, [](const F& f) { return f.firms; }>()},
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
  table.push_back(ratio("productivity_effect_same_firms", "percent",
                        {"Productivity effect, same firms", "동일 기업 생산성 효과"},
                        "as productivity_effect, over the firms that the baseline policy had "
                        "served by then, in percent: the same firms in every policy of a "
                        "replication; missing where it had served none",
                        by_firm,
                        {of<F, [](const F& f) { return 1e2 * f.effect_same; }>(),
                         over<F, [](const F& f) { return f.pairs_same; }>()},
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

}  // namespace coopsim::entry
