// SPDX-License-Identifier: Apache-2.0
// Clauses of the answer: names, costs, what changes when assumptions do, what is lost elsewhere.
import type { Compared, Lang, Metric, Num, ReportData, Text } from "../data";
import { clauses, type Robust } from "./answer_words";
import { economicsRatio } from "./economics";
import { metricOf, metricPhrase } from "./metrics";
import { digitsToRead, interval, isNumber, quantity, timesIn } from "./numbers";
import { withParticle } from "./particles";
import type { Standings } from "./standings";
import { differenceText } from "./verdicts";
import { countWord, filled, listed, shortNames } from "./words";

/** Below this share of the sets of assumptions the answer says "only". */
const firmFrom = 0.8;
/** Beside the headline, in the order in which a loss in them is named. */
export const otherMetrics = ["programme_exports", "benefit_cost_ratio", "small_firm_share"];

const money = "KRW thousand";

/** More names than these are counted. */
const mostNames = 5;

/** Marked, so that the page can underline them. */
export function namesOf(data: ReportData, places: number[], lang: Lang): string {
  const names = shortNames(data.policies, lang);
  const shown = places.length > mostNames ? places.slice(0, mostNames - 1) : places;
  const rest = places.length - shown.length;
  const others = rest > 0 ? [lang === "ko" ? `그 밖의 ${rest}개 안` : `${rest} others`] : [];
  return listed([...shown.map((place) => `**${names[place] ?? ""}**`), ...others], lang);
}

export function yearsOf(data: ReportData, lang: Lang): string {
  const n = data.study.last_policy_year - data.study.first_policy_year + 1;
  if (lang === "ko") return `${n}년`;
  return n === 1 ? "one year" : n === 10 ? "ten years" : `${countWord(n, lang)} years`;
}

/** Fills also {x_eun}, {x_iga}, {x_eul}, {x_gwa}, {x_do}, {x_ida} of every {x}; the last in polite style. */
export function fillWithParticles(text: Text, lang: Lang, values: Record<string, string | number>): string {
  const more: Record<string, string | number> = { ...values };
  for (const [key, value] of Object.entries(values)) {
    const word = String(value);
    more[`${key}_eun`] = withParticle(word, "은/는");
    more[`${key}_iga`] = withParticle(word, "이/가");
    more[`${key}_eul`] = withParticle(word, "을/를");
    more[`${key}_gwa`] = withParticle(word, "과/와");
    more[`${key}_do`] = `${word}도`;
    more[`${key}_ida`] = `${word}입니다`;
  }
  return filled(text, lang, more);
}

export interface Cost {
  mean: Num;
  low: Num;
  high: Num;
}
/** Public money more than the baseline, present value, KRW thousand; null: the file has none. */
export function costOf(data: ReportData, place: number): Cost | null {
  const row = data.comparison[data.headline]?.[place];
  const spent = data.economics?.public_cost.difference;
  const against = data.policies[data.policies[place]?.held_against ?? -1];
  if (row && isNumber(row.more_cost)) return { mean: row.more_cost, low: row.more_cost_low, high: row.more_cost_high };
  if (!against?.baseline || !spent || !isNumber(spent.mean[place])) return null;
  return { mean: spent.mean[place]!, low: spent.low[place] ?? null, high: spent.high[place] ?? null };
}
/** More, less, the same in every run, or not to be told. */
export function costSide(cost: Cost): "more" | "less" | "same" | "unsure" {
  const { mean, low, high } = cost;
  if (mean === 0 && (low ?? 0) === 0 && (high ?? 0) === 0) return "same";
  if (isNumber(low) && low > 0) return "more";
  return isNumber(high) && high < 0 ? "less" : "unsure";
}
export function costText(cost: Cost, lang: Lang, sign: boolean): string {
  const digits = digitsToRead(cost.mean, cost.low, cost.high, money, lang, { scale: "auto" });
  return quantity(sign ? cost.mean : Math.abs(cost.mean ?? 0), money, lang, { sign, digits });
}

/** Of one policy that leads. */
export function costSentence(data: ReportData, place: number, lang: Lang): string {
  const cost = costOf(data, place);
  if (!cost) return "";
  const text = { more: clauses.one_more, less: clauses.one_less, same: clauses.one_same, unsure: clauses.one_unsure }[costSide(cost)];
  const ends = interval(cost.low, cost.high, money, lang, { withUnit: true, sign: true });
  return filled(text, lang, { years: yearsOf(data, lang), m: costText(cost, lang, false), ends });
}

