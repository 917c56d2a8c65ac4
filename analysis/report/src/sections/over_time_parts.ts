// SPDX-License-Identifier: Apache-2.0
// What the parts of "over time" share: the fans of the chosen metric, and bounds that do not change
// with the policy, so that switching shows change and not a new axis.
import type { Fan, Lang, Metric, Num, ReportData } from "../data";
import type { View } from "../section";
import { isShare, metricOf, metricUnit } from "../text/metrics";
import { decimal, isNumber, unitDivisor } from "../text/numbers";
import { shortNames } from "../text/words";
import { decimalsOf } from "./wrong_parts";

export interface Time {
  view: View;
  data: ReportData;
  lang: Lang;
  metric: Metric;
  level: Fan;
  difference: Fan;
  baseline: number;
  /** The chosen policy; null where today's is chosen or the file has no policy to compare. */
  chosen: number | null;
  names: string[];
  /** From the file's unit to that of the axes. */
  divide: number;
}

export function timeOf(view: View): Time | null {
  const { data, lang } = view;
  const metric = metricOf(data, view.metric);
  const fans = data.fans[view.metric];
  if (!metric || !fans || !fans.level.q50.some((row) => row.some(isNumber))) return null;
  const baseline = data.policies.findIndex((policy) => policy.baseline);
  const chosen = view.policy !== baseline && data.policies[view.policy] ? view.policy : null;
  const divide = unitDivisor(metric.unit, lang, { share: isShare(metric) });
  return { view, data, lang, metric, level: fans.level, difference: fans.difference, baseline, chosen, names: shortNames(data.policies, lang), divide };
}

export const scaled = (value: Num | undefined, time: Time): Num => (isNumber(value) ? value / time.divide : null);

/** From a year before the policies start, where all are still alike, to the last of them. */
export function policyPlaces({ data }: Time): number[] {
  const { first_policy_year: first, last_policy_year: last } = data.study;
  return data.axes.year.flatMap((year, at) => (year >= first - 1 && year <= last ? [at] : []));
}
export function allPlaces({ data }: Time): number[] {
  return data.axes.year.flatMap((year, at) => (year <= data.study.last_policy_year ? [at] : []));
}

/** Of all policies, in the unit of the axis; zero is in it unless all values lie above a third of the largest. */
export function levelBounds(time: Time): [number, number] {
  const { low, high } = ends(time, [time.level.q05, time.level.q95], allPlaces(time));
  const room = (high - Math.min(low, 0) || 1) * 0.04;
  if (low >= 0) return low > high / 3 ? [low - (high - low || 1) * 0.08, high + (high - low || 1) * 0.06] : [0, high + room];
  return [low - room, high <= 0 ? 0 : high + room];
}
/** Of all policies; zero is always in it. */
export function differenceBounds(time: Time, rows: Num[][][]): [number, number] {
  const { low, high } = ends(time, rows, policyPlaces(time));
  const [from, to] = [Math.min(low, 0), Math.max(high, 0)];
  const room = (to - from || 1) * 0.05;
  return [from - room, to + room];
}
function ends(time: Time, rows: Num[][][], places: number[]): { low: number; high: number } {
  const all = rows.flatMap((row) => row.flatMap((one) => places.map((at) => scaled(one[at], time)))).filter(isNumber);
  return all.length === 0 ? { low: 0, high: 0 } : { low: Math.min(...all), high: Math.max(...all) };
}

/** Of an axis; differences carry a sign. */
export const tick = (sign: boolean) => (value: number): string => (value === 0 ? "0" : decimal(value, decimalsOf(value), sign));

export const levelUnit = ({ metric, lang }: Time) => metricUnit(metric, lang);
export const differenceUnit = ({ metric, lang }: Time) => metricUnit(metric, lang, { sign: true });

/** "(bp)", or nothing of a plain number. */
export const inBrackets = (unit: string) => (unit ? ` (${unit})` : "");

/** The last year that has a value of the policy. */
export function lastPlace(rows: Num[][], policy: number, places: number[]): number | null {
  return [...places].reverse().find((at) => isNumber(rows[policy]?.[at])) ?? null;
}
