// SPDX-License-Identifier: Apache-2.0
// What stands beside the chosen policy, and what may be said of the two: titles that state a finding
// follow the interval of the comparison, and withhold it where the program gave no verdict.
import { policyColour } from "../charts/theme";
import type { Lang, Metric, Num, ReportData, Text } from "../data";
import type { View } from "../section";
import { amount, metricOf } from "../text/metrics";
import { isNumber } from "../text/numbers";
import { withParticle } from "../text/particles";
import { filled, obstacles, policyName, shortNames, today } from "../text/words";

export interface Side {
  place: number;
  name: string;
  short: string;
  /** Inside a sentence: "today’s policy". */
  inText: string;
  badge: string;
  colour: string;
  baseline: boolean;
  chosen: boolean;
}

export const baselinePlace = (data: ReportData): number => data.policies.findIndex((policy) => policy.baseline);

/** Today's policy, or of a stress case what it is held against; -1 where there is no baseline. */
export function heldPlace(view: View): number {
  const base = baselinePlace(view.data);
  const held = view.data.policies[view.policy]?.held_against ?? base;
  return base < 0 ? -1 : view.data.policies[held] ? held : base;
}

/** There is nothing to set the chosen policy against: it is the baseline, or there is none. */
export const isAlone = (view: View): boolean => heldPlace(view) < 0 || heldPlace(view) === view.policy;

/** The run of the same scenario, with the same or with more asked for. */
export function runAgain(data: ReportData, more = ""): string {
  const found = /\brun\s+("[^"]+"|'[^']+'|\S+)/.exec(data.study.command);
  return `coopsim run ${found?.[1] ?? "SCENARIO.toml"}${more} -o ${data.study.file.replace(/\.h5$/, "")}_again.h5`;
}

export function side(view: View, place: number): Side {
  const policy = view.data.policies[place]!;
  const chosen = place === view.policy;
  return {
    place,
    chosen,
    name: policyName(policy, view.lang),
    short: shortNames(view.data.policies, view.lang)[place]!,
    inText: policy.baseline ? today.name[view.lang] : shortNames(view.data.policies, view.lang)[place]!,
    badge: policy.badge,
    baseline: policy.baseline,
    colour: policyColour(view.data, place),
  };
}

/** What is compared with first, then the chosen policy; one where they are the same. */
export function sides(view: View): Side[] {
  const places = isAlone(view) ? [view.policy] : [heldPlace(view), view.policy];
  return places.filter((place) => view.data.policies[place]).map((place) => side(view, place));
}

/** All policies: those of `sides` first, then the others in the order of the file. */
export function allSides(view: View): Side[] {
  const first = sides(view);
  const rest = view.data.policies.map((_, place) => place).filter((place) => !first.some((one) => one.place === place));
  return [...first, ...rest.map((place) => side(view, place))];
}

/** "–  현행 유지", "3  종합안": as names stand in charts and tables. */
export const titled = (one: Side): string => (one.baseline ? one.short : `${one.badge} ${one.short}`);

/** Places in `axes.year` of the policy period. */
export function policyYears(data: ReportData): number[] {
  const { first_policy_year: first, last_policy_year: last } = data.study;
  return data.axes.year.flatMap((year, at) => (year >= first && year <= last ? [at] : []));
}

/** Which way the difference over the policy period goes, as far as its interval tells. */
export type Direction = "more" | "less" | "unclear" | "same" | "withheld" | "alone";

export function direction(view: View, metric: string): Direction {
  const compared = view.data.comparison[metric]?.[view.policy];
  if (isAlone(view) || compared?.state === "baseline") return "alone";
  if (!compared || !isNumber(compared.difference)) return "withheld";
  if (compared.state === "no_verdict" && compared.obstacle !== "stress_case") return "withheld";
  if (compared.no_difference) return compared.difference === 0 ? "same" : compared.difference > 0 ? "more" : "less";
  return directionOf(compared.low, compared.high);
}

/** Of an interval; an interval that holds zero cannot tell. */
export function directionOf(low: Num, high: Num): "more" | "less" | "unclear" {
  if (!isNumber(low) || !isNumber(high)) return "unclear";
  return low > 0 ? "more" : high < 0 ? "less" : "unclear";
}

/** Why the program gives no verdict on anything in this study; "" where it does. */
export function withheldBecause(view: View): string {
  const { data, lang } = view;
  const obstacle = data.comparison[data.headline]?.[view.policy]?.obstacle ?? "";
  return ["few_replications", "too_many_failed"].includes(obstacle) ? (obstacles[obstacle]?.[lang] ?? "") : "";
}

/** Of what, the verbs of more and of less, and what a count is followed by. */
export interface Subject {
  subject: Text;
  counter?: Text;
  more: Text;
  less: Text;
}

const words = {
  moves: { en: "{Subject} {verb} from {from} to {to}", ko: "{subject_eun} {from}에서 {to_ro} {verb}" },
  unclear: {
    en: "Whether {subject} differs cannot be told ({held} {from}, {name} {to})",
    ko: "{subject_iga} 다른지 판단할 수 없다({held} {from}, {name} {to})",
  },
  unclear_alike: {
    en: "Whether {subject} differs cannot be told (both {to})",
    ko: "{subject_iga} 다른지 판단할 수 없다(둘 다 {to})",
  },
  alike: { en: "{Subject}: {to} under both, as far as rounding shows", ko: "{subject_eun} 반올림하면 {held_gwa} 같다({to})" },
  same: { en: "{Subject}: {to}, the same as {held}", ko: "{subject_eun} {held_gwa} 같다({to})" },
  withheld: { en: "{Subject}: {held} {from}, {name} {to}", ko: "{subject}: {held} {from}, {name} {to}" },
  alone: { en: "{Subject}: {to}", ko: "{subject}: {to}" },
} satisfies Record<string, Text>;

/** A title that says how the metric's total moves, with both levels. */
export function finding(view: View, id: string, said: Subject): string {
  const metric = metricOf(view.data, id);
  const totals = view.data.totals[id];
  const { lang } = view;
  const subject = said.subject[lang];
  if (!metric || !totals) return capital(subject);
  const way = direction(view, id);
  const moves = way === "more" || way === "less";
  const means = [heldPlace(view), view.policy].map((place) => totals.mean[place] ?? null) as [Num, Num];
  const [from, to] = levels(...means, metric, lang, moves ? 2 : 0).map((text) => text + (said.counter?.[lang] ?? "")) as [string, string];
  const pair = sides(view);
  const held = pair[0]?.inText ?? "";
  const text = words[from === to && moves ? "alike" : from === to && way === "unclear" ? "unclear_alike" : moves ? "moves" : way];
  return filled(text, lang, {
    subject,
    from,
    to,
    held,
    Subject: capital(subject),
    name: pair[pair.length - 1]?.inText ?? "",
    verb: way === "more" ? said.more[lang] : way === "less" ? said.less[lang] : "",
    subject_eun: withParticle(subject, "은/는"),
    subject_iga: withParticle(subject, "이/가"),
    held_gwa: withParticle(held, "과/와"),
    to_ro: withParticle(to, "으로/로"),
  });
}

/** Both levels, with up to `most` decimals more where it takes them to tell the two apart. */
function levels(from: Num, to: Num, metric: Metric, lang: Lang, most: number): [string, string] {
  const texts = (more: number) => [from, to].map((value) => amount(value, metric, lang, { more })) as [string, string];
  for (let more = 0; more < most; ++more) {
    const [one, other] = texts(more);
    if (one !== other) return [one, other];
  }
  return texts(most);
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