/** Of two or three that lead; those whose cost is not clear are named last. */
export function costsSentence(data: ReportData, places: number[], lang: Lang): string {
  const known = places.flatMap((place) => {
    const cost = costOf(data, place);
    return cost ? [{ place, cost, side: costSide(cost) }] : [];
  });
  if (known.length === 0) return "";
  const years = yearsOf(data, lang);
  const clear = known.filter(({ side }) => side === "more" || side === "less");
  const unclear = known.filter(({ side }) => side === "unsure").map(({ place }) => place);
  if (clear.length === 0) return filled(clauses.costs_unsure, lang, { years });
  const costs = clear.map(({ place, cost, side }) =>
    fillWithParticles(side === "more" ? clauses.cost_more : clauses.cost_less, lang, {
      name: namesOf(data, [place], lang),
      m: costText(cost, lang, false),
    }),
  );
  const first = filled(clauses.costs, lang, { years, costs: lang === "en" ? listed(costs, lang) : costs.join(", ") });
  if (unclear.length === 0) return first;
  return `${first} ${fillWithParticles(clauses.rest_unsure, lang, { names: namesOf(data, unclear, lang) })}`;
}

export function cheapestSentence(data: ReportData, places: number[], lang: Lang): string {
  const known = places.flatMap((place) => {
    const cost = costOf(data, place);
    return cost && isNumber(cost.mean) ? [{ place, cost, mean: cost.mean }] : [];
  });
  const cheapest = known.sort((a, b) => a.mean - b.mean)[0];
  if (!cheapest) return "";
  return fillWithParticles(clauses.cheapest, lang, {
    years: yearsOf(data, lang),
    name: namesOf(data, [cheapest.place], lang),
    cost: costText(cheapest.cost, lang, true),
  });
}

export interface Often {
  /** Of so many sets of assumptions. */
  k: number;
  /** 100, or all that were drawn where those are fewer: no share of a hundred is made of twenty. */
  of: number;
}

/** In how many sets of assumptions the policy is on its better side; null: not drawn. */
export function oftenBetter(data: ReportData, metric: Metric, place: number): Often | null {
  const share = data.assumptions?.metrics[metric.id]?.share_above[place];
  const of = Math.min(100, data.assumptions?.draws ?? 0);
  const k = isNumber(share) ? timesIn(of, metric.better === "less" ? 1 - share : share) : null;
  return k === null || of === 0 ? null : { k, of };
}

/** "100번 중 94번", "20가지 중 19가지"; "94 of 100". `k` may be a range. */
export function timesText(k: number | string, of: number, lang: Lang): string {
  if (lang === "en") return `${k} of ${of}`;
  return of === 100 ? `100번 중 ${k}번` : `${of}가지 중 ${k}가지`;
}

export function robust(data: ReportData, metric: Metric, places: number[]): { which: Robust; least: Often } {
  const all = places.map((place) => oftenBetter(data, metric, place));
  const known = all.filter((often): often is Often => often !== null);
  const least = known.sort((a, b) => a.k - b.k)[0];
  if (known.length < all.length || !least) return { which: "unknown", least: { k: 0, of: 100 } };
  const firm = least.k >= firmFrom * least.of;
  return { which: places.length === 1 ? (firm ? "firm" : "shaky") : firm ? "firm_all" : "shaky_all", least };
}

interface Move {
  metric: Metric;
  row: Pick<Compared, "difference" | "low" | "high">;
  place: number;
  better: boolean;
}

/** A clear move of a policy in another headline metric; `better` where it is to its good. */
function moveOf(data: ReportData, id: string, place: number): Move | null {
  const metric = metricOf(data, id);
  if (!metric) return null;
  if (id === "benefit_cost_ratio") {
    const row = economicsRatio(data, place);
    if (!row || row.covers_zero) return null;
    return { metric, row, place, better: row.difference > 0 };
  }
  const row = data.comparison[id]?.[place];
  if (!row || !["clear_gain", "clear_loss", "among_the_best"].includes(row.state)) return null;
  return { metric, row, place, better: row.state !== "clear_loss" };
}

/** Relative to today's level, so that units can be held against each other. */
function weight(data: ReportData, move: Move): number {
  const baseline = data.policies.findIndex((policy) => policy.baseline);
  const level =
    move.metric.id === "benefit_cost_ratio"
      ? (data.economics?.benefit_cost_ratio[1]?.level.mean[baseline] ?? null)
      : (data.totals[move.metric.id]?.mean[baseline] ?? null);
  return Math.abs(move.row.difference ?? 0) / Math.max(Math.abs(level ?? 0), 1e-9);
}

/** The largest loss of those that lead, or where nobody does the largest gain of anybody. */
export function tradeSentence(data: ReportData, standing: Standings, lang: Lang): string {
  const leads = standing.leading.length > 0;
  const places = leads ? standing.leading : standing.alternatives;
  const ids = otherMetrics.filter((id) => id !== data.headline);
  const moves = places
    .flatMap((place) => ids.map((id) => moveOf(data, id, place)))
    .filter((move): move is Move => move !== null && move.better !== leads);
  const largest = moves.sort((a, b) => weight(data, b) - weight(data, a))[0];
  if (!largest) return "";
  const up = (largest.row.difference ?? 0) > 0;
  const text = leads ? (up ? clauses.but_raises : clauses.but_lowers) : up ? clauses.yet_raises : clauses.yet_lowers;
  return fillWithParticles(text, lang, {
    name: namesOf(data, [largest.place], lang),
    metric: metricPhrase(largest.metric, lang),
    d: differenceText(largest.row, largest.metric, lang),
  });
}
