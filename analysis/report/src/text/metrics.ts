// SPDX-License-Identifier: Apache-2.0
// Metrics by id: which are shares, how they are called inside a sentence, and their amounts.
import type { Lang, Metric, Num, ReportData, Text } from "../data";
import { interval, quantity, unitLabel, type IntervalOptions, type NumberOptions } from "./numbers";

/** Unit "1" is a count, an index or a share; these are shares, shown in percent. */
const shares = new Set([
  "seat_fill",
  "adviser_utilisation",
  "needs_served",
  "engagements_long",
  "engagements_full_result",
  "engagements_no_result",
  "contracts_per_consultation",
  "firms_with_contract",
  "projects_full_result",
  "outsourcing_conversion",
  "outsourcing_conversion_24",
  "coverage",
  "firms_gaining",
  "firms_losing",
  "knowledge_retained",
  "small_firm_share",
  "budget_execution",
  "training_share",
  "training_share_spent",
  "win_win_share",
]);

type Measured = Pick<Metric, "id" | "unit">;

export function isShare(metric: Measured): boolean {
  return metric.unit === "1" && shares.has(metric.id.replace(/_by_.*$/, ""));
}

/** Ratio of present values: no metric of the file, made here so that it is shown as one. */
export const benefitCostRatio: Metric = {
  id: "benefit_cost_ratio",
  label: { en: "Benefit-cost ratio", ko: "편익비용비(B/C)" },
  unit: "1",
  meaning: "benefit per public cost and costs of firms together",
  total: "last",
  better: "more",
  least_meaningful: 0,
};

export function metricOf(data: ReportData, id: string): Metric | null {
  if (id === benefitCostRatio.id) return benefitCostRatio;
  return data.metrics.find((metric) => metric.id === id) ?? null;
}

/** A value of the metric: `quantity` that knows whether it is a share. */
export function amount(value: Num, metric: Measured, lang: Lang, options: NumberOptions = {}): string {
  return quantity(value, metric.unit, lang, { share: isShare(metric), ...options });
}
export function metricInterval(low: Num, high: Num, metric: Measured, lang: Lang, options: IntervalOptions = {}): string {
  return interval(low, high, metric.unit, lang, { share: isShare(metric), ...options });
}
/** Unit of bare amounts; with `sign` that of differences. */
export function metricUnit(metric: Measured, lang: Lang, options: NumberOptions = {}): string {
  return unitLabel(metric.unit, lang, { share: isShare(metric), ...options });
}

/** As an object of "raises" and "lowers". */
const phrases: Record<string, Text> = {
  productivity_effect: { en: "the productivity of firms", ko: "기업 생산성" },
  programme_exports: { en: "exports to Japan by programme deals", ko: "사업으로 성사된 대일 수출" },
  small_firm_share: { en: "the share of small firms in services", ko: "소기업 서비스 비중" },
  benefit_cost_ratio: { en: "the benefit-cost ratio", ko: "편익비용비(B/C)" },
};

/** Inside a sentence: "the productivity of firms", "the wait for training". */
export function metricPhrase(metric: Metric, lang: Lang): string {
  const known = phrases[metric.id];
  return known ? known[lang] : labelInSentence(metric, lang);
}

/** Its name, of a level: "the productivity effect". */
export function labelInSentence(metric: Metric, lang: Lang): string {
  const label = metric.label[lang];
  return lang === "ko" ? label : `the ${lowered(label)}`;
}

/** Names keep their capital. */
function lowered(label: string): string {
  return /^(Korea|Japan|Only-One)/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
}
