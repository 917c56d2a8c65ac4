// SPDX-License-Identifier: Apache-2.0
// The metrics of the first chart, at most four, with the difference of each policy in each.
import type { AssumptionsOf, Compared, Lang, Metric, Num, ReportData, Text } from "../data";
import { otherMetrics } from "../text/answer_parts";
import { economicsLevel, economicsRatio } from "../text/economics";
import { amount, benefitCostRatio, isShare, metricOf } from "../text/metrics";
import { isNumber } from "../text/numbers";
import { filled } from "../text/words";
import { writtenBy, type Written } from "./wrong_parts";

export interface Column {
  metric: Metric;
  /** Short, for a heading. */
  label: string;
  /** Of what years, and the unit. */
  sublabel: string;
  written: Written;
  differences: (Difference | null)[];
  /** Of the baseline, as shown. */
  level: string;
}
export interface Difference {
  mean: number;
  low: Num;
  high: Num;
  /** Over assumptions, 5 to 95 %. */
  thin_low: Num;
  thin_high: Num;
  covers_zero: boolean;
  /** "up" and "down" only where that is clear. */
  moved: "up" | "down" | "";
}

const labels: Record<string, Text> = {
  programme_exports: { en: "Exports to Japan", ko: "대일 수출" },
  benefit_cost_ratio: { en: "Benefit-cost ratio", ko: "편익비용비(B/C)" },
  small_firm_share: { en: "Share of small firms", ko: "소기업 비중" },
};
/** What the short label leaves out. */
export const meanings: Record<string, Text> = {
  programme_exports: { en: "Exports to Japan: deals that the programme brought about.", ko: "대일 수출은 사업으로 성사된 거래만 센 것이다." },
  small_firm_share: { en: "Small firms: below 50 staff, of services started.", ko: "소기업 비중은 서비스 착수 건수 중 50인 미만 기업의 몫이다." },
};
const spans = {
  last: { en: "end of {last}", ko: "{last}년 말" },
  sum: { en: "{years} total", ko: "{years} 합계" },
  mean: { en: "{years} mean", ko: "{years} 평균" },
} satisfies Record<Metric["total"], Text>;
const cautiously: Text = { en: "{years}, cautious", ko: "보수적 평가 · {years}" };

/** "2016년 말", "ten-year total". */
export function spanOf(data: ReportData, metric: Metric, lang: Lang): string {
  const { first_policy_year, last_policy_year } = data.study;
  const n = last_policy_year - first_policy_year + 1;
  const text = metric.id === benefitCostRatio.id ? cautiously : spans[metric.total];
  return filled(text, lang, { last: last_policy_year, years: lang === "ko" ? `${n}년` : `${n}-year` });
}

export function columnLabel(metric: Metric, lang: Lang): string {
  return (labels[metric.id] ?? metric.label)[lang];
}

/** The headline first; those that the file lacks are left out. */
export function columnsOf(data: ReportData, lang: Lang): Column[] {
  const ids = [...new Set([data.headline, ...otherMetrics])];
  return ids.flatMap((id) => columnOf(data, id, lang) ?? []).slice(0, 4);
}

function columnOf(data: ReportData, id: string, lang: Lang): Column | null {
  const metric = metricOf(data, id);
  const differences = id === benefitCostRatio.id ? ratios(data) : compared(data, id);
  if (!metric || !differences.some((one) => one !== null)) return null;
  const known = differences.filter((one): one is Difference => one !== null);
  const written = writtenBy(metric, known.map((one) => [one.low, one.high]), lang);
  return {
    metric,
    label: columnLabel(metric, lang),
    sublabel: [spanOf(data, metric, lang), written.unit].filter(Boolean).join(" · "),
    written,
    differences,
    level: levelOf(data, metric, lang),
  };
}

function compared(data: ReportData, id: string): (Difference | null)[] {
  const assumed = data.assumptions?.metrics[id];
  return (data.comparison[id] ?? []).map((row, place) => (isNumber(row.difference) ? difference(row, row.difference, assumed, place) : null));
}
function difference(row: Compared, mean: number, assumed: AssumptionsOf | undefined, place: number): Difference {
  const { low, high } = row;
  const covers_zero = isNumber(low) && isNumber(high) && low <= 0 && high >= 0;
  const clear = ["among_the_best", "clear_gain", "clear_loss"].includes(row.state);
  return {
    mean,
    low,
    high,
    thin_low: assumed?.q05[place] ?? null,
    thin_high: assumed?.q95[place] ?? null,
    covers_zero,
    moved: clear ? (mean > 0 ? "up" : "down") : "",
  };
}

/** Each interval is of its policy alone: the file has no simultaneous one. */
function ratios(data: ReportData): (Difference | null)[] {
  return data.policies.map((_, place) => {
    const found = economicsRatio(data, place);
    if (!found) return null;
    const judged = data.comparison[data.headline]?.[place]?.state !== "no_verdict";
    const moved = !judged || found.covers_zero ? "" : found.difference > 0 ? "up" : "down";
    return { mean: found.difference, low: found.low, high: found.high, thin_low: null, thin_high: null, covers_zero: found.covers_zero, moved };
  });
}

function levelOf(data: ReportData, metric: Metric, lang: Lang): string {
  const baseline = data.policies.findIndex((policy) => policy.baseline);
  const value = metric.id === benefitCostRatio.id ? economicsLevel(data, baseline) : (data.totals[metric.id]?.mean[baseline] ?? null);
  if (isShare(metric) || metric.unit === "percent") return amount(value, metric, lang);
  return amount(value, metric, lang, { bare: true });
}
