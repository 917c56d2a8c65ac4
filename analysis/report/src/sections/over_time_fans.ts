// SPDX-License-Identifier: Apache-2.0
// The two fans: levels, today's policy in grey behind; and the difference of paired worlds.
import { fan, type FanRow } from "../charts/fan";
import { columnWidth, medium, policyColour } from "../charts/theme";
import type { Fan, Lang, Num, Text } from "../data";
import type { Figure, Table } from "../section";
import { amount, isShare } from "../text/metrics";
import { digitsFor, digitsToRead, isNumber } from "../text/numbers";
import { filled, today } from "../text/words";
import { fillWithParticles } from "../text/answer_parts";
import { differenceAt, sideAt } from "./over_time_lead";
import { allPlaces, differenceBounds, differenceUnit, inBrackets, lastPlace, levelBounds, levelUnit, policyPlaces, scaled, tick, type Time } from "./over_time_parts";

const weights = [1.35, 1];
const fewReplications = 30;

const words = {
  level_title: { en: "{metric} in {last}: {ends}", ko: "{last}년 {metric}: {ends}" },
  difference_title: { en: "Mean difference from today’s policy in {last}: {d}", ko: "{last}년 현행 유지와의 평균 차이: {d}" },
  bands: {
    en: "Line: median · dark band: 25–75% · light band: 5–95% of {n} simulated worlds{unit}",
    ko: "선: 중앙값 · 진한 띠: 25~75% · 옅은 띠: 5~95% (모의 세계 {n}개){unit}",
  },
  paired: {
    en: "Pairs of worlds that met the same chance{unit}. Bands: spread of worlds, not of the mean",
    ko: "같은 우연을 겪은 두 세계의 차이{unit}. 띠는 세계마다의 흩어짐이며 평균의 신뢰구간이 아니다",
  },
  past: { en: "shared past", ko: "공통의 과거" },
  start: { en: "policies start →", ko: "정책 시작 →" },
  level_label: {
    en: "{metric} over the years. In {last} the median is {ends}.",
    ko: "연도별 {metric}. {last}년 중앙값은 {ends}이다.",
  },
  difference_label: {
    en: "Difference of {policy} from today’s policy over the years. In {last} the mean is {d}; nine worlds of ten lie between {low} and {high}.",
    ko: "연도별 {policy_gwa} 현행 유지의 차이. {last}년 평균은 {d}이고, 세계 열에 아홉은 {low}에서 {high} 사이다.",
  },
  covers: {
    en: "In {last} the 95% interval of the mean difference covers zero: cannot tell.",
    ko: "{last}년 평균 차이의 95% 신뢰구간이 0을 포함한다. 판단할 수 없다.",
  },
  few: { en: "Only {n} worlds: the edges of the bands are rough.", ko: "모의 세계가 {n}개뿐이라 띠의 가장자리는 거칠다." },
  tip: { en: "{year} {name}\nmedian {q50}\n25–75%: {q25} to {q75}\n5–95%: {q05} to {q95}", ko: "{year}년 {name}\n중앙값 {q50}\n25~75%: {q25}~{q75}\n5~95%: {q05}~{q95}" },
  year: { en: "Year", ko: "연도" },
  mean: { en: "{name}, mean", ko: "{name} 평균" },
  quantile: { en: "{name}, {q}%", ko: "{name} {q}%" },
  low: { en: "mean, 95% low", ko: "평균의 95% 하한" },
  high: { en: "mean, 95% high", ko: "평균의 95% 상한" },
  median: { en: "median", ko: "중앙값" },
} satisfies Record<string, Text>;

const quantiles = ["q05", "q25", "q50", "q75", "q95"] as const;

export function levelFigure(time: Time): Figure {
  const { data, lang, metric, view, chosen, baseline, names } = time;
  const places = allPlaces(time);
  const own = places.filter((at) => data.axes.year[at]! >= data.study.first_policy_year - 1);
  const digits = levelDigits(time);
  const said = (value: Num) => amount(value, metric, lang, { digits, bare: true });
  const one = (place: number, at: number[], name: string) => {
    const last = lastPlace(time.level.q50, place, at);
    const end = last === null ? "" : `${name} ${said(time.level.q50[place]![last] ?? null)}`;
    return { rows: rowsOf(time, time.level, place, at, said), colour: policyColour(data, place), end };
  };
  const fans = [
    ...(baseline >= 0 ? [one(baseline, places, today.short[lang])] : []),
    ...(chosen !== null ? [one(chosen, baseline >= 0 ? own : places, shortEnd(time, chosen))] : []),
  ];
  const last = places[places.length - 1]!;
  const shown = [baseline, chosen].filter((place): place is number => place !== null && place >= 0);
  const ends = shown.map((place) => `${data.policies[place]!.baseline ? today.short[lang] : names[place]} ${amount(time.level.q50[place]?.[last] ?? null, metric, lang, { digits })}`).join(", ");
  return {
    kind: "figure",
    id: "fan",
    title: filled(words.level_title, lang, { metric: metric.label[lang], last: data.axes.year[last]!, ends }),
    subtitle: filled(words.bands, lang, { n: data.study.replications.toLocaleString("en-US"), unit: comma(levelUnit(time)) }),
    spec: fan(
      {
        years: places.map((at) => data.axes.year[at]!),
        fans,
        bounds: levelBounds(time),
        start: { year: data.study.first_policy_year - 1, before: words.past[lang], after: words.start[lang] },
        zero: "",
        height: heightOf(time),
        format: tick(false),
      },
      { width: columnWidth(view, baseline >= 0 && chosen !== null ? weights : [1], 0), printing: view.printing },
    ),
    label: filled(words.level_label, lang, { metric: metric.label[lang], last: data.axes.year[last]!, ends }),
    table: tableOf(time, time.level, shown, places, digits, false),
    ...(data.study.replications < fewReplications ? { warnings: [filled(words.few, lang, { n: data.study.replications })] } : {}),
  };
}

