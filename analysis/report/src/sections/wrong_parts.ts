// SPDX-License-Identifier: Apache-2.0
// What the parts of "if we are wrong" share: the chosen policy and metric with their names, and
// how differences are written.
import { policyColour } from "../charts/theme";
import type { Assumptions, AssumptionsOf, Lang, Metric, Num, ReportData, Unknown } from "../data";
import type { View } from "../section";
import { amount, isShare, metricOf, metricUnit } from "../text/metrics";
import { digitsFor, isNumber, unitDivisor } from "../text/numbers";
import { shortNames, today } from "../text/words";
import { sectionName } from "./parameter_text";

export interface Chosen {
  view: View;
  data: ReportData;
  lang: Lang;
  metric: Metric;
  place: number;
  /** Of all policies, in the file's order. */
  names: string[];
  name: string;
  /** What the policy is held against: today's policy, or of a stress case another. */
  base: string;
  colour: string;
}

/** Null where the baseline is chosen, or a metric that the file lacks. */
export function chosenOf(view: View): Chosen | null {
  const { data, lang } = view;
  const policy = data.policies[view.policy];
  const metric = metricOf(data, view.metric);
  if (!policy || policy.baseline || !metric) return null;
  const names = shortNames(data.policies, lang);
  return {
    view,
    data,
    lang,
    metric,
    place: view.policy,
    names,
    name: names[view.policy] ?? policy.id,
    base: baseName(data, view.policy, names, lang),
    colour: policyColour(data, view.policy),
  };
}

export function baseName(data: ReportData, place: number, names: string[], lang: Lang): string {
  const against = data.policies[place]?.held_against ?? -1;
  return data.policies[against]?.baseline === false ? (names[against] ?? "") : today.name[lang];
}

/** At the start of a sentence. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "4  단카이 퇴직기술자": colour is never alone in telling a policy. */
export function badged(data: ReportData, place: number, name: string): string {
  const policy = data.policies[place];
  return policy && !policy.baseline ? `${policy.badge}\u2002${name}` : name;
}

/** Places of the policies: best first by the headline metric, stress cases after, the baseline last. */
export function inOrder(data: ReportData): number[] {
  const metric = metricOf(data, data.headline);
  const sign = metric?.better === "less" ? -1 : 1;
  const key = (place: number): [number, number] => {
    const policy = data.policies[place];
    const value = data.comparison[data.headline]?.[place]?.difference;
    return [policy?.baseline ? 2 : policy?.stress ? 1 : 0, isNumber(value) ? -sign * value : Infinity];
  };
  return data.policies
    .map((_, place) => place)
    .sort((a, b) => {
      const [first, second] = [key(a), key(b)];
      return first[0] - second[0] || (first[1] === second[1] ? a - b : first[1] - second[1]);
    });
}

/** Differences of one metric in one scale and with equal decimals, in the unit of `unit`. */
export interface Written {
  unit: string;
  /** " (bp)", in Korean "(bp)"; "" of a plain number. */
  inUnit: string;
  /** From the file's unit to that of the axis. */
  scaled(value: number): number;
  /** With sign and unit. */
  full(value: Num): string;
  /** With sign, without unit. */
  bare(value: Num): string;
  /** Of an axis: a value already scaled. */
  tick(value: number): string;
  /** Without sign and unit, as of a loss. */
  size(value: Num): string;
  /** With one more decimal, for tables. */
  exact(value: Num): string;
}

/** Decimals follow the narrowest of the intervals that stand together. */
export function writtenBy(metric: Metric, intervals: [Num, Num][], lang: Lang): Written {
  const options = { sign: true, share: isShare(metric), scale: "standard" as const };
  const all = intervals.filter(([low, high]) => isNumber(low) && isNumber(high) && high > low);
  const digits = Math.min(3, Math.max(0, ...all.map(([low, high]) => digitsFor(low, high, metric.unit, lang, options))));
  const divide = unitDivisor(metric.unit, lang, options);
  const unit = metricUnit(metric, lang, options);
  return {
    unit,
    inUnit: unit === "" ? "" : lang === "ko" ? `(${unit})` : ` (${unit})`,
    scaled: (value) => value / divide,
    full: (value) => amount(value, metric, lang, { ...options, digits }),
    bare: (value) => amount(value, metric, lang, { ...options, digits, bare: true }),
    tick: (value) => tickText(value, true),
    size: (value) => amount(value, metric, lang, { share: options.share, scale: "standard", digits, bare: true }),
    exact: (value) => amount(value, metric, lang, { ...options, digits, more: 1, bare: true }),
  };
}

/** A round value of an axis, with all its decimals: neighbours must not read alike. */
export function tickText(value: number, sign = false): string {
  const size = Math.abs(value).toLocaleString("en-US", { maximumFractionDigits: 8 });
  return value < 0 ? `−${size}` : sign && value > 0 ? `+${size}` : size;
}

/** As many as a round tick needs. */
export function decimalsOf(value: number): number {
  const text = String(Number(value.toPrecision(6)));
  return text.includes("e") ? 3 : (text.split(".")[1]?.length ?? 0);
}

/** "관심 상실률(퇴직기술자 지도)": a label alone does not say of what. */
export const withSection = (unknown: Unknown, lang: Lang): string =>
  `${unknown.label[lang]}${lang === "en" ? " " : ""}(${sectionName(unknown.section, lang)})`;

export interface Mover {
  at: number;
  unknown: Unknown;
  low: number;
  high: number;
  /** The difference has one sign where it is low and another where it is high, or than on average. */
  turns: boolean;
}

/** Unknowns by how far the difference moves between their low and their high thirds, most first. */
export function movers(assumed: Assumptions, of: AssumptionsOf, place: number): Mover[] {
  const mean = of.mean[place] ?? 0;
  return assumed.unknowns
    .flatMap((unknown, at) => {
      const low = of.where_low[place]?.[at];
      const high = of.where_high[place]?.[at];
      if (!isNumber(low) || !isNumber(high)) return [];
      return [{ at, unknown, low, high, turns: low * mean < 0 || high * mean < 0 }];
    })
    .sort((a, b) => Math.abs(b.high - b.low) - Math.abs(a.high - a.low));
}
