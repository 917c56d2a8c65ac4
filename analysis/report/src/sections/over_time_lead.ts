// SPDX-License-Identifier: Apache-2.0
// From which year on the mean difference is clear, in one sentence; by the 95 % interval of each
// year. Where the study gives no verdict, nothing is called clear.
import type { Num, Text } from "../data";
import { amount, labelInSentence, isShare } from "../text/metrics";
import { digitsToRead, isNumber } from "../text/numbers";
import { fillWithParticles } from "../text/answer_parts";
import { reasonOf } from "../text/verdicts";
import { allPlaces, lastPlace, policyPlaces, type Time } from "./over_time_parts";

const words = {
  above: {
    en: "From {from} on {policy} stays clearly above today’s policy; in {last} by {d}.",
    ko: "{policy_eun} {from}년부터 줄곧 현행 유지보다 뚜렷이 높고, {last}년의 차이는 {d}이다.",
  },
  below: {
    en: "From {from} on {policy} stays clearly below today’s policy; in {last} by {d}.",
    ko: "{policy_eun} {from}년부터 줄곧 현행 유지보다 뚜렷이 낮고, {last}년의 차이는 {d}이다.",
  },
  faded: {
    en: "{policy} differs clearly from today’s policy between {from} and {to}; in {last} that cannot be told any more.",
    ko: "{policy_eun} {from}~{to}년 사이에 현행 유지와 뚜렷이 다르지만, {last}년에는 다른지 판단할 수 없다.",
  },
  faded_one: {
    en: "{policy} differs clearly from today’s policy in {from} only; in {last} that cannot be told.",
    ko: "{policy_eun} {from}년에만 현행 유지와 뚜렷이 다르고, {last}년에는 다른지 판단할 수 없다.",
  },
  never: {
    en: "Even in {last} it cannot be told whether {policy} differs from today’s policy ({d}).",
    ko: "{last}년까지도 {policy_iga} 현행 유지와 다른지 판단할 수 없다({d}).",
  },
  same: { en: "{policy} is the same as today’s policy in every year.", ko: "{policy_eun} 모든 해에 현행 유지와 같다." },
  no_verdict: {
    en: "In {last} the mean difference of {policy} is {d}; no verdict is given ({reason}).",
    ko: "{last}년 {policy}의 차이는 평균 {d}이며, 판정하지 않는다({reason}).",
  },
  level: {
    en: "Under {policy} {metric} goes from {a} in {from} to {b} in {last}.",
    ko: "{policy}의 {metric_eun} {from}년 {a}에서 {last}년 {b}로 바뀐다.",
  },
  nothing: { en: "There are no values of {policy}.", ko: "{policy}의 값이 없다." },
  past: {
    en: "Until {before} all policies share one past. The intervals hold for each year and policy alone.",
    ko: "{before}년까지는 모든 정책이 같은 과거를 함께 쓴다. 신뢰구간은 해마다, 정책마다 따로 낸 것이다.",
  },
} satisfies Record<string, Text>;

export function leadOf(time: Time): string {
  const { data, lang } = time;
  const past = fillWithParticles(words.past, lang, { before: data.study.first_policy_year - 1 });
  if (time.chosen === null || time.baseline < 0) return levelSentence(time);
  return `${differenceSentence(time, time.chosen)} ${past}`;
}

function levelSentence(time: Time): string {
  const { lang, data, metric } = time;
  const place = time.chosen ?? Math.max(time.baseline, 0);
  const policy = time.names[place] ?? "";
  const row = time.level.mean[place] ?? [];
  const places = allPlaces(time).filter((at) => isNumber(row[at]));
  const [first, last] = [places[0], places[places.length - 1]];
  if (first === undefined || last === undefined) return fillWithParticles(words.nothing, lang, { policy });
  const said = (at: number) => amount(row[at] ?? null, metric, lang);
  return fillWithParticles(words.level, lang, { policy, metric: labelInSentence(metric, lang), from: data.axes.year[first]!, a: said(first), last: data.axes.year[last]!, b: said(last) });
}

function differenceSentence(time: Time, place: number): string {
  const { lang, data, metric } = time;
  const policy = lang === "en" ? `“${time.names[place] ?? ""}”` : (time.names[place] ?? "");
  const places = policyPlaces(time).filter((at) => data.axes.year[at]! >= data.study.first_policy_year);
  const last = lastPlace(time.difference.mean, place, places);
  if (last === null) return fillWithParticles(words.nothing, lang, { policy });
  const d = differenceAt(time, place, last);
  const values = { policy, last: data.axes.year[last]!, d, metric: metric.label[lang] };
  const row = data.comparison[metric.id]?.[place];
  if (row?.state === "no_verdict" && row.obstacle !== "stress_case") return fillWithParticles(words.no_verdict, lang, { ...values, reason: reasonOf(row, lang) });
  const sides = places.filter((at) => at <= last).map((at) => ({ at, side: sideAt(time, place, at) }));
  if (sides.every(({ at }) => isSame(time, place, at))) return fillWithParticles(words.same, lang, values);
  return clearSentence(time, sides, values);
}

type Side = "above" | "below" | "unclear";

function clearSentence(time: Time, sides: { at: number; side: Side }[], values: Record<string, string | number>): string {
  const { lang, data } = time;
  const year = (at: number) => data.axes.year[at]!;
  const end = sides[sides.length - 1]!.side;
  if (end !== "unclear") {
    const others = sides.flatMap(({ side }, at) => (side === end ? [] : [at]));
  const before = others[others.length - 1] ?? -1;
    return fillWithParticles(words[end], lang, { ...values, from: year(sides[before + 1]!.at) });
  }
  const clear = sides.filter(({ side }) => side !== "unclear").map(({ at }) => year(at));
  if (clear.length === 0) return fillWithParticles(words.never, lang, values);
  const [from, to] = [clear[0]!, clear[clear.length - 1]!];
  return fillWithParticles(from === to ? words.faded_one : words.faded, lang, { ...values, from, to });
}

const at = (rows: Num[][], place: number, year: number): Num => rows[place]?.[year] ?? null;

export function sideAt({ difference }: Time, place: number, year: number): Side {
  const [low, high] = [at(difference.low, place, year), at(difference.high, place, year)];
  if (isNumber(low) && low > 0) return "above";
  return isNumber(high) && high < 0 ? "below" : "unclear";
}
function isSame({ difference }: Time, place: number, year: number): boolean {
  return at(difference.low, place, year) === 0 && at(difference.high, place, year) === 0;
}

/** Mean difference of a year, with sign and unit. */
export function differenceAt(time: Time, place: number, year: number): string {
  const { metric, lang, difference } = time;
  const options = { share: isShare(metric), sign: true, scale: "standard" as const };
  const mean = at(difference.mean, place, year);
  const digits = digitsToRead(mean, at(difference.low, place, year), at(difference.high, place, year), metric.unit, lang, options);
  return amount(mean, metric, lang, { ...options, digits });
}