/** Null where today's policy is chosen, or there is none. */
export function differenceFigure(time: Time): Figure | null {
  const { data, lang, metric, view, chosen, baseline, names } = time;
  if (chosen === null || baseline < 0) return null;
  const places = policyPlaces(time);
  const last = lastPlace(time.difference.q50, chosen, places);
  if (last === null) return null;
  const options = { share: isShare(metric), sign: true };
  const atEnd = (rows: Num[][]): Num => rows[chosen]?.[last] ?? null;
  const { mean, low, high } = time.difference;
  const digits = digitsToRead(atEnd(mean), atEnd(low), atEnd(high), metric.unit, lang, options);
  const said = (value: Num) => amount(value, metric, lang, { ...options, digits, bare: true });
  const median = time.difference.q50[chosen]![last] ?? null;
  const covers = sideAt(time, chosen, last) === "unclear" && time.difference.low[chosen]?.[last] !== time.difference.high[chosen]?.[last];
  const year = data.axes.year[last]!;
  return {
    kind: "figure",
    id: "fan-difference",
    title: filled(words.difference_title, lang, { last: year, d: differenceAt(time, chosen, last) }),
    subtitle: filled(words.paired, lang, { unit: inBrackets(differenceUnit(time)) }),
    spec: fan(
      {
        years: places.map((at) => data.axes.year[at]!),
        fans: [{ rows: rowsOf(time, time.difference, chosen, places, said), colour: policyColour(data, chosen), end: endOf(said(median), said(time.difference.mean[chosen]?.[last] ?? null), lang) }],
        bounds: differenceBounds(time, [time.difference.q05, time.difference.q95]),
        start: null,
        zero: today.short[lang],
        height: heightOf(time),
        format: tick(true),
      },
      { width: columnWidth(view, weights, 1), printing: view.printing },
    ),
    label: fillWithParticles(words.difference_label, lang, {
      policy: names[chosen] ?? "",
      last: year,
      d: differenceAt(time, chosen, last),
      low: said(time.difference.q05[chosen]?.[last] ?? null),
      high: said(time.difference.q95[chosen]?.[last] ?? null),
    }),
    table: tableOf(time, time.difference, [chosen], places, digits, true),
    ...(covers ? { warnings: [filled(words.covers, lang, { last: year })] } : {}),
  };
}

/** Named where it is not what the title, which has the mean, says. */
const endOf = (median: string, mean: string, lang: Lang) => (median === mean ? median : `${words.median[lang]} ${median}`);

const comma = (unit: string) => (unit ? `, ${unit}` : "");

const heightOf = ({ view }: Time) => ({ desk: 350, paper: 230, phone: 260 })[medium(view)];

/** On a phone and on paper a badge is name enough. */
function shortEnd(time: Time, place: number): string {
  const { badge } = time.data.policies[place]!;
  const name = time.names[place] ?? "";
  if (badge === "–") return name;
  return medium(time.view) === "desk" && [...name].length <= 10 ? `${badge} ${name}` : `${badge}:`;
}

function levelDigits(time: Time): number | undefined {
  const { metric, lang, baseline, chosen, level } = time;
  const place = chosen ?? Math.max(baseline, 0);
  const last = lastPlace(level.q50, place, allPlaces(time));
  if (last === null) return undefined;
  const [low, high] = [level.low[place]?.[last] ?? null, level.high[place]?.[last] ?? null];
  return isNumber(low) && isNumber(high) && high > low ? digitsFor(low, high, metric.unit, lang, { share: isShare(metric) }) : undefined;
}

function rowsOf(time: Time, of: Fan, place: number, places: number[], said: (value: Num) => string): FanRow[] {
  const { data, lang, names } = time;
  return places.map((at) => {
    const raw = Object.fromEntries(quantiles.map((q) => [q, of[q][place]?.[at] ?? null])) as Record<(typeof quantiles)[number], Num>;
    const tip = filled(words.tip, lang, { year: data.axes.year[at]!, name: names[place] ?? "", ...Object.fromEntries(quantiles.map((q) => [q, said(raw[q])])) });
    const drawn = Object.fromEntries(quantiles.map((q) => [q, scaled(raw[q], time)])) as Record<(typeof quantiles)[number], Num>;
    return { year: data.axes.year[at]!, ...drawn, tip };
  });
}

function tableOf(time: Time, of: Fan, shown: number[], places: number[], digits: number | undefined, sign: boolean): Table {
  const { data, lang, metric, names } = time;
  const exact = (value: Num | undefined) => (isNumber(value) ? amount(value, metric, lang, { bare: true, sign, share: isShare(metric), ...(digits === undefined ? {} : { digits }), more: 1 }) : null);
  const numeric = (label: string) => ({ label, numeric: true });
  const heads = (place: number) => {
    const name = names[place] ?? "";
    const qs = quantiles.map((q) => (q === "q50" ? `${name} ${words.median[lang]}` : filled(words.quantile, lang, { name, q: Number(q.slice(1)) })));
    return [filled(words.mean, lang, { name }), words.low[lang], words.high[lang], ...qs].map(numeric);
  };
  const cells = (place: number, at: number) => [of.mean, of.low, of.high, ...quantiles.map((q) => of[q])].map((rows) => exact(rows[place]?.[at]));
  return {
    columns: [{ label: words.year[lang], numeric: false }, ...shown.flatMap(heads)],
    rows: places.map((at) => [String(data.axes.year[at]), ...shown.flatMap((place) => cells(place, at))]),
  };
}
