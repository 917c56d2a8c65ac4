// SPDX-License-Identifier: Apache-2.0
// What may be said of which factors matter, and what must be said against it.
import type { Text } from "../data";
import { unitsOf } from "../text/designs";
import { metricPhrase } from "../text/metrics";
import { decimal, isNumber } from "../text/numbers";
import { withParticle } from "../text/particles";
import { filled, listed } from "../text/words";
import { leading, overallOf, titled, writtenOf, type Asked, type Leading, type Method } from "./sweep_parts";

const words = {
  difference: { en: "the difference of {policy} in {metric}", ko: "{policy}의 {metric} 차이" },
  level: { en: "{metric} under {policy}", ko: "{policy}의 {metric}" },
  one: { en: "{Factors} matters most for {what}.", ko: "{what_eul} 가장 크게 움직이는 가정은 {factors_ida}." },
  several: {
    en: "{Factors} matter most for {what}; which of them most cannot be told.",
    ko: "{what_eul} {factors_iga} 가장 크게 움직이며, 그중 무엇이 가장 큰지는 가릴 수 없다.",
  },
  overlap: {
    en: "Which assumption matters most for {what} cannot be told: intervals of {n} of {all} overlap with that of the largest.",
    ko: "{what_eul} 가장 크게 움직이는 가정이 무엇인지 가릴 수 없다. 가정 {all}개 중 {n}개의 구간이 가장 큰 것과 겹친다.",
  },
  nothing: {
    en: "No assumption moves {what} within the ranges tried.",
    ko: "시험한 범위 안에서 {what_eul} 움직이는 가정은 없다.",
  },
  chance: {
    en: "Which assumption matters for {what} cannot be told: half of what differs between points, or more, is chance.",
    ko: "{what_eul} 움직이는 가정이 무엇인지 판단할 수 없다. 설계점 사이 차이의 절반 이상이 우연이다.",
  },
  covers_zero: {
    en: "Which assumption matters for {what} cannot be told: even the largest main effect has an interval over zero.",
    ko: "{what_eul} 움직이는 가정이 무엇인지 판단할 수 없다. 가장 큰 주효과도 구간이 0을 포함한다.",
  },
  untold: {
    en: "Nothing can be told of {what}: there are too few points with a value.",
    ko: "{what}에 대해서는 말할 수 있는 것이 없다. 값이 있는 설계점이 너무 적다.",
  },
  chance_share: {
    en: "{share} of the variance between points is chance left in the means of their replications.",
    ko: "설계점 사이 분산의 {share}는 반복 평균에 남은 우연이다.",
  },
} satisfies Record<string, Text>;

const sizes: Record<Method, Text> = {
  screening: { en: "Over its whole range it moves it by {value} on average.", ko: "그 가정의 범위 전체에 걸쳐 평균 {value} 움직인다." },
  shares: { en: "It has a part in {value} of the variance.", ko: "이 가정은 분산의 {value}에 관여한다." },
  effects: {
    en: "From the lower to the upper half of its range the mean changes by {value}.",
    ko: "범위의 낮은 절반에서 높은 절반으로 가면 평균이 {value} 달라진다.",
  },
};

export const cannotTell: Text = { en: "cannot be told", ko: "가릴 수 없음" };
const brief: Record<Exclude<Leading["state"], "one" | "several">, Text> = {
  overlap: cannotTell,
  chance: cannotTell,
  covers_zero: cannotTell,
  nothing: { en: "none within its range", ko: "범위 안에서 없음" },
  untold: { en: "–", ko: "–" },
};

const warnings = {
  chance: {
    en: "{share} of the variance between points is chance: more replications a point would take it down.",
    ko: "설계점 사이 분산의 {share}가 우연이다. 설계점마다 반복을 늘리면 줄어든다.",
  },
  left_out: {
    en: "{n} of {all} points are left out, as a world of theirs failed. If they failed because of their values, what is left is no fair sample.",
    ko: "설계점 {all}개 중 {n}개는 실패한 세계가 있어 제외했다. 그 값 때문에 실패했다면 남은 점들은 고른 표본이 아니다.",
  },
  predictive: {
    en: "A quadratic in the assumptions predicts only {share} of the variance at points left out of its fit: main effects tell only part of the story.",
    ko: "가정의 2차식은 적합에서 뺀 설계점의 분산을 {share}만 예측한다. 주효과는 일부만 말해 준다.",
  },
  trajectories: {
    en: "Only {n} trajectories, fewer than 10: intervals of mu* are too narrow.",
    ko: "궤적이 {n}개로 10개보다 적다. mu* 구간이 실제보다 좁다.",
  },
  rows: {
    en: "Only {n} rows, fewer than 128: intervals of the indices are too narrow.",
    ko: "행이 {n}개로 128개보다 적다. 지수의 구간이 실제보다 좁다.",
  },
} satisfies Record<string, Text>;

