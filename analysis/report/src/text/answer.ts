// SPDX-License-Identifier: Apache-2.0
// The answer of the first page: who does better, how much, how surely and at what cost, for every
// case of text/standings.ts. `**` marks names of policies.
import type { Compared, Lang, Metric, ReportData, Text } from "../data";
import { cheapestSentence, costSentence, costsSentence, fillWithParticles, namesOf, robust, timesText, tradeSentence } from "./answer_parts";
import { clauses, leads, sentences } from "./answer_words";
import { amount, labelInSentence, metricPhrase } from "./metrics";
import { withParticle } from "./particles";
import { standings, type Standings } from "./standings";
import { differenceText, endsText } from "./verdicts";
import { countWord, filled, obstacles } from "./words";

/** First who does better, then what it costs; more where a loss or a doubt must be named. */
export function answer(data: ReportData, lang: Lang): string[] {
  const standing = standings(data);
  return sentencesOf({ data, lang, standing }).filter((sentence) => sentence !== "");
}

interface Told {
  data: ReportData;
  lang: Lang;
  standing: Standings;
}

function sentencesOf(told: Told): string[] {
  const { standing, lang } = told;
  switch (standing.which) {
    case "no_metric":
      return [sentences.no_metric[lang]];
    case "no_baseline":
      return [sentences.no_baseline[lang]];
    case "nothing_to_compare":
      return [levelSentence(told)];
    case "no_verdict":
      return blocked(told);
    case "winner":
    case "tie":
      return [lead(told), ...second(told), noDraws(told)];
    case "many":
      return many(told);
    case "moved":
      return [moved(told), sentences.not_ranked[lang]];
    case "all_equal":
      return allEqual(told);
    case "all_worse":
      return [...allWorse(told), tradeSentence(told.data, standing, lang)];
    case "nobody":
      return [...nobody(told), tradeSentence(told.data, standing, lang)];
  }
}

const metricIn = (told: Told): Metric => told.standing.metric!;
const rowIn = (told: Told, place: number): Compared => told.standing.rows[place]!;
const names = ({ data, lang }: Told, places: number[]) => namesOf(data, places, lang);
const fill = ({ lang }: Told, text: Text, values: Record<string, string | number>) => fillWithParticles(text, lang, values);

function levelSentence(told: Told): string {
  const { data, lang } = told;
  const baseline = data.policies.findIndex((policy) => policy.baseline);
  const values = data.yearly[data.headline]?.[baseline] ?? [];
  const at = data.axes.year.indexOf(data.study.last_policy_year);
  return fill(told, sentences.nothing_to_compare, {
    year: data.study.last_policy_year,
    metric: labelInSentence(metricIn(told), lang),
    level: amount(values[at] ?? null, metricIn(told), lang),
  });
}

function blocked(told: Told): string[] {
  const { data, standing, lang } = told;
  const first = standing.alternatives.map((place) => rowIn(told, place)).find((row) => row.obstacle !== "");
  const obstacle = first?.obstacle ?? "no_values";
  const reason = (obstacles[obstacle] ?? obstacles.no_values!)[lang];
  const all = data.study.replications * data.policies.length;
  return [
    filled(sentences.no_verdict, lang, { reason: lang === "ko" ? polite(reason) : reason }),
    obstacle === "few_replications" ? filled(sentences.few_replications, lang, { n: data.study.replications }) : "",
    obstacle === "too_many_failed" ? filled(sentences.too_many_failed, lang, { n: data.study.failed_worlds, all: all.toLocaleString("en-US") }) : "",
  ];
}
/** From 한다- to 합니다-style, of the few reasons that there are. */
const polite = (reason: string) =>
  reason.replace(/넘는다$/, "넘습니다").replace(/적다$/, "적습니다").replace(/없다$/, "없습니다").replace(/않는다$/, "않습니다");

/** Winner and tie. */
function lead(told: Told): string {
  const { data, standing, lang } = told;
  const metric = metricIn(told);
  const { which, least } = robust(data, metric, standing.leading);
  const text = leads[metric.better === "less" ? "lowers" : "raises"][which];
  return fill(told, text, {
    names: names(told, standing.leading),
    s: standing.leading.length === 1 ? "s" : "",
    metric: metricPhrase(metric, lang),
    d: standing.leading.map((place) => differenceText(rowIn(told, place), metric, lang)).join(", "),
    times: timesText(least.k, least.of, lang),
  });
}

