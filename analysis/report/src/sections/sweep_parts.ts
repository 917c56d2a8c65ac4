// SPDX-License-Identifier: Apache-2.0
// What the sections of a sweep share: which response of which policy is asked for, and the factors
// by how much they matter for it. Places and names only; every number is one of the data.
import { policyColour } from "../charts/theme";
import type { Lang, Metric, Num, ReportData } from "../data";
import type { Sweep } from "../sweep_data";
import type { View } from "../section";
import { isNumber } from "../text/numbers";
import { metricOf } from "../text/metrics";
import { shortNames, today } from "../text/words";
import { capital, writtenBy, type Written } from "./wrong_parts";

/** By elementary effects, by shares of the variance, by ranks and main effects. */
export type Method = "screening" | "shares" | "effects";
export const methodOf = ({ kind }: Sweep): Method => (kind === "morris" ? "screening" : kind === "saltelli" ? "shares" : "effects");

/** The figure that factors are ordered by, with its interval. */
export interface Ranked {
  /** Place in the figures' last axis. */
  axis: number;
  name: string;
  /** mu*, the total index, or the main effect with its sign. */
  value: Num;
  low: Num;
  high: Num;
}

export interface Asked {
  data: ReportData;
  sweep: Sweep;
  lang: Lang;
  metric: Metric;
  method: Method;
  /** Places of the response and of the policy. */
  response: number;
  policy: number;
  /** The policy's own level, not its difference from the baseline. */
  level: boolean;
  name: string;
  colour: string;
  /** The most influential first; those without a figure last. */
  ranked: Ranked[];
}

/** Of the baseline it is always the level. Null where the file lacks the metric. */
export function askedOf(view: View, more: Partial<Pick<View, "policy" | "metric" | "level">> = {}): Asked | null {
  const { data, lang, policy, metric: id, level = false } = { ...view, ...more };
  const { sweep } = data;
  const metric = metricOf(data, id);
  const response = data.metrics.findIndex((one) => one.id === id);
  const of = data.policies[policy];
  if (!sweep || !metric || response < 0 || !of) return null;
  const base = of.baseline;
  const name = base ? today.name[lang] : (shortNames(data.policies, lang)[policy] ?? of.id);
  const asked: Asked = {
    data, sweep, lang, metric, method: methodOf(sweep), response, policy, level: level || base, name, colour: policyColour(data, policy), ranked: [],
  }; // prettier-ignore
  const names = factorNames(sweep, lang);
  asked.ranked = sweep.axes.map((_, axis) => ({ axis, name: names[axis]!, ...measured(asked, axis) })).sort((a, b) => sizeOf(b) - sizeOf(a));
  return asked;
}

export const sizeOf = ({ value }: Ranked): number => (isNumber(value) ? Math.abs(value) : -1);

/** Of a factor. */
export function figureOf({ sweep, response, policy, level }: Asked, id: string, axis: number): Num {
  return sweep.figures[id]?.[response]?.[policy]?.[level ? 0 : 1]?.[axis] ?? null;
}
/** Of the design as a whole. */
export function overallOf({ sweep, response, policy, level }: Asked, id: string): Num {
  return sweep.overall[id]?.[response]?.[policy]?.[level ? 0 : 1] ?? null;
}

function measured(asked: Asked, axis: number): Pick<Ranked, "value" | "low" | "high"> {
  const figure = (id: string) => figureOf(asked, id, axis);
  if (asked.method !== "effects") {
    const id = asked.method === "screening" ? "mu_star" : "total_order";
    return { value: figure(id), low: figure(`${id}_low`), high: figure(`${id}_high`) };
  }
  const [value, half] = [figure("main_effect"), figure("main_effect_half_width")];
  const known = isNumber(value) && isNumber(half);
  return { value, low: known ? value - half : null, high: known ? value + half : null };
}

/** Of every axis; of the same words as another's, with its path. */
export function factorNames(sweep: Sweep, lang: Lang): string[] {
  const joined = sweep.axes.map(({ id, factors }) => together(factors.map((at) => factorName(sweep, at, lang)), lang) || id);
  return joined.map((name, at) => (joined.filter((other) => other === name).length > 1 ? `${name} (${sweep.axes[at]!.id})` : name));
}

/** "start of A1 + start of A2"; of one word for all "start (2 together)". */
function together(names: string[], lang: Lang): string {
  const different = [...new Set(names)];
  if (different.length === names.length) return names.join(" + ");
  return different.join(" + ") + (lang === "ko" ? `(${names.length}개 함께)` : ` (${names.length} together)`);
}

/** With a capital, where it begins with words and not with a path. */
export const titled = (name: string): string => (/^\w+\.[\w.]+/.test(name) ? name : capital(name));

function factorName(sweep: Sweep, at: number, lang: Lang): string {
  const factor = sweep.factors[at];
  return factor?.label[lang].trim() || factor?.path || "";
}

/** What can be told of the order of factors. */
export type Leading =
  | { state: "one" | "several"; leaders: Ranked[] }
  | { state: "overlap"; leaders: Ranked[] }
  | { state: "nothing" | "chance" | "covers_zero" | "untold"; leaders: [] };

/** At this share of chance and above indices are small remainders of large numbers (docs/sweeps.md). */
const mostlyChance = 0.5;
/** More leaders than these are no answer. */
const mostLeaders = 3;

/** Those whose intervals reach to that of the first cannot be told from it. */
export function leading(asked: Asked): Leading {
  const { ranked, method } = asked;
  const known = ranked.filter(({ value }) => isNumber(value));
  const first = known[0];
  if (!first) return { state: "untold", leaders: [] };
  if (sizeOf(first) === 0) return { state: "nothing", leaders: [] };
  const chance = overallOf(asked, "chance_share");
  if (method !== "effects" && isNumber(chance) && chance >= mostlyChance) return { state: "chance", leaders: [] };
  const [least] = reach(first);
  if (method === "effects" && least <= 0) return { state: "covers_zero", leaders: [] };
  const leaders = known.filter((one) => one === first || reach(one)[1] >= least);
  if (leaders.length === 1) return { state: "one", leaders };
  return { state: leaders.length <= mostLeaders && leaders.length < ranked.length ? "several" : "overlap", leaders };
}

/** The interval of a figure's size; unknown ends exclude nothing. */
function reach({ value, low, high }: Ranked): [least: number, most: number] {
  if (!isNumber(value) || !isNumber(low) || !isNumber(high)) return [0, Infinity];
  return value < 0 ? [-high, -low] : [low, high];
}

/** Moves of the response in one scale. */
export function writtenOf({ metric, ranked, method, lang }: Asked): Written {
  return writtenBy(metric, method === "shares" ? [] : ranked.slice(0, 3).map(({ low, high }) => [low, high]), lang);
}
