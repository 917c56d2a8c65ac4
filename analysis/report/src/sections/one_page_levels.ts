// SPDX-License-Identifier: Apache-2.0
// Where nothing can be compared: the levels of every policy over the policy period.
import type { Num, ReportData, Text } from "../data";
import type { Empty, TableBlock, View } from "../section";
import { otherMetrics } from "../text/answer_parts";
import { cautious } from "../text/economics";
import { benefitCostRatio, isShare, metricInterval, metricOf, metricUnit, amount } from "../text/metrics";
import { digitsFor, isNumber } from "../text/numbers";
import { policyName } from "../text/words";
import { columnLabel, spanOf } from "./one_page_columns";

const words = {
  title: { en: "Levels, without comparison", ko: "비교 없는 수준" },
  subtitle: { en: "Mean over replications and its 95% interval, of each policy alone", ko: "반복 평균과 그 95% 신뢰구간(정책마다 따로)" },
  policy: { en: "Policy", ko: "정책" },
  interval: { en: "95% interval", ko: "95% 신뢰구간" },
  none: { en: "The result holds no totals of the policy period.", ko: "결과 파일에 정책 기간의 합계가 없다." },
} satisfies Record<string, Text>;

export function levelsBlock({ data, lang }: View): TableBlock | Empty {
  const ids = [...new Set([data.headline, ...otherMetrics])].filter((id) => levels(data, id).mean.some(isNumber));
  if (ids.length === 0) return { kind: "empty", title: words.title[lang], why: words.none[lang], command: "coopsim run SCENARIO -o result.h5" };
  const metrics = ids.map((id) => metricOf(data, id)!);
  const label = (metric: (typeof metrics)[number]) => `${columnLabel(metric, lang)} (${[spanOf(data, metric, lang), metricUnit(metric, lang)].filter(Boolean).join(" · ")})`;
  const cells = (metric: (typeof metrics)[number], place: number) => {
    const { mean, low, high } = levels(data, metric.id);
    const [from, to] = [low[place] ?? null, high[place] ?? null];
    const digits = digitsFor(from, to, metric.unit, lang, { share: isShare(metric) }) + 1;
    return [amount(mean[place] ?? null, metric, lang, { bare: true, digits }), metricInterval(from, to, metric, lang)];
  };
  return {
    kind: "table",
    id: "levels",
    title: words.title[lang],
    subtitle: words.subtitle[lang],
    table: {
      columns: [{ label: words.policy[lang], numeric: false }, ...metrics.flatMap((metric) => [label(metric), words.interval[lang]].map((text) => ({ label: text, numeric: true })))],
      rows: data.policies.map((policy, place) => [policyName(policy, lang), ...metrics.flatMap((metric) => cells(metric, place))]),
    },
  };
}

const nothing = { mean: [] as Num[], low: [] as Num[], high: [] as Num[] };
function levels(data: ReportData, id: string) {
  if (id === benefitCostRatio.id) return data.economics?.benefit_cost_ratio[cautious(data)]?.level ?? nothing;
  return metricOf(data, id) ? (data.totals[id] ?? nothing) : nothing;
}
