// SPDX-License-Identifier: Apache-2.0
// The metrics of the first chart, at most four, with the difference of each policy in each.
import type { AssumptionsOf, Compared, Lang, Metric, Num, ReportData, Text } from "../data";
import { otherMetrics } from "../text/answer_parts";
import { cautious, economicsLevel, economicsRatio } from "../text/economics";
import { amount, benefitCostRatio, isShare, metricOf } from "../text/metrics";
import { isNumber, years } from "../text/numbers";
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
  productivity_effect: { en: "Firm productivity", ko: "기업 생산성" },
  programme_exports: { en: "Exports to Japan", ko: "대일 수출" },
  benefit_cost_ratio: { en: "Benefit-cost ratio", ko: "편익비용비(B/C)" },
  small_firm_share: { en: "Small firms", ko: "소기업 비중" },
};
const notes: Record<string, Text> = {
  programme_exports: { en: "programme deals, ", ko: "사업 성사분 · " },
  benefit_cost_ratio: { en: "cautious, ", ko: "보수적 평가 · " },
  small_firm_share: { en: "of services, ", ko: "서비스 건수 · " },
};
const spans = {
  last: { en: "end of {last}", ko: "{last}년 말" },
  sum: { en: "{years}", ko: "{years} 합계" },
  mean: { en: "mean {years}", ko: "{years} 평균" },
} satisfies Record<Metric["total"], Text>;

/** "2016년 말", "2007–2016". */
export function spanOf(data: ReportData, metric: Metric, lang: Lang): string {
  const { period, last_policy_year } = data.study;
  return filled(spans[metric.id === benefitCostRatio.id ? "sum" : metric.total], lang, { last: last_policy_year, years: years(period, lang) });
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
  const span = id === benefitCostRatio.id ? years(data.study.period, lang) : spanOf(data, metric, lang);
  return {
    metric,
    label: columnLabel(metric, lang),
    sublabel: (notes[id]?.[lang] ?? "") + [span, written.unit].filter(Boolean).join(" · "),
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

/** The valuation that the ratio is of. */
export function valuationName(data: ReportData, lang: Lang): string {
  return data.economics?.valuations[cautious(data)]?.label[lang] ?? "";
}
