// SPDX-License-Identifier: Apache-2.0
// How the policies stand in one metric, by the program's verdicts: who is ranked, in which order,
// and which of the cases of the first page it is. Nothing is judged here.
import type { Compared, Metric, Num, Policy, ReportData } from "../data";
import { metricOf } from "./metrics";
import { isNumber } from "./numbers";

export type Case =
  | "no_metric"
  | "no_baseline"
  | "nothing_to_compare"
  | "no_verdict"
  | "winner"
  | "tie"
  | "many"
  | "moved"
  | "all_equal"
  | "all_worse"
  | "nobody";

export interface Standings {
  metric: Metric | null;
  rows: Compared[];
  /** Neither baseline nor stress case; the best first. */
  alternatives: number[];
  /** Stress cases, in the order of the file. */
  stress: number[];
  /** Who leads: among the best; where nobody is, those with a clear gain. Best first. */
  leading: number[];
  which: Case;
}

export function standings(data: ReportData, metricId = data.headline): Standings {
  const metric = metricOf(data, metricId);
  const rows = data.comparison[metricId] ?? [];
  const places = data.policies.map((_, place) => place);
  const alternatives = ordered(
    places.filter((place) => isAlternative(data.policies[place]!)),
    rows,
    metric,
  );
  const stress = places.filter((place) => data.policies[place]!.stress);
  const leading = leadingOf(alternatives, rows);
  const which = caseOf(data, metric, alternatives, rows, leading);
  return { metric, rows, alternatives, stress, leading, which };
}

/** Positive where the policy is better; of metrics of which nobody said, where it is higher. */
export function gainOf(difference: Num, metric: Metric): Num {
  return isNumber(difference) ? (metric.better === "less" ? -difference : difference) : null;
}

function ordered(places: number[], rows: Compared[], metric: Metric | null): number[] {
  const gain = (place: number) => (metric ? gainOf(rows[place]?.difference ?? null, metric) : null) ?? -Infinity;
  return [...places].sort((a, b) => gain(b) - gain(a) || a - b);
}

function leadingOf(alternatives: number[], rows: Compared[]): number[] {
  const of = (state: Compared["state"]) => alternatives.filter((place) => rows[place]?.state === state);
  const best = of("among_the_best");
  return best.length > 0 ? best : of("clear_gain");
}

function caseOf(data: ReportData, metric: Metric | null, alternatives: number[], rows: Compared[], leading: number[]): Case {
  if (!metric || rows.length === 0) return "no_metric";
  if (!data.policies.some((policy) => policy.baseline)) return "no_baseline";
  if (alternatives.length === 0) return "nothing_to_compare";
  const judged = alternatives.filter((place) => rows[place]?.state !== "no_verdict");
  if (judged.length === 0) return blockedCase(alternatives, rows);
  const all = (state: Compared["state"]) => judged.every((place) => rows[place]?.state === state);
  if (metric.better === "unstated") return all("cannot_tell") ? "nobody" : all("practically_equal") ? "all_equal" : "moved";
  if (leading.length > 0) return leading.length === 1 ? "winner" : leading.length <= 3 ? "tie" : "many";
  if (all("practically_equal")) return "all_equal";
  return all("clear_loss") ? "all_worse" : "nobody";
}

function blockedCase(alternatives: number[], rows: Compared[]): Case {
  return alternatives.some((place) => rows[place]?.obstacle === "missing_baseline") ? "no_baseline" : "no_verdict";
}

/** Neither baseline nor stress case. */
export const isAlternative = (policy: Policy) => !policy.baseline && !policy.stress;

/** Alone among the alternatives nobody is "the best": then a clear gain is all that is said. */
export function shown(data: ReportData, compared: Compared): Compared {
  const alone = data.policies.filter(isAlternative).length === 1;
  if (compared.state !== "among_the_best" || !alone) return compared;
  return { ...compared, state: "clear_gain", best_alone: false };
}
