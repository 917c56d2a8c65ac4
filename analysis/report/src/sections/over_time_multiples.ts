// SPDX-License-Identifier: Apache-2.0
// The mean difference of every policy over the years, in small panels on one scale.
import { smallMultiples, type Panel } from "../charts/small_multiples";
import { policyColour } from "../charts/theme";
import type { Num, Text } from "../data";
import type { Figure, Table } from "../section";
import { amount, isShare } from "../text/metrics";
import { digitsFor, isNumber, nothing } from "../text/numbers";
import { filled } from "../text/words";
import { differenceBounds, differenceUnit, inBrackets, lastPlace, policyPlaces, tick, type Time, scaled } from "./over_time_parts";
import { sideAt } from "./over_time_lead";
import { inOrder } from "./wrong_parts";

const words = {
  title: { en: "All policies, same scale", ko: "모든 대안의 차이, 같은 눈금" },
  above: { en: "clearly above today’s policy {badges}", ko: "현행보다 뚜렷이 높은 안 {badges}번" },
  below: { en: "clearly below {badges}", ko: "뚜렷이 낮은 안 {badges}번" },
  finding: { en: "In {last} {parts}", ko: "{last}년 {parts}" },
  subtitle: {
    en: "Mean difference from today’s policy{unit} with its 95% interval, of each year alone",
    ko: "현행 유지 대비 평균 차이{unit}와 해마다 따로 낸 95% 신뢰구간",
  },
  label: { en: "Mean difference of every policy in {last}: {ends}.", ko: "{last}년 모든 대안의 평균 차이: {ends}." },
  tip: { en: "{year} {name}\n{mean}\n95% interval: {low} to {high}", ko: "{year}년 {name}\n{mean}\n95% 신뢰구간: {low}~{high}" },
  year: { en: "Year", ko: "연도" },
  low: { en: "95% low", ko: "95% 하한" },
  high: { en: "95% high", ko: "95% 상한" },
} satisfies Record<string, Text>;

/** Null where there is nothing to compare. */
export function multiplesFigure(time: Time): Figure | null {
  const { data, lang, view, names } = time;
  if (time.baseline < 0) return null;
  const places = policyPlaces(time);
  const shown = inOrder(data).filter((place) => place !== time.baseline && lastPlace(time.difference.mean, place, places) !== null);
  if (shown.length === 0) return null;
  const digits = digitsOf(time, shown, places);
  const last = places[places.length - 1]!;
  const ends = shown.map((place) => `${names[place]} ${written(time, digits)(time.difference.mean[place]?.[last] ?? null)}`);
  return {
    kind: "figure",
    id: "all-policies",
    title: titleOf(time, shown, last),
    subtitle: filled(words.subtitle, lang, { unit: inBrackets(differenceUnit(time)) }),
    spec: smallMultiples(
      {
        years: places.map((at) => data.axes.year[at]!),
        panels: shown.map((place) => panelOf(time, place, places, digits)),
        bounds: differenceBounds(time, [time.difference.low, time.difference.high]),
        format: tick(true),
      },
      { width: view.width, printing: view.printing },
    ),
    label: filled(words.label, lang, { last: data.axes.year[last]!, ends: ends.join(", ") }),
    table: tableOf(time, shown, places, digits),
  };
}

/** Who is clear in the last year, each by its own interval; nobody of whom the study says no verdict, or practically equal. */
function titleOf(time: Time, shown: number[], last: number): string {
  const { data, lang } = time;
  const unclear = ["no_verdict", "practically_equal"];
  const judged = shown.filter((place) => !unclear.includes(data.comparison[time.metric.id]?.[place]?.state ?? ""));
  const part = (side: "above" | "below") => {
    const badges = judged.filter((place) => sideAt(time, place, last) === side).map((place) => data.policies[place]!.badge);
    return badges.length > 0 && badges.length <= 6 ? [filled(words[side], lang, { badges: badges.sort((a, b) => Number(a) - Number(b)).join("·") })] : [];
  };
  const parts = [...part("above"), ...part("below")];
  return parts.length > 0 ? filled(words.finding, lang, { last: data.axes.year[last]!, parts: parts.join(", ") }) : words.title[lang];
}

/** The most that any policy's interval of the last year asks for, so that all have as many. */
function digitsOf({ difference, metric, lang }: Time, shown: number[], places: number[]): number {
  const last = places[places.length - 1]!;
  const all = shown.map((place) => [difference.low[place]?.[last] ?? null, difference.high[place]?.[last] ?? null] as const);
  const wide = all.filter(([low, high]) => isNumber(low) && isNumber(high) && high > low);
  return Math.max(0, ...wide.map(([low, high]) => digitsFor(low, high, metric.unit, lang, { share: isShare(metric), sign: true })));
}

const written = ({ metric, lang }: Time, digits: number, more = 0) => (value: Num) =>
  amount(value, metric, lang, { share: isShare(metric), sign: true, bare: true, digits, more });

function panelOf(time: Time, place: number, places: number[], digits: number): Panel {
  const { data, lang, difference, names } = time;
  const said = written(time, digits);
  const of = (rows: Num[][], at: number): Num => rows[place]?.[at] ?? null;
  const last = lastPlace(difference.mean, place, places);
  const end = last === null ? nothing : said(of(difference.mean, last));
  return {
    badge: data.policies[place]!.badge,
    name: names[place] ?? "",
    colour: policyColour(data, place),
    points: places.map((at) => ({
      mean: scaled(of(difference.mean, at), time),
      low: scaled(of(difference.low, at), time),
      high: scaled(of(difference.high, at), time),
      tip: filled(words.tip, lang, { year: data.axes.year[at]!, name: names[place] ?? "", mean: said(of(difference.mean, at)), low: said(of(difference.low, at)), high: said(of(difference.high, at)) }),
    })),
    end,
    chosen: place === time.chosen,
  };
}

function tableOf(time: Time, shown: number[], places: number[], digits: number): Table {
  const { data, lang, difference, names } = time;
  const exact = (value: Num | undefined) => (isNumber(value) ? written(time, digits, 1)(value) : null);
  const numeric = (label: string) => ({ label, numeric: true });
  return {
    columns: [{ label: words.year[lang], numeric: false }, ...shown.flatMap((place) => [names[place] ?? "", words.low[lang], words.high[lang]].map(numeric))],
    rows: places.map((at) => [String(data.axes.year[at]), ...shown.flatMap((place) => [difference.mean, difference.low, difference.high].map((rows) => exact(rows[place]?.[at])))]),
  };
}