function second(told: Told): string[] {
  const { data, standing, lang } = told;
  const trade = tradeSentence(data, standing, lang);
  if (standing.which === "winner") return [costSentence(data, standing.leading[0]!, lang), trade];
  const n = countWord(standing.leading.length, lang);
  const rest = costsSentence(data, standing.leading, lang);
  if (!rest) return [filled(clauses.tie, lang, { n }), trade];
  return [filled(clauses.tie_and, lang, { n, rest: lang === "en" ? rest.charAt(0).toLowerCase() + rest.slice(1) : rest }), trade];
}

const noDraws = ({ data, lang }: Told) => (data.assumptions ? "" : sentences.no_draws[lang]);

function many(told: Told): string[] {
  const { data, standing, lang } = told;
  const values = { n: standing.leading.length, names: names(told, standing.leading) };
  return [
    fill(told, sentences.many, values),
    cheapestSentence(data, standing.leading, lang),
    tradeSentence(data, standing, lang),
    noDraws(told),
  ];
}

/** Of a metric of which nobody said which way is better. */
function moved(told: Told): string {
  const { standing, lang } = told;
  const of = (state: Compared["state"]) => standing.alternatives.filter((place) => rowIn(told, place).state === state);
  const [up, down] = [of("clear_gain"), of("clear_loss")];
  if (up.length + down.length === 0) return sentences.nobody_differs[lang];
  const parts = [
    ...(up.length > 0 ? [fill(told, sentences.moved_up, { names: names(told, up) })] : []),
    ...(down.length > 0 ? [fill(told, sentences.moved_down, { names: names(told, down) })] : []),
  ];
  const joined = parts.join(lang === "ko" ? "이고, " : " and ");
  return fill(told, sentences.moved, { metric: metricIn(told).label[lang], parts: joined });
}

/** "모든 대안이", or the name where there is but one; in English with its verb. */
function everybody(told: Told): string {
  const { standing, lang } = told;
  if (standing.alternatives.length > 1) return lang === "ko" ? "모든 대안이" : "All policies are";
  const name = names(told, standing.alternatives);
  return lang === "ko" ? withParticle(name, "은/는") : `${name} is`;
}

function allEqual(told: Told): string[] {
  const { standing, lang } = told;
  const metric = metricIn(told);
  const rows = standing.alternatives.map((place) => rowIn(told, place));
  const all = everybody(told);
  if (rows.every((row) => row.no_difference)) return [fill(told, sentences.all_same, { all })];
  const certain = standing.alternatives.filter((place) => rowIn(told, place).certain_but_small);
  const first = { all, metric: metricPhrase(metric, lang), delta: amount(metric.least_meaningful, metric, lang) };
  return [
    fill(told, sentences.all_equal, first),
    certain.length > 0 ? fill(told, sentences.certain_but_small, { names: names(told, certain) }) : "",
  ];
}

function allWorse(told: Told): string[] {
  const { standing, lang } = told;
  const place = standing.alternatives[0]!;
  const metric = metricIn(told);
  const values = {
    name: names(told, [place]),
    metric: metricPhrase(metric, lang),
    d: differenceText(rowIn(told, place), metric, lang),
  };
  if (standing.alternatives.length === 1) return [fill(told, sentences.alone_worse, values)];
  return [sentences.all_worse[lang], fill(told, sentences.least_loss, values)];
}

function nobody(told: Told): string[] {
  const { standing, lang } = told;
  const place = standing.alternatives.find((one) => rowIn(told, one).state !== "no_verdict")!;
  const metric = metricIn(told);
  const row = rowIn(told, place);
  const n = row.replications_to_settle;
  const values = {
    name: names(told, [place]),
    end: endWord(metric, lang),
    ends: endsText(row, metric, lang),
    delta: amount(metric.least_meaningful, metric, lang),
    settle: n ? filled(sentences.would_settle, lang, { n: n.toLocaleString("en-US") }) : sentences.would_not[lang],
  };
  if (standing.alternatives.length === 1 && row.state === "cannot_tell") return [fill(told, sentences.alone_unsure, values)];
  const first = metric.better === "unstated" ? sentences.nobody_differs : sentences.nobody;
  return [first[lang], fill(told, highestText(row), { ...values, d: differenceText(row, metric, lang) })];
}

function highestText(row: Compared): Text {
  if (row.state === "cannot_tell") return sentences.highest_unsure;
  if (row.state === "clear_loss") return sentences.highest_loses;
  return row.no_difference ? sentences.highest_same : sentences.highest_equal;
}

function endWord(metric: Metric, lang: Lang): string {
  if (metric.better === "less") return lang === "ko" ? "낮게" : "lowest";
  return lang === "ko" ? "높게" : "highest";
}