/** Above these, and below these, the reader is told. */
const mostChance = 0.3;
const leastPredicted = 0.5;
const leastUnits = { trajectories: 10, rows: 128, points: 0 };

/** "62%", with true minus. */
export const percent = (share: number | null, digits = 0): string => (isNumber(share) ? `${decimal(100 * share, digits)}%` : "–");

/** "the difference of A in the productivity of firms". */
export function whatOf({ metric, level, name, lang }: Asked): string {
  return filled(level ? words.level : words.difference, lang, { policy: name, metric: metricPhrase(metric, lang) });
}

/** Which factors lead, one sentence that the figures bear. */
export function leadSentence(asked: Asked): string {
  const { lang, ranked } = asked;
  const { state, leaders } = leading(asked);
  const what = whatOf(asked);
  const factors = listed(leaders.map(({ name }) => name), lang);
  return titled(
    filled(words[state], lang, {
      what, what_eul: withParticle(what, "을/를"), Factors: titled(factors), factors_ida: withParticle(factors, "이다/다"),
      factors_iga: withParticle(factors, "이/가"), n: leaders.length, all: ranked.length,
    }), // prettier-ignore
  );
}

/** The same with the size of the first, and how much of it is chance. */
export function leadOf(asked: Asked): string {
  const { lang } = asked;
  const found = leading(asked);
  const said = [leadSentence(asked)];
  if (found.state === "one") said.push(filled(sizes[asked.method], lang, { value: measureText(asked, found.leaders[0]!.value) }));
  const chance = overallOf(asked, "chance_share");
  if (isNumber(chance)) said.push(filled(words.chance_share, lang, { share: percent(chance) }));
  return said.join(" ");
}

/** The figure that factors are ordered by, with its unit. */
export function measureText(asked: Asked, value: number | null): string {
  if (asked.method === "shares") return percent(value);
  const written = writtenOf(asked);
  if (asked.method === "effects") return written.full(value);
  return written.full(value).replace("+", "");
}

/** For a cell: the leading factors, or that they cannot be told. */
export function leadersInBrief(asked: Asked): string {
  const { state, leaders } = leading(asked);
  if (state === "one" || state === "several") return leaders.map(({ name }) => name).join(", ");
  return brief[state][asked.lang];
}

/** What must stand beside the figures of this response and policy. */
export const warningsOf = (asked: Asked): string[] => [...ownWarnings(asked), ...designWarnings(asked)];

/** Of this response and policy alone. Where nothing moves there is nothing to take with care. */
export function ownWarnings(asked: Asked): string[] {
  const { sweep, lang, method } = asked;
  const said: string[] = [];
  const left = overallOf(asked, "points_left_out");
  if (isNumber(left) && left > 0) said.push(filled(warnings.left_out, lang, { n: left, all: sweep.points }));
  if (leading(asked).state === "nothing") return said;
  const chance = overallOf(asked, "chance_share");
  const predicted = overallOf(asked, "predictive_r_squared");
  if (isNumber(chance) && chance > mostChance) said.push(filled(warnings.chance, lang, { share: percent(chance) }));
  if (method === "effects" && isNumber(predicted) && predicted < leastPredicted)
    said.push(filled(warnings.predictive, lang, { share: percent(Math.max(0, predicted)) }));
  return said;
}

/** Of the design, and so of all that it tells. */
export function designWarnings({ sweep, lang }: Asked): string[] {
  const [count, unit] = unitsOf(sweep);
  return unit !== "points" && count < leastUnits[unit] ? [filled(warnings[unit], lang, { n: count })] : [];
}
